//! Topics, channels, languages and kinds over GraphQL, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::notifications as rules;

words! {
    /// What a mail is about.
    MailTopic as rules::Topic {
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
    MailChannel as rules::Channel {
        /// A mail for each thing that happens, within the person's hours.
        Mail,
        /// One mail a day with everything.
        Digest,
        /// Not by mail; the inbox shows it all the same.
        Nothing,
    }

    /// A language in which mails are written.
    MailLanguage as rules::Language {
        /// English.
        En,
        /// German.
        De,
    }

    /// What kind of thing waits in an inbox.
    InboxKind as rules::InboxKind {
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

    /// Where a mail stands.
    MailState of rules::MailState {
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
}
