//! What people do with a case: each verb is one event of its log, told by a named person for a named company.

use super::{
    checking,
    keeping::{Grown, keep},
    rules,
    store::events::Logged,
    view::{CaseView, FollowedCase},
};
use crate::{
    agreements::AgreementView,
    boundaries,
    kernel::{Denial, Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{CaseDisclosure, TeamKind},
    cases::{Case, CaseEvent, Holder, Offer, What, codes},
    kernel::{AgreementId, CaseId, CompanyId, Moment, PersonId, ServiceId, Span},
};
use serde_json::json;
use std::sync::Arc;

/// So far may the clocks of two servers be apart.
const AHEAD: Span = Span::from_seconds(1);

/// Takes in a customer's case at a contact point, which holds it from then on. `at` is the team and company that do.
///
/// # Errors
/// Forbidden for whoever is no agent of that company; `TRAINING_MISSING` for whoever is neither trained on the boundaries
/// of the service nor let off; `CASE_HANDLING` where the agreement takes no cases, and what
/// the rules of opening and holding refuse.
pub fn open(tx: &mut Tx<'_>, agreement: AgreementId, at: Holder, opening: What) -> Outcome<CaseView> {
    let view = tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    let (person, company) = tx.speaker(Verb::CaseOpen, agreement, Some(at.company))?;
    let rules = rules::rulebooks(tx, &view)?;
    rules.at(tx.now()).check_contact_point(at.team)?;
    if let What::Opened { service, .. } = &opening {
        check_duty(tx, &view, (person, company), at, *service)?;
    }
    let id = CaseId(tx.id());
    let reference = format!("C-{}", tx.newest(agreement)?.number + 1);
    let events = events(tx.now(), 0, (person, company), [opening, What::Accepted { by: at }]);
    let case = Case::append(id, &[], &events, &rules, tx.now())?;
    for event in &events {
        tx.record(event.what.kind(), id, Some(company), &json!({ "number": event.number, "reference": reference }))?;
    }
    let (at, log) = (tx.now(), Arc::new(logged(events)));
    let open = rules.at(at).handling().disclosure == CaseDisclosure::Open;
    let (source, revision, owner) = (String::new(), 1, Some(company));
    let opened = CaseView { agreement, case, log, at, rules, source, reference, revision, open, owner };
    keep(tx, &view, &opened.rules, &[Grown::of(&opened, 0)])?;
    Ok(opened)
}

/// Whoever takes a case on at a contact point is trained on the boundaries of its service, or let off.
fn check_duty(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    by: (PersonId, CompanyId),
    at: Holder,
    service: ServiceId,
) -> Outcome<()> {
    match view.terms.team(at.team).map(|team| team.kind) {
        Some(TeamKind::ContactPoint) => boundaries::check_duty(tx, view, by, (at.team, service)),
        _ => Ok(()),
    }
}

/// Tells of a case what a company that holds it, or is offered it, does: every verb of daily work. Of what is offered
/// outside a boundary the reason is taken; whether it is outside, and of what, is found here.
///
/// # Errors
/// `CASE_STALE` when it is not at `revision`; forbidden for whoever speaks for no company that holds it or is offered
/// it, as the event wants; what its rule refuses; `CASE_OUTSIDE_BOUNDARY` for what is offered outside the receiver's
/// boundary without a reason, `CASE_REFUSAL_BOUNDARY` for a refusal that cites no boundary where it has to;
/// `TRAINING_MISSING` for what an untrained member takes on at a contact point.
pub fn handle(tx: &mut Tx<'_>, on: Permitted<CaseView>, revision: i32, what: What) -> Outcome<CaseView> {
    let able = tx.speaks_for(Verb::CaseHandle, on.agreement);
    if !able.is_empty() {
        // who may do it depends on what has happened: that is told first
        fresh(&on, revision)?;
        if matches!(what, What::Refused { .. }) {
            offered(&on.case)?;
        }
    }
    let company = concerned(&on.case, &what).into_iter().find(|company| able.contains(company));
    let by = tx.speaker(Verb::CaseHandle, on.agreement, Some(company.ok_or(Denial::Forbidden)?))?;
    let what = match what {
        What::Offered { to, reason, outside } => {
            let (plain, why) =
                (What::Offered { to, reason: reason.clone(), outside: None }, outside.map(|it| it.reason));
            applies(&on, by, plain, tx.now())?;
            What::Offered { to, reason, outside: checking::offered(tx, &on, to, why.as_deref())? }
        }
        What::Accepted { by: at } => {
            let view = AgreementView::load(tx, on.agreement)?.ok_or(Denial::NotFound)?;
            check_duty(tx, &view, by, at, on.case.service)?;
            what
        }
        What::Refused { ref boundary, .. } => {
            checking::refused(tx, &on, boundary.as_deref())?;
            what
        }
        what => what,
    };
    tell(tx, on.into_inner(), revision, by, what)
}

/// Takes on a case that is offered, in the name of a company of the team that is asked; without one, of the company to
/// which it was offered.
///
/// # Errors
/// As for [`handle`]; `CASE_NOT_OFFERED` for what is offered to nobody.
pub fn accept(
    tx: &mut Tx<'_>,
    on: Permitted<CaseView>,
    revision: i32,
    company: Option<CompanyId>,
) -> Outcome<CaseView> {
    if tx.speaks_for(Verb::CaseHandle, on.agreement).is_empty() {
        return Err(Denial::Forbidden.into());
    }
    let to = offered(&on.case)?.to;
    let by = Holder { company: company.unwrap_or(to.company), ..to };
    handle(tx, on, revision, What::Accepted { by })
}

fn offered(case: &Case) -> Outcome<Offer> {
    case.offer.ok_or_else(|| codes::CASE_NOT_OFFERED.refuse(codes::CASE_NOT_OFFERED.meaning).into())
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
    tell(tx, on.into_inner(), revision, by, what)
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
    tell(tx, on.into_inner(), revision, by, what)
}

/// Rates a case, for the customer who brought it.
///
/// # Errors
/// As for [`handle`].
pub fn rate(tx: &mut Tx<'_>, on: Permitted<FollowedCase>, revision: i32, what: What) -> Outcome<CaseView> {
    let on = on.into_inner().case;
    let by = tx.speaker(Verb::CaseRate, on.agreement, Some(on.case.customer.ok_or(Denial::Forbidden)?))?;
    tell(tx, on, revision, by, what)
}

/// Whether an event can be told of a case at all.
fn applies(on: &CaseView, by: (PersonId, CompanyId), what: What, now: Moment) -> Outcome<()> {
    let log = on.events();
    let at = moment(&log, &what, now);
    let new = events(at, log.len(), by, [what]);
    Ok(Case::append(on.case.id, &log, &new, &on.rules, at).map(drop)?)
}

fn tell(tx: &mut Tx<'_>, on: CaseView, revision: i32, by: (PersonId, CompanyId), what: What) -> Outcome<CaseView> {
    fresh(&on, revision)?;
    let log = on.events();
    let at = moment(&log, &what, tx.now());
    let new = events(at, log.len(), by, [what]);
    let case = Case::append(on.case.id, &log, &new, &on.rules, at)?;
    let view = AgreementView::load(tx, on.agreement)?.ok_or(Denial::NotFound)?;
    for event in &new {
        tx.record(event.what.kind(), case.id, Some(by.1), &json!({ "number": event.number }))?;
    }
    let all: Vec<Logged> = on.log.iter().cloned().chain(logged(new)).collect();
    let told = CaseView { case, log: Arc::new(all), revision: on.revision + 1, at, ..on };
    keep(tx, &view, &told.rules, &[Grown::of(&told, log.len())])?;
    Ok(told)
}

fn fresh(on: &CaseView, revision: i32) -> Outcome<()> {
    if on.revision == revision { Ok(()) } else { Err(codes::CASE_STALE.refuse(codes::CASE_STALE.meaning).into()) }
}

/// The moment of what is told now: a microsecond after the log's latest event where that is of this very moment and would
/// come after what is told. An event that another server, whose clock is a little ahead, has told before counts as now.
fn moment(log: &[CaseEvent], what: &What, now: Moment) -> Moment {
    let Some((latest, rank)) = log.iter().map(|known| (known.at, known.what.rank())).max() else { return now };
    if latest < now || latest > now.plus(AHEAD) {
        return now;
    }
    if rank > what.rank() { latest.plus(Span::from_micros(1)) } else { latest }
}

/// Events of one moment by a person for a company, numbered after those that a log has.
fn events(
    at: Moment,
    known: usize,
    (person, company): (PersonId, CompanyId),
    told: impl IntoIterator<Item = What>,
) -> Vec<CaseEvent> {
    let first = i64::try_from(known).unwrap_or(i64::MAX - 1).saturating_add(1);
    let event =
        |(number, what)| CaseEvent { at, number, what, person: Some(person), company: Some(company), source: None };
    (first..).zip(told).map(event).collect()
}

fn logged(events: Vec<CaseEvent>) -> Vec<Logged> {
    events.into_iter().map(|event| Logged { event, source_key: None }).collect()
}
