//! Deadlines of escalations: what was not answered climbs, once at each deadline and in their order, however many servers
//! look.

use super::{
    paths::paths,
    store::{self, Stored},
};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Noun as _, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    escalations::events,
    kernel::{AgreementId, EscalationId, Moment},
};
use serde_json::json;
use std::sync::Arc;

/// So many climb in one transaction.
const AT_ONCE: i64 = 500;

/// Lets everything climb whose deadline has passed, in every agreement; tells how many there were.
///
/// # Errors
/// A fault of the database; what climbed before it stays so.
pub fn climb_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut climbed = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        while !database.read(&console, |tx| store::rows::due(tx, agreement, 1))?.is_empty() {
            climbed += database.write(&console, agreement, |tx| climb(tx, agreement, AT_ONCE))?;
        }
        Ok(())
    })?;
    Ok(climbed)
}

/// Lets so many climb in an agreement, the earliest deadline first. Behind the lock of the agreement's log, so whoever
/// comes second finds nothing. A level's time begins when the matter comes to it.
///
/// # Errors
/// A fault of the database.
pub fn climb(tx: &mut Tx<'_>, agreement: AgreementId, most: i64) -> Outcome<usize> {
    let due = store::rows::due(tx, agreement, most)?;
    let Some(view) = AgreementView::load(tx, agreement)?.filter(|_| !due.is_empty()) else { return Ok(0) };
    let (paths, now) = (paths(tx, &view)?, tx.now());
    let mut climbed = Vec::with_capacity(due.len());
    for Stored { escalation, raised_at, revision } in due {
        let (before, passed) = (escalation.level(), escalation.deadline());
        let escalation = escalation.expire(&paths, now);
        let kind = match escalation.level() == before {
            true => events::ESCALATION_REPEATED,
            false => events::ESCALATION_CLIMBED,
        };
        tx.record(kind, escalation.id, None, &told(&escalation, passed))?;
        climbed.push(Stored { escalation, raised_at, revision: revision + 1 });
    }
    store::rows::put(tx, &climbed)?;
    Ok(climbed.len())
}

/// What the log tells of an escalation: its level from 1 on, why it is there, the deadline that has passed and the next.
pub(super) fn told(
    escalation: &concordat_domain::escalations::Escalation,
    passed: Option<Moment>,
) -> serde_json::Value {
    let why = escalation.standing().map(|climb| climb.why.name());
    json!({ "level": escalation.level() + 1, "why": why, "due": passed, "next": escalation.deadline() })
}

/// An escalation of which something is wrong that never should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// The agreement.
    pub agreement: AgreementId,
    /// Which.
    pub id: EscalationId,
    /// What is wrong.
    pub faults: Vec<&'static str>,
}

/// Escalations to a page.
const PAGE: i64 = 1_000;

/// Every escalation of an instance that is not over and has no owner, no next deadline, or another fault; none, ever.
///
/// # Errors
/// A fault of the database.
pub fn unsound(database: &Database) -> Outcome<Vec<Unsound>> {
    let console = Arc::new(Actor::console());
    let mut found = Vec::new();
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        let mut after: Option<EscalationId> = None;
        loop {
            let page = database.read(&console, |tx| store::rows::open(tx, agreement, after, PAGE))?;
            let Some(last) = page.last() else { return Ok(()) };
            after = Some(last.escalation.id);
            for Stored { escalation, .. } in page {
                let faults = escalation.faults();
                if !faults.is_empty() {
                    found.push(Unsound { agreement, id: escalation.id, faults });
                }
            }
        }
    })?;
    Ok(found)
}
