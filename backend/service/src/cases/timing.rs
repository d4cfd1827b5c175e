//! What happens to cases by time alone: a clock is due soon or breached, a pause reaches its cap, a hand-over waits too
//! long. It is recorded, once and in order, however many servers look.

use super::{
    keeping::{Grown, keep},
    rules,
    store::{self, timers::Set},
    view::views,
};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Noun as _, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    cases::Timer,
    kernel::{AgreementId, CaseId},
};
use serde_json::json;
use std::{collections::BTreeSet, sync::Arc};

/// So many things are recorded in one transaction.
const AT_ONCE: i64 = 200;

/// Records everything that was to happen by now in every agreement; tells how much there was.
///
/// # Errors
/// A fault of the database; what was recorded before it stays so.
pub fn fire_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut fired = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        while !database.read(&console, |tx| store::timers::due(tx, agreement, 1))?.is_empty() {
            fired += database.write(&console, agreement, |tx| fire(tx, agreement))?;
        }
        Ok(())
    })?;
    Ok(fired)
}

/// Records what was to happen by now in an agreement, the earliest first. Behind the lock of the agreement's log, so
/// whoever comes second finds nothing.
///
/// # Errors
/// A fault of the database.
pub fn fire(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let due = store::timers::due(tx, agreement, AT_ONCE)?;
    let mut fired = 0;
    for timer in &due {
        if store::timers::fire(tx, agreement, timer)? {
            let Set { case, name, at } = timer;
            if let Some(kind) = Timer::kind(name) {
                tx.record(kind, *case, None, &json!({ "timer": name, "at": at }))?;
            }
            fired += 1;
        }
    }
    let touched: BTreeSet<CaseId> = due.iter().map(|timer| timer.case).collect();
    refresh(tx, agreement, &touched.into_iter().collect::<Vec<_>>())?;
    Ok(fired)
}

/// Keeps what follows from the logs of some cases now: time alone has changed it.
fn refresh(tx: &mut Tx<'_>, agreement: AgreementId, cases: &[CaseId]) -> Outcome<()> {
    let Some(view) = AgreementView::load(tx, agreement)? else { return Ok(()) };
    let rows = store::rows::by_ids(tx, agreement, cases)?;
    let found = views(tx, agreement, rows)?;
    if found.is_empty() {
        return Ok(());
    }
    let rules = rules::rulebooks(tx, &view)?;
    let grown: Vec<Grown<'_>> = found.iter().map(|one| Grown::of(one, one.log.len())).collect();
    keep(tx, &view, &rules, &grown)
}
