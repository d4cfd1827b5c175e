//! Every minute of a year as a bit: when calendars are open, found out minute by minute from the wall clock.

use crate::calendars::Calendar;
use crate::kernel::Moment;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike};
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

/// Monday, 1 September 2025, 00:00 in Zurich.
pub const FIRST: i64 = 1_756_677_600 / 60;
/// 52 weeks.
pub const MINUTES: usize = 364 * 1440;
/// Looked at before and after the year: zones are up to 14 hours away from each other.
const MARGIN: i64 = 3 * 1440;

/// A set of minutes of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes(pub Vec<u64>);

pub fn moment(minute: usize) -> Moment {
    Moment::EPOCH.plus_seconds((FIRST + i64::try_from(minute).unwrap()) * 60)
}

impl Minutes {
    pub fn none() -> Self {
        Self(vec![0; MINUTES / 64])
    }

    pub fn all() -> Self {
        Self(vec![u64::MAX; MINUTES / 64])
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Adds the minutes of `[from, to)` that belong to the year.
    pub fn fill(&mut self, from: i64, to: i64) {
        let end = i64::try_from(MINUTES).unwrap();
        let (from, to) = (from.clamp(0, end), to.clamp(0, end));
        for word in from / 64..(to + 63) / 64 {
            let (low, high) = ((from - word * 64).max(0), (to - word * 64).min(64));
            if low < high {
                let ones = u64::MAX >> (64 - (high - low));
                self.0[usize::try_from(word).unwrap()] |= ones << low;
            }
        }
    }

    /// Adds `[from, until)`, both on the minute.
    pub fn fill_between(&mut self, from: Moment, until: Moment) {
        let minute = |at: Moment| at.micros().div_euclid(60_000_000) - FIRST;
        self.fill(minute(from), minute(until));
    }

    pub fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (word, theirs) in both.0.iter_mut().zip(&other.0) {
            *word &= theirs;
        }
        both
    }

    pub fn minus(&self, other: &Self) -> Self {
        let mut rest = self.clone();
        for (word, theirs) in rest.0.iter_mut().zip(&other.0) {
            *word &= !theirs;
        }
        rest
    }

    pub fn add(&mut self, other: &Self) {
        for (word, theirs) in self.0.iter_mut().zip(&other.0) {
            *word |= theirs;
        }
    }

    pub fn windows(&self) -> Vec<(Moment, Moment)> {
        let (mut windows, mut open) = (Vec::new(), None);
        for (place, word) in self.0.iter().enumerate() {
            if *word == open.map_or(0, |_: usize| u64::MAX) {
                continue;
            }
            for minute in place * 64..place * 64 + 64 {
                match (open, word >> (minute % 64) & 1 == 1) {
                    (None, true) => open = Some(minute),
                    (Some(from), false) => {
                        windows.push((moment(from), moment(minute)));
                        open = None;
                    }
                    _ => {}
                }
            }
        }
        windows.extend(open.map(|from| (moment(from), moment(MINUTES))));
        windows
    }
}

/// What the wall clock of a zone shows, minute by minute, in minutes since 1970: the latest it has shown so far, and
/// the earliest it will show from then on.
struct Wall {
    latest: Vec<i64>,
    earliest: Vec<i64>,
}

impl Wall {
    fn of(zone: &str) -> Self {
        let zone: chrono_tz::Tz = zone.parse().unwrap();
        let first = NaiveDateTime::default() + TimeDelta::minutes(FIRST - MARGIN);
        let all = i64::try_from(MINUTES).unwrap() + 2 * MARGIN;
        let shown = |minute: i64| {
            let utc = first + TimeDelta::minutes(minute);
            let offset = zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
            FIRST - MARGIN + minute + i64::from(offset) / 60
        };
        let shown: Vec<i64> = (0..all).map(shown).collect();
        let (mut latest, mut earliest) = (shown.clone(), shown);
        for place in 1..latest.len() {
            latest[place] = latest[place].max(latest[place - 1]);
        }
        for place in (1..earliest.len()).rev() {
            earliest[place - 1] = earliest[place - 1].min(earliest[place]);
        }
        Self { latest, earliest }
    }

    /// The minute of the year at which the clock shows a time first, or jumps over it.
    fn first(&self, shown: i64) -> i64 {
        i64::try_from(self.latest.partition_point(|it| *it < shown)).unwrap() - MARGIN
    }

    /// The minute of the year at which the clock shows a time last, or jumps over it.
    fn last(&self, shown: i64) -> i64 {
        let after = self.earliest.partition_point(|it| *it <= shown);
        let shows = after > 0 && self.earliest[after - 1] == shown;
        i64::try_from(after - usize::from(shows)).unwrap() - MARGIN
    }
}

static WALLS: LazyLock<Mutex<BTreeMap<String, &'static Wall>>> = LazyLock::new(Mutex::default);

