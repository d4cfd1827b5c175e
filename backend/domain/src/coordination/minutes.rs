//! The minutes of a meeting: written, proposed, and approved by every company that was present.

use super::codes::*;
use super::{Meeting, MeetingState, companies_seated, seat_of};
use crate::agreements::Group;
use crate::kernel::{By, CompanyId, LONGEST_STATEMENT, Verdict, stated};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The longest minutes, in characters.
const LONGEST: usize = 100_000;

/// Where minutes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MinutesState {
    /// Being written.
    #[default]
    Draft,
    /// Before the companies that were present.
    Proposed,
    /// Approved by all of them.
    Approved,
}

/// What a company says to proposed minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "word", rename_all = "snake_case")]
pub enum Word {
    /// So it was.
    Approves {
        /// Who said so.
        by: By,
    },
    /// It was otherwise.
    Objects {
        /// Who said so.
        by: By,
        /// How.
        reason: String,
    },
}

/// The minutes of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// What they say.
    pub text: String,
    /// Who wrote them last.
    pub written: Option<By>,
    /// Where they stand.
    pub state: MinutesState,
    /// What each company says to them as they stand.
    pub words: BTreeMap<CompanyId, Word>,
}

impl Meeting {
    /// Writes the minutes. Every word to them as they were falls.
    ///
    /// # Errors
    /// [`MEETING_NOT_HELD`] before the meeting began; [`MINUTES_PROPOSED`] once they are approved; a text that says nothing.
    pub fn write_minutes(mut self, text: &str, by: By) -> Verdict<Self> {
        if !matches!(self.state, MeetingState::Running { .. } | MeetingState::Held { .. }) {
            return Err(refused(MEETING_NOT_HELD));
        }
        if self.minutes.state == MinutesState::Approved {
            return Err(refused(MINUTES_PROPOSED));
        }
        let text = stated(MEETING_STATEMENT, text, "text", LONGEST)?;
        self.minutes = Minutes { text, written: Some(by), state: MinutesState::Draft, words: BTreeMap::new() };
        Ok(self)
    }

    /// Puts the minutes before the companies that were present; where none was, nobody has to approve.
    ///
    /// # Errors
    /// [`MEETING_NOT_HELD`], [`MINUTES_EMPTY`], [`MINUTES_PROPOSED`].
    pub fn propose_minutes(mut self, group: &Group, today: NaiveDate) -> Verdict<Self> {
        if !matches!(self.state, MeetingState::Held { .. }) {
            return Err(refused(MEETING_NOT_HELD));
        }
        if self.minutes.written.is_none() {
            return Err(refused(MINUTES_EMPTY));
        }
        if self.minutes.state == MinutesState::Approved {
            return Err(refused(MINUTES_PROPOSED));
        }
        self.minutes.state = MinutesState::Proposed;
        Ok(self.settle_minutes(group, today))
    }

    /// The companies that approve the minutes: those that were present and still have a seat.
    #[must_use]
    pub fn minutes_asked(&self, group: &Group, today: NaiveDate) -> BTreeSet<CompanyId> {
        let seated = companies_seated(group, today);
        self.roll.present(group, self.day()).into_iter().filter(|company| seated.contains(company)).collect()
    }

    /// A company that was present approves the minutes as they stand.
    ///
    /// # Errors
    /// [`MINUTES_NOT_PROPOSED`], [`MINUTES_NOT_ASKED`], [`DECISION_NOT_A_MEMBER`], [`DECISION_TERM_OVER`].
    pub fn approve_minutes(mut self, group: &Group, today: NaiveDate, by: By) -> Verdict<Self> {
        self.asked(group, today, by)?;
        if !matches!(self.minutes.words.get(&by.company), Some(Word::Approves { .. })) {
            self.minutes.words.insert(by.company, Word::Approves { by });
        }
        Ok(self.settle_minutes(group, today))
    }

    /// A company that was present objects to the minutes as they stand; they are written and proposed again.
    ///
    /// # Errors
    /// As for [`Meeting::approve_minutes`]; a reason that says nothing.
    pub fn object_to_minutes(mut self, group: &Group, today: NaiveDate, reason: &str, by: By) -> Verdict<Self> {
        self.asked(group, today, by)?;
        let reason = stated(MEETING_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        self.minutes.words.insert(by.company, Word::Objects { by, reason });
        Ok(self)
    }

    fn asked(&self, group: &Group, today: NaiveDate, by: By) -> Verdict<()> {
        if self.minutes.state != MinutesState::Proposed {
            return Err(refused(MINUTES_NOT_PROPOSED));
        }
        if !self.roll.present(group, self.day()).contains(&by.company) {
            return Err(refused(MINUTES_NOT_ASKED));
        }
        seat_of(group, by.person, by.company, today).map(|_| ())
    }

    fn settle_minutes(mut self, group: &Group, today: NaiveDate) -> Self {
        let asked = self.minutes_asked(group, today);
        let approves = |company: &CompanyId| matches!(self.minutes.words.get(company), Some(Word::Approves { .. }));
        if asked.iter().all(approves) {
            self.minutes.state = MinutesState::Approved;
        }
        self
    }
}
