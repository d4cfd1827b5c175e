//! The KPIs of the agreement file, with their targets, weights and reporters.

use super::{At, Day, Number};
use crate::kpis::{Direction, Disclosure, JointMethod, Measure, Source, Unit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a KPI's facts become a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindWord {
    /// Good of total.
    Ratio,
    /// The mean of the values.
    Mean,
    /// The sum of the values.
    Sum,
    /// How many facts there are.
    Count,
    /// The value below or at which the share `p` of the values lies, by nearest rank.
    Quantile,
    /// The latest value.
    Last,
}

/// A KPI.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct KpiEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// How its facts become a figure.
    pub kind: At<KindWord>,
    /// For a quantile: which one, above 0 and below 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<At<Number>>,
    /// What it is counted in.
    pub unit: At<Unit>,
    /// Which way is better.
    pub direction: At<Direction>,
    /// How the companies' figures become the joint one.
    pub joint: At<JointMethod>,
    /// For `joint: weighted`: what each company weighs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<WeightEntry>,
    /// Who sees whose figures.
    pub disclosure: At<Disclosure>,
    /// Where its facts come from; without it, companies report them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<At<Source>>,
    /// For `source: cases` and `source: teams`: what is taken from each case or team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<At<Measure>>,
    /// Another KPI whose facts this one reads in its own way; nothing is reported for it then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts_of: Option<At<String>>,
    /// The companies that report, and for which services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reporters: Vec<ReporterEntry>,
    /// The services it is measured for; none means every service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<At<String>>,
    /// What is promised, for whom, from when on; the most specific one wins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetEntry>,
}

/// What one company weighs in a weighted joint figure.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WeightEntry {
    /// The company's code.
    pub company: At<String>,
    /// Its weight, above 0; only the proportions matter.
    pub weight: At<Number>,
}

/// A company that reports a KPI.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReporterEntry {
    /// The company's code.
    pub company: At<String>,
    /// The services for which it reports; none means every service of the KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<At<String>>,
}

/// A promised value: of the joint figure, or of one company, one service, or one company's service.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TargetEntry {
    /// The company for which it is promised; without company and service, the target of the joint figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
    /// The service for which it is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<At<String>>,
    /// The promised value; for a band its lower edge.
    pub value: At<Number>,
    /// For a band: its upper edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<At<Number>>,
    /// The level at which a figure still meets its target but is close to missing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<At<Number>>,
    /// By how much a figure may miss the value and still count as met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<At<Number>>,
    /// The first day for which it is promised; without it, the version's first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<At<Day>>,
}
