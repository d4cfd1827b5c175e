//! The coordination groups of the agreement file: who sits in them, how they decide, and when they meet.

use super::{At, Day, Length, LocalTime};
use crate::agreements::words::{DecisionRule, GroupRole, Level, MeetingForm, OnHoliday, Quorum, Section, Template};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A coordination group.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GroupEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// How it decides, each company having one voice; without it, `unanimous`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<At<DecisionRule>>,
    /// How many of its companies must be there for it to decide; without it, `majority`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<At<Quorum>>,
    /// Who sits in it.
    pub members: Vec<MemberEntry>,
    /// When it meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cadences: Vec<CadenceEntry>,
}

/// A member of a coordination group.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MemberEntry {
    /// The person's address.
    pub person: At<String>,
    /// Senior or middle management.
    pub level: At<Level>,
    /// The company for which the person sits there; without it, the employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
    /// As what; without it, `member`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<At<GroupRole>>,
    /// The address of who stands in, a person of the same company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy: Option<At<String>>,
    /// The first day of the term; without it, the agreement's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<At<Day>>,
    /// The first day on which the person sits there no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<At<Day>>,
    /// The code of the calendar whose holidays the person keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<At<String>>,
}

/// A rhythm of meetings: its template says what is usual, and every other key says it otherwise.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CadenceEntry {
    /// Its code, unique within the group.
    pub code: At<String>,
    /// What kind of meeting it is.
    pub template: At<Template>,
    /// What its meetings are called; without it, what the template calls them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<At<String>>,
    /// The local time of the first meeting, such as `2026-01-12T09:00`.
    pub starts: At<LocalTime>,
    /// How it comes back: an RFC 5545 rule such as `FREQ=WEEKLY;BYDAY=MO`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<At<String>>,
    /// The IANA time zone whose wall clock it follows; without it, the agreement's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<At<String>>,
    /// How long a meeting takes, such as `PT1H`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasts: Option<At<Length>>,
    /// What its meetings are for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<At<String>>,
    /// Whether its matters are technical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technical: Option<At<bool>>,
    /// The levels of management of which somebody must be there for each company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires: Option<Vec<At<Level>>>,
    /// The sections of the agenda, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sections: Option<Vec<At<Section>>>,
    /// In which form it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<At<MeetingForm>>,
    /// Where: a room or an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<At<String>>,
    /// What a holiday of a member does to a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_holiday: Option<At<OnHoliday>>,
}
