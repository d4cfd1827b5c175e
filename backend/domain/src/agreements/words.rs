//! The closed words of an agreement: topics of commitments, levels of management, where figures come from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a commitment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentTopic {
    /// How well the service is delivered.
    Performance,
    /// How content the customers are; an active agreement has at least one.
    Satisfaction,
    /// How the service gets better; an active agreement has at least one.
    Improvement,
    /// How much is kept ready.
    Capacity,
    /// How soon something is done.
    Timeliness,
    /// How the companies work together.
    Cooperation,
    /// Anything else.
    Other,
}

/// The level of management at which somebody sits in a coordination group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Senior management: where a deviation goes when it comes back.
    Senior,
    /// Middle management.
    Middle,
}

/// What a member is in a coordination group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupRole {
    /// Leads its meetings.
    Chair,
    /// Keeps its minutes.
    Secretary,
    /// Speaks for a company.
    #[default]
    Member,
    /// Listens: neither counts for the quorum nor speaks with a company's voice.
    Observer,
}

/// How a coordination group decides. Each company concerned has one voice, whoever gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecisionRule {
    /// Every company concerned consents.
    #[default]
    Unanimous,
    /// More than half of the companies concerned consent.
    Majority,
    /// More than half of the companies concerned consent and none objects.
    MajorityWithVeto,
}

/// How many of the companies with a seat must be in a meeting for it to decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// All of them.
    All,
    /// More than half of them.
    #[default]
    Majority,
    /// At least two thirds of them.
    TwoThirds,
}

/// In which form a meeting is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeetingForm {
    /// In one room.
    InPerson,
    /// By a call.
    Online,
    /// Both.
    Hybrid,
}

/// What a holiday of a member who must be there does to a meeting on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnHoliday {
    /// It moves to the next day that is nobody's holiday.
    Move,
    /// It stays, and says so.
    Flag,
    /// Nothing.
    Keep,
}

/// What kind of meeting a cadence is of; each template says what is usual, and the cadence may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Every week: what is off, and who does what about it.
    WeeklyStatus,
    /// Every second week, with the responsible directors.
    Directors,
    /// Once a year or every six weeks, as the customer chose: top management.
    TopManagement,
    /// Once, at the beginning: team, scope, process, schedule, contingency and communication.
    KickOff,
    /// Technical matters: boundaries, findings and trainings.
    Technical,
    /// As the cadence says.
    Custom,
}

/// A section of an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Deviations: new, at risk, in verification.
    Deviations,
    /// Corrective actions and action items that are due or overdue.
    Actions,
    /// What is found about service boundaries.
    Findings,
    /// Disputes and consents that wait for an answer.
    Answers,
    /// Escalations under way.
    Escalations,
    /// What customers prefer and want improved.
    Voice,
    /// Decisions whose effect is to be looked at.
    FollowUp,
    /// The health of the companies' commitments, and their alignment.
    Health,
    /// Kick-off: who is on the team.
    Team,
    /// Kick-off: what is in and what is out.
    Scope,
    /// Kick-off: how the work is done.
    Process,
    /// Kick-off: the schedule, with its buffer.
    Schedule,
    /// Kick-off: what is done when it goes wrong.
    Contingency,
    /// Kick-off: who tells whom, how and when.
    Communication,
    /// Any other business.
    Other,
}

impl Section {
    /// The six subjects that a kick-off has to go through.
    pub const KICK_OFF: [Self; 6] =
        [Self::Team, Self::Scope, Self::Process, Self::Schedule, Self::Contingency, Self::Communication];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deviations => "deviations",
            Self::Actions => "actions",
            Self::Findings => "findings",
            Self::Answers => "answers",
            Self::Escalations => "escalations",
            Self::Voice => "voice",
            Self::FollowUp => "follow_up",
            Self::Health => "health",
            Self::Team => "team",
            Self::Scope => "scope",
            Self::Process => "process",
            Self::Schedule => "schedule",
            Self::Contingency => "contingency",
            Self::Communication => "communication",
            Self::Other => "other",
        }
    }
}

/// The level of governance (SIAM).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The people who do the work.
    Operational,
    /// Those who coordinate it.
    Tactical,
    /// Those who answer for the companies.
    Strategic,
}

/// What begins an escalation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "on", rename_all = "snake_case", deny_unknown_fields)]
pub enum Trigger {
    /// A case was not responded to within its target.
    NoResponse,
    /// A case was not resolved within its target.
    NoResolution,
    /// A case was reopened so many times.
    Reopened {
        /// How many times, at least.
        times: u16,
    },
    /// A complaint was brought.
    RedFlag,
    /// A task of a corrective action, or an action item of a meeting, is overdue.
    ActionOverdue,
    /// A hand-over was not accepted within its target.
    HandOverUnaccepted,
    /// A corrective action did not work.
    VerificationFailed,
    /// Somebody of a company, or a customer, raises it.
    Raised,
    /// A meeting escalates a matter of its agenda.
    AgendaItem,
}

/// What kind of word a word of the vocabulary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WordKind {
    /// Where something stands.
    Status,
    /// How bad it is.
    Severity,
    /// Anything else.
    Term,
}

/// What alignment is assessed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlignmentArea {
    /// How the company is organised.
    Structure,
    /// How it works.
    Process,
    /// Where it is going.
    Strategy,
}

/// An early sign of how a company keeps its commitment, from 0 (bad) to 1 (good), before its KPIs tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HealthSign {
    /// The share of hand-overs that it answered within its acceptance target.
    Acceptance,
    /// The share of its tasks and action items that were done by their due dates.
    Actions,
    /// The share of the meetings to which it had to come that it came to.
    Attendance,
    /// The share of what waited for its consent or answer that it answered in time.
    Answers,
    /// The share of what customers said that it acknowledged or answered in time.
    Voice,
    /// The share of the people whom it pledged that it has named.
    Staffing,
    /// The share of its people who must be trained that are.
    Training,
    /// How well it is aligned, as last assessed.
    Alignment,
}

impl HealthSign {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::Actions => "actions",
            Self::Attendance => "attendance",
            Self::Answers => "answers",
            Self::Voice => "voice",
            Self::Staffing => "staffing",
            Self::Training => "training",
            Self::Alignment => "alignment",
        }
    }
}
