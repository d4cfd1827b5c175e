//! A time zone of the IANA list, and the local dates of its moments.

use super::{Moment, Span};
use chrono::{Days, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Timelike};
use chrono_tz::{OffsetComponents as _, OffsetName as _};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An IANA time zone, written by its name, such as `Europe/Zurich`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(chrono_tz::Tz);

/// Which of two moments is meant when the clock is turned back and shows a time twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// The earlier one.
    First,
    /// The later one.
    Second,
}

/// How a zone's clock stands for a while, until the next change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many seconds it is ahead of coordinated universal time.
    pub ahead: i32,
    /// Whether it is put forward for the summer.
    pub summer: bool,
    /// What the time is called, such as `CET`.
    pub name: String,
}

/// The text names no zone of the IANA list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneError(String);

impl std::fmt::Display for ZoneError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} is not a time zone; write an IANA name such as Europe/Zurich", self.0)
    }
}

impl std::error::Error for ZoneError {}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(chrono_tz::UTC);

    /// The zone of this name; upper and lower case matter.
    ///
    /// # Errors
    /// [`ZoneError`] when the IANA list has no such name.
    pub fn parse(name: &str) -> Result<Self, ZoneError> {
        name.parse().map(Self).map_err(|_| ZoneError(name.chars().take(64).collect()))
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The wall clock's date and time of day at a moment, to the microsecond.
    #[must_use]
    pub fn wall(self, at: Moment) -> NaiveDateTime {
        let utc = at.utc().naive_utc();
        utc + self.0.offset_from_utc_datetime(&utc).fix()
    }

    /// How the clock stands at a moment.
    #[must_use]
    pub fn standing(self, at: Moment) -> Standing {
        let offset = self.0.offset_from_utc_datetime(&at.utc().naive_utc());
        Standing {
            ahead: offset.fix().local_minus_utc(),
            summer: !offset.dst_offset().is_zero(),
            name: offset.abbreviation().unwrap_or_default().to_owned(),
        }
    }

    /// When a local date begins: at its midnight; the first of two where the clock is turned back over midnight; at
    /// the end of the gap where there is no midnight. A date that the zone skips begins when the next one does.
    #[must_use]
    pub fn start_of(self, date: NaiveDate) -> Moment {
        self.instant_of(date.and_time(NaiveTime::MIN), Occurrence::First)
    }

    /// When the wall clock shows a time: the first or the second of two where the clock is turned back over it; the end
    /// of the gap where the clock is put forward over it. Held within the range of moments.
    #[must_use]
    pub fn instant_of(self, wall: NaiveDateTime, occurrence: Occurrence) -> Moment {
        let utc = match (self.0.offset_from_local_datetime(&wall), occurrence) {
            (LocalResult::Single(offset), _)
            | (LocalResult::Ambiguous(offset, _), Occurrence::First)
            | (LocalResult::Ambiguous(_, offset), Occurrence::Second) => wall - offset.fix(),
            (LocalResult::None, _) => self.end_of_gap(wall),
        };
        Moment::EPOCH.plus(Span::from_micros(utc.and_utc().timestamp_micros()))
    }

    /// The instant (in UTC) at which the clock jumped over this wall time.
    fn end_of_gap(self, wall: NaiveDateTime) -> NaiveDateTime {
        let reached = |utc: &NaiveDateTime| *utc + self.0.offset_from_utc_datetime(utc).fix() >= wall;
        let (mut before, mut after) = (wall - Duration::hours(30), wall + Duration::hours(30));
        while after - before > Duration::seconds(1) {
            let middle = before + Duration::seconds((after - before).num_seconds() / 2);
            if reached(&middle) { after = middle } else { before = middle }
        }
        after
    }

    /// The local date a moment belongs to: the one with `start_of(date) <= at < start_of(next date)`.
    ///
    /// That is the wall clock's date, except where a clock is turned back over midnight: the evening lived twice
    /// belongs to the new date the second time.
    #[must_use]
    pub fn date_of(self, at: Moment) -> NaiveDate {
        let wall = self.wall(at);
        let next = wall.date() + Days::new(1);
        if wall.hour() >= 20 && at >= self.start_of(next) { next } else { wall.date() }
    }
}

/// Finds the local dates of many moments, in any order; it remembers what it has looked up.
#[derive(Clone, Debug)]
pub struct DateFinder {
    zone: Zone,
    known: Vec<UtcDay>,
}

/// A day of coordinated universal time: its dates before and from the local midnight that falls into it.
#[derive(Clone, Copy, Debug)]
struct UtcDay {
    number: i64,
    midnight: Moment,
    before: NaiveDate,
    after: NaiveDate,
}

