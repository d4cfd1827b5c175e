//! The event log: read by those who may, and verified against tampering.

mod audit;
pub mod store;

pub use audit::{Audited, Part, audit_part, audit_verify};
pub use store::{EventFilter, EventOrder, EventPage};

use crate::{
    cases::{self, Sight},
    kernel::{Denial, No, Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    boundaries::life,
    cases::{
        CASE_ACCEPTANCE_OVERDUE, CASE_BREACHED, CASE_DUE_SOON, CASE_PAUSE_CAPPED, CASE_RECOVERY_OVERDUE,
        CASES_IMPORTED, CASES_MEASURED,
    },
    coordination::events as coordination,
    escalations::events as escalations,
    kernel::{AgreementId, Event},
};

/// Events of an agreement's log. The instance's own log ([`AgreementId::INSTANCE`]) is for its operator.
///
/// # Errors
/// Not found where the actor may not see the agreement; denied where they see it but not its log.
pub fn events(tx: &mut Tx<'_>, agreement: AgreementId, filter: &EventFilter, page: EventPage) -> Outcome<Vec<Event>> {
    may_read(tx, agreement)?;
    let mut found = store::page(tx, agreement, filter, page)?;
    for event in &mut found {
        withhold(tx, event);
    }
    Ok(found)
}

/// Events of an agreement's log as they are, for what follows from them: nobody's permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn following(tx: &mut Tx<'_>, agreement: AgreementId, page: EventPage) -> Outcome<Vec<Event>> {
    store::page(tx, agreement, &EventFilter::default(), page)
}

/// The numbers of the last events of some agreements, for what rests on nothing having happened since. Nobody's permission is
/// asked.
pub(crate) fn heads(tx: &mut Tx<'_>, agreements: &[AgreementId]) -> Outcome<Vec<(AgreementId, i64)>> {
    store::heads(tx, agreements)
}

/// How many measurements came in is a figure itself, and of one company's KPI perhaps the very figure: it is told to
/// whoever may see the measurements. That some came in is told to everybody who reads the log.
const OF_MEASUREMENTS: &str = "measurements.recorded";

fn withhold(tx: &mut Tx<'_>, event: &mut Event) {
    let place = Place { agreement: event.agreement, owner: event.company };
    let told = match event.kind.name() {
        OF_MEASUREMENTS => tx.actor().may(Verb::MeasurementView, place),
        // how many cases came in, or were measured, is for those who see all of them
        kind if [CASES_IMPORTED.name(), CASES_MEASURED.name()].contains(&kind) => {
            matches!(cases::sees(tx, event.agreement), Ok(Sight::All))
        }
        _ => true,
    };
    if !told {
        event.detail = serde_json::json!({});
    }
}

/// The number of the newest event of a log that the actor may read; 0 while it is empty.
///
/// # Errors
/// As [`events`].
pub fn newest(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    may_read(tx, agreement)?;
    Ok(store::head(tx, agreement)?.map_or(0, |head| head.number))
}

/// Those of an agreement's events that tell of deadlines of cases which the actor sees.
///
/// # Errors
/// Not found where the actor may not see the agreement; denied where they see none of its cases.
pub fn deadlines(tx: &mut Tx<'_>, agreement: AgreementId, page: EventPage) -> Outcome<Vec<Event>> {
    cases::sees(tx, agreement)?;
    let kinds = [CASE_DUE_SOON, CASE_BREACHED, CASE_PAUSE_CAPPED, CASE_ACCEPTANCE_OVERDUE, CASE_RECOVERY_OVERDUE];
    let kinds = kinds.iter().map(|kind| kind.name().to_owned()).collect();
    let filter = EventFilter { kinds, ..EventFilter::default() };
    store::page(tx, agreement, &filter, page)
}

/// The number of the newest event of a log, for whoever sees its cases; 0 while it is empty.
///
/// # Errors
/// As [`deadlines`].
pub fn newest_deadline(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    cases::sees(tx, agreement)?;
    Ok(store::head(tx, agreement)?.map_or(0, |head| head.number))
}

