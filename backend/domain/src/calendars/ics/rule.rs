//! Yearly recurrence (RFC 5545, 3.3.10): INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY and BYDAY.

use super::HolidayFileError;
use super::event::date;
use super::lines::Line;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// A yearly rule.
#[derive(Debug)]
pub(super) struct Rule {
    interval: usize,
    count: Option<usize>,
    until: Option<NaiveDate>,
    months: Vec<u32>,
    /// Days of the month, counted from its end when below 0.
    month_days: Vec<i32>,
    /// Weekdays, each the n-th of its month or year, from its end when below 0, or any when 0.
    weekdays: Vec<(i32, Weekday)>,
}

impl Rule {
    /// Reads a rule such as `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`.
    pub fn read(line: &Line) -> Result<Self, HolidayFileError> {
        let mut rule = Self {
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
        };
        let mut yearly = false;
        for part in line.value.to_uppercase().split(';') {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let wrong = || line.wrong(format!("{part} cannot be honoured; write a plain yearly rule or single dates"));
            match name {
                "FREQ" => yearly = value == "YEARLY",
                "INTERVAL" => rule.interval = number(value, 1, 300).ok_or_else(wrong)?,
                "COUNT" => rule.count = Some(value.parse().ok().filter(|count| *count > 0).ok_or_else(wrong)?),
                "UNTIL" => rule.until = Some(date(line, value.split('T').next().unwrap_or_default())?),
                "BYMONTH" => rule.months = list(value, |it| number(it, 1, 12)).ok_or_else(wrong)?,
                "BYMONTHDAY" => {
                    rule.month_days =
                        list(value, |it| number(it, -31, 31).filter(|day| *day != 0)).ok_or_else(wrong)?;
                }
                "BYDAY" => rule.weekdays = list(value, weekday).ok_or_else(wrong)?,
                // where a week begins matters only to weekly rules
                "WKST" => {}
                _ => return Err(wrong()),
            }
        }
        if yearly { Ok(rule) } else { Err(line.wrong("only FREQ=YEARLY can be honoured; write single dates instead")) }
    }

    /// The dates of the rule from the first one on, up to 2199.
    pub fn dates(&self, first: NaiveDate) -> Result<BTreeSet<NaiveDate>, String> {
        if !self.takes(first, first) {
            return Err(format!("the event's first date {first} does not follow its own rule; correct one of them"));
        }
        let end = self.until.unwrap_or(NaiveDate::MAX);
        let years = (first.year()..=2199).step_by(self.interval);
        let dates = years
            .filter_map(|year| NaiveDate::from_yo_opt(year, 1))
            .flat_map(|new_year| new_year.iter_days().take_while(move |date| date.year() == new_year.year()));
        let due = dates.skip_while(|date| *date < first).take_while(|date| *date <= end);
        let due = due.filter(|date| self.takes(*date, first));
        Ok(due.take(self.count.unwrap_or(usize::MAX)).collect())
    }

    /// Whether a date of a right year follows the rule of an event that began on `first`.
    fn takes(&self, date: NaiveDate, first: NaiveDate) -> bool {
        let free = self.month_days.is_empty() && self.weekdays.is_empty();
        let month = match (&self.months[..], free) {
            ([], true) => date.month() == first.month(),
            (months, _) => months.is_empty() || months.contains(&date.month()),
        };
        let days_in_month = i32::from(date.num_days_in_month());
        let (day, back) = (date.day().cast_signed(), date.day().cast_signed() - days_in_month - 1);
        let month_day = match (&self.month_days[..], free) {
            ([], true) => date.day() == first.day(),
            (days, _) => days.is_empty() || days.contains(&day) || days.contains(&back),
        };
        month && month_day && (self.weekdays.is_empty() || self.weekdays.iter().any(|it| self.is_nth(date, *it)))
    }

    /// Whether a date is the n-th of its weekday, of the month where months are named and else of the year.
    fn is_nth(&self, date: NaiveDate, (nth, weekday): (i32, Weekday)) -> bool {
        let (place, length) = if self.months.is_empty() {
            (date.ordinal0().cast_signed(), if date.leap_year() { 366 } else { 365 })
        } else {
            (date.day0().cast_signed(), i32::from(date.num_days_in_month()))
        };
        date.weekday() == weekday && (nth == 0 || nth == place / 7 + 1 || -nth == (length - 1 - place) / 7 + 1)
    }
}

fn number<T: std::str::FromStr + PartialOrd>(text: &str, least: T, most: T) -> Option<T> {
    text.parse().ok().filter(|number| least <= *number && *number <= most)
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|part| read(part.trim())).collect()
}

/// A weekday with its number, such as `4TH`, `-1MO` or `SU`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = if nth.is_empty() { 0 } else { number(nth, -53, 53).filter(|nth| *nth != 0)? };
    let day = match day {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((nth, day))
}
