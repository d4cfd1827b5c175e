//! A decision of a coordination group: proposed, spoken to by the companies concerned, adopted or rejected.

use super::codes::*;
use super::voices::{Count, Sitting, count};
use super::{Voice, VoiceWord, companies_seated, seat_of};
use crate::agreements::Group;
use crate::kernel::{
    AgendaItemId, AgreementId, By, CompanyId, DecisionId, GroupId, LONGEST_STATEMENT, LONGEST_TITLE, MeetingId, Moment,
    Verdict, stated,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where a decision stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DecisionState {
    /// Before the companies concerned.
    Proposed,
    /// It holds.
    Adopted {
        /// Since the voice or the end of the meeting that made it so.
        at: Moment,
    },
    /// It does not.
    Rejected {
        /// Since the voice that made it so.
        at: Moment,
    },
    /// Given up by whoever proposed it.
    Withdrawn {
        /// Who.
        by: By,
    },
}

impl DecisionState {
    /// The stable name: `proposed`, `adopted`, `rejected` or `withdrawn`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Adopted { .. } => "adopted",
            Self::Rejected { .. } => "rejected",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// What is put before a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// What it is called.
    pub title: String,
    /// What is to hold.
    pub text: String,
    /// The companies that have a voice in it; all with a seat in the group where none is named.
    pub concerned: BTreeSet<CompanyId>,
    /// From which day it holds; without one, from its adoption on.
    pub effective_on: Option<NaiveDate>,
    /// The decision that gives way to it.
    pub supersedes: Option<DecisionId>,
    /// The day on which its effect is looked at.
    pub follow_up_on: Option<NaiveDate>,
}

/// A decision of a coordination group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The group.
    pub group: GroupId,
    /// The meeting in which it was proposed; none for one in writing.
    pub meeting: Option<MeetingId>,
    /// The matter of the agenda that it answers.
    pub item: Option<AgendaItemId>,
    /// What it says.
    #[serde(flatten)]
    pub motion: Motion,
    /// Who proposed it.
    pub proposed: By,
    /// What each company says to it.
    pub voices: BTreeMap<CompanyId, Voice>,
    /// Where it stands.
    #[serde(flatten)]
    pub state: DecisionState,
    /// The adopted decision to which it has given way.
    pub superseded_by: Option<DecisionId>,
}

impl Decision {
    /// Puts it before the companies concerned.
    ///
    /// # Errors
    /// [`MEETING_STATEMENT`], [`DECISION_CONCERNED`], [`DECISION_DATES`], [`DECISION_SUPERSEDES`].
    pub fn propose(
        (id, agreement): (DecisionId, AgreementId),
        (meeting, item): (Option<MeetingId>, Option<AgendaItemId>),
        (group, today): (&Group, NaiveDate),
        motion: Motion,
        supersedes: Option<&Self>,
        by: By,
    ) -> Verdict<Self> {
        let motion = motion.checked(group, today)?;
        if motion.supersedes.is_some() && !supersedes.is_some_and(|old| old.gives_way(group)) {
            return Err(DECISION_SUPERSEDES.refuse_field("supersedes", DECISION_SUPERSEDES.meaning).into());
        }
        Ok(Self {
            id,
            agreement,
            group: group.id,
            meeting,
            item,
            motion,
            proposed: by,
            voices: BTreeMap::new(),
            state: DecisionState::Proposed,
            superseded_by: None,
        })
    }

