//! The agreement file: planned, applied as a draft, exported again.

use super::{
    AgreementView,
    reading::{self, terms_of},
    standing,
    store::{self, Stored},
};
use crate::{
    companies, identity,
    kernel::{Database, Denial, No, Outcome, Tx},
};
use concordat_domain::{
    access::{Actor, Place, Verb, Who},
    agreements::{Agreement, Applied, BoundaryInFile, KnownIds, Resolved, Terms, file::AgreementFile},
    companies::Company,
    identity::Person,
    kernel::{AgreementId, Kind, Refusals},
};
use serde_json::json;
use std::sync::Arc;

/// What applying a file would come to, or has come to.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The agreement that the file describes; none where it would be a new one.
    pub agreement: Option<AgreementId>,
    /// The terms that the latest version has, where the agreement exists.
    pub before: Option<Arc<Terms>>,
    /// The terms that the file describes.
    pub after: Arc<Terms>,
    /// The boundaries that the file draws, which are no part of the terms.
    pub boundaries: Vec<BoundaryInFile>,
}

/// A file that was applied.
#[derive(Clone, Debug)]
pub struct AppliedFile {
    /// The agreement.
    pub agreement: AgreementId,
    /// What happened to its versions.
    pub applied: Applied,
    /// What has changed.
    pub plan: Plan,
}

/// What applying the file would change. Writes nothing.
///
/// # Errors
/// As [`described`]; whatever else is wrong in the file; forbidden for whoever sees the agreement and may not apply a file
/// to it; not found, as what is not there, for whoever does not see it.
pub fn plan(tx: &mut Tx<'_>, file: &[u8]) -> Outcome<Plan> {
    let names = read(tx, file)?;
    let found = identity::store::agreement_by_code(tx, &names.agreement.code.value)?;
    permit(tx, found.unwrap_or(AgreementId::INSTANCE))?;
    resolve(tx, found, &names, file)
}

/// Applies a file in a transaction of its own, of the agreement that it describes.
///
/// # Errors
/// As [`plan`]; refused while a version is being signed.
pub fn apply_file(database: &Database, actor: &Arc<Actor>, file: &[u8]) -> Outcome<AppliedFile> {
    let found = database.read(actor, |tx| described(tx, file))?;
    let id = found.unwrap_or_else(|| AgreementId(database.chance().id()));
    database.write(actor, id, |tx| apply(tx, id, file))
}

/// Which agreement a file describes; none where it would be a new one. Tells nothing of it.
///
/// # Errors
/// Forbidden, before the file is looked at, for whoever may apply none anywhere; what is wrong with its form.
pub fn described(tx: &mut Tx<'_>, file: &[u8]) -> Outcome<Option<AgreementId>> {
    let names = read(tx, file)?;
    identity::store::agreement_by_code(tx, &names.agreement.code.value)
}

/// Applies the file: a new agreement or the open draft says what it says, or an amendment is drafted. Companies and
/// people that are not known yet are added; nobody signs, nothing is deleted. `id` is the agreement of the
/// transaction: a new one where the code is not known yet.
///
/// # Errors
/// As [`plan`]; refused while a version is being signed.
pub fn apply(tx: &mut Tx<'_>, id: AgreementId, file: &[u8]) -> Outcome<AppliedFile> {
    let names = read(tx, file)?;
    let found = identity::store::agreement_by_code(tx, &names.agreement.code.value)?;
    permit(tx, id)?;
    if found.is_some_and(|found| found != id) {
        return Err(Denial::NotFound.into());
    }
    let plan = resolve(tx, found, &names, file)?;
    let applied = save(tx, id, &plan.after)?;
    Ok(AppliedFile { agreement: id, applied, plan })
}

/// The agreement as a file that applies again without a change, with these boundaries.
///
/// # Errors
/// Forbidden for whoever may not export it; not found.
pub fn export(
    tx: &mut Tx<'_>,
    id: AgreementId,
    version: Option<u32>,
    boundaries: &[BoundaryInFile],
) -> Outcome<String> {
    let view = tx.permit::<AgreementView>(Verb::AgreementExport, id)?;
    let terms = match version {
        Some(number) => super::terms_of_version(tx, id, number)?,
        None => view.terms.clone(),
    };
    terms.export(boundaries).map_err(No::broken)
}

