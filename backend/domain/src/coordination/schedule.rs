//! When the meetings of a cadence take place: its occurrences, and what the holidays of those who must be there do to them.

use super::{AHEAD, AT_LEAST, Flag, Slot};
use crate::agreements::{Cadence, Group, Member, OnHoliday, Terms};
use crate::calendars::{Calendar, Instance};
use crate::kernel::{Moment, Occurrence, Span, Zone};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

/// A meeting moves by so many days at most; if all of them are holidays, it stays and says so.
const FARTHEST: u64 = 14;

/// A cadence is looked at from so long before now on, because a meeting may have been moved to after now.
const BEHIND: Span = Span::from_seconds(15 * 86_400);
/// So many occurrences of a cadence are planned at most.
const MOST: usize = 200;

/// The occurrences of a cadence around `now` that are to be planned, each with its slot: those of the next
/// [`AHEAD`], and [`AT_LEAST`] of them.
#[must_use]
pub fn slots(terms: &Terms, group: &Group, cadence: &Cadence, now: Moment) -> Vec<(NaiveDateTime, Slot)> {
    let (keeping, far) = (Keeping::of(terms, group, cadence), now.plus(AHEAD));
    let mut ahead = 0;
    let wanted = |instance: &Instance| {
        ahead += usize::from(instance.at > now);
        instance.at < far || ahead <= AT_LEAST
    };
    let instances =
        cadence.recurrence.instances().skip_while(|it| it.at.plus(BEHIND) < now).take_while(wanted).take(MOST);
    instances.map(|it| (it.local, keeping.slot(it.local, it.at))).collect()
}

/// Those who must be there, with the calendars whose holidays they keep.
struct Keeping<'a> {
    cadence: &'a Cadence,
    zone: Zone,
    must_come: Vec<(&'a Member, &'a Calendar)>,
}

impl<'a> Keeping<'a> {
    fn of(terms: &'a Terms, group: &'a Group, cadence: &'a Cadence) -> Self {
        let must = |member: &&Member| {
            member.speaks() && (cadence.requires.is_empty() || cadence.requires.contains(&member.level))
        };
        let with_calendar = |member: &'a Member| {
            let named = terms.calendar_named(member.calendar.as_deref()?)?;
            Some((member, &named.calendar))
        };
        let must_come = group.members.iter().filter(must).filter_map(with_calendar).collect();
        Self { cadence, zone: cadence.recurrence.zone, must_come }
    }

    fn slot(&self, local: NaiveDateTime, at: Moment) -> Slot {
        let flags = self.holidays(local.date());
        let starts = match self.cadence.on_holiday {
            OnHoliday::Move if !flags.is_empty() => self.moved(local).unwrap_or(at),
            _ => at,
        };
        Slot {
            title: self.cadence.name.clone(),
            starts,
            ends: starts.plus(self.cadence.lasts),
            zone: self.zone,
            form: self.cadence.form,
            place: self.cadence.place.clone(),
            flags: if self.cadence.on_holiday == OnHoliday::Keep { Vec::new() } else { flags },
        }
    }

    /// The holidays of a day, by person.
    fn holidays(&self, day: NaiveDate) -> Vec<Flag> {
        let of = |(member, calendar): &(&Member, &Calendar)| {
            let holiday = calendar.holidays.get(&day).filter(|_| member.in_term(day))?;
            Some(Flag { person: member.person, company: member.company, on: day, holiday: holiday.clone() })
        };
        let mut flags: Vec<Flag> = self.must_come.iter().filter_map(of).collect();
        flags.sort_unstable();
        flags
    }

    /// The same time of the next day that is nobody's holiday and on which everybody works.
    fn moved(&self, local: NaiveDateTime) -> Option<Moment> {
        let days = (1..=FARTHEST).filter_map(|more| local.checked_add_days(Days::new(more)));
        let free = |day: &NaiveDateTime| {
            self.holidays(day.date()).is_empty()
                && self.must_come.iter().all(|(_, calendar)| works(calendar, day.date()))
        };
        days.into_iter().find(free).map(|day| self.zone.instant_of(day, Occurrence::First))
    }
}

/// Whether a calendar has any hours on a day.
fn works(calendar: &Calendar, day: NaiveDate) -> bool {
    let week = || calendar.hours.on(day.weekday());
    !calendar.exceptions.get(&day).map_or_else(week, Vec::as_slice).is_empty()
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
mod tests;
