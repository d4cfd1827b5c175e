//! How cases are handled, in the agreement file: priorities, packages, stages, reasons to pause, clocks.

use super::{At, Length, Number};
use crate::agreements::terms::{CaseDisclosure, CaseKind, ClockMeasure, Phase, ReopenPolicy};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How cases are handled.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CasesEntry {
    /// The code of the customers' calendar, on which ledgers are kept and clocks toward the customer run.
    pub calendar: At<String>,
    /// The priorities, the most urgent first.
    pub priorities: Vec<NamedEntry>,
    /// The service packages that customers can have bought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<NamedEntry>,
    /// The stages of a case's life, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<StageEntry>,
    /// Why a case may be paused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pause_reasons: Vec<PauseReasonEntry>,
    /// What is promised about time; of each measure and company the first clock that fits a case runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockEntry>,
    /// How long after its resolution a case's attributions can be disputed, by the wall clock; without it, 14 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_window: Option<At<Length>>,
    /// How long a recovery after negative feedback may take, by the wall clock; without it, 7 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<At<Length>>,
    /// Who sees which cases in full; without it, every party sees every case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<At<CaseDisclosure>>,
    /// Whether what the customer sees names the companies that work on the case; without it, it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_sees_companies: Option<At<bool>>,
}

/// Something with a code and a name.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct NamedEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
}

/// A stage of a case's life.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StageEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// In which phase a case can be at this stage.
    pub phase: At<Phase>,
}

/// Why a case may be paused.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PauseReasonEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// Against whom the time is claimed: `customer`, `outsider` for somebody outside the agreement, or a company's code.
    pub against: At<String>,
    /// The longest such a pause lasts before it ends by itself, by the wall clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<At<Length>>,
    /// Whether the pause counts only with the consent of whom it is claimed against; without it, it counts until it is
    /// disputed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<At<bool>>,
}

/// A promise about time: how much open time of which calendar, for which cases.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ClockEntry {
    /// Its code.
    pub code: At<String>,
    /// What it measures.
    pub measure: At<ClockMeasure>,
    /// The code of the commitment that it measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<At<String>>,
    /// The code of the company whose operational level it is (OLA); without it, it is promised to the customer (SLA).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
    /// The code of the calendar on which it runs; a company's clock needs one, the others run on the customers'.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<At<String>>,
    /// The kinds of case it is for; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<At<CaseKind>>,
    /// The codes of the priorities it is for; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<At<String>>,
    /// The codes of the packages it is for; none means any, also cases without a package.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<At<String>>,
    /// The codes of the services it is for, each with those below it; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<At<String>>,
    /// How much open time there is, such as `PT4H`.
    pub target: At<Length>,
    /// The share of the target after which it is due soon, above 0 and at most 1; without it, 0.75.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<At<Number>>,
    /// What it does when a resolved case is opened again; without it, `continue`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopen: Option<At<ReopenPolicy>>,
}
