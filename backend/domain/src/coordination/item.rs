//! Something that a company is to do because of a meeting, and when it is reminded of it.

use super::codes::*;
use super::events;
use crate::agreements::Terms;
use crate::kernel::{
    ActionItemId, AgendaItemId, AgreementId, By, CompanyId, DecisionId, GroupId, Kind, LONGEST_STATEMENT,
    LONGEST_TITLE, MeetingId, Moment, PersonId, Verdict, Zone, stated,
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// An action item is due soon so many days before its day.
pub const REMIND_DAYS: u64 = 3;
/// The latest day it may be due lies so many days ahead.
const LATEST: u64 = 3653;

/// What is to be done, by whom, until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// What.
    pub title: String,
    /// The company that does it.
    pub company: CompanyId,
    /// The person, where one is named.
    pub person: Option<PersonId>,
    /// The last day on which it is in time.
    pub due_on: NaiveDate,
}

/// Where an action item stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ItemState {
    /// To be done.
    Open,
    /// Done.
    Done {
        /// Who said so.
        by: By,
        /// What shows it.
        evidence: String,
    },
    /// Taken back.
    Dropped {
        /// Who took it back.
        by: By,
        /// Why.
        reason: String,
    },
}

impl ItemState {
    /// The stable name: `open`, `done` or `dropped`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done { .. } => "done",
            Self::Dropped { .. } => "dropped",
        }
    }
}

/// An action item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionItem {
    /// Its id.
    pub id: ActionItemId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The group.
    pub group: GroupId,
    /// The meeting that left it.
    pub meeting: Option<MeetingId>,
    /// The matter of the agenda that it comes from.
    pub item: Option<AgendaItemId>,
    /// The decision that it carries out.
    pub decision: Option<DecisionId>,
    /// What is to be done.
    #[serde(flatten)]
    pub errand: Errand,
    /// Who gave it.
    pub assigned: By,
    /// Where it stands.
    #[serde(flatten)]
    pub state: ItemState,
}

/// What is told of an open action item by time alone, once each and in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reminder {
    /// It is due in a few days.
    DueSoon,
    /// Its day is over.
    Overdue,
}

impl Reminder {
    /// Both.
    pub const ALL: [Self; 2] = [Self::DueSoon, Self::Overdue];

    /// The event that tells of it.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::DueSoon => events::ITEM_DUE_SOON,
            Self::Overdue => events::ITEM_OVERDUE,
        }
    }
}

impl Errand {
    /// The errand with its words tidied, as it may be given to a party.
    ///
    /// # Errors
    /// [`MEETING_STATEMENT`], [`ITEM_DUE`], [`ITEM_OWNER`].
    pub fn checked(self, terms: &Terms, today: NaiveDate) -> Verdict<Self> {
        if self.due_on < today || self.due_on > today + Days::new(LATEST) {
            return Err(ITEM_DUE.refuse_field("dueOn", ITEM_DUE.meaning).into());
        }
        let acts = |id: PersonId| {
            let grants = terms.person(id).map(|person| &person.grants);
            grants.is_some_and(|grants| grants.iter().any(|grant| grant.company == self.company))
        };
        if !terms.in_force(self.company, today) || !self.person.is_none_or(acts) {
            let field = if self.person.is_some() { "person" } else { "company" };
            return Err(ITEM_OWNER.refuse_field(field, ITEM_OWNER.meaning).into());
        }
        Ok(Self { title: stated(MEETING_STATEMENT, &self.title, "title", LONGEST_TITLE)?, ..self })
    }
}

impl ActionItem {
    /// Its company did it.
    ///
    /// # Errors
    /// [`ITEM_NOT_OPEN`], [`ITEM_OF_ANOTHER`]; evidence that says nothing.
    pub fn complete(self, evidence: &str, by: By) -> Verdict<Self> {
        self.open()?;
        if by.company != self.errand.company {
            return Err(refused(ITEM_OF_ANOTHER));
        }
        let evidence = stated(MEETING_STATEMENT, evidence, "evidence", LONGEST_STATEMENT)?;
        Ok(Self { state: ItemState::Done { by, evidence }, ..self })
    }

    /// It need not be done.
    ///
    /// # Errors
    /// [`ITEM_NOT_OPEN`]; a reason that says nothing.
    pub fn drop_it(self, reason: &str, by: By) -> Verdict<Self> {
        self.open()?;
        let reason = stated(MEETING_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        Ok(Self { state: ItemState::Dropped { by, reason }, ..self })
    }

    /// When a reminder of it falls due, in the agreement's zone: at the beginning of the day [`REMIND_DAYS`] before its
    /// own, and when its own is over.
    #[must_use]
    pub fn reminded(&self, reminder: Reminder, zone: Zone) -> Moment {
        let day = match reminder {
            Reminder::DueSoon => self.errand.due_on - Days::new(REMIND_DAYS),
            Reminder::Overdue => self.errand.due_on + Days::new(1),
        };
        zone.start_of(day)
    }

    /// Whether it was, or can still be, done in time.
    #[must_use]
    pub fn in_time(&self, zone: Zone, now: Moment) -> bool {
        let over = self.reminded(Reminder::Overdue, zone);
        match &self.state {
            ItemState::Open => now < over,
            ItemState::Done { by, .. } => by.at < over,
            ItemState::Dropped { .. } => true,
        }
    }

    fn open(&self) -> Verdict<()> {
        if self.state == ItemState::Open { Ok(()) } else { Err(refused(ITEM_NOT_OPEN)) }
    }
}

#[cfg(test)]
#[path = "item_tests.rs"]
mod tests;
