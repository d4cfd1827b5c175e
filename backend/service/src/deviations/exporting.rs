//! Deviations as a file: one row each, as far as their figures are the actor's to see.

use super::{reading, store::deviations::DeviationFilter, store::deviations::DeviationView};
use crate::{
    agreements,
    kernel::{
        Outcome, Tx,
        table::{FileKind, Table, Value},
    },
};
use concordat_domain::{
    agreements::Terms,
    deviations::{Closing, Figures, ReviewVerdict, State},
    kernel::AgreementId,
};
use std::io::Write;

const COLUMNS: &[&str] = &[
    "id",
    "kpi",
    "company",
    "service",
    "period",
    "kind",
    "state",
    "level",
    "value",
    "good",
    "total",
    "count",
    "target",
    "target_upper",
    "restated_value",
    "verdict",
    "reason",
    "closed_by",
    "raised_at",
    "closed_at",
];

/// Deviations to a page.
const PAGE: usize = 500;

/// Writes the deviations of an agreement that the actor may see, the latest raised first. An empty company or service
/// stands for all of them together.
///
/// # Errors
/// As for [`list`](reading::list); a fault where `out` does not take it.
pub fn export(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &DeviationFilter,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let mut page = reading::list(tx, agreement, filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    loop {
        for view in page.iter().take(PAGE) {
            table.row(&row(&terms, view))?;
        }
        match page.get(PAGE - 1).filter(|_| page.len() > PAGE).map(|view| view.deviation.id) {
            Some(last) => page = reading::list(tx, agreement, filter, Some(last), PAGE)?,
            None => return table.finish(),
        }
    }
}

fn row<'t>(terms: &'t Terms, view: &'t DeviationView) -> [Value<'t>; COLUMNS.len()] {
    let deviation = &view.deviation;
    let code = |code: Option<&'t String>| code.map_or(Value::Nothing, |code| Value::text(code.as_str()));
    let Figures { value, target, good, total, count } = deviation.figures;
    let (verdict, reason) = review(&deviation.state);
    let (closed_by, closed_at) = match &deviation.state {
        State::Closed { how: Closing::Verified { .. }, at } => (Value::text("verified"), Some(at)),
        State::Closed { how: Closing::Waived { .. }, at } => (Value::text("waived"), Some(at)),
        State::Closed { how: Closing::Cleared { .. }, at } => (Value::text("cleared"), Some(at)),
        _ => (Value::Nothing, None),
    };
    [
        Value::text(deviation.id.to_string()),
        code(terms.kpi(deviation.kpi).map(|kpi| &kpi.code)),
        code(deviation.scope.company.and_then(|id| terms.company(id)).map(|company| &company.code)),
        code(deviation.scope.service.and_then(|id| terms.service(id)).map(|service| &service.code)),
        Value::text(deviation.period.to_string()),
        Value::text(deviation.kind.name()),
        Value::text(deviation.state.name()),
        Value::Count(deviation.level.into()),
        Value::number(value),
        Value::number(good),
        Value::number(total),
        Value::Count(count),
        Value::number(target.map(|target| target.value)),
        Value::number(target.and_then(|target| target.upper)),
        Value::number(deviation.restated.as_ref().and_then(|figures| figures.value)),
        verdict,
        reason,
        closed_by,
        Value::text(view.raised_at.to_string()),
        closed_at.map_or(Value::Nothing, |at| Value::text(at.to_string())),
    ]
}

/// The verdict that stands, and its reason.
fn review(state: &State) -> (Value<'_>, Value<'_>) {
    let (State::Reviewed { review } | State::Closed { how: Closing::Waived { review }, .. }) = state else {
        return (Value::Nothing, Value::Nothing);
    };
    match &review.verdict {
        ReviewVerdict::Accept => (Value::text("accept"), Value::Nothing),
        ReviewVerdict::Waive { reason } => (Value::text("waive"), Value::text(reason.as_str())),
        ReviewVerdict::Dispute { reason } => (Value::text("dispute"), Value::text(reason.as_str())),
    }
}
