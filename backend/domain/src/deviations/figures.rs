//! A period's figures as they are assessed and frozen: value, promise and denominators, with the verdict.

use crate::kernel::{Decimal, KpiId, Period};
use crate::kpis::{Scope, Target};
use serde::{Deserialize, Serialize};

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

/// What a figure was worth when somebody looked at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The measured value; nothing when nothing was measured.
    pub value: Option<Decimal>,
    /// What was promised for that period.
    pub target: Option<Target>,
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
