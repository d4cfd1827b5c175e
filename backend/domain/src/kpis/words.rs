//! The closed words of a KPI: what it counts in, which way is better, how companies combine, who sees what.

use crate::kernel::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a KPI's facts become a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KpiKind {
    /// Good of total: a share between 0 and 1.
    Ratio,
    /// The sum of value × weight by the sum of the weights; a fact without a weight weighs 1.
    Mean,
    /// The sum of the values.
    Sum,
    /// How many facts there are.
    Count,
    /// The value at or below which this share of the facts lies: the nearest rank (inverted CDF), so always a value
    /// that was measured, never one between two. Weights play no part.
    Quantile(Decimal),
    /// The value of the latest fact; of two at the same moment, the larger.
    Last,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share of one: 0.95.
    Share,
    /// A share of a hundred: 95.
    Percent,
    /// Whole or part things.
    Count,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Points of a scale, such as a satisfaction score.
    Points,
    /// Euro.
    Eur,
    /// United States dollars.
    Usd,
}

impl Unit {
    /// The sign that stands behind a figure; nothing for plain numbers.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Share | Self::Count => "",
            Self::Percent => "%",
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Days => "d",
            Self::Points => "pt",
            Self::Eur => "EUR",
            Self::Usd => "USD",
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The higher the better: the target is a floor.
    Higher,
    /// The lower the better: the target is a ceiling.
    Lower,
    /// Between a lower and an upper edge, both included.
    Band,
}

/// How the companies' figures become the joint one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JointMethod {
    /// All facts in one pool, whoever reported them.
    Pooled,
    /// The companies' figures, each to its six digits, weighted as the agreement says.
    Weighted,
    /// The figure of the company that does worst.
    Worst,
    /// The product of the companies' shares: an end-to-end chain. Silence of one link leaves the chain without a figure.
    Series,
    /// Every company has to meet its own target; the figure is the share of companies that do.
    AllMust,
}

/// Who sees whose figures, as signed in the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// Every party sees each company.
    Open,
    /// A company sees its own figures, and of the others the joint figure only, while at least three contribute.
    Joint,
    /// A company sees its own figures; beyond that only the steward and the auditor see any.
    Own,
}

/// Where a KPI's facts come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The companies report them.
    #[default]
    Reported,
    /// Derived from cases.
    Cases,
    /// Derived from teams: who was promised and who was named for them.
    Teams,
    /// Derived from customers' answers.
    Satisfaction,
    /// Derived from service boundaries.
    Boundaries,
    /// Derived from early signs of how the companies keep their commitments.
    Health,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 6] =
        [Self::Reported, Self::Cases, Self::Teams, Self::Satisfaction, Self::Boundaries, Self::Health];

    /// The word for it in files, and the source under which measurements that are derived from it are kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Cases => "cases",
            Self::Teams => "teams",
            Self::Satisfaction => "satisfaction",
            Self::Boundaries => "boundaries",
            Self::Health => "health",
        }
    }

    /// Whether nobody reports its facts: they follow from what else is known.
    #[must_use]
    pub fn is_derived(self) -> bool {
        self != Self::Reported
    }
}
