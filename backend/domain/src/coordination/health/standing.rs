//! How a company's health stands before its coordination group.

use super::{Health, Warning, misses_target};
use crate::agreements::Terms;
use crate::kernel::CompanyId;
use chrono::NaiveDate;

/// How a company's health stands before its coordination group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It misses what is promised for it.
    Missed,
    /// It warns, before anything is missed.
    Warns(Warning),
    /// There is nothing to look at.
    Good,
}

impl Standing {
    /// How the health of a company stands on a day.
    #[must_use]
    pub fn of(terms: &Terms, company: CompanyId, on: NaiveDate, health: &Health) -> Self {
        match health.value() {
            Some(value) if misses_target(terms, company, on, value) => Self::Missed,
            _ => health.warning().map_or(Self::Good, Self::Warns),
        }
    }

    /// Whether it is a matter for the group.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Self::Good
    }

    /// The stable name: `missed`, `low`, `fell`, `weak` or `good`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Warns(warning) => warning.name(),
            Self::Good => "good",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::HealthSign;
    use crate::agreements::samples::{CASES, resolve};
    use crate::coordination::health::{Share, Sign};
    use crate::kernel::Decimal;

    const KPI: &str = "kpis:\n  - {code: health, name: Health, source: health, measure: commitment_health, kind: ratio, \
                       unit: share, direction: higher, joint: pooled, disclosure: own, \
                       targets: [{valid_from: 2025-01-01, value: 0.9}]}\n";

    fn health(good: u64, total: u64) -> Health {
        let sign = Sign { sign: HealthSign::Actions, weight: Decimal::ONE, share: Share::count(good, total) };
        Health { signs: vec![sign], before: Vec::new() }
    }

    #[test]
    fn a_promise_comes_before_a_warning_and_a_warning_before_nothing() {
        let promised = resolve(&CASES.replacen("kpis:\n", KPI, 1)).unwrap_or_else(|problems| panic!("{problems}"));
        let none = resolve(CASES).unwrap_or_else(|problems| panic!("{problems}"));
        let (day, ada) = ("2026-02-01".parse().unwrap(), promised.company_named("ada").unwrap().id);
        let told = |terms: &Terms, health: &Health| Standing::of(terms, ada, day, health).name();
        for (health, with, without) in [
            (health(1, 4), "missed", "low"),
            (health(4, 5), "missed", "good"),
            (health(9, 10), "good", "good"),
            (health(0, 0), "good", "good"),
        ] {
            assert_eq!((told(&promised, &health), told(&none, &health)), (with, without), "{health:?}");
        }
        assert!(Standing::Missed.is_open() && Standing::Warns(Warning::Fell).is_open() && !Standing::Good.is_open());
    }
}
