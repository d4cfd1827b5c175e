//! From the cadences in force to the meetings that are planned: what has to be added, changed, cancelled or taken back.

use super::{Meeting, MeetingState, Slot};
use crate::agreements::Cadence;
use crate::kernel::{GroupId, Moment, Span};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// Meetings are planned so far ahead ...
pub const AHEAD: Span = Span::from_seconds(60 * 86_400);
/// ... and at least so many of each cadence.
pub const AT_LEAST: usize = 3;

/// What becomes of one occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A meeting that is not there yet.
    Plan {
        /// Its group.
        group: GroupId,
        /// The code of its cadence.
        cadence: String,
        /// Which occurrence.
        occurrence: NaiveDateTime,
        /// When and how.
        slot: Slot,
    },
    /// A planned one becomes another.
    Change(Meeting),
    /// One that its cadence had dropped is wanted again.
    Restore(Meeting),
    /// A planned one whose cadence has it no more.
    Cancel(Meeting),
}

/// An occurrence that the cadences in force want.
pub struct Wanted<'a> {
    /// Its group.
    pub group: GroupId,
    /// Its cadence.
    pub cadence: &'a Cadence,
    /// Which occurrence.
    pub occurrence: NaiveDateTime,
    /// When and how.
    pub slot: Slot,
}

/// What has to be done so that the meetings ahead of `now` are those that are wanted. `known` are the meetings of all
/// cadences, whatever became of them; what somebody moved or cancelled by hand stays so, until the cadence itself changes.
#[must_use]
pub fn steps(now: Moment, wanted: Vec<Wanted<'_>>, known: Vec<Meeting>) -> Vec<Step> {
    let key = |meeting: &Meeting| Some((meeting.group, meeting.cadence.clone()?, meeting.occurrence?));
    let mut known: BTreeMap<_, _> = known.into_iter().filter_map(|it| Some((key(&it)?, it))).collect();
    let mut steps = Vec::new();
    for one in wanted {
        let place = (one.group, one.cadence.code.clone(), one.occurrence);
        match known.remove(&place) {
            Some(meeting) => steps.extend(follow(now, meeting, &one)),
            None if one.slot.starts > now => {
                let (group, cadence, occurrence) = place;
                steps.push(Step::Plan { group, cadence, occurrence, slot: one.slot });
            }
            None => {}
        }
    }
    // an occurrence that lies behind is not looked at any more, wherever somebody moved its meeting
    let passed = |it: &Meeting| it.planned.as_ref().is_some_and(|planned| planned.starts <= now);
    let left =
        known.into_values().filter(|it| it.state == MeetingState::Planned && it.slot.starts > now && !passed(it));
    steps.extend(left.map(|meeting| Step::Cancel(meeting.fall_away())));
    steps
}

/// What becomes of a known meeting of a wanted occurrence.
fn follow(now: Moment, meeting: Meeting, wanted: &Wanted<'_>) -> Option<Step> {
    let ahead = wanted.slot.starts > now;
    match meeting.state {
        MeetingState::Planned if meeting.slot.starts > now => {
            let same = meeting.keeps_to(&wanted.slot)
                && meeting.sections == wanted.cadence.sections
                && meeting.template == wanted.cadence.template;
            match (same, ahead) {
                (true, _) => None,
                (false, true) => Some(Step::Change(meeting.becomes(wanted))),
                (false, false) => Some(Step::Cancel(meeting.fall_away())),
            }
        }
        MeetingState::Cancelled { by: None, .. } if ahead => Some(Step::Restore(meeting.becomes(wanted))),
        _ => None,
    }
}

impl Meeting {
    /// Whether it was planned for this slot. Where somebody moved it, the holidays of the day from which it was moved say
    /// nothing any more.
    fn keeps_to(&self, wanted: &Slot) -> bool {
        let bare = |slot: &Slot| Slot { flags: Vec::new(), ..slot.clone() };
        match &self.planned {
            Some(planned) if *planned == self.slot => planned == wanted,
            Some(planned) => bare(planned) == bare(wanted),
            None => false,
        }
    }

    fn becomes(self, wanted: &Wanted<'_>) -> Self {
        let slot = if self.keeps_to(&wanted.slot) && self.state == MeetingState::Planned {
            self.slot
        } else {
            wanted.slot.clone()
        };
        Self {
            slot,
            planned: Some(wanted.slot.clone()),
            sections: wanted.cadence.sections.clone(),
            template: wanted.cadence.template,
            sequence: self.sequence + 1,
            state: MeetingState::Planned,
            ..self
        }
    }

    fn fall_away(self) -> Self {
        let reason = "the agreement in force does not plan this meeting any more".to_owned();
        Self { state: MeetingState::Cancelled { by: None, reason }, sequence: self.sequence + 1, ..self }
    }
}

#[cfg(test)]
#[path = "planning_tests.rs"]
mod tests;