/// The open minutes of a calendar: of each local date the hours of its exception, else none on a holiday, else those of
/// the weekday and what comes over midnight from the date before.
pub fn open_minutes(calendar: &Calendar) -> Minutes {
    let name = calendar.zone.name();
    let wall = *WALLS.lock().unwrap().entry(name.to_owned()).or_insert_with(|| Box::leak(Box::new(Wall::of(name))));
    let mut open = Minutes::none();
    let start = NaiveDate::from_ymd_opt(2025, 8, 30).unwrap();
    for date in (0..370).map(|days| start + Days::new(days)) {
        let midnight = i64::from(date.num_days_from_ce() - NaiveDateTime::default().num_days_from_ce()) * 1440;
        for (from, to) in hours(calendar, date) {
            open.fill(wall.first(midnight + from), wall.last(midnight + to));
        }
    }
    open
}

fn hours(calendar: &Calendar, date: NaiveDate) -> Vec<(i64, i64)> {
    let special = |date: NaiveDate| calendar.exceptions.contains_key(&date) || calendar.holidays.contains_key(&date);
    let mut hours: Vec<(i64, i64)> =
        begun(calendar, date).into_iter().map(|(from, to)| (from, if to <= from { 1440 } else { to })).collect();
    if !special(date) {
        let before = begun(calendar, date - Days::new(1));
        hours.extend(before.into_iter().filter(|(from, to)| to < from).map(|(_, to)| (0, to)));
    }
    hours
}

/// The hours that begin on a date, as they are written.
fn begun(calendar: &Calendar, date: NaiveDate) -> Vec<(i64, i64)> {
    let texts: Vec<String> = match calendar.exceptions.get(&date) {
        Some(hours) => hours.iter().map(ToString::to_string).collect(),
        None if calendar.holidays.contains_key(&date) => Vec::new(),
        None => calendar.hours.on(date.weekday()).iter().map(ToString::to_string).collect(),
    };
    let minutes = |text: &str| -> i64 {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
    };
    texts.iter().map(|text| text.split_once('-').unwrap()).map(|(from, to)| (minutes(from), minutes(to))).collect()
}

#[test]
fn the_first_occurrence_opens_and_the_second_closes() {
    let shown = |text: &str| {
        let wall: NaiveDateTime = text.parse().unwrap();
        wall.and_utc().timestamp() / 60
    };
    let at = |text: &str| Moment::parse(text).unwrap();
    // Lord Howe goes back from 02:00 to 01:30, Zurich from 03:00 to 02:00 and forward from 02:00 to 03:00
    for (zone, wall, first, last) in [
        ("Australia/Lord_Howe", "2026-04-05T01:15:00", "2026-04-04T14:15:00Z", "2026-04-04T14:15:00Z"),
        ("Australia/Lord_Howe", "2026-04-05T01:30:00", "2026-04-04T14:30:00Z", "2026-04-04T15:00:00Z"),
        ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"),
        ("Australia/Lord_Howe", "2026-04-05T02:00:00", "2026-04-04T15:30:00Z", "2026-04-04T15:30:00Z"),
        ("Europe/Zurich", "2025-10-26T02:00:00", "2025-10-26T00:00:00Z", "2025-10-26T01:00:00Z"),
        ("Europe/Zurich", "2025-10-26T03:00:00", "2025-10-26T02:00:00Z", "2025-10-26T02:00:00Z"),
        ("Europe/Zurich", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"),
    ] {
        let clock = Wall::of(zone);
        let found = (clock.first(shown(wall)), clock.last(shown(wall)));
        let minute = |text: &str| at(text).micros() / 60_000_000 - FIRST;
        assert_eq!(found, (minute(first), minute(last)), "{zone} {wall}");
    }
}

#[test]
fn hours_that_close_where_the_clock_goes_back_are_those_of_the_timetable() {
    for (zone, hours) in [("Australia/Lord_Howe", "00:00-01:30"), ("Europe/Zurich", "00:00-02:00")] {
        let sun = vec![crate::calendars::Interval::parse(hours).unwrap()];
        let days = crate::calendars::WeekDays { sun, ..Default::default() };
        let calendar = Calendar {
            hours: crate::calendars::Week::Days(days),
            ..Calendar::always(crate::kernel::Zone::parse(zone).unwrap())
        };
        let shown = open_minutes(&calendar).windows();
        let timetable = crate::calendars::Timetable::new(calendar);
        let windows: Vec<_> = timetable.windows(moment(0), moment(MINUTES)).collect();
        assert_eq!(shown, windows, "{zone}");
    }
}

#[test]
fn the_year_begins_on_a_monday_in_zurich() {
    let begins = crate::kernel::Zone::parse("Europe/Zurich").unwrap().wall(moment(0));
    assert_eq!((begins.weekday(), begins.hour(), begins.minute()), (chrono::Weekday::Mon, 0, 0));
    let mut some = Minutes::none();
    some.fill(-5, 3);
    some.fill(62, 130);
    some.fill(524_000, 600_000);
    let ends = [(0, 3), (62, 130), (524_000, MINUTES)];
    assert_eq!(some.windows(), ends.map(|(from, to)| (moment(from), moment(to))));
}
