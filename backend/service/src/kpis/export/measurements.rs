//! Measurements as a file that [`Import`](crate::kpis::Import) reads back, page by page.

use crate::kernel::table::{FileKind, Table, Value};
use crate::{
    agreements,
    kernel::{Outcome, Tx},
    kpis::{Kept, Wish, listing},
};
use concordat_domain::{agreements::Terms, kernel::AgreementId};
use std::io::Write;

const COLUMNS: &[&str] =
    &["kpi", "company", "service", "observed_at", "value", "good", "total", "weight", "source", "source_key"];

/// Measurements to a page.
const PAGE: usize = 2_000;

/// Writes the measurements of an agreement that the actor may see, in order of observation.
///
/// # Errors
/// As for [`measurements`](listing::measurements); a fault where `out` does not take it.
pub fn measurements(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    wish: &Wish,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let mut page = listing::measurements(tx, agreement, wish, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    loop {
        for kept in &page {
            table.row(&row(&terms, kept))?;
        }
        match page.last() {
            Some(last) if page.len() >= PAGE => {
                let after = last.after();
                page = listing::measurements(tx, agreement, wish, Some(&after), PAGE)?;
            }
            _ => return table.finish(),
        }
    }
}

fn row<'t>(terms: &'t Terms, kept: &'t Kept) -> [Value<'t>; COLUMNS.len()] {
    let fact = &kept.measurement.fact;
    let parts = fact.reading.parts();
    let code = |code: Option<&'t String>, id: uuid::Uuid| match code {
        Some(code) => Value::text(code.as_str()),
        None => Value::text(id.to_string()),
    };
    [
        code(terms.kpi(fact.kpi).map(|kpi| &kpi.code), fact.kpi.0),
        code(terms.company(fact.company).map(|company| &company.code), fact.company.0),
        code(terms.service(fact.service).map(|service| &service.code), fact.service.0),
        Value::text(fact.observed_at.to_string()),
        Value::number(parts.value),
        Value::number(parts.good),
        Value::number(parts.total),
        Value::number(parts.weight),
        Value::text(kept.measurement.source.as_str()),
        Value::text(kept.measurement.source_key.as_str()),
    ]
}
