//! Calendars: intervals and dates read, holidays of an iCalendar file taken in, and held against the rules of calendars.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, CalendarEntry, Day, HoursEntry, Place, is_text};
use crate::agreements::terms::NamedCalendar;
use crate::calendars::{Calendar, Interval, Week, WeekDays, holidays_from_ics};
use crate::kernel::Zone;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// For how many years after the version's first day the dates of an iCalendar file are taken in.
const HOLIDAY_YEARS: i32 = 30;

impl Resolver<'_> {
    pub(super) fn resolve_calendars(&mut self, zone: Zone) -> Vec<NamedCalendar> {
        let mut seen = BTreeMap::new();
        let mut calendars = Vec::new();
        for entry in &self.file.calendars {
            let path = format!("calendars.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let name = self.text(&format!("{path}.name"), &entry.name);
            let calendar = self.calendar_of(&path, entry, zone);
            if self.new_name(&path, "calendar", &entry.code, &mut seen, ()) {
                calendars.push(NamedCalendar { code, name, calendar });
            }
        }
        calendars.sort_by(|a, b| a.code.cmp(&b.code));
        calendars
    }

    /// The code of a calendar that the file declares.
    pub(super) fn calendar(&mut self, path: &str, code: &At<String>) -> String {
        let known: Vec<&str> = self.file.calendars.iter().map(|it| it.code.value.as_str()).collect();
        if !known.contains(&code.value.as_str()) {
            self.dangling(path, code, "calendar", "calendars", &known);
        }
        code.value.clone()
    }

    fn calendar_of(&mut self, path: &str, entry: &CalendarEntry, zone: Zone) -> Calendar {
        let told = self.problems.0.len();
        let zone = entry.zone.as_ref().map_or(zone, |given| self.zone(&format!("{path}.zone"), given));
        let hours = self.hours(&format!("{path}.hours"), &entry.hours.value);
        let exceptions = self.exceptions(&format!("{path}.exceptions"), entry);
        let holidays = self.holidays(path, entry);
        let calendar = Calendar { zone, hours, exceptions, holidays };
        if self.problems.0.len() == told {
            for refusal in calendar.validate().err().into_iter().flat_map(|refusals| refusals.0) {
                let field = refusal.field.unwrap_or_default();
                self.problems.note(place_of(entry, &field), format!("{path}.{field}"), refusal.message);
            }
        }
        calendar
    }

    /// A zone by its IANA name.
    pub(super) fn zone(&mut self, path: &str, zone: &At<String>) -> Zone {
        Zone::parse(&zone.value).unwrap_or_else(|error| {
            self.problems.note(zone.place, path, error.to_string());
            Zone::UTC
        })
    }

    fn hours(&mut self, path: &str, hours: &HoursEntry) -> Week {
        let HoursEntry::Week(week) = hours else { return Week::Always };
        let [mon, tue, wed, thu, fri, sat, sun] =
            week.days().map(|(day, intervals)| self.intervals(&format!("{path}.{day}"), intervals));
        Week::Days(WeekDays { mon, tue, wed, thu, fri, sat, sun })
    }

    fn intervals(&mut self, path: &str, intervals: &[At<String>]) -> Vec<Interval> {
        let mut read: Vec<Interval> = Vec::new();
        for interval in intervals {
            match Interval::parse(&interval.value) {
                Ok(interval) => read.push(interval),
                Err(error) => self.problems.note(interval.place, path, error.to_string()),
            }
        }
        read.sort_unstable();
        read
    }

    fn exceptions(&mut self, path: &str, calendar: &CalendarEntry) -> BTreeMap<NaiveDate, Vec<Interval>> {
        let mut exceptions = BTreeMap::new();
        for entry in &calendar.exceptions {
            let path = format!("{path}.{}", shortened(&entry.date.value.0));
            let Some(date) = self.day(&path, &entry.date) else { continue };
            let hours = self.intervals(&path, &entry.hours);
            if exceptions.insert(date, hours).is_some() {
                self.problems.note(entry.date.place, path, "this date is given twice; keep one of them");
            }
        }
        exceptions
    }

    fn holidays(&mut self, path: &str, calendar: &CalendarEntry) -> BTreeMap<NaiveDate, String> {
        let mut holidays = BTreeMap::new();
        if let Some(from) = &calendar.holidays_from {
            holidays.extend(self.holidays_from(&format!("{path}.holidays_from"), from));
        }
        let mut seen = BTreeSet::new();
        for entry in &calendar.holidays {
            let path = format!("{path}.holidays.{}", shortened(&entry.date.value.0));
            let Some(date) = self.day(&path, &entry.date) else { continue };
            let name = entry.name.as_ref().map(|name| self.text(&path, name)).unwrap_or_default();
            holidays.insert(date, name);
            if !seen.insert(date) {
                self.problems.note(entry.date.place, path, "this date is given twice; keep one of them");
            }
        }
        holidays
    }

    /// The dates of an iCalendar file; those that recur for ever end so many years after the version's first day.
    fn holidays_from(&mut self, path: &str, from: &At<String>) -> Vec<(NaiveDate, String)> {
        let last = self.effective_from.year() + HOLIDAY_YEARS;
        if !is_text(&from.value) {
            let message = "only the command line reads files; apply the agreement with `concordat apply`, or write the \
                           dates under `holidays`, or the text of the iCalendar file here";
            self.problems.note(from.place, path, message);
            return Vec::new();
        }
        match holidays_from_ics(&from.value) {
            Ok(dates) => dates.into_iter().filter(|(date, _)| date.year() <= last).collect(),
            Err(error) => {
                self.problems.note(from.place, path, format!("in the iCalendar file, {error}"));
                Vec::new()
            }
        }
    }
}

/// The place of a field such as `hours.mon` or `exceptions.2026-12-24`.
fn place_of(entry: &CalendarEntry, field: &str) -> Place {
    let (list, name) = field.split_once('.').unwrap_or((field, ""));
    let dated = |date: &At<Day>| (date.value.0 == name).then_some(date.place);
    let found = match (list, &entry.hours.value) {
        ("hours", HoursEntry::Week(week)) => {
            let (_, intervals) = week.days().into_iter().find(|(day, _)| *day == name).unwrap_or(("", &week.mon));
            intervals.first().map(|interval| interval.place).filter(|_| !name.is_empty())
        }
        ("exceptions", _) => entry.exceptions.iter().find_map(|it| dated(&it.date)),
        ("holidays", _) => entry.holidays.iter().find_map(|it| dated(&it.date)),
        _ => None,
    };
    found.unwrap_or(entry.hours.place)
}
