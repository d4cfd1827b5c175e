//! What if: past cases replayed under other rules. Nothing is changed by it.

use super::{
    reading::sees,
    rules,
    store::{
        self,
        rows::{CaseFilter, Cases},
    },
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    access::Verb,
    cases::{self as words, CaseEvent, Change, Comparison},
    kernel::{AgreementId, CaseId},
};

/// So many cases are replayed at a time.
pub const MOST_REPLAYED: i64 = 2_000;

/// Compares the cases that are asked for, the latest first and [`MOST_REPLAYED`] at most, with what they would have come
/// to under other rules.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever may not replay its cases; `CASE_WHAT_IF` for
/// rules that there are not.
pub fn what_if(tx: &mut Tx<'_>, agreement: AgreementId, filter: &CaseFilter, change: &Change) -> Outcome<Comparison> {
    let view = tx.permit::<AgreementView>(Verb::CaseReplay, agreement)?;
    let rules = rules::rulebooks(tx, &view)?;
    let wanted = Cases { sight: sees(tx, agreement)?, filter: filter.clone() };
    let rows = store::rows::list(tx, agreement, &wanted, None, MOST_REPLAYED)?;
    let ids: Vec<CaseId> = rows.iter().map(|row| row.id.into()).collect();
    let mut logs = store::events::logs(tx, agreement, &ids)?;
    let log = |id: CaseId| {
        let events: Vec<CaseEvent> = logs.remove(&id).unwrap_or_default().into_iter().map(|one| one.event).collect();
        (id, events)
    };
    let cases: Vec<_> = ids.into_iter().map(log).collect();
    Ok(words::what_if(&cases, &rules, change, tx.now())?)
}
