//! What companies say to a decision, and what it comes to under the rule of the group.

use crate::agreements::{DecisionRule, Group};
use crate::kernel::{By, CompanyId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a company says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "word", rename_all = "snake_case")]
pub enum VoiceWord {
    /// Yes.
    Consents,
    /// No.
    Objects {
        /// Why.
        reason: String,
    },
    /// Neither.
    Abstains,
}

impl VoiceWord {
    /// The stable name: `consents`, `objects` or `abstains`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Consents => "consents",
            Self::Objects { .. } => "objects",
            Self::Abstains => "abstains",
        }
    }
}

/// The voice of a company: one, whoever of its people gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// What it says.
    #[serde(flatten)]
    pub word: VoiceWord,
    /// Who said so.
    pub by: By,
    /// In whose seat: their own, or that of the member whose deputy they are.
    pub seat: PersonId,
    /// Whether it was said in the meeting; then it counts if the meeting had its quorum.
    pub in_meeting: bool,
}

/// How the meeting in which a decision was proposed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sitting {
    /// There is none, or it does not run: voices are given in writing.
    Written,
    /// It runs.
    Running {
        /// Whether enough companies are there.
        quorum: bool,
    },
    /// It was held.
    Held {
        /// Whether enough companies were there.
        quorum: bool,
    },
}

impl Sitting {
    /// Whether what was said in the meeting counts.
    const fn counts(self) -> bool {
        matches!(self, Self::Running { quorum: true } | Self::Held { quorum: true })
    }
}

impl super::Meeting {
    /// How it stands for the decisions that were proposed in it.
    #[must_use]
    pub fn sitting(&self, group: &Group) -> Sitting {
        match (&self.state, self.quorate(group)) {
            (super::MeetingState::Running { .. }, Some(quorum)) => Sitting::Running { quorum },
            (super::MeetingState::Held { .. }, Some(quorum)) => Sitting::Held { quorum },
            _ => Sitting::Written,
        }
    }
}

/// What the voices come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// Not everybody whose voice matters has spoken.
    Open,
    /// Yes.
    Adopted,
    /// No.
    Rejected,
}

/// Counts the voices of the companies concerned.
///
/// A majority adopts at once. Under a veto it waits until every company has spoken or, with a quorum, until the meeting
/// ends: whoever may object must have had the time to. Nothing is rejected before every company has spoken, because the
/// last word of a company is the one that counts.
pub(super) fn count(
    rule: DecisionRule,
    concerned: &BTreeSet<CompanyId>,
    voices: &BTreeMap<CompanyId, Voice>,
    sitting: Sitting,
) -> Count {
    let counted = |company: &CompanyId| voices.get(company).filter(|voice| !voice.in_meeting || sitting.counts());
    let spoken: Vec<&Voice> = concerned.iter().filter_map(counted).collect();
    let consents = spoken.iter().filter(|voice| voice.word == VoiceWord::Consents).count();
    let objections = spoken.iter().filter(|voice| matches!(voice.word, VoiceWord::Objects { .. })).count();
    let everybody = spoken.len() == concerned.len();
    let majority = consents * 2 > concerned.len();
    let adopted = match rule {
        DecisionRule::Unanimous => consents == concerned.len(),
        DecisionRule::Majority => majority,
        DecisionRule::MajorityWithVeto => {
            majority && objections == 0 && (everybody || sitting == Sitting::Held { quorum: true })
        }
    };
    match (adopted, everybody) {
        (true, _) => Count::Adopted,
        (false, true) => Count::Rejected,
        (false, false) => Count::Open,
    }
}

#[cfg(test)]
#[path = "voices_tests.rs"]
mod tests;
