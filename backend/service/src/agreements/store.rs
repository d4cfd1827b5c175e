//! SQL of agreements and their versions.

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key,
        tables::{agreement_heads, agreement_versions, agreements, grants, parties},
    },
    head_of,
};
use chrono::NaiveDate;
use concordat_domain::{
    agreements::{Agreement, Digest, Terms, Version, VersionState},
    kernel::{AgreementId, CompanyId, PersonId, event::Head},
};
use diesel::prelude::*;

type VersionRow = (i32, Vec<u8>, NaiveDate, serde_json::Value);

/// An agreement with its versions, and which of them its grants and parties follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The agreement.
    pub agreement: Agreement,
    /// Its title.
    pub name: String,
    /// The version whose parties and grants are in force.
    pub in_force: Option<u32>,
}

/// The agreement with that id.
///
/// # Errors
/// A fault of the database.
pub fn load(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Option<Stored>> {
    let head = agreements::table
        .find(Key::from(id))
        .select((agreements::code, agreements::name, agreements::in_force, agreements::ended))
        .first::<(String, String, Option<i32>, Option<NaiveDate>)>(tx.reading())
        .optional()?;
    let Some((code, name, in_force, ended)) = head else { return Ok(None) };
    let rows = agreement_versions::table
        .filter(agreement_versions::agreement_id.eq(Key::from(id)))
        .order(agreement_versions::version)
        .select((
            agreement_versions::version,
            agreement_versions::digest,
            agreement_versions::effective_from,
            agreement_versions::standing,
        ))
        .load::<VersionRow>(tx.reading())?;
    if rows.is_empty() {
        // row-level security hides them from whoever may not enter the agreement: then there is none
        return Ok(None);
    }
    let versions = rows.into_iter().map(version).collect::<Outcome<Vec<_>>>()?;
    let in_force = in_force.and_then(|number| u32::try_from(number).ok());
    Ok(Some(Stored { agreement: Agreement { id, code, versions, ended }, name, in_force }))
}

fn version((number, digest, effective_from, standing): VersionRow) -> Outcome<Version> {
    let digest = digest.try_into().map(Digest).map_err(|_| No::broken("a version whose digest is not 32 bytes"))?;
    let state: VersionState = serde_json::from_value(standing).map_err(No::broken)?;
    Ok(Version { number: u32::try_from(number).unwrap_or(0), digest, effective_from, state })
}

type Found = (Key, (i64, Vec<u8>));

fn found((id, head): Found) -> Outcome<(AgreementId, Head)> {
    Ok((id.into(), head_of(head)?))
}

/// The agreement with that code, and how far its log has come. Row-level security hides it from whoever may not enter it.
pub(super) fn named(tx: &mut Tx<'_>, code: &str) -> Outcome<Option<(AgreementId, Head)>> {
    let row: Option<Found> = agreements::table
        .inner_join(agreement_heads::table.on(agreement_heads::agreement_id.eq(agreements::id)))
        .filter(agreements::code.eq(code))
        .select((agreements::id, (agreement_heads::number, agreement_heads::hash)))
        .first(tx.reading())
        .optional()?;
    row.map(found).transpose()
}

/// A page of agreements in the order of their codes, each with how far its log has come.
pub(super) fn page(
    tx: &mut Tx<'_>,
    among: Option<&[AgreementId]>,
    after: Option<&str>,
    first: i64,
) -> Outcome<Vec<(AgreementId, Head)>> {
    let mut query = agreements::table
        .inner_join(agreement_heads::table.on(agreement_heads::agreement_id.eq(agreements::id)))
        .select((agreements::id, (agreement_heads::number, agreement_heads::hash)))
        .order(agreements::code)
        .limit(first)
        .into_boxed();
    if let Some(among) = among {
        query = query.filter(agreements::id.eq_any(among.iter().map(|id| Key::from(*id)).collect::<Vec<_>>()));
    }
    if let Some(after) = after {
        query = query.filter(agreements::code.gt(after.to_owned()));
    }
    query.load::<Found>(tx.reading())?.into_iter().map(found).collect()
}

/// The stored terms of a version.
pub(super) fn terms_json(tx: &mut Tx<'_>, id: AgreementId, version: u32) -> Outcome<String> {
    let number = i32::try_from(version).unwrap_or(i32::MAX);
    Ok(agreement_versions::table.find((Key::from(id), number)).select(agreement_versions::terms).first(tx.reading())?)
}

pub(super) fn insert(tx: &mut Tx<'_>, id: AgreementId, terms: &Terms) -> Outcome<()> {
    let row = (
        agreements::id.eq(Key::from(id)),
        agreements::code.eq(terms.code.clone()),
        agreements::name.eq(terms.name.clone()),
        agreements::created_at.eq(At(tx.now())),
    );
    diesel::insert_into(agreements::table).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Saves where an agreement stands; `terms` are those of its last version, where they are new.
pub(super) fn save(tx: &mut Tx<'_>, stored: &Stored, terms: Option<&Terms>) -> Outcome<()> {
    let id = Key::from(stored.agreement.id);
    let now = At(tx.now());
    for version in &stored.agreement.versions {
        let number = i32::try_from(version.number).map_err(No::broken)?;
        let standing = serde_json::to_value(&version.state).map_err(No::broken)?;
        let place = (
            agreement_versions::state.eq(version.state.name()),
            agreement_versions::standing.eq(standing),
            agreement_versions::effective_from.eq(version.effective_from),
            agreement_versions::digest.eq(version.digest.0.to_vec()),
            agreement_versions::changed_at.eq(now),
        );
        let row = agreement_versions::table.find((id, number));
        let fresh = terms.filter(|terms| terms.digest() == version.digest);
        let saved = match fresh {
            Some(terms) => diesel::update(row)
                .set((place.clone(), agreement_versions::terms.eq(terms.json())))
                .execute(tx.changing()?)?,
            None => diesel::update(row).set(place.clone()).execute(tx.changing()?)?,
        };
        if let (0, Some(terms)) = (saved, fresh) {
            let keys = (agreement_versions::agreement_id.eq(id), agreement_versions::version.eq(number));
            let rest = (agreement_versions::terms.eq(terms.json()), agreement_versions::created_at.eq(now));
            diesel::insert_into(agreement_versions::table).values((keys, place, rest)).execute(tx.changing()?)?;
        }
    }
    let in_force = stored.in_force.and_then(|number| i32::try_from(number).ok());
    diesel::update(agreements::table.find(id))
        .set((
            agreements::name.eq(&stored.name),
            agreements::in_force.eq(in_force),
            agreements::ended.eq(stored.agreement.ended),
        ))
        .execute(tx.changing()?)?;
    Ok(())
}

/// One row of `grants` as it should be.
pub(super) struct GrantRow {
    pub(super) person: PersonId,
    pub(super) company: CompanyId,
    pub(super) role: &'static str,
    pub(super) prospect: bool,
}

/// Puts these parties and grants in place of whatever was there.
pub(super) fn replace_standing(
    tx: &mut Tx<'_>,
    id: AgreementId,
    bound: &[(CompanyId, NaiveDate, Option<NaiveDate>)],
    held: &[GrantRow],
) -> Outcome<()> {
    let key = Key::from(id);
    diesel::delete(grants::table.filter(grants::agreement_id.eq(key))).execute(tx.changing()?)?;
    diesel::delete(parties::table.filter(parties::agreement_id.eq(key))).execute(tx.changing()?)?;
    for (company, joins, leaves) in bound {
        let row = (
            parties::agreement_id.eq(key),
            parties::company_id.eq(Key::from(*company)),
            parties::joins.eq(*joins),
            parties::leaves.eq(*leaves),
        );
        diesel::insert_into(parties::table).values(row).execute(tx.changing()?)?;
    }
    for grant in held {
        let row = (
            grants::agreement_id.eq(key),
            grants::person_id.eq(Key::from(grant.person)),
            grants::company_id.eq(Key::from(grant.company)),
            grants::role.eq(grant.role),
            grants::prospect.eq(grant.prospect),
        );
        diesel::insert_into(grants::table).values(row).execute(tx.changing()?)?;
    }
    Ok(())
}
