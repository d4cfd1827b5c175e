//! Something that a customer prefers or wants improved, the companies that were asked, and what each of them says to it.

use super::codes::*;
use crate::calendars::Timetable;
use crate::kernel::{
    AgreementId, By, CaseId, Code, CompanyId, LONGEST_STATEMENT, LONGEST_TITLE, Moment, Refusals, Span, Verdict,
    VoiceId, stated,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// So many open days of the customers' calendar a company has to acknowledge or answer.
pub const OPEN_DAYS: i32 = 5;

const MOST_COMPANIES: usize = 100;

/// By when something that is asked at a moment is to be answered: [`OPEN_DAYS`] open days later, at the same time of day.
/// A calendar that never opens again leaves as many days of the wall clock.
#[must_use]
pub fn answer_by(calendar: &Timetable, asked: Moment) -> Moment {
    let days = Span::from_seconds(i64::from(OPEN_DAYS) * 86_400);
    calendar.add_days(asked, OPEN_DAYS).unwrap_or_else(|| asked.plus(days))
}

/// What a customer said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VoiceKind {
    /// How the customer likes to be served.
    Preference,
    /// Where the customer wants to see things get better.
    Improvement,
}

impl VoiceKind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Preference => "preference",
            Self::Improvement => "improvement",
        }
    }
}

/// What a company says to it. The last word of its people is the company's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "word", rename_all = "snake_case")]
pub enum Reply {
    /// It has taken notice.
    Acknowledged {
        /// Who said so.
        by: By,
    },
    /// It says what it does about it.
    Answered {
        /// Who said so.
        by: By,
        /// What it does, in words.
        text: String,
    },
}

impl Reply {
    /// Who said so.
    #[must_use]
    pub const fn by(&self) -> By {
        match self {
            Self::Acknowledged { by } | Self::Answered { by, .. } => *by,
        }
    }
}

/// What a company is to say: that it has taken notice, or an answer in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    /// It takes notice.
    Acknowledge,
    /// It answers.
    Answer(&'a str),
}

/// A company that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which.
    pub company: CompanyId,
    /// What it says; nothing yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// When it first said anything; later words do not change that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Moment>,
}

/// What a contact point takes down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The customer.
    pub customer: CompanyId,
    /// A preference, or an area for improvement.
    pub kind: VoiceKind,
    /// What the customer said; the customer reads it again.
    pub text: String,
    /// How that is known: a quotation, an occasion, an address.
    pub evidence: String,
    /// The case in which it came up.
    pub case: Option<CaseId>,
    /// The companies concerned.
    pub companies: Vec<CompanyId>,
}

/// Something that a customer prefers or wants improved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Its id.
    pub id: VoiceId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The customer.
    pub customer: CompanyId,
    /// A preference, or an area for improvement.
    pub kind: VoiceKind,
    /// What the customer said.
    pub text: String,
    /// How that is known.
    pub evidence: String,
    /// The case in which it came up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// Who took it down, and for which company.
    pub recorded: By,
    /// By when each company is to have acknowledged or answered.
    pub due: Moment,
    /// The companies that were asked, by id.
    pub asked: Vec<Asked>,
    /// When it was found that the time had passed and a company had said nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Moment>,
    /// What the customer was told in the end, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closing>,
}

/// What the customer was told in the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Who told them.
    pub by: By,
    /// What, in words that the customer reads.
    pub words: String,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoiceState {
    /// A company is still to acknowledge or answer, and has time to.
    Waiting,
    /// The same, and the time has passed.
    Overdue,
    /// Every company has acknowledged or answered.
    Heard,
    /// The customer was told what came of it.
    Closed,
}

impl VoiceState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Heard => "heard",
            Self::Closed => "closed",
        }
    }
}

