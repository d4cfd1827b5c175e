//! The words of escalations over GraphQL, one for one those of the rules.

use concordat_domain::{
    agreements::{self as terms, Trigger},
    escalations as rules,
};
use juniper::GraphQLEnum;

/// Where an escalation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum EscalationState {
    /// Waits for its level's answer.
    Open,
    /// There is an answer; whoever raised it, or else its level, has the next word.
    Answered,
    /// Closed, with an answer.
    Closed,
    /// Taken back by whoever raised it.
    Withdrawn,
}

impl EscalationState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl From<&rules::State> for EscalationState {
    fn from(state: &rules::State) -> Self {
        match state {
            rules::State::Open { .. } => Self::Open,
            rules::State::Answered { .. } => Self::Answered,
            rules::State::Closed { .. } => Self::Closed,
            rules::State::Withdrawn { .. } => Self::Withdrawn,
        }
    }
}

/// What began an escalation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum EscalationTrigger {
    /// A case was not responded to within its target.
    NoResponse,
    /// A case was not resolved within its target.
    NoResolution,
    /// A case was reopened as often as the path says.
    Reopened,
    /// A complaint was brought.
    RedFlag,
    /// A task or an action item is overdue.
    ActionOverdue,
    /// A hand-over was not accepted within its target.
    HandOverUnaccepted,
    /// A corrective action did not work.
    VerificationFailed,
    /// Somebody of a company, or a customer, raised it.
    Raised,
    /// A meeting escalated a matter of its agenda.
    AgendaItem,
}

impl EscalationTrigger {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoResponse => "no_response",
            Self::NoResolution => "no_resolution",
            Self::Reopened => "reopened",
            Self::RedFlag => "red_flag",
            Self::ActionOverdue => "action_overdue",
            Self::HandOverUnaccepted => "hand_over_unaccepted",
            Self::VerificationFailed => "verification_failed",
            Self::Raised => "raised",
            Self::AgendaItem => "agenda_item",
        }
    }
}

impl From<Trigger> for EscalationTrigger {
    fn from(trigger: Trigger) -> Self {
        match trigger {
            Trigger::NoResponse => Self::NoResponse,
            Trigger::NoResolution => Self::NoResolution,
            Trigger::Reopened { .. } => Self::Reopened,
            Trigger::RedFlag => Self::RedFlag,
            Trigger::ActionOverdue => Self::ActionOverdue,
            Trigger::HandOverUnaccepted => Self::HandOverUnaccepted,
            Trigger::VerificationFailed => Self::VerificationFailed,
            Trigger::Raised => Self::Raised,
            Trigger::AgendaItem => Self::AgendaItem,
        }
    }
}

/// What an escalation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum EscalationSubject {
    /// A case.
    Case,
    /// A corrective action.
    Action,
    /// A task of a corrective action.
    Task,
    /// An action item of a meeting.
    ActionItem,
    /// A matter on the agenda of a meeting.
    MeetingItem,
    /// What its title says.
    Free,
}

impl From<rules::Subject> for EscalationSubject {
    fn from(subject: rules::Subject) -> Self {
        match subject {
            rules::Subject::Case { .. } => Self::Case,
            rules::Subject::Action { .. } => Self::Action,
            rules::Subject::Task { .. } => Self::Task,
            rules::Subject::ActionItem { .. } => Self::ActionItem,
            rules::Subject::MeetingItem { .. } => Self::MeetingItem,
            rules::Subject::Free => Self::Free,
        }
    }
}

/// Why an escalation came to a level, or came to it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum EscalationClimbReason {
    /// It was raised.
    Raised,
    /// The level before, or this one when it is the top, let its time go by without an answer.
    Unanswered,
    /// Whoever raised it rejected the answer.
    Rejected,
    /// Whoever raised it let their time go by without a word to the answer.
    Silent,
    /// It was answered, and its level let its time go by without closing it.
    Unclosed,
}

impl From<rules::Why> for EscalationClimbReason {
    fn from(why: rules::Why) -> Self {
        match why {
            rules::Why::Raised => Self::Raised,
            rules::Why::Unanswered => Self::Unanswered,
            rules::Why::Rejected => Self::Rejected,
            rules::Why::Silent => Self::Silent,
            rules::Why::Unclosed => Self::Unclosed,
        }
    }
}

/// The level of governance (SIAM).
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum EscalationTier {
    /// The people who do the work.
    Operational,
    /// Those who coordinate it.
    Tactical,
    /// Those who answer for the companies.
    Strategic,
}

impl From<terms::Tier> for EscalationTier {
    fn from(tier: terms::Tier) -> Self {
        match tier {
            terms::Tier::Operational => Self::Operational,
            terms::Tier::Tactical => Self::Tactical,
            terms::Tier::Strategic => Self::Strategic,
        }
    }
}

/// Where an escalation stands, in the customer's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum CustomerEscalationState {
    /// A level has it, and has not said so yet.
    Waiting,
    /// A level has seen it.
    Acknowledged,
    /// There is an answer.
    Answered,
    /// It is closed with an answer.
    Closed,
    /// It was taken back.
    Withdrawn,
}

impl From<rules::CustomerState> for CustomerEscalationState {
    fn from(state: rules::CustomerState) -> Self {
        match state {
            rules::CustomerState::Waiting => Self::Waiting,
            rules::CustomerState::Acknowledged => Self::Acknowledged,
            rules::CustomerState::Answered => Self::Answered,
            rules::CustomerState::Closed => Self::Closed,
            rules::CustomerState::Withdrawn => Self::Withdrawn,
        }
    }
}
