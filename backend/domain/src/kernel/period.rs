//! The periods figures are given for: local days, ISO weeks, months, quarters and years.

use super::{Moment, Zone};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// A local date: `2026-03-05`.
    Day,
    /// An ISO 8601 week, Monday to Sunday: `2026-W10`.
    Week,
    /// A calendar month: `2026-03`.
    Month,
    /// A calendar quarter: `2026-Q1`.
    Quarter,
    /// A calendar year: `2026`.
    Year,
}

/// One day, week, month, quarter or year of the calendar; where it begins and ends is the zone's affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    kind: PeriodKind,
    first: NaiveDate,
}

/// The text is no period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodError(String);

impl std::fmt::Display for PeriodError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:?} is not a period; write a day 2026-03-05, a week 2026-W10, a month 2026-03, a quarter 2026-Q1 or a year 2026, between 1901 and 2198",
            self.0
        )
    }
}

impl std::error::Error for PeriodError {}

impl Period {
    /// The period of a kind that holds a local date.
    #[must_use]
    pub fn of(kind: PeriodKind, date: NaiveDate) -> Self {
        let days = |count: u32| date - Days::new(u64::from(count));
        let first_of_month = days(date.day0());
        let first = match kind {
            PeriodKind::Day => date,
            PeriodKind::Week => days(date.weekday().num_days_from_monday()),
            PeriodKind::Month => first_of_month,
            PeriodKind::Quarter => first_of_month - Months::new(date.month0() % 3),
            PeriodKind::Year => days(date.ordinal0()),
        };
        Self { kind, first }
    }

    /// Reads a label such as `2026-03-05`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`.
    ///
    /// # Errors
    /// [`PeriodError`] when the text is no label or the year lies outside 1901 to 2198.
    pub fn parse(label: &str) -> Result<Self, PeriodError> {
        Self::read(label).ok_or_else(|| PeriodError(label.chars().take(64).collect()))
    }

    fn read(label: &str) -> Option<Self> {
        let (year, rest) = match label.split_at_checked(4)? {
            (year, "") => (year, None),
            (year, rest) => (year, Some(rest.strip_prefix('-')?)),
        };
        let year = i32::try_from(digits(year, 4)?).ok().filter(|year| (1901..=2198).contains(year))?;
        let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let Some(rest) = rest else {
            return Some(Self { kind: PeriodKind::Year, first: date(1, 1)? });
        };
        if let Some(week) = rest.strip_prefix('W') {
            let first = NaiveDate::from_isoywd_opt(year, digits(week, 2)?, Weekday::Mon)?;
            return Some(Self { kind: PeriodKind::Week, first });
        }
        if let Some(quarter) = rest.strip_prefix('Q') {
            let quarter = digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
            return Some(Self { kind: PeriodKind::Quarter, first: date(quarter * 3 - 2, 1)? });
        }
        match rest.split_once('-') {
            Some((month, day)) => {
                Some(Self { kind: PeriodKind::Day, first: date(digits(month, 2)?, digits(day, 2)?)? })
            }
            None => Some(Self { kind: PeriodKind::Month, first: date(digits(rest, 2)?, 1)? }),
        }
    }

    /// How long it is.
    #[must_use]
    pub const fn kind(self) -> PeriodKind {
        self.kind
    }

    /// Its first local date.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last local date.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.next().first - Days::new(1)
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        let first = match self.kind {
            PeriodKind::Day => self.first + Days::new(1),
            PeriodKind::Week => self.first + Days::new(7),
            PeriodKind::Month => self.first + Months::new(1),
            PeriodKind::Quarter => self.first + Months::new(3),
            PeriodKind::Year => self.first + Months::new(12),
        };
        Self { first, ..self }
    }

    /// The one before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.kind, self.first - Days::new(1))
    }

    /// Whether a local date lies in it.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        self.first <= date && date < self.next().first
    }

    /// All its local dates, in order.
    pub fn dates(self) -> impl Iterator<Item = NaiveDate> {
        let end = self.next().first;
        self.first.iter_days().take_while(move |date| *date < end)
    }

    /// From its first moment up to, but not including, its end, in a zone.
    #[must_use]
    pub fn span(self, zone: Zone) -> (Moment, Moment) {
        (zone.start_of(self.first), zone.start_of(self.next().first))
    }
}