impl Voice {
    /// Takes down what a customer said. `is_customer` and `answers` tell who is a customer, and which companies can be
    /// asked, under the terms in force today.
    ///
    /// # Errors
    /// [`VOICE_STATEMENT`], [`VOICE_CUSTOMER`], [`VOICE_COMPANY`].
    pub fn record(
        (id, agreement): (VoiceId, AgreementId),
        said: &Recorded,
        (is_customer, answers): (impl Fn(CompanyId) -> bool, impl Fn(CompanyId) -> bool),
        (due, by): (Moment, By),
    ) -> Verdict<Self> {
        if !is_customer(said.customer) {
            return Err(VOICE_CUSTOMER.refuse_field("customer", VOICE_CUSTOMER.meaning).into());
        }
        let companies: BTreeSet<CompanyId> = said.companies.iter().copied().collect();
        let whole = companies.len() == said.companies.len() && (1..=MOST_COMPANIES).contains(&companies.len());
        if !whole || !companies.iter().all(|company| answers(*company)) {
            return Err(VOICE_COMPANY.refuse_field("companies", VOICE_COMPANY.meaning).into());
        }
        Ok(Self {
            id,
            agreement,
            customer: said.customer,
            kind: said.kind,
            text: stated(VOICE_STATEMENT, &said.text, "text", LONGEST_STATEMENT)?,
            evidence: stated(VOICE_STATEMENT, &said.evidence, "evidence", LONGEST_STATEMENT)?,
            case: said.case,
            recorded: by,
            due,
            asked: companies.into_iter().map(|company| Asked { company, reply: None, first: None }).collect(),
            overdue: None,
            closed: None,
        })
    }

    /// A company acknowledges or answers. The same again changes nothing; a new answer replaces the one before it.
    ///
    /// # Errors
    /// [`VOICE_CLOSED`], [`VOICE_NOT_ASKED`], [`VOICE_ANSWERED`], [`VOICE_STATEMENT`].
    pub fn reply(mut self, word: Word<'_>, by: By) -> Verdict<Self> {
        if self.closed.is_some() {
            return Err(refused(VOICE_CLOSED));
        }
        let Some(asked) = self.asked.iter_mut().find(|asked| asked.company == by.company) else {
            return Err(refused(VOICE_NOT_ASKED));
        };
        asked.reply = Some(match (word, asked.reply.take()) {
            (Word::Acknowledge, Some(Reply::Answered { .. })) => return Err(refused(VOICE_ANSWERED)),
            (Word::Acknowledge, Some(known)) => known,
            (Word::Acknowledge, None) => Reply::Acknowledged { by },
            (Word::Answer(text), known) => {
                let text = stated(VOICE_STATEMENT, text, "answer", LONGEST_STATEMENT)?;
                match known {
                    Some(Reply::Answered { by, text: said }) if said == text => Reply::Answered { by, text },
                    _ => Reply::Answered { by, text },
                }
            }
        });
        asked.first.get_or_insert(by.at);
        Ok(self)
    }

    /// What it is called: the first line of what was said.
    #[must_use]
    pub fn title(&self) -> String {
        self.text.lines().next().unwrap_or_default().chars().take(LONGEST_TITLE).collect()
    }

    /// The companies that have said nothing yet.
    pub fn silent(&self) -> impl Iterator<Item = CompanyId> {
        self.asked.iter().filter(|asked| asked.reply.is_none()).map(|asked| asked.company)
    }

    /// When something is to happen to it by time alone: its due moment, as long as somebody is silent and that has not
    /// been found.
    #[must_use]
    pub fn waits_for(&self) -> Option<Moment> {
        let waits = self.closed.is_none() && self.overdue.is_none() && self.silent().next().is_some();
        waits.then_some(self.due)
    }

    /// The same with what is found at a moment: that the time has passed. Nothing where there is nothing to find.
    #[must_use]
    pub fn pass(&self, now: Moment) -> Option<Self> {
        let due = self.waits_for()?;
        (due <= now).then(|| Self { overdue: Some(now), ..self.clone() })
    }

    /// The company at whose contact point it was recorded tells the customer what came of it. A company that the agreement
    /// binds no more is not waited for.
    ///
    /// # Errors
    /// [`VOICE_CLOSED`], [`VOICE_FOREIGN`], [`VOICE_UNANSWERED`], [`VOICE_STATEMENT`].
    pub fn close(self, words: &str, is_bound: impl Fn(CompanyId) -> bool, by: By) -> Verdict<Self> {
        if self.closed.is_some() {
            return Err(refused(VOICE_CLOSED));
        }
        if by.company != self.recorded.company {
            return Err(refused(VOICE_FOREIGN));
        }
        if self.silent().any(is_bound) {
            return Err(refused(VOICE_UNANSWERED));
        }
        let words = stated(VOICE_STATEMENT, words, "words", LONGEST_STATEMENT)?;
        Ok(Self { closed: Some(Closing { by, words }), ..self })
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> VoiceState {
        match (&self.closed, self.silent().next(), self.overdue) {
            (Some(_), ..) => VoiceState::Closed,
            (None, None, _) => VoiceState::Heard,
            (None, Some(_), Some(_)) => VoiceState::Overdue,
            (None, Some(_), None) => VoiceState::Waiting,
        }
    }
}

fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}

#[cfg(test)]
#[path = "voice_tests.rs"]
mod tests;
