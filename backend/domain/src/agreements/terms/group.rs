//! Coordination groups: who sits in them, how they decide, and the rhythm in which they meet.

use crate::agreements::words::{DecisionRule, GroupRole, Level, MeetingForm, OnHoliday, Quorum, Section, Template};
use crate::calendars::Recurrence;
use crate::kernel::{CompanyId, GroupId, PersonId, Span};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A coordination group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id, kept over all versions.
    pub id: GroupId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Who sits in it, by person.
    pub members: Vec<Member>,
    /// How it decides; each company has one voice.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rule: DecisionRule,
    /// How many companies must be there for it to decide in a meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quorum: Quorum,
    /// When it meets, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cadences: Vec<Cadence>,
}

/// A member of a coordination group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
    /// At which level of management.
    pub level: Level,
    /// As what.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: GroupRole,
    /// Who stands in for them, and then speaks with the same one voice of the company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy: Option<PersonId>,
    /// The first day of their term; without it, the agreement's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The first day on which they sit there no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The code of the calendar whose holidays they keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
}

impl Member {
    /// Whether their term runs on a day.
    #[must_use]
    pub fn in_term(&self, on: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= on) && self.until.is_none_or(|until| on < until)
    }

    /// Whether they count for the quorum and speak with their company's voice; observers do not.
    #[must_use]
    pub fn speaks(&self) -> bool {
        self.role != GroupRole::Observer
    }

    /// Whether somebody may speak in this member's seat: the member or the deputy.
    #[must_use]
    pub fn seats(&self, person: PersonId) -> bool {
        self.person == person || self.deputy == Some(person)
    }
}

/// A rhythm of meetings. All cadences of an agreement together are its governance plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cadence {
    /// Its code, unique within the group.
    pub code: String,
    /// What its meetings are called.
    pub name: String,
    /// The template that it follows.
    pub template: Template,
    /// Whether its matters are technical.
    pub technical: bool,
    /// What its meetings are for.
    pub purpose: String,
    /// The levels of management of which somebody must be there for each company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<Level>,
    /// The sections of the agenda, in order.
    pub sections: Vec<Section>,
    /// In which form it is held.
    pub form: MeetingForm,
    /// Where: a room or an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When its meetings begin.
    pub recurrence: Recurrence,
    /// How long one takes.
    pub lasts: Span,
    /// What a holiday of a member does to a meeting.
    pub on_holiday: OnHoliday,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
