//! One event of a calendar: a meeting, a series of meetings, or one of a series that is held otherwise.

use super::{
    line::{Lines, local},
    rule::Repeats,
};
use crate::kernel::{Moment, Occurrence, Span, Zone};
use chrono::NaiveDateTime;

/// How an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is to be held.
    Confirmed,
    /// It is not held.
    Cancelled,
}

/// Somebody who is named with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What they are called.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// Somebody who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub contact: Contact,
    /// Whether they have to come; others may.
    pub required: bool,
}

/// An event of a calendar.
#[derive(Clone, Debug)]
pub struct CalendarEvent {
    /// The same for all that is ever told of the event, or of the series it belongs to.
    pub uid: String,
    /// Grows with each change that a reader must take note of.
    pub sequence: u32,
    /// When it was told so (`DTSTAMP`).
    pub stamp: Moment,
    /// The wall time at which it begins; of a series, the first one.
    pub starts: NaiveDateTime,
    /// How long it lasts.
    pub lasts: Span,
    /// In which zone.
    pub zone: Zone,
    /// How a series comes back.
    pub repeats: Option<Repeats>,
    /// Those of a series that are not held: the wall times that the rule gives them.
    pub except: Vec<NaiveDateTime>,
    /// For one of a series that is held otherwise: the wall time that the rule gives it.
    pub instead_of: Option<NaiveDateTime>,
    /// How it stands.
    pub status: Status,
    /// What it is called.
    pub summary: String,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Who invites.
    pub organizer: Option<Contact>,
    /// Who is invited.
    pub attendees: Vec<Attendee>,
}

impl CalendarEvent {
    /// The time for which the zone must be right; open where the series has no end.
    pub(super) fn period(&self) -> (Moment, Option<Moment>) {
        let begins = |wall| self.zone.instant_of(wall, Occurrence::First);
        let starts = begins(self.starts);
        let from = self.instead_of.map_or(starts, |wall| begins(wall).min(starts));
        let last = self.instead_of.map_or(starts, |wall| begins(wall).max(starts)).plus(self.lasts);
        let until = match &self.repeats {
            None => Some(last),
            Some(repeats) => repeats.until().map(|until| until.plus(self.lasts).max(last)),
        };
        (from, until)
    }

    pub(super) fn write(&self, lines: &mut Lines) {
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", &self.uid);
        lines.raw("DTSTAMP", &utc(self.stamp));
        lines.raw("SEQUENCE", &self.sequence.to_string());
        if let Some(wall) = self.instead_of {
            self.time(lines, "RECURRENCE-ID", wall);
        }
        self.time(lines, "DTSTART", self.starts);
        lines.raw("DURATION", &duration(self.lasts));
        if let Some(repeats) = &self.repeats {
            lines.raw("RRULE", repeats.text());
        }
        for wall in &self.except {
            self.time(lines, "EXDATE", *wall);
        }
        lines.text("SUMMARY", &self.summary);
        if let Some(about) = &self.description {
            lines.text("DESCRIPTION", about);
        }
        if let Some(place) = &self.place {
            lines.text("LOCATION", place);
        }
        lines.raw(
            "STATUS",
            match self.status {
                Status::Confirmed => "CONFIRMED",
                Status::Cancelled => "CANCELLED",
            },
        );
        self.people(lines);
        lines.raw("END", "VEVENT");
    }

    fn people(&self, lines: &mut Lines) {
        if let Some(Contact { name, email }) = &self.organizer {
            lines.with("ORGANIZER", &[("CN", name)], &address(email));
        }
        for Attendee { contact: Contact { name, email }, required } in &self.attendees {
            let role = if *required { "REQ-PARTICIPANT" } else { "OPT-PARTICIPANT" };
            let parameters = [("CN", name.as_str()), ("ROLE", role), ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "FALSE")];
            lines.with("ATTENDEE", &parameters, &address(email));
        }
    }

    fn time(&self, lines: &mut Lines, name: &str, wall: NaiveDateTime) {
        if self.zone == Zone::UTC {
            lines.raw(name, &format!("{}Z", local(wall)));
        } else {
            lines.with(name, &[("TZID", self.zone.name())], &local(wall));
        }
    }
}

fn address(email: &str) -> String {
    format!("mailto:{email}")
}

fn utc(at: Moment) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A length in hours, minutes and seconds: exact time, whatever the clock does meanwhile (RFC 5545, 3.3.6).
fn duration(span: Span) -> String {
    let seconds = span.seconds().max(0);
    let parts = [(seconds / 3_600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    let told: String =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}")).collect();
    if told.is_empty() { "PT0S".to_owned() } else { format!("PT{told}") }
}
