//! What is demanded of a service: when, where, in which languages, for what, and how much. The signed terms say it.

use crate::kernel::{Decimal, PeriodKind, ServiceId, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A demand for a service and for every element below it: somebody must cover all of it. An empty set stands for
/// whatever there may be, also what nobody has named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// Its code.
    pub code: String,
    /// The service.
    pub service: ServiceId,
    /// The code of the calendar on whose open time it is demanded.
    pub calendar: String,
    /// In these regions.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub regions: BTreeSet<String>,
    /// In these languages.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub languages: BTreeSet<String>,
    /// For these products.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub products: BTreeSet<String>,
    /// With these skills.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub skills: BTreeSet<String>,
    /// How much of it is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Forecast>,
}

/// How many cases are expected, and how much work each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// Cases in each period.
    pub cases: u32,
    /// The kind of period.
    pub per: PeriodKind,
    /// How long one case occupies whoever works on it, on average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<Span>,
    /// How soon cases are to be taken up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// A service level of taking up: such a share within such a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The share of cases, above 0 and below 1.
    pub share: Decimal,
    /// The open time within which they are taken up.
    pub within: Span,
}
