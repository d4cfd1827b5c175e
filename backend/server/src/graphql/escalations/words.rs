//! The words of escalations over GraphQL, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::{
    agreements::{self as terms, Trigger},
    escalations as rules,
};

words! {
    /// Where an escalation stands.
    EscalationState of rules::State {
        /// Waits for its level's answer.
        Open,
        /// There is an answer; whoever raised it, or else its level, has the next word.
        Answered,
        /// Closed, with an answer.
        Closed,
        /// Taken back by whoever raised it.
        Withdrawn,
    }
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

words! {
    /// What began an escalation.
    EscalationTrigger of Trigger {
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

words! {
    /// What an escalation is about.
    EscalationSubject of rules::Subject {
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

    /// Why an escalation came to a level, or came to it again.
    EscalationClimbReason of rules::Why {
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

    /// The level of governance (SIAM).
    EscalationTier of terms::Tier {
        /// The people who do the work.
        Operational,
        /// Those who coordinate it.
        Tactical,
        /// Those who answer for the companies.
        Strategic,
    }

    /// Where an escalation stands, in the customer's words.
    CustomerEscalationState of rules::CustomerState {
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
}
