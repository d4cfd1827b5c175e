//! The closed words of meetings, agendas, decisions and action items.

use crate::graphql::{
    agreements::{AgendaSection, MeetingForm, MeetingTemplate},
    kernel::scalar::Gql,
};
use concordat_domain::{
    agreements as terms,
    coordination::{self as rules, Came, Presence, VoiceWord},
};
use concordat_service::coordination as service;
use juniper::GraphQLEnum;

/// A closed list of words, each with its stable name in the rules.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word:meta])* $variant:ident = $text:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
        #[graphql(scalar = Gql)]
        pub enum $name {
            $($(#[$word])* $variant,)+
        }

        impl $name {
            const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The word of that name; the first one for a name that is none.
            #[must_use]
            pub fn named(name: &str) -> Self {
                Self::ALL.iter().copied().find(|word| word.name() == name).unwrap_or(Self::ALL[0])
            }
        }
    )+};
}

words! {
    /// Where a meeting stands.
    MeetingState {
        /// Ahead.
        Planned = "planned",
        /// Under way; its agenda is frozen.
        Running = "running",
        /// Over.
        Held = "held",
        /// Nobody started it by its end.
        Missed = "missed",
        /// Given up before its start.
        Cancelled = "cancelled",
    }

    /// What came of a matter.
    AgendaOutcomeKind {
        /// A decision was put to the group.
        Decided = "decided",
        /// It was gone through, and what was said is noted.
        Noted = "noted",
        /// Another meeting takes it.
        Deferred = "deferred",
        /// It goes up the escalation path.
        Escalated = "escalated",
        /// Nothing is done about it.
        Dropped = "dropped",
    }

    /// Where a decision stands.
    GroupDecisionState {
        /// Before the companies concerned.
        Proposed = "proposed",
        /// It holds.
        Adopted = "adopted",
        /// It does not.
        Rejected = "rejected",
        /// Given up by whoever proposed it.
        Withdrawn = "withdrawn",
    }

    /// What a company says to a decision.
    CompanyVoiceWord {
        /// Yes.
        Consents = "consents",
        /// No, with a reason.
        Objects = "objects",
        /// Neither.
        Abstains = "abstains",
    }

    /// Where an action item stands.
    ActionItemState {
        /// To be done.
        Open = "open",
        /// Done.
        Done = "done",
        /// Taken back.
        Dropped = "dropped",
    }

    /// What a matter of an agenda is about.
    MatterKind {
        /// Something of its own.
        Free = "free",
        /// A deviation.
        Deviation = "deviation",
        /// A corrective action.
        CorrectiveAction = "action",
        /// A task of a corrective action.
        Task = "task",
        /// An action item.
        ActionItem = "action_item",
        /// A finding about boundaries.
        Finding = "finding",
        /// A dispute about a case.
        Dispute = "dispute",
        /// A pause of a case that waits for consent.
        Pause = "pause",
        /// A corrective action that waits for consents.
        Consent = "consent",
        /// An escalation.
        Escalation = "escalation",
        /// What a customer prefers or wants improved.
        Voice = "voice",
        /// A decision to be followed up.
        Decision = "decision",
        /// The health of a company's commitment.
        Health = "health",
        /// One of the six subjects of a kick-off.
        KickOff = "kick_off",
    }

}

/// Whether somebody was in a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum PresenceWord {
    /// Somebody was.
    Present,
    /// Nobody, and that was said before.
    Excused,
    /// Nobody.
    Absent,
}

/// Whether a company came to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum TurnoutWord {
    /// It did, at every level that had to be there.
    Came,
    /// It did, but nobody of a level that had to be there.
    WithoutLevels,
    /// All of its people were excused.
    Excused,
    /// It did not.
    Absent,
}

/// Where the minutes of a meeting stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum MinutesState {
    /// Being written.
    Draft,
    /// Before the companies that were present.
    Proposed,
    /// Approved by all of them.
    Approved,
}

/// Which end of the list of meetings comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum MeetingOrder {
    /// Whatever begins last.
    LatestFirst,
    /// Whatever begins first.
    EarliestFirst,
}

impl From<MeetingOrder> for service::MeetingOrder {
    fn from(order: MeetingOrder) -> Self {
        match order {
            MeetingOrder::LatestFirst => Self::LatestFirst,
            MeetingOrder::EarliestFirst => Self::EarliestFirst,
        }
    }
}

impl From<&Presence> for PresenceWord {
    fn from(presence: &Presence) -> Self {
        match presence {
            Presence::Present { .. } => Self::Present,
            Presence::Excused => Self::Excused,
            Presence::Absent => Self::Absent,
        }
    }
}

impl From<&Came> for TurnoutWord {
    fn from(came: &Came) -> Self {
        match came {
            Came::Came => Self::Came,
            Came::WithoutLevels { .. } => Self::WithoutLevels,
            Came::Excused => Self::Excused,
            Came::Absent => Self::Absent,
        }
    }
}

impl From<rules::MinutesState> for MinutesState {
    fn from(state: rules::MinutesState) -> Self {
        match state {
            rules::MinutesState::Draft => Self::Draft,
            rules::MinutesState::Proposed => Self::Proposed,
            rules::MinutesState::Approved => Self::Approved,
        }
    }
}

impl CompanyVoiceWord {
    /// The word as the rules take it; the reason is an objection's.
    #[must_use]
    pub fn with(self, reason: Option<&str>) -> VoiceWord {
        match self {
            Self::Consents => VoiceWord::Consents,
            Self::Objects => VoiceWord::Objects { reason: reason.unwrap_or_default().to_owned() },
            Self::Abstains => VoiceWord::Abstains,
        }
    }
}

/// The form of the rules.
#[must_use]
pub fn form(word: MeetingForm) -> terms::MeetingForm {
    match word {
        MeetingForm::InPerson => terms::MeetingForm::InPerson,
        MeetingForm::Online => terms::MeetingForm::Online,
        MeetingForm::Hybrid => terms::MeetingForm::Hybrid,
    }
}

/// The template of the rules.
#[must_use]
pub fn template(word: MeetingTemplate) -> terms::Template {
    match word {
        MeetingTemplate::WeeklyStatus => terms::Template::WeeklyStatus,
        MeetingTemplate::Directors => terms::Template::Directors,
        MeetingTemplate::TopManagement => terms::Template::TopManagement,
        MeetingTemplate::KickOff => terms::Template::KickOff,
        MeetingTemplate::Technical => terms::Template::Technical,
        MeetingTemplate::Custom => terms::Template::Custom,
    }
}

/// The section of the rules.
#[must_use]
pub fn section(word: AgendaSection) -> terms::Section {
    match word {
        AgendaSection::Deviations => terms::Section::Deviations,
        AgendaSection::Actions => terms::Section::Actions,
        AgendaSection::Findings => terms::Section::Findings,
        AgendaSection::Answers => terms::Section::Answers,
        AgendaSection::Escalations => terms::Section::Escalations,
        AgendaSection::Voice => terms::Section::Voice,
        AgendaSection::FollowUp => terms::Section::FollowUp,
        AgendaSection::Health => terms::Section::Health,
        AgendaSection::Team => terms::Section::Team,
        AgendaSection::Scope => terms::Section::Scope,
        AgendaSection::Process => terms::Section::Process,
        AgendaSection::Schedule => terms::Section::Schedule,
        AgendaSection::Contingency => terms::Section::Contingency,
        AgendaSection::Communication => terms::Section::Communication,
        AgendaSection::Other => terms::Section::Other,
    }
}
