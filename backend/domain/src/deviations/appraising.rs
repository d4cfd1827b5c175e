//! From the scorecard to the assessment: which figures of a period are looked at, which promises are watched, and
//! which of the figures every party may see.
//!
//! Every figure is frozen: the joint one, each company's, each service's, each company's part of each service. A
//! deviation is raised for the joint figure and each company's, and for a finer one where the agreement states a
//! target of its own for it: a target that a part only inherits is watched at the whole and at the company.

use super::{AssessedCell, CellVerdict, Figures};
use crate::agreements::Terms;
use crate::kernel::{CompanyId, Period};
use crate::kpis::{By, Cell, Kpi, Membership, Request, RollupRow, Scope, Standing, Viewer, scorecard};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A figure as it was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFigure {
    /// The figure.
    pub cell: AssessedCell,
    /// Whether every party could see it then.
    pub disclosed: bool,
}

/// A figure of the period under assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appraised {
    /// The figure.
    pub figure: FrozenFigure,
    /// Whether breaking its promise is a deviation.
    pub watched: bool,
}

/// The figures of a period out of its rollup rows (days for a day or week, months for anything longer); `today` when
/// the period is running.
#[must_use]
pub fn appraise(terms: &Terms, period: Period, today: Option<NaiveDate>, rows: &[RollupRow]) -> Vec<Appraised> {
    let mut appraised = Vec::new();
    for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
        let cells = |viewer: &Viewer| cells(terms, period, today, rows, by, viewer);
        let all = cells(&Viewer::privileged());
        let mut shown: BTreeSet<_> = all.iter().map(|cell| (cell.kpi, cell.scope)).collect();
        for viewer in viewers(terms) {
            let seen = cells(&viewer).into_iter().filter(|cell| cell.shown.is_ok());
            let seen: BTreeSet<_> = seen.map(|cell| (cell.kpi, cell.scope)).collect();
            shown.retain(|place| seen.contains(place));
        }
        for cell in all {
            let disclosed = shown.contains(&(cell.kpi, cell.scope));
            let watched = terms.kpi(cell.kpi).is_some_and(|kpi| watched(kpi, cell.scope));
            if let Some(cell) = assessed(cell, today.is_some()) {
                appraised.push(Appraised { figure: FrozenFigure { cell, disclosed }, watched });
            }
        }
    }
    appraised
}

fn cells(
    terms: &Terms,
    period: Period,
    today: Option<NaiveDate>,
    rows: &[RollupRow],
    by: By,
    viewer: &Viewer,
) -> Vec<Cell> {
    let member = |party: &crate::agreements::Party| Membership {
        company: party.company,
        joins: party.joins,
        leaves: party.leaves,
    };
    let parties: Vec<Membership> = terms.parties.iter().map(member).collect();
    let (kpis, periods) = (&terms.kpis, &[period]);
    scorecard(&Request { kpis, periods, by, parties: &parties, viewer, contributions: false, today }, rows)
}

/// Who has to see a figure for it to be every party's: a stranger to all companies, and whoever acts for several and
/// could take their parts away.
fn viewers(terms: &Terms) -> Vec<Viewer> {
    let acts_for = |person: &crate::agreements::Person| -> BTreeSet<CompanyId> {
        person.grants.iter().map(|grant| grant.company).collect()
    };
    let several: BTreeSet<_> = terms.people.iter().map(acts_for).filter(|companies| companies.len() > 1).collect();
    // nobody is counted as a company of their own figures: what a stranger sees, each party sees
    std::iter::once(BTreeSet::new()).chain(several).map(Viewer::of).collect()
}

fn watched(kpi: &Kpi, scope: Scope) -> bool {
    scope.service.is_none() || kpi.targets.iter().any(|target| target.scope == scope)
}

fn assessed(cell: Cell, running: bool) -> Option<AssessedCell> {
    let Cell { kpi, scope, period, target, shown } = cell;
    let figure = shown.ok()?;
    // silence is a company's fault even where nothing but its report is promised
    let owed = target.is_some() || scope.company.is_some();
    let verdict = match figure.standing {
        Some(_) if running && figure.at_risk => CellVerdict::AtRisk,
        Some(Standing::Met) => CellVerdict::Met,
        Some(Standing::Missed) => CellVerdict::Missed,
        Some(Standing::NoData) if owed => CellVerdict::NoData,
        Some(Standing::NoData) | None => CellVerdict::NoTarget,
    };
    let total = (figure.count > 0).then_some(figure.denominator);
    let figures = Figures { value: figure.value, target, good: figure.numerator, total, count: figure.count };
    Some(AssessedCell { kpi, scope, period, figures, verdict })
}

#[cfg(test)]
#[path = "appraising_tests.rs"]
mod tests;