    /// A company speaks. The last word of its people is the company's; the same word again adds nothing, whether the
    /// member says it or the deputy.
    ///
    /// # Errors
    /// [`DECISION_NOT_PROPOSED`], [`DECISION_NOT_CONCERNED`], [`DECISION_NOT_A_MEMBER`], [`DECISION_TERM_OVER`]; a reason that
    /// says nothing.
    pub fn give(
        mut self,
        (group, today): (&Group, NaiveDate),
        sitting: Sitting,
        word: VoiceWord,
        by: By,
    ) -> Verdict<Self> {
        self.proposed()?;
        if !self.motion.concerned.contains(&by.company) {
            return Err(refused(DECISION_NOT_CONCERNED));
        }
        let seat = seat_of(group, by.person, by.company, today)?.person;
        let word = match word {
            VoiceWord::Objects { reason } => {
                VoiceWord::Objects { reason: stated(MEETING_STATEMENT, &reason, "reason", LONGEST_STATEMENT)? }
            }
            other => other,
        };
        let in_meeting = matches!(sitting, Sitting::Running { .. });
        let known = self.voices.get(&by.company);
        if !known.is_some_and(|voice| voice.word == word && voice.in_meeting == in_meeting) {
            self.voices.insert(by.company, Voice { word, by, seat, in_meeting });
        }
        Ok(self.counted(group, sitting, by.at))
    }

    /// Counts again what the companies said: who is there has changed, or the meeting has ended.
    #[must_use]
    pub fn counted(self, group: &Group, sitting: Sitting, at: Moment) -> Self {
        if self.state != DecisionState::Proposed {
            return self;
        }
        let state = match count(group.rule, &self.motion.concerned, &self.voices, sitting) {
            Count::Open => DecisionState::Proposed,
            Count::Adopted => DecisionState::Adopted { at },
            Count::Rejected => DecisionState::Rejected { at },
        };
        Self { state, ..self }
    }

    /// Gives it up.
    ///
    /// # Errors
    /// [`DECISION_NOT_PROPOSED`], [`DECISION_OF_ANOTHER`].
    pub fn withdraw(self, by: By) -> Verdict<Self> {
        self.proposed()?;
        if self.proposed.company != by.company {
            return Err(refused(DECISION_OF_ANOTHER));
        }
        Ok(Self { state: DecisionState::Withdrawn { by }, ..self })
    }

    /// The companies that have not spoken so that it counts.
    #[must_use]
    pub fn awaited(&self, sitting: Sitting) -> Vec<CompanyId> {
        if self.state != DecisionState::Proposed {
            return Vec::new();
        }
        let heard = |company: &CompanyId| {
            let counts = |voice: &Voice| !voice.in_meeting || matches!(sitting, Sitting::Running { .. });
            self.voices.get(company).is_some_and(|voice| counts(voice) || sitting == Sitting::Held { quorum: true })
        };
        self.motion.concerned.iter().filter(|company| !heard(company)).copied().collect()
    }

    /// Whether another decision of the group may supersede it.
    fn gives_way(&self, group: &Group) -> bool {
        self.group == group.id && matches!(self.state, DecisionState::Adopted { .. }) && self.superseded_by.is_none()
    }

    fn proposed(&self) -> Verdict<()> {
        if self.state == DecisionState::Proposed { Ok(()) } else { Err(refused(DECISION_NOT_PROPOSED)) }
    }
}

impl Motion {
    fn checked(mut self, group: &Group, today: NaiveDate) -> Verdict<Self> {
        let seated = companies_seated(group, today);
        if self.concerned.is_empty() {
            self.concerned.clone_from(&seated);
        }
        if self.concerned.is_empty() || !self.concerned.is_subset(&seated) {
            return Err(DECISION_CONCERNED.refuse_field("concerned", DECISION_CONCERNED.meaning).into());
        }
        let holds_from = self.effective_on.map_or(today, |day| day.max(today));
        if self.follow_up_on.is_some_and(|day| day <= today || day < holds_from) {
            return Err(DECISION_DATES.refuse_field("followUpOn", DECISION_DATES.meaning).into());
        }
        self.title = stated(MEETING_STATEMENT, &self.title, "title", LONGEST_TITLE)?;
        self.text = stated(MEETING_STATEMENT, &self.text, "text", LONGEST_STATEMENT)?;
        Ok(self)
    }
}

#[cfg(test)]
#[path = "decision_tests.rs"]
mod tests;
