//! Calendars and moments for tests.

use super::{Calendar, Interval, Week, WeekDays};
use crate::kernel::{Moment, Span, Zone};
use std::collections::BTreeMap;

pub fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub fn span(text: &str) -> Span {
    Span::parse(text).unwrap()
}

pub fn intervals(texts: &[&str]) -> Vec<Interval> {
    texts.iter().map(|text| Interval::parse(text).unwrap()).collect()
}

/// The same hours from Monday to Friday.
pub fn weekdays(zone: &str, texts: &[&str]) -> Calendar {
    let hours = intervals(texts);
    let [mon, tue, wed, thu, fri] = std::array::from_fn(|_| hours.clone());
    let days = WeekDays { mon, tue, wed, thu, fri, ..WeekDays::default() };
    let zone = Zone::parse(zone).unwrap();
    Calendar { zone, hours: Week::Days(days), exceptions: BTreeMap::new(), holidays: BTreeMap::new() }
}

/// The same hours every day.
pub fn daily(zone: &str, texts: &[&str]) -> Calendar {
    let mut calendar = weekdays(zone, texts);
    if let Week::Days(days) = &mut calendar.hours {
        (days.sat, days.sun) = (intervals(texts), intervals(texts));
    }
    calendar
}

/// A calendar with a holiday.
pub fn with_holiday(mut calendar: Calendar, date: &str) -> Calendar {
    calendar.holidays.insert(date.parse().unwrap(), "a holiday".to_owned());
    calendar
}

/// A calendar with other hours on one date.
pub fn with_exception(mut calendar: Calendar, date: &str, texts: &[&str]) -> Calendar {
    calendar.exceptions.insert(date.parse().unwrap(), intervals(texts));
    calendar
}
