//! What people do with a case: each verb is one event of its log, told by a named person for a named company.

use super::{
    keeping::{Grown, keep},
    rules,
    store::events::Logged,
    view::CaseView,
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    cases::{Case, CaseEvent, Holder, Rulebooks, What, codes},
    kernel::{AgreementId, CaseId, CompanyId, PersonId},
};
use serde_json::json;
use std::sync::Arc;

/// Takes in a customer's case at a contact point, which holds it from then on. `at` is the team and company that do.
///
/// # Errors
/// Forbidden for whoever is no agent of that company; `CASE_AGREEMENT` where the agreement takes no cases, and what
/// the rules of opening and holding refuse.
pub fn open(tx: &mut Tx<'_>, agreement: AgreementId, at: Holder, opening: What) -> Outcome<CaseView> {
    let view = tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    let (person, company) = tx.speaker(Verb::CaseOpen, agreement, Some(at.company))?;
    let rules = rules::rulebooks(tx, &view)?;
    let id = CaseId(tx.id());
    let reference = format!("C-{}", tx.newest_event(agreement)? + 1);
    let mut log = Vec::new();
    for what in [opening, What::Accepted { by: at }] {
        let event = event(tx, log.len(), (person, company), what);
        check(id, &log, &event, &rules)?;
        tx.record(event.what.kind(), id, Some(company), &json!({ "number": event.number, "reference": reference }))?;
        log.push(Logged { event, source_key: None });
    }
    let fresh = CaseView {
        agreement,
        case: replay(id, &log, &rules),
        log: Arc::new(Vec::new()),
        rules,
        source: String::new(),
        reference,
        revision: 0,
        open: true,
        owner: None,
    };
    grow(tx, &view, fresh, log)
}

/// Tells of a case what a company that holds it, or is offered it, does: every verb of daily work.
///
/// # Errors
/// `CASE_STALE` when it is not at `revision`; forbidden for whoever speaks for no company that holds it or is offered
/// it, as the event wants; what its rule refuses.
pub fn handle(tx: &mut Tx<'_>, on: Permitted<CaseView>, revision: i32, what: What) -> Outcome<CaseView> {
    let able = tx.speaks_for(Verb::CaseHandle, on.agreement);
    let company = concerned(&on.case, &what).into_iter().find(|company| able.contains(company));
    let by = tx.speaker(Verb::CaseHandle, on.agreement, Some(company.ok_or(Denial::Forbidden)?))?;
    tell(tx, on, revision, by, what)
}

/// The companies that may tell of a case that this happened.
fn concerned(case: &Case, what: &What) -> Vec<CompanyId> {
    match what {
        What::Accepted { by } => vec![by.company],
        What::Refused { .. } => case.offer.iter().map(|offer| offer.to.company).collect(),
        _ => {
            let shared = case.swarms.last().filter(|swarm| swarm.until.is_none());
            let shared = shared.iter().flat_map(|swarm| swarm.shares.iter().map(|share| share.company));
            case.holder.iter().map(|holder| holder.company).chain(shared).collect()
        }
    }
}

/// Consents to a pause, or disputes to whom time is attributed, for one's company.
///
/// # Errors
/// As for [`handle`].
pub fn answer(
    tx: &mut Tx<'_>,
    on: Permitted<CaseView>,
    revision: i32,
    company: Option<CompanyId>,
    what: What,
) -> Outcome<CaseView> {
    let by = tx.speaker(Verb::CaseAnswer, on.agreement, company)?;
    tell(tx, on, revision, by, what)
}

/// Decides a dispute. Nobody decides one of a company for which they speak.
///
/// # Errors
/// As for [`handle`]; `CASE_OWN_DISPUTE` for whoever speaks for the company that disputes.
pub fn decide(
    tx: &mut Tx<'_>,
    on: Permitted<CaseView>,
    revision: i32,
    company: Option<CompanyId>,
    what: What,
) -> Outcome<CaseView> {
    let by = tx.speaker(Verb::CaseDecide, on.agreement, company)?;
    if let What::Decided { dispute, .. } = &what {
        let disputing = on.log.iter().find(|logged| logged.event.number == *dispute).and_then(|it| it.event.company);
        let own = tx.speaks_for(Verb::CaseDecide, on.agreement);
        if disputing.is_some_and(|company| own.contains(&company)) {
            return Err(codes::CASE_OWN_DISPUTE.refuse_field("dispute", codes::CASE_OWN_DISPUTE.meaning).into());
        }
    }
    tell(tx, on, revision, by, what)
}

/// Rates a case, for the customer who brought it.
///
/// # Errors
/// As for [`handle`].
pub fn rate(tx: &mut Tx<'_>, on: Permitted<CaseView>, revision: i32, what: What) -> Outcome<CaseView> {
    let by = tx.speaker(Verb::CaseRate, on.agreement, Some(on.case.customer.ok_or(Denial::Forbidden)?))?;
    tell(tx, on, revision, by, what)
}

fn tell(
    tx: &mut Tx<'_>,
    on: Permitted<CaseView>,
    revision: i32,
    by: (PersonId, CompanyId),
    what: What,
) -> Outcome<CaseView> {
    let on = on.into_inner();
    if on.revision != revision {
        return Err(codes::CASE_STALE.refuse(codes::CASE_STALE.meaning).into());
    }
    let event = event(tx, on.log.len(), by, what);
    check(on.case.id, &on.log, &event, &on.rules)?;
    let view = AgreementView::load(tx, on.agreement)?.ok_or(Denial::NotFound)?;
    tx.record(event.what.kind(), on.case.id, Some(by.1), &json!({ "number": event.number }))?;
    grow(tx, &view, on, vec![Logged { event, source_key: None }])
}

/// Adds to the log of a case and keeps what follows.
fn grow(tx: &mut Tx<'_>, view: &AgreementView, mut on: CaseView, added: Vec<Logged>) -> Outcome<CaseView> {
    let log: Vec<Logged> = on.log.iter().cloned().chain(added.iter().cloned()).collect();
    on.case = replay(on.case.id, &log, &on.rules);
    on.revision += 1;
    on.log = Arc::new(log);
    let grown = Grown {
        case: &on.case,
        source: &on.source,
        reference: &on.reference,
        revision: on.revision,
        added: &added,
    };
    keep(tx, view, &on.rules, &[grown])?;
    Ok(on)
}
