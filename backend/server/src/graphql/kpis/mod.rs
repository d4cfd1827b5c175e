//! KPIs over GraphQL.

mod cell;
mod definition;
mod measurements;
mod scorecard;
mod words;

pub use cell::Cell;
pub use definition::{Kpi, Target};
pub use measurements::{Measurement, MeasurementFilter, MeasurementMutations, page as measurements};
pub use scorecard::{CELLS, SCORECARD_SIZE, ScorecardFilter, scorecard};
pub use words::{By, PeriodKind};

use super::{
    agreements::Agreement,
    kernel::{
        connection::Connection,
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        types::First,
    },
};
use crate::graphql::kernel::connection::connection;
use concordat_domain::kernel::KpiId;

/// The tag of KPIs' global ids.
pub const TAG: Tag = Tag(b'K');

connection!(Kpi, "KpiConnection", "KpiEdge");

/// A page of an agreement's KPIs, by code.
///
/// # Errors
/// Refused for a cursor of another list.
pub fn page(agreement: &Agreement, first: First, after: Option<&Cursor>) -> Answer<Connection<Kpi>> {
    let last: Option<String> = after.map(Cursor::key).transpose()?;
    let all = &agreement.terms().kpis;
    let rest = all.iter().filter(|kpi| last.as_ref().is_none_or(|last| kpi.code > *last));
    let rows = rest.take(first.items() + 1).map(|kpi| Kpi::new(agreement.clone(), kpi.id)).collect();
    let cursor = |row: &Kpi| Cursor::of(&row.code_text());
    Ok(Connection::cut(rows, first.items(), after.is_some(), cursor).counted(i64::try_from(all.len()).unwrap_or(0)))
}

/// The KPI behind a global id.
///
/// # Errors
/// Not found for whoever may not see its agreement.
pub fn node(ctx: &Context, id: GlobalId) -> Answer<Kpi> {
    let agreement = Agreement::load(ctx, id.agreement)?;
    match agreement.terms().kpi(KpiId(id.own)) {
        Some(found) => Ok(Kpi::new(agreement.clone(), found.id)),
        None => Err(Failure::NOT_FOUND),
    }
}
