//! What is demanded of the services, in the agreement file: when, where, in which languages, for what, how much.

use super::{At, Length, Number};
use crate::kernel::PeriodKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A demand for a service and for every element below it: somebody has to cover all of it.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DemandEntry {
    /// Its code.
    pub code: At<String>,
    /// The code of the service.
    pub service: At<String>,
    /// The code of the calendar on whose open time it is demanded.
    pub calendar: At<String>,
    /// The regions in which it is demanded; none means everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<At<String>>,
    /// The languages in which it is demanded; none means any language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<At<String>>,
    /// The products for which it is demanded; none means any product.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<At<String>>,
    /// The skills that are demanded; none means any skill.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<At<String>>,
    /// How much of it is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<ForecastEntry>,
}

/// How many cases are expected, and how much work each is.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ForecastEntry {
    /// How many cases, at least 1.
    pub cases: At<Number>,
    /// In each of which periods.
    pub per: At<PeriodKind>,
    /// How long a case occupies whoever works on it, on average, such as `PT40M`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<At<Length>>,
    /// How soon cases are to be taken up; it needs `handling`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<At<AnswerEntry>>,
}

/// A service level of taking up: such a share of the cases within such a time.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AnswerEntry {
    /// The share of the cases, above 0 and below 1.
    pub share: At<Number>,
    /// The open time within which they are taken up, such as `PT15M`.
    pub within: At<Length>,
}
