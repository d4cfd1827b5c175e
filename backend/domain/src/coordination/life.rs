//! What becomes of a meeting: called, moved, cancelled, started, missed, ended.

use super::codes::*;
use super::{
    AgendaItem, AgendaOutcome, Call, Meeting, MeetingState, Minutes, Presence, Roll, Seat, Slot, Subject, turnout,
};
use crate::agreements::{Group, Level, Section, Template};
use crate::kernel::{
    AgreementId, By, LONGEST_STATEMENT, LONGEST_TITLE, MeetingId, Moment, Refusal, Refusals, Span, Verdict, stated,
};

/// A meeting can be started so long before its time.
const OPENS_BEFORE: Span = Span::from_seconds(3600);
/// The longest meeting.
const LONGEST: Span = Span::from_seconds(86_400);

impl Slot {
    /// The slot with its words tidied, for a meeting that begins after `now`.
    ///
    /// # Errors
    /// [`MEETING_TIME`], [`MEETING_STATEMENT`].
    pub fn checked(self, now: Moment) -> Verdict<Self> {
        let lasts = self.ends.since(self.starts);
        if self.starts <= now || !lasts.is_positive() || lasts > LONGEST {
            return Err(MEETING_TIME.refuse_field("starts", MEETING_TIME.meaning).into());
        }
        let title = stated(MEETING_STATEMENT, &self.title, "title", LONGEST_TITLE)?;
        let place = self.place.map(|place| stated(MEETING_STATEMENT, &place, "place", LONGEST_TITLE)).transpose()?;
        Ok(Self { title, place, ..self })
    }
}

impl Meeting {
    /// Somebody calls a meeting outside every cadence.
    ///
    /// # Errors
    /// What [`Slot::checked`] refuses.
    pub fn call(id: MeetingId, agreement: AgreementId, call: Call, by: By) -> Verdict<Self> {
        let slot = call.slot.checked(by.at)?;
        let sections = match (call.template, call.sections) {
            (Template::KickOff, named) => {
                let beyond = named.into_iter().filter(|section| !Section::KICK_OFF.contains(section));
                Section::KICK_OFF.into_iter().chain(beyond).collect()
            }
            (_, named) => named,
        };
        Ok(Self {
            id,
            agreement,
            group: call.group,
            cadence: None,
            occurrence: None,
            template: call.template,
            sections,
            slot,
            planned: None,
            sequence: 0,
            state: MeetingState::Planned,
            roll: Roll::default(),
            minutes: Minutes::default(),
            called: Some(by),
        })
    }

    /// It takes place at another time or in another place.
    ///
    /// # Errors
    /// [`MEETING_NOT_PLANNED`]; what [`Slot::checked`] refuses.
    pub fn reschedule(self, slot: Slot, now: Moment) -> Verdict<Self> {
        self.ahead()?;
        let slot = slot.checked(now)?;
        if slot == self.slot {
            return Ok(self);
        }
        Ok(Self { slot, sequence: self.sequence + 1, ..self })
    }

    /// It does not take place.
    ///
    /// # Errors
    /// [`MEETING_NOT_PLANNED`]; a reason that says nothing.
    pub fn cancel(self, reason: &str, by: By) -> Verdict<Self> {
        self.ahead()?;
        let reason = stated(MEETING_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        let state = MeetingState::Cancelled { by: Some(by), reason };
        Ok(Self { state, sequence: self.sequence + 1, ..self })
    }

    /// It begins.
    ///
    /// # Errors
    /// [`MEETING_NOT_PLANNED`], [`MEETING_AHEAD`], [`MEETING_OVER`].
    pub fn start(self, by: By) -> Verdict<Self> {
        self.ahead()?;
        if by.at.plus(OPENS_BEFORE) < self.slot.starts {
            return Err(refused(MEETING_AHEAD));
        }
        if by.at >= self.slot.ends {
            return Err(refused(MEETING_OVER));
        }
        Ok(Self { state: MeetingState::Running { started: by }, ..self })
    }

    /// Nobody started it by its end; anything but a planned meeting whose time is over stays as it is.
    #[must_use]
    pub fn miss(self, now: Moment) -> Self {
        if self.state != MeetingState::Planned || now < self.slot.ends {
            return self;
        }
        Self { state: MeetingState::Missed { at: now }, ..self }
    }

    /// Records who is there, one seat after the other; what was recorded of a seat before gives way.
    ///
    /// # Errors
    /// [`MEETING_NOT_RUNNING`]; [`MEETING_NOT_A_MEMBER`], [`MEETING_NO_DEPUTY`] with the place of the entry.
    pub fn record(mut self, group: &Group, entries: &[(Seat, Presence)]) -> Verdict<Self> {
        self.running()?;
        let day = self.day();
        let mut wrong: Vec<Refusal> = Vec::new();
        for (place, (seat, presence)) in entries.iter().enumerate() {
            if let Err(Refusals(found)) = self.roll.enter(group, day, *seat, presence.clone()) {
                let field = format!("attendance.{place}");
                wrong.extend(found.into_iter().map(|refusal| Refusal { field: Some(field.clone()), ..refusal }));
            }
        }
        if wrong.is_empty() { Ok(self) } else { Err(Refusals(wrong)) }
    }

    /// It is over; who was not recorded was absent. `requires` are the levels of management that had to be there.
    ///
    /// # Errors
    /// [`MEETING_NOT_RUNNING`]; [`MEETING_KICK_OFF_INCOMPLETE`] for each subject of a kick-off that was not gone through.
    pub fn end(mut self, group: &Group, requires: &[Level], agenda: &[AgendaItem], by: By) -> Verdict<Self> {
        let started = self.running()?;
        let missing = self.not_gone_through(agenda);
        if !missing.is_empty() {
            return Err(Refusals(missing));
        }
        let day = self.day();
        self.roll.complete(group, day);
        let (quorum, turnout) = (self.roll.quorate(group, day), turnout(group, &self.roll, requires, day));
        Ok(Self { state: MeetingState::Held { started, ended: by, quorum, turnout }, ..self })
    }

    /// The subjects of a kick-off that nobody decided on or noted anything about.
    fn not_gone_through(&self, agenda: &[AgendaItem]) -> Vec<Refusal> {
        if self.template != Template::KickOff {
            return Vec::new();
        }
        let done = |section: &Section| {
            agenda.iter().any(|item| {
                let about = item.matter.subject == Subject::KickOff { section: *section };
                let went = matches!(item.outcome, Some(AgendaOutcome::Decided { .. } | AgendaOutcome::Noted { .. }));
                about && went
            })
        };
        let missing = Section::KICK_OFF.into_iter().filter(|section| !done(section));
        let code = MEETING_KICK_OFF_INCOMPLETE;
        missing.map(|section| code.refuse_field(format!("agenda.{}", section.name()), code.meaning)).collect()
    }

    fn ahead(&self) -> Verdict<()> {
        if self.state == MeetingState::Planned { Ok(()) } else { Err(refused(MEETING_NOT_PLANNED)) }
    }

    pub(super) fn running(&self) -> Verdict<By> {
        match self.state {
            MeetingState::Running { started } => Ok(started),
            _ => Err(refused(MEETING_NOT_RUNNING)),
        }
    }
}

#[cfg(test)]
#[path = "life_tests.rs"]
mod tests;
