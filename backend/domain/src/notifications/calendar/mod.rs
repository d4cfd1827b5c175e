//! Calendars as other programs read them: iCalendar (RFC 5545) and what is sent about meetings (RFC 5546).
//!
//! Every time is written as local time in its zone, and the zone comes along as a `VTIMEZONE` made from the changes of its
//! clock. What people wrote (names, subjects, places) can neither leave its line nor its parameter.

mod event;
mod line;
mod meetings;
mod rule;
#[cfg(test)]
mod tests;
mod zone;

pub use event::{Attendee, CalendarEvent, Contact, Status};
pub use meetings::{Page, invitation, of_group, of_meeting, uid};
pub use rule::{Repeats, RuleError};

use crate::kernel::{Moment, Zone};
use line::Lines;

/// Who wrote it (`PRODID`).
const PRODUCT: &str = "-//Concordat//Concordat 1//EN";

/// What a calendar is for (RFC 5546, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// It is there to be read: an address that programs ask now and then.
    Publish,
    /// It invites to a meeting, or says what has changed about it.
    Request,
    /// It takes a meeting back.
    Cancel,
}

impl Method {
    /// The word of RFC 5546.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// A calendar to be written.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What it is for.
    pub method: Method,
    /// What a reader calls it, where it is read again and again.
    pub name: Option<String>,
    /// What stands in it.
    pub events: Vec<CalendarEvent>,
}

impl Calendar {
    /// The calendar as text: the same calendar gives the same bytes.
    #[must_use]
    pub fn write(&self) -> String {
        let mut lines = Lines::default();
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", PRODUCT);
        lines.raw("CALSCALE", "GREGORIAN");
        lines.raw("METHOD", self.method.name());
        if let Some(name) = &self.name {
            lines.text("NAME", name);
            lines.text("X-WR-CALNAME", name);
        }
        for (zone, from, until) in self.zones() {
            zone::write(&mut lines, zone, from, until);
        }
        for event in &self.events {
            event.write(&mut lines);
        }
        lines.raw("END", "VCALENDAR");
        lines.finish()
    }

    /// The zones that are used, by name, with the time for which each must be right.
    fn zones(&self) -> Vec<(Zone, Moment, Option<Moment>)> {
        let mut zones: Vec<(Zone, Moment, Option<Moment>)> = Vec::new();
        for event in self.events.iter().filter(|event| event.zone != Zone::UTC) {
            let (from, until) = event.period();
            match zones.iter_mut().find(|(zone, ..)| *zone == event.zone) {
                Some((_, begins, ends)) => {
                    *begins = from.min(*begins);
                    *ends = ends.zip(until).map(|(one, other)| one.max(other));
                }
                None => zones.push((event.zone, from, until)),
            }
        }
        zones.sort_by_key(|(zone, ..)| zone.name());
        zones
    }
}
