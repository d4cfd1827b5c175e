//! A meeting: when and where, where it stands, and what is to be known of it.

use super::{Minutes, Roll, Turnout};
use crate::agreements::{Cadence, MeetingForm, Section, Template};
use crate::kernel::{AgreementId, By, CompanyId, GroupId, MeetingId, Moment, PersonId, Zone};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// When and how a meeting takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// What it is called.
    pub title: String,
    /// When it begins.
    pub starts: Moment,
    /// When it is to end.
    pub ends: Moment,
    /// The zone whose wall clock it follows.
    pub zone: Zone,
    /// In which form.
    pub form: MeetingForm,
    /// Where: a room or an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The holidays of members that fall on its day, or from which it was moved away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
}

/// A holiday of somebody who must be there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Flag {
    /// Whose.
    pub person: PersonId,
    /// The company for which they sit there.
    pub company: CompanyId,
    /// The day.
    pub on: NaiveDate,
    /// What the holiday is called; may be empty.
    pub holiday: String,
}

/// Where a meeting stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum MeetingState {
    /// Ahead.
    Planned,
    /// Under way; its agenda is frozen.
    Running {
        /// Who started it.
        started: By,
    },
    /// Over.
    Held {
        /// Who started it.
        started: By,
        /// Who ended it.
        ended: By,
        /// Whether enough companies were there to decide.
        quorum: bool,
        /// How each company with a seat turned out.
        turnout: Vec<Turnout>,
    },
    /// Nobody started it by its end.
    Missed {
        /// When that was found.
        at: Moment,
    },
    /// Given up before its start.
    Cancelled {
        /// Who cancelled it; nobody where its cadence has it no more.
        by: Option<By>,
        /// Why.
        reason: String,
    },
}

impl MeetingState {
    /// The stable name: `planned`, `running`, `held`, `missed` or `cancelled`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running { .. } => "running",
            Self::Held { .. } => "held",
            Self::Missed { .. } => "missed",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

/// One meeting of a coordination group. Its agenda is kept beside it, since many add to it at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The group.
    pub group: GroupId,
    /// The code of the cadence that it belongs to; none where somebody called it.
    pub cadence: Option<String>,
    /// The local start that the cadence's recurrence gives it: which occurrence it is, wherever it was moved.
    pub occurrence: Option<NaiveDateTime>,
    /// The template that it follows.
    pub template: Template,
    /// The sections of its agenda, in order.
    pub sections: Vec<Section>,
    /// When and how it takes place.
    pub slot: Slot,
    /// What its cadence last planned; the same as `slot` unless somebody moved it.
    pub planned: Option<Slot>,
    /// How often its time, place or state of being cancelled changed (RFC 5545, `SEQUENCE`).
    pub sequence: u32,
    /// Where it stands.
    pub state: MeetingState,
    /// Who was there, by company and member.
    pub roll: Roll,
    /// What is written of it.
    pub minutes: Minutes,
    /// Who called it; nobody where its cadence planned it.
    pub called: Option<By>,
}

/// A meeting that somebody calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The group.
    pub group: GroupId,
    /// The template that it follows.
    pub template: Template,
    /// The sections of its agenda; those that are usual for the template where there are none.
    pub sections: Vec<Section>,
    /// When and how.
    pub slot: Slot,
}

impl Meeting {
    /// What an occurrence of a cadence comes to.
    #[must_use]
    pub fn plan(
        id: MeetingId,
        (agreement, group): (AgreementId, GroupId),
        cadence: &Cadence,
        occurrence: NaiveDateTime,
        slot: Slot,
    ) -> Self {
        Self {
            id,
            agreement,
            group,
            cadence: Some(cadence.code.clone()),
            occurrence: Some(occurrence),
            template: cadence.template,
            sections: cadence.sections.clone(),
            planned: Some(slot.clone()),
            slot,
            sequence: 0,
            state: MeetingState::Planned,
            roll: Roll::default(),
            minutes: Minutes::default(),
            called: None,
        }
    }

    /// The local day on which it takes place.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.slot.zone.date_of(self.slot.starts)
    }

    /// Whether its agenda can still grow.
    #[must_use]
    pub const fn takes_matters(&self) -> bool {
        matches!(self.state, MeetingState::Planned | MeetingState::Running { .. })
    }

    /// Whether it is under way.
    #[must_use]
    pub const fn running_now(&self) -> bool {
        matches!(self.state, MeetingState::Running { .. })
    }

    /// Whether enough companies are there to decide, as the roll says now or as it was when it ended; nothing is known
    /// of it while the meeting does not run.
    #[must_use]
    pub fn quorate(&self, group: &crate::agreements::Group) -> Option<bool> {
        match self.state {
            MeetingState::Running { .. } => Some(self.roll.quorate(group, self.day())),
            MeetingState::Held { quorum, .. } => Some(quorum),
            _ => None,
        }
    }
}
