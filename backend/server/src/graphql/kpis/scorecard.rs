//! The scorecard of an agreement over GraphQL: a bounded matrix of cells.

use super::{
    cell::{Cell, Places},
    words,
};
use crate::graphql::{
    agreements::Agreement,
    kernel::{context::Context, errors::Answer, leaf::Leaf},
};
use concordat_domain::{
    agreements::Terms,
    deviations::Key,
    kernel::{Code, CompanyId, KpiId, ServiceId},
    kpis as rules,
};
use concordat_service::{
    deviations,
    kpis::{self, Ask, Codes},
};
use juniper::GraphQLInputObject;
use std::{collections::HashMap, hash::Hash};

/// The most cells of one scorecard.
pub const CELLS: usize = 3_000;

/// The period is none, or the scorecard too large.
pub const SCORECARD_SIZE: Code = Code::new(
    "SCORECARD_SIZE",
    "One scorecard has 3,000 cells at most: ask for fewer periods, KPIs, companies or services at a time.",
);

/// Which figures are wanted.
#[derive(GraphQLInputObject)]
#[graphql(scalar = crate::graphql::Gql)]
pub struct ScorecardFilter {
    /// Of these KPIs only, by code.
    kpis: Option<Vec<String>>,
    /// Of these companies only, by code.
    companies: Option<Vec<String>>,
    /// Of these services only, by code.
    services: Option<Vec<String>>,
}

/// The cells of an agreement's scorecard for some periods up to and with one, in order of KPI, company, service and
/// period.
///
/// # Errors
/// Refused for what is no period or too large; denied like the figures themselves.
pub fn scorecard(
    ctx: &Context,
    agreement: &Agreement,
    (period, periods): (&str, Option<i32>),
    by: Option<words::By>,
    filter: Option<ScorecardFilter>,
) -> Answer<Leaf<Cell>> {
    let terms = agreement.terms();
    let mut ask = Ask::until(period, periods.unwrap_or(1), by.unwrap_or(words::By::Joint).into())?;
    if let Some(ScorecardFilter { kpis, companies, services }) = filter {
        ask = ask.only(terms, &Codes { kpis, companies, services });
    }
    let cells = ctx.read(|tx| kpis::scorecard(tx, agreement.key(), &ask))?;
    if cells.len() > CELLS {
        return Err(SCORECARD_SIZE.refuse(format!("{} cells; {}", cells.len(), SCORECARD_SIZE.meaning)).into());
    }
    let frozen = ctx.read(|tx| deviations::frozen(tx, agreement.key(), &ask.periods))?;
    let viewer = kpis::viewer(&ctx.actor(), agreement.key());
    let places = Order::of(terms);
    let cell = |cell: &rules::Cell| {
        let key = Key { kpi: cell.kpi, scope: cell.scope, period: cell.period };
        let was = terms.kpi(cell.kpi).and_then(|kpi| frozen.value(&key, &viewer, kpi));
        let restated_from = was.filter(|was| cell.shown.is_ok_and(|figure| figure.value != Some(*was)));
        Cell { agreement: agreement.clone(), places: places.of_cell(cell), cell: cell.clone(), restated_from }
    };
    Ok(Leaf(cells.iter().map(cell).collect()))
}

/// Where everything stands in the terms.
struct Order {
    kpis: HashMap<KpiId, usize>,
    companies: HashMap<CompanyId, usize>,
    services: HashMap<ServiceId, usize>,
}

impl Order {
    fn of(terms: &Terms) -> Self {
        fn places<T: Eq + Hash>(ids: impl Iterator<Item = T>) -> HashMap<T, usize> {
            ids.enumerate().map(|(place, id)| (id, place)).collect()
        }
        Self {
            kpis: places(terms.kpis.iter().map(|kpi| kpi.id)),
            companies: places(terms.companies.iter().map(|company| company.id)),
            services: places(terms.services.iter().map(|service| service.id)),
        }
    }

    fn of_cell(&self, cell: &rules::Cell) -> Places {
        Places {
            kpi: self.kpis.get(&cell.kpi).copied().unwrap_or_default(),
            company: cell.scope.company.and_then(|id| self.companies.get(&id).copied()),
            service: cell.scope.service.and_then(|id| self.services.get(&id).copied()),
        }
    }
}