/// So many ASCII digits and nothing else.
fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.kind {
            PeriodKind::Day => write!(f, "{year:04}-{month:02}-{:02}", self.first.day()),
            PeriodKind::Week => {
                let week = self.first.iso_week();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            PeriodKind::Month => write!(f, "{year:04}-{month:02}"),
            PeriodKind::Quarter => write!(f, "{year:04}-Q{}", month.div_ceil(3)),
            PeriodKind::Year => write!(f, "{year:04}"),
        }
    }
}

impl std::str::FromStr for Period {
    type Err = PeriodError;

    fn from_str(label: &str) -> Result<Self, PeriodError> {
        Self::parse(label)
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let label = Cow::<'de, str>::deserialize(from)?;
        Self::parse(&label).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(label: &str) -> Period {
        Period::parse(label).unwrap()
    }

    #[test]
    fn labels_read_and_write_back_with_their_neighbours() {
        let cases = [
            ("2026-03-01", "2026-02-28", "2026-03-02", "2026-03-01", "2026-03-01"),
            ("2026-W01", "2025-W52", "2026-W02", "2025-12-29", "2026-01-04"),
            ("2026-W53", "2026-W52", "2027-W01", "2026-12-28", "2027-01-03"),
            ("2024-02", "2024-01", "2024-03", "2024-02-01", "2024-02-29"),
            ("2026-Q1", "2025-Q4", "2026-Q2", "2026-01-01", "2026-03-31"),
            ("2026", "2025", "2027", "2026-01-01", "2026-12-31"),
        ];
        for (label, previous, next, first, last) in cases {
            let this = period(label);
            assert_eq!(this.to_string(), label);
            assert_eq!((this.previous(), this.next()), (period(previous), period(next)), "{label}");
            assert_eq!((this.first().to_string(), this.last().to_string()), (first.into(), last.into()), "{label}");
        }
    }

    #[test]
    fn other_texts_are_no_periods() {
        for label in [
            "",
            "26",
            "20260305",
            "2026-",
            "2026-13",
            "2026-3",
            "2026-W54",
            "2025-W53",
            "2026-W0",
            "2026-Q5",
            "2026-Q",
            "2026-02-30",
            "2026-03-05T",
            "9999",
            "1900",
            "+026",
            "2026-+1",
            "２026",
            "2026-03-5",
        ] {
            assert!(Period::parse(label).is_err(), "{label}");
        }
    }

    #[test]
    fn a_span_follows_the_clock_changes_of_its_zone() {
        let zurich = Zone::parse("Europe/Zurich").unwrap();
        let hours = |label: &str| {
            let (start, end) = period(label).span(zurich);
            (end.micros() - start.micros()) / 3_600_000_000
        };
        assert_eq!((hours("2026-03-29"), hours("2026-10-25"), hours("2026-03-05")), (23, 25, 24));
        assert_eq!((hours("2026-03"), hours("2026-W13")), (31 * 24 - 1, 7 * 24 - 1));
        let (start, end) = period("2026-Q1").span(zurich);
        assert_eq!(
            (start.to_string(), end.to_string()),
            ("2025-12-31T23:00:00Z".into(), "2026-03-31T22:00:00Z".into())
        );
    }

    proptest! {
        #[test]
        fn every_date_lies_in_exactly_its_period(days in 0_u64..90_000) {
            let date = NaiveDate::from_ymd_opt(1930, 1, 1).unwrap() + Days::new(days);
            for kind in [PeriodKind::Day, PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year] {
                let this = Period::of(kind, date);
                prop_assert!(this.contains(date) && this.first() <= date && date <= this.last());
                prop_assert!(!this.next().contains(date) && !this.previous().contains(date));
                prop_assert_eq!(this.next().previous(), this);
                prop_assert_eq!(Period::parse(&this.to_string()), Ok(this));
            }
        }
    }
}