/// The file in its own words. Whoever may apply none anywhere has none read.
fn read(tx: &Tx<'_>, file: &[u8]) -> Outcome<AgreementFile> {
    let actor = tx.actor();
    let mut places = actor.agreements().into_iter().chain([AgreementId::INSTANCE]).map(Place::shared);
    if !places.any(|place| actor.may(Verb::AgreementApply, place)) {
        let nobody = actor.who == Who::Anonymous;
        return Err(if nobody { Denial::Unauthenticated } else { Denial::Forbidden }.into());
    }
    let (names, _) = AgreementFile::read(file).map_err(Refusals::from)?;
    Ok(names)
}

fn permit(tx: &Tx<'_>, id: AgreementId) -> Outcome<()> {
    let place = Place::shared(id);
    match (tx.actor().may(Verb::AgreementApply, place), tx.actor().may(Verb::AgreementView, place)) {
        (true, _) => Ok(()),
        (false, true) => Err(Denial::Forbidden.into()),
        (false, false) => Err(Denial::NotFound.into()),
    }
}

fn resolve(tx: &mut Tx<'_>, found: Option<AgreementId>, names: &AgreementFile, file: &[u8]) -> Outcome<Plan> {
    let before = match found {
        Some(id) => latest(tx, id)?,
        None => None,
    };
    let codes: Vec<String> = names.companies.iter().map(|company| company.code.value.clone()).collect();
    let emails: Vec<String> = names.people.iter().map(|person| person.email.value.trim().to_lowercase()).collect();
    let known = KnownIds {
        companies: companies::store::by_codes(tx, &codes)?.into_iter().map(|one| (one.code, one.id)).collect(),
        people: identity::store::people_by_emails(tx, &emails)?.into_iter().map(|one| (one.email, one.id)).collect(),
        previous: before.as_deref(),
    };
    let Resolved { terms, boundaries } = Resolved::read(file, &known, &mut || tx.id()).map_err(Refusals::from)?;
    Ok(Plan { agreement: found, before, after: Arc::new(terms), boundaries })
}

fn latest(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Option<Arc<Terms>>> {
    let Some(stored) = reading::load(tx, id)? else { return Ok(None) };
    stored.agreement.latest().map(|version| terms_of(tx, id, version)).transpose()
}

fn save(tx: &mut Tx<'_>, id: AgreementId, terms: &Arc<Terms>) -> Outcome<Applied> {
    let (mut stored, applied) = match reading::load(tx, id)? {
        None => {
            store::insert(tx, id, terms)?;
            let agreement = Agreement::new(id, terms);
            (Stored { agreement, name: terms.name.clone(), in_force: None }, Applied::Drafted(1))
        }
        Some(stored) => {
            let (agreement, applied) = stored.agreement.clone().apply(terms)?;
            (Stored { agreement, ..Stored::clone(&stored) }, applied)
        }
    };
    if applied == Applied::Unchanged {
        return Ok(applied);
    }
    add_companies(tx, terms)?;
    add_people(tx, terms)?;
    store::save(tx, &stored, Some(terms))?;
    let today = terms.zone.date_of(tx.now());
    standing::follow(tx, &mut stored, today)?;
    store::save(tx, &stored, None)?;
    tx.record(Kind::new("agreement.applied"), id, None, &json!({ "digest": terms.digest() }))?;
    Ok(applied)
}

fn add_companies(tx: &mut Tx<'_>, terms: &Terms) -> Outcome<()> {
    let codes: Vec<String> = terms.companies.iter().map(|company| company.code.clone()).collect();
    let known = companies::store::by_codes(tx, &codes)?;
    for company in terms.companies.iter().filter(|company| known.iter().all(|one| one.id != company.id)) {
        let (code, name) = (company.code.clone(), company.name.clone());
        companies::store::insert(tx, &Company { id: company.id, code, name, kind: company.kind })?;
    }
    Ok(())
}

fn add_people(tx: &mut Tx<'_>, terms: &Terms) -> Outcome<()> {
    let emails: Vec<String> = terms.people.iter().map(|person| person.email.clone()).collect();
    let known = identity::store::people_by_emails(tx, &emails)?;
    for person in terms.people.iter().filter(|person| known.iter().all(|one| one.id != person.id)) {
        let (email, name) = (person.email.clone(), person.name.clone());
        let new = Person { id: person.id, email, name, company: person.company, operator: false, active: true };
        identity::store::insert_person(tx, &new)?;
    }
    Ok(())
}
