//! A period's figures as they are assessed and frozen: value, promise and denominators, with the verdict.

use crate::kernel::{CompanyId, Decimal, KpiId, Period, ServiceId};
use serde::{Deserialize, Serialize};

/// Of whom and of what a figure speaks: the whole (both empty), a company, a service, or a company's part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// The company, when the figure is its own.
    pub company: Option<CompanyId>,
    /// The service or service element, when the figure is of one alone.
    pub service: Option<ServiceId>,
}

impl Scope {
    /// All companies and all services together.
    pub const JOINT: Self = Self { company: None, service: None };

    /// The stable name of its kind: `joint`, `company`, `service` or `company_service`.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match (self.company, self.service) {
            (None, None) => "joint",
            (Some(_), None) => "company",
            (None, Some(_)) => "service",
            (Some(_), Some(_)) => "company_service",
        }
    }
}

/// What a figure or a deviation is one of: there is at most one for each KPI, scope and period of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The KPI.
    pub kpi: KpiId,
    /// Whose figure.
    pub scope: Scope,
    /// Of which period.
    pub period: Period,
}

/// What was promised of a value; the bounds belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "bound", rename_all = "snake_case")]
pub enum Bound {
    /// The value or more.
    AtLeast {
        /// The lowest value that keeps the promise.
        value: Decimal,
    },
    /// The value or less.
    AtMost {
        /// The highest value that keeps the promise.
        value: Decimal,
    },
    /// Within a band.
    Between {
        /// The lowest value that keeps the promise.
        low: Decimal,
        /// The highest value that keeps the promise.
        high: Decimal,
    },
}

impl Bound {
    /// Whether a value keeps the promise.
    #[must_use]
    pub fn holds(self, value: Decimal) -> bool {
        match self {
            Self::AtLeast { value: least } => value >= least,
            Self::AtMost { value: most } => value <= most,
            Self::Between { low, high } => (low..=high).contains(&value),
        }
    }
}

/// What a figure was worth when somebody looked at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The measured value; nothing when nothing was measured.
    pub value: Option<Decimal>,
    /// What was promised for that period.
    pub target: Option<Bound>,
    /// The numerator of a ratio.
    pub good: Option<Decimal>,
    /// The denominator of a ratio.
    pub total: Option<Decimal>,
    /// How many measurements are behind it.
    pub count: u64,
}

/// How a figure stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellVerdict {
    /// The promise is kept.
    Met,
    /// The promise is broken.
    Missed,
    /// Nothing was measured where something was promised.
    NoData,
    /// The running period can no longer keep its promise.
    AtRisk,
    /// Nothing is promised: shown and frozen, never a deviation.
    NoTarget,
}

/// One figure of the scorecard of a period, as it is put before an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessedCell {
    /// The KPI.
    pub kpi: KpiId,
    /// Whose figure.
    pub scope: Scope,
    /// Of which period.
    pub period: Period,
    /// What it is worth.
    pub figures: Figures,
    /// How it stands to its target.
    pub verdict: CellVerdict,
}

impl AssessedCell {
    /// What it is the figure of.
    #[must_use]
    pub const fn key(&self) -> Key {
        Key { kpi: self.kpi, scope: self.scope, period: self.period }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_belong_to_the_promise() {
        let value = Decimal::whole;
        let least = Bound::AtLeast { value: value(5) };
        let most = Bound::AtMost { value: value(5) };
        let band = Bound::Between { low: value(4), high: value(5) };
        let held = |bound: Bound| [3, 4, 5, 6].map(|number| bound.holds(value(number)));
        assert_eq!(held(least), [false, false, true, true]);
        assert_eq!(held(most), [true, true, true, false]);
        assert_eq!(held(band), [false, true, true, false]);
    }
}
