//! What a plan may speak of: figures that the agreement measures and the planner may see, tasks of its parties.
//!
//! Whoever could name any figure in a criterion would learn, from the plan's failure, what the agreement discloses to
//! others only. So a criterion asks for figures that its author sees anyway.

use super::codes::*;
use super::{Criterion, Request};
use crate::agreements::Terms;
use crate::kernel::{CompanyId, PeriodKind, Verdict};
use crate::kpis::{Disclosure, Kpi, Scope};
use chrono::NaiveDate;

/// Whoever looks at the figure of a plan's criterion.
#[derive(Clone, Copy, Debug)]
pub enum Beholder<'a> {
    /// Somebody who sees every company's figures.
    Everything,
    /// Somebody who sees the figures of these companies, and of the others what is disclosed.
    Companies(&'a [CompanyId]),
}

impl Beholder<'_> {
    /// Whether a figure of a KPI is theirs to see in any period: at least two other companies report a joint one, so
    /// that it tells of none of them alone, and it is told by the month or longer.
    #[must_use]
    pub fn sees(self, terms: &Terms, kpi: &Kpi, scope: Scope, every: PeriodKind) -> bool {
        let Self::Companies(own) = self else { return true };
        match (kpi.disclosure, scope.company) {
            (Disclosure::Open, _) => true,
            (_, Some(company)) => own.contains(&company),
            (Disclosure::Own, None) => false,
            (Disclosure::Joint, None) => {
                let all: Vec<_> = reporters(terms, kpi, scope).collect();
                let others = all.iter().filter(|company| !own.contains(company)).count();
                all.len() >= 3 && others >= 2 && !matches!(every, PeriodKind::Day | PeriodKind::Week)
            }
        }
    }
}

/// The companies that report to a figure.
fn reporters<'a>(terms: &'a Terms, kpi: &'a Kpi, scope: Scope) -> impl Iterator<Item = CompanyId> + use<'a> {
    let kpi = terms.kpi(kpi.facts()).unwrap_or(kpi);
    let of_service = move |company: &CompanyId| {
        let services = kpi.expected_services(*company);
        scope.service.is_none_or(|service| services.is_empty() || services.contains(&service))
    };
    let companies = kpi.reporters.iter().map(|reporter| reporter.company).filter(of_service);
    companies.filter(move |company| scope.company.is_none_or(|one| one == *company))
}

impl Criterion {
    /// Whether the agreement measures such a figure, and whoever plans with it may see it. What is hidden and what is
    /// not there are refused alike.
    ///
    /// # Errors
    /// [`ACTION_FIGURE`].
    pub fn check_figure(&self, terms: &Terms, beholder: Beholder<'_>) -> Verdict<()> {
        let service = self.scope.service.is_none_or(|id| terms.service(id).is_some());
        let measured = |kpi: &&Kpi| service && reporters(terms, kpi, self.scope).next().is_some();
        match terms.kpi(self.kpi).filter(measured) {
            Some(kpi) if beholder.sees(terms, kpi, self.scope, self.every) => Ok(()),
            _ => Err(ACTION_FIGURE.refuse_field("criterion.kpi", ACTION_FIGURE.meaning).into()),
        }
    }
}

impl Request {
    /// Whether it asks a party of the agreement, and its owner acts for that company.
    ///
    /// # Errors
    /// [`ACTION_TASK_COMPANY`], [`ACTION_TASK_OWNER`].
    pub fn check_asked(&self, terms: &Terms, on: NaiveDate) -> Verdict<()> {
        if !terms.in_force(self.company, on) {
            return Err(ACTION_TASK_COMPANY.refuse_field("company", ACTION_TASK_COMPANY.meaning).into());
        }
        let acts = |person: &crate::agreements::Person| {
            person.company == self.company || person.grants.iter().any(|grant| grant.company == self.company)
        };
        match terms.person(self.owner).filter(|person| acts(person)) {
            Some(_) => Ok(()),
            None => Err(ACTION_TASK_OWNER.refuse_field("owner", ACTION_TASK_OWNER.meaning).into()),
        }
    }
}

#[cfg(test)]
#[path = "agreed_tests.rs"]
mod tests;
