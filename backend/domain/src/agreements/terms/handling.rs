//! How cases are handled under an agreement: calendars, priorities, packages, stages, reasons to pause, clocks.

use crate::calendars::Calendar;
use crate::kernel::{CommitmentId, CompanyId, Decimal, ServiceId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A calendar of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedCalendar {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// When it is open.
    pub calendar: Calendar,
}

/// How cases are handled. An agreement without it takes no cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    /// The code of the customers' calendar, on which ledgers are kept and clocks toward the customer run.
    pub calendar: String,
    /// The priorities, the most urgent first.
    pub priorities: Vec<Named>,
    /// The service packages, by code; a case may have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<Package>,
    /// The stages of a case's life, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Why a case may be paused, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pause_reasons: Vec<PauseReason>,
    /// The clocks, in the order in which they are looked through: of each measure and company the first that fits runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockRule>,
    /// How long after its resolution a case's attributions can be disputed: time of the wall clock.
    pub dispute_window: Span,
    /// How long a recovery after negative feedback may take: time of the wall clock.
    pub recovery: Span,
    /// Who sees which cases in full.
    #[serde(default)]
    pub disclosure: CaseDisclosure,
    /// Whether what the customer sees names the companies that work on the case. Persons are never named.
    #[serde(default)]
    pub customer_sees_companies: bool,
}

/// Who sees which cases in full. Steward and auditor see every one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseDisclosure {
    /// Every party sees every case.
    #[default]
    Open,
    /// A company sees those that it opened, held, was offered or shared.
    Involved,
}

/// Something with a code and a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A service package, or level, that a customer has bought.
pub type Package = Named;

/// What a customer brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// Something does not work as it should.
    Incident,
    /// Something is wanted.
    Request,
    /// Somebody is not content; it carries a red flag and its own answer clock.
    Complaint,
}

impl CaseKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Incident, Self::Request, Self::Complaint];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Request => "request",
            Self::Complaint => "complaint",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Where a case stands, whatever its stages are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Work is to be done.
    Open,
    /// Its clocks stand still.
    Paused,
    /// The work is done; the customer has not said so.
    Resolved,
    /// Nothing more happens to it.
    Closed,
}

impl Phase {
    /// Every phase.
    pub const ALL: [Self; 4] = [Self::Open, Self::Paused, Self::Resolved, Self::Closed];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
        }
    }

    /// The phase of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.name() == name)
    }
}

/// A stage of a case's life, as this agreement calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// In which phase a case can be at this stage.
    pub phase: Phase,
}

/// Against whom the time of a pause is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claimed {
    /// The customer: something is missing that only they have.
    Customer,
    /// A company of the agreement.
    Company(CompanyId),
    /// Somebody outside the agreement.
    Outsider,
}

/// Why a case may be paused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PauseReason {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Against whom the time is claimed.
    pub against: Claimed,
    /// The longest such a pause lasts before it ends by itself: time of the wall clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Span>,
    /// Whether the pause counts only with the consent of whom it is claimed against.
    #[serde(default)]
    pub consent: bool,
}

/// What a clock measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClockMeasure {
    /// From opening to the first response.
    Response,
    /// From opening to resolution; for one company, the time for which the case is its own.
    Resolution,
    /// From each update to the next.
    NextUpdate,
    /// From opening to the answer that a complaint is owed.
    Answer,
}

impl ClockMeasure {
    /// Every measure.
    pub const ALL: [Self; 4] = [Self::Response, Self::Resolution, Self::NextUpdate, Self::Answer];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Resolution => "resolution",
            Self::NextUpdate => "next_update",
            Self::Answer => "answer",
        }
    }
}

/// What a clock does when a resolved case is opened again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReopenPolicy {
    /// It goes on where it stood: the time while the case was resolved is free.
    #[default]
    Continue,
    /// It goes on as if it had never stopped: the time while the case was resolved counts.
    ContinueCounting,
    /// A new clock begins with the whole target; the old one keeps its result.
    NewCycle,
}

/// A promise about time: how much open time of which calendar, for which cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// Its code.
    pub code: String,
    /// What it measures.
    pub measure: ClockMeasure,
    /// The commitment that it measures, if it is one's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<CommitmentId>,
    /// The company whose operational level it is (OLA); none: the service level toward the customer (SLA).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// The code of its calendar.
    pub calendar: String,
    /// The kinds of case it is for; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<CaseKind>,
    /// The codes of the priorities it is for; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<String>,
    /// The codes of the packages it is for; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<String>,
    /// The services it is for, each with those below it; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// How much open time there is.
    pub target: Span,
    /// The share of the target after which it is due soon, above 0 and at most 1.
    pub warning: Decimal,
    /// What it does when a resolved case is opened again.
    #[serde(default)]
    pub reopen: ReopenPolicy,
}