/// Those of an agreement's events that tell of its boundaries and of what is found about them.
///
/// # Errors
/// Not found where the actor may not see the agreement; denied where they see none of its boundaries.
pub fn of_boundaries(tx: &mut Tx<'_>, agreement: AgreementId, page: EventPage) -> Outcome<Vec<Event>> {
    may(tx, agreement, Verb::BoundaryView)?;
    let of_findings = ["appeared", "grew", "vanished", "accepted", "reopened"].map(|verb| format!("finding.{verb}"));
    let kinds = life::EVENTS.iter().map(|kind| kind.name().to_owned()).chain(of_findings);
    let filter = EventFilter { kinds: kinds.collect(), ..EventFilter::default() };
    store::page(tx, agreement, &filter, page)
}

/// The number of the newest event of a log, for whoever sees its boundaries; 0 while it is empty.
///
/// # Errors
/// As [`of_boundaries`].
pub fn newest_of_boundaries(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    may(tx, agreement, Verb::BoundaryView)?;
    Ok(store::head(tx, agreement)?.map_or(0, |head| head.number))
}

/// Those of an agreement's events that tell of escalations. Which of them the actor sees, is told by the escalations.
///
/// # Errors
/// Not found where the actor may not see the agreement; denied where they see no escalation.
pub fn of_escalations(tx: &mut Tx<'_>, agreement: AgreementId, page: EventPage) -> Outcome<Vec<Event>> {
    may_somewhere(tx, agreement, Verb::EscalationView)?;
    let kinds = escalations::EVENTS.iter().map(|kind| kind.name().to_owned()).collect();
    store::page(tx, agreement, &EventFilter { kinds, ..EventFilter::default() }, page)
}

/// The number of the newest event of a log, for whoever sees escalations; 0 while it is empty.
///
/// # Errors
/// As [`of_escalations`].
pub fn newest_of_escalations(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    may_somewhere(tx, agreement, Verb::EscalationView)?;
    Ok(store::head(tx, agreement)?.map_or(0, |head| head.number))
}

/// Those of an agreement's events that tell of meetings, decisions and action items. Which of them the actor sees, is told by
/// what they happened to.
///
/// # Errors
/// Not found where the actor may not see the agreement; denied where they see no meetings.
pub fn of_meetings(tx: &mut Tx<'_>, agreement: AgreementId, page: EventPage) -> Outcome<Vec<Event>> {
    may(tx, agreement, Verb::MeetingView)?;
    let kinds = coordination::EVENTS.iter().map(|kind| kind.name().to_owned()).collect();
    store::page(tx, agreement, &EventFilter { kinds, ..EventFilter::default() }, page)
}

/// The number of the newest event of a log, for whoever sees its meetings; 0 while it is empty.
///
/// # Errors
/// As [`of_meetings`].
pub fn newest_of_meetings(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    may(tx, agreement, Verb::MeetingView)?;
    Ok(store::head(tx, agreement)?.map_or(0, |head| head.number))
}

/// Whether the actor may read for all, or for a company of theirs.
fn may_somewhere(tx: &Tx<'_>, agreement: AgreementId, read: Verb) -> Outcome<()> {
    let own = tx.actor().on_behalf(read, agreement).is_some_and(|own| !own.is_empty());
    match may(tx, agreement, read) {
        Err(No::Denied(Denial::Forbidden)) if own => Ok(()),
        told => told,
    }
}

fn may_read(tx: &Tx<'_>, agreement: AgreementId) -> Outcome<()> {
    may(tx, agreement, Verb::EventView)
}

fn may(tx: &Tx<'_>, agreement: AgreementId, read: Verb) -> Outcome<()> {
    let place = Place::shared(agreement);
    let (see, read) = match agreement {
        AgreementId::INSTANCE => (Verb::InstanceOperate, Verb::InstanceOperate),
        _ => (Verb::AgreementView, read),
    };
    match (tx.actor().may(see, place), tx.actor().may(read, place)) {
        (false, _) => Err(Denial::NotFound.into()),
        (true, false) => Err(Denial::Forbidden.into()),
        (true, true) => Ok(()),
    }
}