impl DateFinder {
    /// Days remembered at a time, almost three years.
    const KNOWN: usize = 1024;
    const MICROS_A_DAY: i64 = 86_400_000_000;

    /// A finder for one zone.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        let nothing = NaiveDate::default();
        let unknown = UtcDay { number: i64::MIN, midnight: Moment::EPOCH, before: nothing, after: nothing };
        Self { zone, known: vec![unknown; Self::KNOWN] }
    }

    /// The same as [`Zone::date_of`].
    #[inline]
    pub fn date_of(&mut self, at: Moment) -> NaiveDate {
        let number = at.micros().div_euclid(Self::MICROS_A_DAY);
        let place = usize::try_from(number.rem_euclid(Self::KNOWN as i64)).unwrap_or_default();
        if self.known[place].number != number {
            self.known[place] = UtcDay::of(number, self.zone);
        }
        let day = &self.known[place];
        if at < day.midnight { day.before } else { day.after }
    }
}

impl UtcDay {
    /// Looks a day up. Dates never run backwards and no zone has two local midnights within 24 hours that are not the
    /// same moment, so two dates and the moment between them say it all.
    fn of(number: i64, zone: Zone) -> Self {
        let start = Moment::EPOCH.plus_seconds(number * 86_400);
        let (before, after) = (zone.date_of(start), zone.date_of(start.plus_seconds(86_399)));
        Self { number, before, after, midnight: zone.start_of(after) }
    }
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Zone {
    type Err = ZoneError;

    fn from_str(name: &str) -> Result<Self, ZoneError> {
        Self::parse(name)
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = Cow::<'de, str>::deserialize(from)?;
        Self::parse(&name).map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Zone {
    fn schema_name() -> Cow<'static, str> {
        "Zone".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A time zone of the IANA list, such as Europe/Zurich",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_begin_at_midnight_or_at_the_end_of_the_gap() {
        let cases = [
            ("Europe/Zurich", "2026-03-29", "2026-03-28T23:00:00Z"),
            ("Europe/Zurich", "2026-03-30", "2026-03-29T22:00:00Z"),
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
            ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
            ("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"),
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ];
        for (name, day, start) in cases {
            assert_eq!(zone(name).start_of(date(day)).to_string(), start, "{name} {day}");
        }
    }

    #[test]
    fn a_wall_time_is_found_once_twice_or_at_the_end_of_the_gap() {
        let cases = [
            ("Europe/Zurich", "2026-06-01T09:00:00.5", "2026-06-01T07:00:00.500Z", "2026-06-01T07:00:00.500Z"),
            ("Europe/Zurich", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
            ("Europe/Zurich", "2026-10-25T02:00:00", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"),
            ("Europe/Zurich", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z", "2026-10-25T02:00:00Z"),
            ("Europe/Zurich", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"),
            ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"),
        ];
        for (name, wall, first, second) in cases {
            let found = |which| zone(name).instant_of(wall.parse().unwrap(), which).to_string();
            assert_eq!(
                (found(Occurrence::First), found(Occurrence::Second)),
                (first.into(), second.into()),
                "{name} {wall}"
            );
        }
    }

    #[test]
    fn an_evening_lived_twice_belongs_to_the_new_date_the_second_time() {
        let again = Moment::parse("2010-11-07T03:00:00Z").unwrap();
        assert_eq!(zone("America/St_Johns").wall(again).date(), date("2010-11-06"));
        assert_eq!(zone("America/St_Johns").date_of(again), date("2010-11-07"));
    }

    #[test]
    fn names_are_those_of_the_list() {
        assert_eq!(serde_json::to_string(&zone("Asia/Kolkata")).unwrap(), "\"Asia/Kolkata\"");
        assert!(serde_json::from_str::<Zone>("\"Mars/Olympus\"").is_err());
    }

    proptest! {
        #[test]
        fn every_moment_lies_in_the_day_it_belongs_to(
            place in 0..chrono_tz::TZ_VARIANTS.len(),
            seconds in 0_i64..2_500_000_000,
            step in -90_000_i64..90_000,
        ) {
            let zone = Zone(chrono_tz::TZ_VARIANTS[place]);
            let at = Moment::EPOCH.plus_seconds(seconds);
            let day = zone.date_of(at);
            prop_assert!(zone.start_of(day) <= at && at < zone.start_of(day + Days::new(1)));
            let mut finder = DateFinder::new(zone);
            for moment in [at, at.plus_seconds(step), at] {
                prop_assert_eq!(finder.date_of(moment), zone.date_of(moment));
            }
        }
    }
}
