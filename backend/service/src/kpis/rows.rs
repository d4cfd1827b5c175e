//! The rollup rows behind a period's figures.

use super::{rebuilding::read, store};
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    kernel::{AgreementId, Period, PeriodKind},
    kpis::RollupRow,
};

/// The buckets of a period: days for a day or week, months for anything longer. No permission is checked: for verbs
/// that have checked their own.
///
/// # Errors
/// A fault of the database.
pub fn rollup_rows(tx: &mut Tx<'_>, agreement: AgreementId, period: Period) -> Outcome<Vec<RollupRow>> {
    let kind = match period.kind() {
        PeriodKind::Day | PeriodKind::Week => PeriodKind::Day,
        PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Year => PeriodKind::Month,
    };
    let rows = store::range(tx, agreement, kind, (period.first(), period.last()), None)?;
    rows.into_iter().map(read).collect()
}
