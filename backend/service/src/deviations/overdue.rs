//! Tasks of corrective actions that are not done by their due day: told of once each, however many servers look.

use super::{acting::keep, store};
use crate::{
    agreements,
    kernel::{Database, Outcome, Tx},
};
use concordat_domain::{access::Actor, deviations::events, kernel::AgreementId};
use serde_json::json;
use std::sync::Arc;

/// So many corrective actions are looked at in one transaction.
const AT_ONCE: i64 = 100;

/// Tells of every task that is overdue by now in every agreement; tells how many there were.
///
/// # Errors
/// A fault of the database; what was told before it stays so.
pub fn overdue_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut told = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        while !database.read(&console, |tx| store::actions::due(tx, agreement, 1))?.is_empty() {
            told += database.write(&console, agreement, |tx| overdue(tx, agreement))?;
        }
        Ok(())
    })?;
    Ok(told)
}

/// Tells of the tasks that are overdue by now in an agreement, the earliest first. Behind the lock of the agreement's
/// log, so whoever comes second finds nothing.
///
/// # Errors
/// A fault of the database.
pub fn overdue(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let due = store::actions::due(tx, agreement, AT_ONCE)?;
    let zone = agreements::terms(tx, agreement)?.zone;
    let mut told = 0;
    for stored in due {
        let (action, late) = stored.action.told_overdue(zone, tx.now());
        if late.is_empty() {
            store::actions::note_due(tx, &action, action.next_overdue(zone))?;
            continue;
        }
        keep(tx, &action, stored.revision)?;
        for task in &late {
            let detail = json!({ "task": task, "revision": stored.revision + 1 });
            tx.record(events::TASK_OVERDUE, action.id, None, &detail)?;
        }
        told += late.len();
    }
    Ok(told)
}
