//! An escalation: who raised what, where it stands on its ladder, and what was said.

use super::{Fact, Paths, Subject, codes::*, trigger_name};
use crate::agreements::{EscalationLevel, EscalationPath, Trigger};
use crate::kernel::{
    AgreementId, By, CompanyId, EscalationId, LONGEST_STATEMENT, LONGEST_TITLE, Moment, PersonId, Verdict, stated,
};
use serde::{Deserialize, Serialize};

/// What is raised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// What began it.
    pub trigger: Trigger,
    /// What it is about.
    pub subject: Subject,
    /// The company concerned: the holders of each level answer for it.
    pub company: CompanyId,
    /// The customer whose matter it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CompanyId>,
    /// What it is called.
    pub title: String,
    /// What whoever raised it says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The facts that are handed over with it, as they were when it was raised.
    pub facts: Vec<Fact>,
}

/// Why it came to a level, or came to it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It was raised.
    Raised,
    /// The level before, or this one when it is the top, let its time go by without an answer.
    Unanswered,
    /// Whoever raised it rejected the answer.
    Rejected,
    /// Whoever raised it let their time go by without a word to the answer: its level may close it.
    Silent,
    /// It was answered, and its level let its time go by without closing it.
    Unclosed,
}

impl Why {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Unanswered => "unanswered",
            Self::Rejected => "rejected",
            Self::Silent => "silent",
            Self::Unclosed => "unclosed",
        }
    }
}

/// It came to a level. Everything that was handed over and said before goes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Climb {
    /// The level, counted from 0.
    pub level: usize,
    /// When.
    pub at: Moment,
    /// The deadline that had passed, where one had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// Why.
    pub why: Why,
    /// Who stands at this level for the company concerned.
    pub holders: Vec<PersonId>,
    /// Who of them has seen it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<By>,
}

/// What whoever raised it said to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "word", rename_all = "snake_case", deny_unknown_fields)]
pub enum Taken {
    /// Yes.
    Accepted {
        /// Who.
        by: By,
    },
    /// No.
    Rejected {
        /// Who.
        by: By,
        /// Why.
        reason: String,
    },
}

/// An answer to whoever raised it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Who answered.
    pub by: By,
    /// At which level, counted from 0.
    pub level: usize,
    /// What.
    pub text: String,
    /// How it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Taken>,
}

/// Where an escalation stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum State {
    /// Waits for its level's answer.
    Open {
        /// Until when.
        deadline: Moment,
    },
    /// The last answer stands. It waits for a word of whoever raised it, or else for its level to close it.
    Answered {
        /// Until when.
        deadline: Moment,
        /// Whether nobody's word is waited for any more: nobody raised it, or they let their time go by.
        silent: bool,
    },
    /// Closed, with the last answer.
    Closed {
        /// Who closed it: whoever raised it by accepting the answer, or its level.
        by: By,
    },
    /// Taken back.
    Withdrawn {
        /// Who took it back.
        by: By,
        /// Why.
        reason: String,
    },
}

impl State {
    /// The stable name: `open`, `answered`, `closed` or `withdrawn`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Answered { .. } => "answered",
            Self::Closed { .. } => "closed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// Whose move it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Those who stand at its level for the company concerned.
    Level {
        /// The company.
        company: CompanyId,
        /// Who.
        holders: Vec<PersonId>,
    },
    /// Whoever raised it.
    Raiser(By),
}

/// A matter on its way up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// Its id.
    pub id: EscalationId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The path as it was when the matter was raised: an amendment does not change a ladder on which something stands.
    pub path: EscalationPath,
    /// The version of the agreement that said so.
    pub version: u32,
    /// What was raised.
    pub matter: Matter,
    /// Who raised it; nobody when it began by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised: Option<By>,
    /// Where it has been, the first level first; never empty.
    pub climbs: Vec<Climb>,
    /// What was answered, in order.
    pub answers: Vec<Answer>,
    /// Where it stands.
    pub state: State,
}

