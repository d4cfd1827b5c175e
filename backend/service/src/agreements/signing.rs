//! From draft to active: propose, sign, withdraw, settle, end.

use super::{
    AgreementView,
    reading::{self, terms_of},
    standing,
    store::{self, Stored},
};
use crate::kernel::{Database, Denial, No, Outcome, Permitted, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Actor, Place, Verb},
    agreements::{Agreement, Digest, Signature, Terms},
    kernel::{AgreementId, CompanyId, Kind, Verdict},
};
use serde_json::json;
use std::sync::Arc;

/// Puts the draft before the parties: from now on its terms stand still and signatories may sign.
///
/// # Errors
/// Refused when there is no draft or when it lacks what an active agreement needs.
pub fn propose(tx: &mut Tx<'_>, on: &Permitted<AgreementView>) -> Outcome<Agreement> {
    let now = tx.now();
    change(tx, on, |agreement, terms, _| agreement.propose(terms, now), "agreement.proposed", None)
}

/// Takes the proposed version back; its signatures are void.
///
/// # Errors
/// Refused when nothing is proposed.
pub fn withdraw(tx: &mut Tx<'_>, on: &Permitted<AgreementView>) -> Outcome<Agreement> {
    change(tx, on, |agreement, terms, _| agreement.withdraw(terms), "agreement.withdrawn", None)
}

/// Signs the proposed version for a company. With the last signature it becomes active.
///
/// # Errors
/// Forbidden for whoever is no signatory of the company; refused when the digest is not that of what is proposed.
pub fn sign(tx: &mut Tx<'_>, on: &Permitted<AgreementView>, company: CompanyId, digest: Digest) -> Outcome<Agreement> {
    let id = on.agreement.id;
    if !tx.actor().may(Verb::AgreementSign, Place::owned(id, company)) {
        return Err(Denial::Forbidden.into());
    }
    let Some(person) = tx.actor().person() else { return Err(Denial::Forbidden.into()) };
    let signature = Signature { company, person, digest, at: tx.now() };
    let agreed = agreed(tx, &on.agreement)?;
    let signed =
        |agreement: Agreement, terms: &Terms, today| agreement.sign(terms, agreed.as_deref(), signature, today);
    change(tx, on, signed, "agreement.signed", Some(company))
}

/// The companies whose signature the open version still needs; none where nothing is proposed.
///
/// # Errors
/// A fault of the database.
pub fn missing_signatures(tx: &mut Tx<'_>, on: &AgreementView) -> Outcome<Vec<CompanyId>> {
    let Some(open) = on.agreement.open().cloned() else { return Ok(Vec::new()) };
    let terms = terms_of(tx, on.agreement.id, &open)?;
    let agreed = agreed(tx, &on.agreement)?;
    Ok(open.missing(&terms, agreed.as_deref(), terms.zone.date_of(tx.now())))
}

/// The terms of the active version: what every party has signed last.
fn agreed(tx: &mut Tx<'_>, agreement: &Agreement) -> Outcome<Option<Arc<Terms>>> {
    let version = agreement.active().cloned();
    version.map(|version| terms_of(tx, agreement.id, &version)).transpose()
}

/// Brings every agreement to what the day says of it; tells how many changed.
///
/// # Errors
/// A fault of the database.
pub fn settle_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut settled = 0;
    super::each(database, |view| {
        let id = view.agreement.id;
        if database.read(&console, |tx| unsettled(tx, id))?.is_some() {
            database.write(&console, id, |tx| settle(tx, id))?;
            settled += 1;
        }
        Ok(())
    })?;
    Ok(settled)
}

/// Looks again whether a proposed version is complete and which version holds today: a party may have left, a
/// version's first day may have come. Changes nothing where nothing is due.
///
/// # Errors
/// A fault of the database.
pub fn settle(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<()> {
    let Some((mut next, today)) = unsettled(tx, id)? else { return Ok(()) };
    standing::follow(tx, &mut next, today)?;
    store::save(tx, &next, None)?;
    tx.record(Kind::new("agreement.settled"), id, None, &json!({ "in_force": next.in_force }))
}

/// An agreement as the day has it, where that is not how it stands.
fn unsettled(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Option<(Stored, NaiveDate)>> {
    let stored = reading::load(tx, id)?.ok_or(Denial::NotFound)?;
    let today = reading::today(tx, &stored)?;
    let mut next = Stored::clone(&stored);
    if let Some(open) = stored.agreement.open().cloned() {
        let terms = terms_of(tx, id, &open)?;
        let agreed = agreed(tx, &stored.agreement)?;
        next.agreement = stored.agreement.clone().settle(&terms, agreed.as_deref(), tx.now(), today)?;
    }
    // an agreement that has ended keeps who may read it
    let due = next.agreement.in_force(today).is_some_and(|version| Some(version.number) != next.in_force);
    Ok((due || next.agreement != stored.agreement).then_some((next, today)))
}

/// Ends an active agreement from a day on.
///
/// # Errors
/// Refused when it is not active.
pub fn end(tx: &mut Tx<'_>, on: &Permitted<AgreementView>, day: NaiveDate) -> Outcome<Agreement> {
    change(tx, on, |agreement, _, _| agreement.end(day), "agreement.ended", None)
}

fn change(
    tx: &mut Tx<'_>,
    on: &AgreementView,
    verb: impl FnOnce(Agreement, &Terms, NaiveDate) -> Verdict<Agreement>,
    kind: &'static str,
    company: Option<CompanyId>,
) -> Outcome<Agreement> {
    let id = on.agreement.id;
    let stored = reading::load(tx, id)?.ok_or(Denial::NotFound)?;
    let newest = stored.agreement.latest().cloned().ok_or_else(|| No::broken("an agreement without a version"))?;
    let (terms, today) = (terms_of(tx, id, &newest)?, reading::today(tx, &stored)?);
    let mut next = Stored { agreement: verb(stored.agreement.clone(), &terms, today)?, ..Stored::clone(&stored) };
    standing::follow(tx, &mut next, today)?;
    store::save(tx, &next, None)?;
    let state = next.agreement.latest().map(|version| version.state.name());
    let detail = json!({ "version": newest.number, "digest": newest.digest, "state": state });
    tx.record(Kind::new(kind), id, company, &detail)?;
    Ok(next.agreement)
}
