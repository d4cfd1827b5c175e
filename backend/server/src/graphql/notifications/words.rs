//! Topics, channels, languages and kinds over GraphQL, one for one those of the rules.

use concordat_domain::notifications as rules;
use juniper::GraphQLEnum;

macro_rules! words {
    ($($(#[doc = $about:literal])* $name:ident of $of:ty { $($(#[doc = $what:literal])* $word:ident,)* })*) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
        pub enum $name { $($(#[doc = $what])* $word,)* }

        impl From<$of> for $name {
            fn from(word: $of) -> Self {
                match word { $(<$of>::$word => Self::$word,)* }
            }
        }

        impl From<$name> for $of {
            fn from(word: $name) -> Self {
                match word { $($name::$word => Self::$word,)* }
            }
        }
    )*};
}

words! {
    /// What a mail is about.
    MailTopic of rules::Topic {
        /// Versions of an agreement that are put before the parties and signed.
        Agreements,
        /// Periods that were assessed and deviations that were judged.
        Figures,
        /// Joint corrective actions and their tasks.
        Actions,
        /// Deadlines of cases that come near or pass.
        Cases,
        /// Service boundaries, what they leave open, and trainings.
        Boundaries,
        /// Meetings of coordination groups.
        Meetings,
        /// Decisions that wait for consent, and what was decided.
        Decisions,
        /// Action items that a meeting left.
        Items,
        /// Matters that climb a ladder until they are answered.
        Escalations,
        /// What customers prefer and want improved.
        Voices,
    }

    /// How somebody is told of a topic.
    MailChannel of rules::Channel {
        /// A mail for each thing that happens, within the person's hours.
        Mail,
        /// One mail a day with everything.
        Digest,
        /// Not by mail; the inbox shows it all the same.
        Nothing,
    }

    /// A language in which mails are written.
    MailLanguage of rules::Language {
        /// English.
        En,
        /// German.
        De,
    }

    /// What kind of thing waits in an inbox.
    InboxKind of rules::InboxKind {
        /// A version of an agreement waits for the signature of one's company.
        Signature,
        /// A deviation waits for its verdict.
        Review,
        /// A corrective action waits for the consent of one's company.
        ActionConsent,
        /// A task waits for an answer of one's company.
        TaskAnswer,
        /// A task is to be done by oneself.
        Task,
        /// A boundary waits for the review of one's company's experts.
        BoundaryReview,
        /// A case is offered to one's team.
        CaseOffer,
        /// A pause of a case waits for the consent of one's company.
        PauseConsent,
        /// A dispute about a case waits for the group's decision.
        Dispute,
        /// A decision waits for the voice of one's company.
        Decision,
        /// An action item of a meeting is to be done.
        ActionItem,
        /// A meeting of one's group is coming up.
        Meeting,
        /// An escalation waits for oneself: for an answer at one's level, or for one's word on the answer.
        Escalation,
        /// Minutes of a meeting wait for the approval of one's company.
        Minutes,
        /// What a customer prefers or wants improved waits for one's company to acknowledge or answer.
        Voice,
    }
}

/// Where a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum MailState {
    /// It is to be sent.
    Waiting,
    /// A server is sending it.
    Leased,
    /// The mail server has accepted it.
    Sent,
    /// It is part of a digest that goes instead.
    Folded,
    /// It could not be delivered.
    Dead,
    /// It could not be delivered, and somebody gave it up.
    Dropped,
}

impl From<&rules::MailState> for MailState {
    fn from(state: &rules::MailState) -> Self {
        match state {
            rules::MailState::Waiting { .. } => Self::Waiting,
            rules::MailState::Leased { .. } => Self::Leased,
            rules::MailState::Sent { .. } => Self::Sent,
            rules::MailState::Folded { .. } => Self::Folded,
            rules::MailState::Dead { .. } => Self::Dead,
            rules::MailState::Dropped { .. } => Self::Dropped,
        }
    }
}