impl Escalation {
    /// Raises a matter on the path of its customer, or else on the general one, at the path's first level.
    ///
    /// # Errors
    /// [`ESCALATION_PATH`] when there is none, or when it does not take such matters; [`ESCALATION_COMPANY`]; a title or
    /// a note that says nothing.
    pub fn raise(
        (id, agreement): (EscalationId, AgreementId),
        paths: &Paths,
        matter: Matter,
        raised: Option<By>,
        now: Moment,
    ) -> Verdict<Self> {
        let path = paths.path_for(matter.customer).filter(|path| takes(path, &matter.trigger));
        let path = path.filter(|path| !path.levels.is_empty()).ok_or_else(|| refused(ESCALATION_PATH))?.clone();
        if !paths.binds(matter.company, now) {
            return Err(ESCALATION_COMPANY.refuse_field("company", ESCALATION_COMPANY.meaning).into());
        }
        let title = stated(ESCALATION_STATEMENT, &matter.title, "title", LONGEST_TITLE)?;
        let note = matter.note.as_deref();
        let note = note.map(|note| stated(ESCALATION_STATEMENT, note, "note", LONGEST_STATEMENT)).transpose()?;
        let matter = Matter { title, note, ..matter };
        let (climbs, answers, version) = (Vec::new(), Vec::new(), paths.version());
        let state = State::Open { deadline: now };
        let mut raised = Self { id, agreement, path, version, matter, raised, climbs, answers, state };
        let deadline = raised.arrive(0, Why::Raised, None, paths, now);
        raised.state = State::Open { deadline };
        Ok(raised)
    }

    /// The name by which the same matter is known again.
    #[must_use]
    pub fn key(&self) -> String {
        self.matter.subject.key(&self.matter.trigger, &self.matter.title)
    }

    /// Where it stands on its ladder.
    ///
    /// A stored escalation has been somewhere, and its path has that level.
    #[must_use]
    pub fn standing(&self) -> Option<&Climb> {
        self.climbs.last()
    }

    /// The level at which it stands, counted from 0.
    #[must_use]
    pub fn level(&self) -> usize {
        self.standing().map_or(0, |climb| climb.level)
    }

    /// What the path says of that level.
    #[must_use]
    pub fn rung(&self) -> Option<&EscalationLevel> {
        self.path.levels.get(self.level())
    }

    /// By when somebody has to move; none once it is over.
    #[must_use]
    pub const fn deadline(&self) -> Option<Moment> {
        match self.state {
            State::Open { deadline } | State::Answered { deadline, .. } => Some(deadline),
            State::Closed { .. } | State::Withdrawn { .. } => None,
        }
    }

    /// Whose move it is; nobody's once it is over.
    #[must_use]
    pub fn owner(&self) -> Option<Owner> {
        let level = || {
            let holders = self.standing().map(|climb| climb.holders.clone()).unwrap_or_default();
            Owner::Level { company: self.matter.company, holders }
        };
        match (&self.state, self.raised) {
            (State::Answered { silent: false, .. }, Some(by)) => Some(Owner::Raiser(by)),
            (State::Open { .. } | State::Answered { .. }, _) => Some(level()),
            (State::Closed { .. } | State::Withdrawn { .. }, _) => None,
        }
    }

    /// The answer that stands.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match self.state {
            State::Answered { .. } | State::Closed { .. } => self.answers.last(),
            State::Open { .. } | State::Withdrawn { .. } => None,
        }
    }

    /// Everybody to whom it came: those of every level at which it stood.
    #[must_use]
    pub fn holders(&self) -> Vec<PersonId> {
        let mut all: Vec<PersonId> = self.climbs.iter().flat_map(|climb| climb.holders.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Whether a path takes matters of that kind.
fn takes(path: &EscalationPath, trigger: &Trigger) -> bool {
    path.triggers.iter().any(|known| trigger_name(known) == trigger_name(trigger))
}
