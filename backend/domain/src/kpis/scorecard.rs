//! The scorecard: a figure, its promise and its standing for each KPI, period and scope that was asked for.

use super::disclosure::Sight;
use super::sheet::Sheet;
use super::table::Table;
use super::{Contribution, Kpi, RollupRow, Scope, Standing, Target, Unit, Viewer, Withheld};
use crate::kernel::{CompanyId, Decimal, KpiId, Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Whose figures are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// One figure for the whole.
    Joint,
    /// One for each company.
    Company,
    /// One for each service, all companies together.
    Service,
    /// One for each company's part of each service.
    CompanyService,
}

/// A company and the days on which the agreement binds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The company.
    pub company: CompanyId,
    /// The first date on which it is bound.
    pub joins: NaiveDate,
    /// The first date on which it is bound no more.
    pub leaves: Option<NaiveDate>,
}

/// What is asked for, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The KPIs, in the order in which they are wanted.
    pub kpis: &'a [Kpi],
    /// The periods.
    pub periods: &'a [Period],
    /// Whose figures.
    pub by: By,
    /// The companies of the agreement: one that is bound for the whole of a period owes its figures for it.
    pub parties: &'a [Membership],
    /// Who looks.
    pub viewer: &'a Viewer,
    /// Whether to work out contributions.
    pub contributions: bool,
    /// The date whose facts are still coming in; the period that holds it is running and may be at risk.
    pub today: Option<NaiveDate>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The KPI.
    pub kpi: KpiId,
    /// Whose figure.
    pub scope: Scope,
    /// Of which period.
    pub period: Period,
    /// What is promised; for a joint figure by `all_must`, that the share of companies is 1.
    pub target: Option<Target>,
    /// The figure, or why it is not shown.
    pub shown: Result<Figure, Withheld>,
}

/// A figure with what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure to six digits; nothing where there is no data.
    pub value: Option<Decimal>,
    /// What it is counted in: the KPI's unit, but a share for a joint figure by `all_must`.
    pub unit: Unit,
    /// The good ones of a ratio, the value × weight of a mean, a sum; the companies that meet their targets.
    pub numerator: Option<Decimal>,
    /// The total of a ratio, the weight of a mean, the number of facts, the weight or number of combined companies.
    pub denominator: Decimal,
    /// How many facts there are.
    pub count: u64,
    /// How many companies should have reported and did not.
    pub silent: u32,
    /// How it stands to its target; nothing where there is a figure and no target.
    pub standing: Option<Standing>,
    /// Met, but close to missing it.
    pub warning: bool,
    /// The running period can no longer meet its target, see [`Request::today`].
    pub at_risk: bool,
    /// What this scope carries of the joint gap.
    pub contribution: Option<Contribution>,
}

/// Builds the scorecard out of rollup rows, all of one kind: days for days and weeks, months for anything longer.
///
/// The cells come in order of KPI (as asked), scope and period. There is one for every scope with facts and for every
/// one that owes them; scopes that owe nothing and may not be seen are left out, as if they had no facts.
#[must_use]
pub fn scorecard(request: &Request<'_>, rows: &[RollupRow]) -> Vec<Cell> {
    let mut by_kpi: HashMap<KpiId, Vec<Vec<&RollupRow>>> = HashMap::new();
    for row in rows {
        for (place, period) in request.periods.iter().enumerate() {
            if row.period.kind() <= period.kind() && period.contains(row.period.first()) {
                let periods = by_kpi.entry(row.kpi).or_insert_with(|| vec![Vec::new(); request.periods.len()]);
                periods[place].push(row);
            }
        }
    }
    let mut cells = Vec::new();
    for kpi in request.kpis {
        let start = cells.len();
        for (place, period) in request.periods.iter().enumerate() {
            let rows = by_kpi.get(&kpi.facts()).map_or_else(Vec::new, |periods| periods[place].clone());
            let table = Table::new(kpi, rows);
            let sight = Sight::of(kpi, request.viewer, *period, &table);
            cells.extend(Sheet::new(request, kpi, *period, &table, &sight).cells());
        }
        cells[start..].sort_by_key(|cell| (cell.scope, cell.period));
    }
    cells
}

impl Membership {
    /// Whether it is bound on every date of a period.
    #[must_use]
    pub fn covers(&self, period: Period) -> bool {
        self.joins <= period.first() && self.leaves.is_none_or(|leaves| leaves > period.last())
    }
}

#[cfg(test)]
#[path = "scorecard_tests.rs"]
mod tests;
