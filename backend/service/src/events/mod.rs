//! The event log: read by those who may, and verified against tampering.

mod audit;
pub mod store;

pub use audit::{Audited, audit_verify};
pub use store::{EventFilter, EventPage};

use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, Event},
};

/// Events of an agreement's log. The instance's own log ([`AgreementId::INSTANCE`]) is for its operator.
///
/// # Errors
/// Not found where the actor may not see the agreement; denied where they see it but not its log.
pub fn events(tx: &mut Tx<'_>, agreement: AgreementId, filter: &EventFilter, page: EventPage) -> Outcome<Vec<Event>> {
    may_read(tx, agreement)?;
    let mut found = store::page(tx, agreement, filter, page)?;
    found.iter_mut().for_each(|event| withhold(tx, event));
    Ok(found)
}

/// How many measurements came in is a figure itself, and of one company's KPI perhaps the very figure: it is told to
/// whoever may see the measurements. That some came in is told to everybody who reads the log.
const OF_MEASUREMENTS: &str = "measurements.recorded";

fn withhold(tx: &Tx<'_>, event: &mut Event) {
    let place = Place { agreement: event.agreement, owner: event.company };
    if event.kind.name() == OF_MEASUREMENTS && !tx.actor().may(Verb::MeasurementView, place) {
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

fn may_read(tx: &Tx<'_>, agreement: AgreementId) -> Outcome<()> {
    let place = Place::shared(agreement);
    let (see, read) = match agreement {
        AgreementId::INSTANCE => (Verb::InstanceOperate, Verb::InstanceOperate),
        _ => (Verb::AgreementView, Verb::EventView),
    };
    match (tx.actor().may(see, place), tx.actor().may(read, place)) {
        (false, _) => Err(Denial::NotFound.into()),
        (true, false) => Err(Denial::Forbidden.into()),
        (true, true) => Ok(()),
    }
}
