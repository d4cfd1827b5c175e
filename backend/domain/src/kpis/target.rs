//! A target: what value is promised, for whom and from when on. The most specific one wins.

use super::codes;
use super::{Direction, JointMethod, Kpi, KpiKind};
use crate::kernel::{CompanyId, Decimal, Period, Refusal, ServiceId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whom a figure or a target is about: the whole, one company, one service, or one company's service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// One company; none means all together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// One service; none means all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Scope {
    /// The whole: all companies and services together.
    pub const JOINT: Self = Self { company: None, service: None };

    /// One company over all services.
    #[must_use]
    pub const fn company(company: CompanyId) -> Self {
        Self { company: Some(company), service: None }
    }

    /// One service over all companies.
    #[must_use]
    pub const fn service(service: ServiceId) -> Self {
        Self { company: None, service: Some(service) }
    }

    /// One company's part of one service.
    #[must_use]
    pub const fn both(company: CompanyId, service: ServiceId) -> Self {
        Self { company: Some(company), service: Some(service) }
    }

    /// Itself and what it is part of, the most specific first; a company comes before a service.
    fn ladder(self) -> impl Iterator<Item = Self> {
        let rungs = [self, Self { service: None, ..self }, Self { company: None, ..self }, Self::JOINT];
        (0..4).filter(move |place| !rungs[..*place].contains(&rungs[*place])).map(move |place| rungs[place])
    }
}

/// A promised value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// For whom it is promised.
    #[serde(flatten)]
    pub scope: Scope,
    /// The promised value; for a band its lower edge.
    pub value: Decimal,
    /// For a band: its upper edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Decimal>,
    /// The level at which a figure still meets the target but is close to missing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<Decimal>,
    /// By how much a figure may miss the value and still count as met.
    #[serde(default)]
    pub tolerance: Decimal,
    /// The first local date for which it is promised.
    pub valid_from: NaiveDate,
}

impl Kpi {
    /// The target a scope's figure is judged by in a period.
    ///
    /// It is the most specific one: company and service, then company, then service, then joint. A promise about more
    /// says nothing about a part of it where figures add up (sum and count: over services, and over companies when they
    /// are pooled) or multiply (series). Of several for one scope, that in force on the period's first date counts;
    /// before the first one is in force, the first that comes into force within the period.
    #[must_use]
    pub fn target(&self, scope: Scope, period: Period) -> Option<&Target> {
        let adds_up = matches!(self.kind, KpiKind::Sum | KpiKind::Count);
        let parts_of_it = |rung: &Scope| match self.joint {
            JointMethod::Series => *rung == scope,
            JointMethod::Pooled if adds_up => *rung == scope,
            _ => !adds_up || rung.service == scope.service,
        };
        scope.ladder().filter(parts_of_it).find_map(|rung| self.target_of(rung, period))
    }

    fn target_of(&self, scope: Scope, period: Period) -> Option<&Target> {
        let own = || self.targets.iter().filter(move |target| target.scope == scope);
        let in_force =
            own().filter(|target| target.valid_from <= period.first()).max_by_key(|target| target.valid_from);
        in_force.or_else(|| {
            own().filter(|target| period.contains(target.valid_from)).min_by_key(|target| target.valid_from)
        })
    }
}

/// Notes every target that contradicts itself, its KPI or another target.
pub(super) fn check_all(kpi: &Kpi, problems: &mut Vec<Refusal>) {
    let mut seen = BTreeSet::new();
    for (place, target) in kpi.targets.iter().enumerate() {
        let mut note = |field: &str, message: &str| {
            problems.push(codes::TARGET_CONTRADICTION.refuse_field(format!("targets.{place}{field}"), message));
        };
        if !seen.insert((target.scope, target.valid_from)) {
            note("", "another target of the same scope begins on the same date; keep one of them");
        }
        for (field, message) in target.problems(kpi) {
            note(field, message);
        }
    }
}

impl Target {
    fn problems(&self, kpi: &Kpi) -> Vec<(&'static str, &'static str)> {
        let share = Decimal::ZERO..=Decimal::ONE;
        let beyond = |edge: Option<Decimal>| edge.is_some_and(|edge| !share.contains(&edge));
        let warning = |wrong: fn(&Decimal, &Decimal) -> bool| self.warning.is_some_and(|at| wrong(&at, &self.value));
        let band = kpi.direction == Direction::Band;
        let rules = [
            (".value", kpi.kind == KpiKind::Ratio && beyond(Some(self.value)), "a ratio's target lies between 0 and 1"),
            (".upper", kpi.kind == KpiKind::Ratio && beyond(self.upper), "a ratio's target lies between 0 and 1"),
            (".upper", band && self.upper.is_none(), "a band needs its upper edge"),
            (".upper", !band && self.upper.is_some(), "only a band has an upper edge"),
            (".upper", self.upper.is_some_and(|upper| upper < self.value), "the upper edge lies below the lower one"),
            (".tolerance", self.tolerance < Decimal::ZERO, "a tolerance is not below 0"),
            (".warning", band && self.warning.is_some(), "a band has no warning level; narrow the band instead"),
            (
                ".warning",
                kpi.direction == Direction::Higher && warning(Decimal::lt),
                "it warns only after the target is missed; put it above the value",
            ),
            (
                ".warning",
                kpi.direction == Direction::Lower && warning(Decimal::gt),
                "it warns only after the target is missed; put it below the value",
            ),
        ];
        rules.into_iter().filter(|(_, broken, _)| *broken).map(|(field, _, message)| (field, message)).collect()
    }
}

#[cfg(test)]
#[path = "target_tests.rs"]
mod tests;
