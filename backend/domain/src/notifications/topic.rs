//! What mails are about: a closed list, by which people choose how they are told.

use serde::{Deserialize, Serialize};

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
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
    /// Meetings of coordination groups: invitations, changes, minutes.
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

impl Topic {
    /// Every topic, in the order in which people choose.
    pub const ALL: [Self; 10] = [
        Self::Agreements,
        Self::Figures,
        Self::Actions,
        Self::Cases,
        Self::Boundaries,
        Self::Meetings,
        Self::Decisions,
        Self::Items,
        Self::Escalations,
        Self::Voices,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Figures => "figures",
            Self::Actions => "actions",
            Self::Cases => "cases",
            Self::Boundaries => "boundaries",
            Self::Meetings => "meetings",
            Self::Decisions => "decisions",
            Self::Items => "items",
            Self::Escalations => "escalations",
            Self::Voices => "voices",
        }
    }

    /// The topic of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }
}
