//! Opaque, typed ids: `UUIDv7` values made by the application, never by the database.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A global service agreement; also the key by which all its facts are distributed.
    AgreementId,
    /// A company, known to the whole instance.
    CompanyId,
    /// A person, employed by one company.
    PersonId,
    /// A service or service element of one agreement.
    ServiceId,
    /// A KPI of one agreement; it keeps its id over all versions of the agreement.
    KpiId,
    /// A commitment of one agreement; it keeps its id over all versions.
    CommitmentId,
    /// A coordination group of one agreement; it keeps its id over all versions.
    GroupId,
    /// A team of one agreement, with members of several companies; it keeps its id over all versions.
    TeamId,
    /// A service boundary of one agreement; it keeps its id over all versions.
    BoundaryId,
    /// What one team has to learn of one version of a boundary.
    TrainingId,
    /// Something that a customer brought to a contact point.
    CaseId,
    /// One assessment of one period.
    AssessmentId,
    /// A promise missed, at risk or without data.
    DeviationId,
    /// A joint corrective action.
    ActionId,
    /// One company's task in a corrective action.
    TaskId,
    /// A meeting of a coordination group.
    MeetingId,
    /// A matter on the agenda of a meeting.
    AgendaItemId,
    /// What a coordination group decided, or is to decide.
    DecisionId,
    /// What somebody of a company is to do because of a meeting.
    ActionItemId,
    /// An escalation path of one agreement; it keeps its id over all versions.
    EscalationPathId,
    /// A matter that climbs a ladder until it is answered.
    EscalationId,
    /// What a customer prefers, or wants to see improved.
    VoiceId,
    /// A mail to one person.
    MailId,
    /// A partner system that is told of events.
    WebhookId,
    /// One message to a partner system.
    DeliveryId,
    /// A secret calendar address.
    FeedId,
    /// A partner system's API token.
    TokenId,
    /// A browser session.
    SessionId,
}

impl AgreementId {
    /// The log of the instance itself (people, companies, tokens), kept like an agreement's.
    pub const INSTANCE: Self = Self(Uuid::nil());
}
