//! The boundaries of the agreement file: who answers for a service element, what is in and out, its limits, and what
//! happens beyond each.

use super::{At, Length, Number};
use crate::boundaries::Responsibility;
use crate::kernel::PeriodKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A boundary of one company's team for one service. It is not signed with the agreement: applying the file draws a
/// draft, which its company's experts propose and those of the neighbours approve.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BoundaryEntry {
    /// Its code.
    pub code: At<String>,
    /// The code of the service; an inner one counts for every element below it.
    pub service: At<String>,
    /// The code of the company.
    pub company: At<String>,
    /// What it is about, in a few words.
    pub title: At<String>,
    /// The code of the company's team that answers.
    pub team: At<String>,
    /// What the company is for the service.
    pub responsibility: At<Responsibility>,
    /// What is in, one short statement each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub included: Vec<At<String>>,
    /// What is out, one short statement each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<At<String>>,
    /// Its limits, each of another kind. Where several are passed at once, the first says what happens beyond.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<At<LimitEntry>>,
    /// What it rests on: contracts, procedures, drawings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<LinkEntry>,
}

/// A limit: exactly one of the keys but `beyond`, and what happens beyond it.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LimitEntry {
    /// The open time of the calendar of that code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<At<String>>,
    /// These regions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Vec<At<String>>>,
    /// These languages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Vec<At<String>>>,
    /// These products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Vec<At<String>>>,
    /// These skills.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Vec<At<String>>>,
    /// So many cases at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concurrent: Option<At<Number>>,
    /// So many cases in a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<VolumeEntry>,
    /// A first response within so much open time of the team's calendar, such as `PT1H`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<At<Length>>,
    /// What happens beyond it; without it, nobody takes over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<BeyondEntry>,
}

/// So many cases in each period of a kind.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct VolumeEntry {
    /// How many cases, at least 1.
    pub cases: At<Number>,
    /// In each of which periods.
    pub per: At<PeriodKind>,
}

/// What happens beyond a limit.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BeyondEntry {
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<At<String>>,
    /// The code of the company that takes over; without it, nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
    /// The code of its team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<At<String>>,
    /// What has to be told with the case, one piece of information each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub information: Vec<At<String>>,
    /// How much open time of its team's calendar the acceptance may take; without it, what the team has promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<At<Length>>,
}

/// Something to read elsewhere.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LinkEntry {
    /// What it is.
    pub title: At<String>,
    /// Where it is: an `https` address.
    pub url: At<String>,
}
