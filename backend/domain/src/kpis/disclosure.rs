//! Disclosure: which figures of a KPI a viewer may see, so that no company can work out another's by subtraction.
//!
//! The rule for `joint` KPIs. A group of facts is **safe** for a viewer when at least three companies contribute to it
//! and at least two of them are not the viewer's own: knowing its own part, it still sees a sum of others.
//!
//! * The joint figure of a month is shown when the month is safe.
//! * A service's figure of a month is shown when it is safe, and what remains of the joint figure after taking away
//!   every shown service is safe too or nothing: else the shown service with the fewest companies is withheld as well,
//!   until it holds.
//! * A quarter or year is shown when each month in it that has facts is shown, so longer periods add nothing that the
//!   months do not tell. Days and weeks are never shown to others: they would cut the months into small groups.
//! * Numerators, denominators, counts, verdicts and contributions are withheld together with their figure, and
//!   contributions also when the joint figure is.

use super::table::Table;
use super::{Disclosure, Kpi, Scope};
use crate::kernel::{CompanyId, Period, PeriodKind, ServiceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who looks: the companies a person acts for, and whether as steward or auditor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// The companies whose figures are its own.
    pub companies: BTreeSet<CompanyId>,
    /// Steward and auditor see every company's figures.
    pub privileged: bool,
}

impl Viewer {
    /// The steward or an auditor.
    #[must_use]
    pub const fn privileged() -> Self {
        Self { companies: BTreeSet::new(), privileged: true }
    }

    /// Somebody who acts for these companies only.
    #[must_use]
    pub fn of(companies: impl IntoIterator<Item = CompanyId>) -> Self {
        Self { companies: companies.into_iter().collect(), privileged: false }
    }

    fn sees_each(&self, kpi: &Kpi) -> bool {
        self.privileged || kpi.disclosure == Disclosure::Open
    }

    fn is_safe(&self, contributing: &BTreeSet<CompanyId>) -> bool {
        contributing.len() >= 3 && contributing.difference(&self.companies).count() >= 2
    }
}

/// Why a figure is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withheld {
    /// It is another company's, or the KPI is disclosed to each company for itself only.
    Others,
    /// Too few companies contribute to hide each of them.
    TooFewCompanies,
    /// It is of a day or week; the joint figure of this KPI is told by the month.
    ShortPeriod,
}

/// What a viewer may see of one KPI in one period.
#[derive(Debug)]
pub(super) struct Sight<'a> {
    kpi: &'a Kpi,
    viewer: &'a Viewer,
    joint: Result<(), Withheld>,
    services: BTreeSet<ServiceId>,
}

/// Which companies contribute to each service in one month.
type Month = BTreeMap<ServiceId, BTreeSet<CompanyId>>;

impl<'a> Sight<'a> {
    pub(super) fn of(kpi: &'a Kpi, viewer: &'a Viewer, period: Period, table: &Table<'_>) -> Self {
        let none = |why| Self { kpi, viewer, joint: Err(why), services: BTreeSet::new() };
        if viewer.sees_each(kpi) {
            return Self { joint: Ok(()), ..none(Withheld::Others) };
        }
        match (kpi.disclosure, period.kind()) {
            (Disclosure::Own, _) => none(Withheld::Others),
            (_, PeriodKind::Day | PeriodKind::Week) => none(Withheld::ShortPeriod),
            _ => {
                let months = table.contributors();
                let safe = |month: &Month| viewer.is_safe(&month.values().flatten().copied().collect());
                let joint = !months.is_empty() && months.values().all(safe);
                let joint = if joint { Ok(()) } else { Err(Withheld::TooFewCompanies) };
                Self { kpi, viewer, joint, services: shown_services(viewer, months.values()) }
            }
        }
    }

    /// Whether the joint figure may be shown.
    pub(super) fn joint(&self) -> Result<(), Withheld> {
        self.joint
    }

    /// Whether a scope's figure may be shown.
    pub(super) fn scope(&self, scope: Scope) -> Result<(), Withheld> {
        match scope {
            _ if self.viewer.sees_each(self.kpi) => Ok(()),
            Scope { company: Some(company), .. } if self.viewer.companies.contains(&company) => Ok(()),
            Scope { company: Some(_), .. } => Err(Withheld::Others),
            Scope { service: None, .. } => self.joint,
            Scope { service: Some(service), .. } if self.services.contains(&service) => Ok(()),
            Scope { .. } => Err(self.joint.err().unwrap_or(Withheld::TooFewCompanies)),
        }
    }
}

/// The services that are shown in every month in which they have facts.
fn shown_services<'m>(viewer: &Viewer, months: impl Iterator<Item = &'m Month>) -> BTreeSet<ServiceId> {
    let (mut shown, mut withheld) = (BTreeSet::new(), BTreeSet::new());
    for month in months {
        let of_month = shown_in_month(viewer, month);
        withheld.extend(month.keys().filter(|service| !of_month.contains(service)).copied());
        shown.extend(of_month);
    }
    shown.difference(&withheld).copied().collect()
}

fn shown_in_month(viewer: &Viewer, month: &Month) -> BTreeSet<ServiceId> {
    let mut shown: BTreeSet<ServiceId> =
        month.iter().filter(|(_, companies)| viewer.is_safe(companies)).map(|(service, _)| *service).collect();
    loop {
        let rest: BTreeSet<CompanyId> = month
            .iter()
            .filter(|(service, _)| !shown.contains(service))
            .flat_map(|(_, companies)| companies)
            .copied()
            .collect();
        let fewest = shown.iter().min_by_key(|service| (month[*service].len(), **service)).copied();
        match fewest {
            Some(service) if !rest.is_empty() && !viewer.is_safe(&rest) => shown.remove(&service),
            _ => return shown,
        };
    }
}

#[cfg(test)]
#[path = "disclosure_tests.rs"]
mod tests;
