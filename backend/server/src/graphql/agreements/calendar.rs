//! Calendars: the opening hours that teams, clocks and ledgers go by.

use crate::graphql::kernel::{context::Context, scalar::Gql, types::Date};
use chrono::Weekday;
use concordat_domain::{agreements::NamedCalendar, calendars::Interval};
use juniper::{GraphQLEnum, graphql_object};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql, name = "Weekday")]
pub enum DayOfWeek {
    /// The first day of the ISO week.
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The last.
    Sunday,
}

const WEEK: [(DayOfWeek, Weekday); 7] = [
    (DayOfWeek::Monday, Weekday::Mon),
    (DayOfWeek::Tuesday, Weekday::Tue),
    (DayOfWeek::Wednesday, Weekday::Wed),
    (DayOfWeek::Thursday, Weekday::Thu),
    (DayOfWeek::Friday, Weekday::Fri),
    (DayOfWeek::Saturday, Weekday::Sat),
    (DayOfWeek::Sunday, Weekday::Sun),
];

/// A calendar of an agreement.
pub struct Calendar(NamedCalendar);

impl From<&NamedCalendar> for Calendar {
    fn from(named: &NamedCalendar) -> Self {
        Self(named.clone())
    }
}

fn written(intervals: &[Interval]) -> Vec<String> {
    intervals.iter().map(Interval::to_string).collect()
}

/// Opening hours, as the parties signed them.
#[graphql_object(scalar = Gql, context = Context)]
impl Calendar {
    /// The code that teams and clocks use.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// The name.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// The IANA time zone of its hours.
    fn zone(&self) -> &str {
        self.0.calendar.zone.name()
    }

    /// Whether it never closes.
    fn always(&self) -> bool {
        self.0.calendar.is_always()
    }

    /// The hours of every week, by the weekday on which they begin; closed days are left out.
    fn hours(&self) -> Vec<OpenDay> {
        let day =
            |(day, number): (DayOfWeek, Weekday)| OpenDay { day, intervals: written(self.0.calendar.hours.on(number)) };
        WEEK.into_iter().map(day).filter(|day| !day.intervals.is_empty()).collect()
    }

    /// Single dates with hours of their own.
    fn exceptions(&self) -> Vec<SpecialDate> {
        let special = |(date, hours): (&chrono::NaiveDate, &Vec<Interval>)| SpecialDate {
            date: (*date).into(),
            intervals: written(hours),
        };
        self.0.calendar.exceptions.iter().map(special).collect()
    }

    /// Dates that are closed.
    fn holidays(&self) -> Vec<Holiday> {
        let holiday = |(date, name): (&chrono::NaiveDate, &String)| Holiday {
            date: (*date).into(),
            name: Some(name.clone()).filter(|name| !name.is_empty()),
        };
        self.0.calendar.holidays.iter().map(holiday).collect()
    }
}

/// The hours of one weekday.
pub struct OpenDay {
    day: DayOfWeek,
    intervals: Vec<String>,
}

/// The hours of one weekday.
#[graphql_object(scalar = Gql, context = Context)]
impl OpenDay {
    /// Which.
    fn day(&self) -> DayOfWeek {
        self.day
    }

    /// Intervals such as `09:00-17:00`; `22:00-06:00` goes over midnight.
    fn intervals(&self) -> &[String] {
        &self.intervals
    }
}

/// A date with hours of its own.
pub struct SpecialDate {
    date: Date,
    intervals: Vec<String>,
}

/// A date with hours of its own instead of the week's.
#[graphql_object(scalar = Gql, context = Context)]
impl SpecialDate {
    /// The date.
    fn date(&self) -> Date {
        self.date
    }

    /// Its intervals; none means closed.
    fn intervals(&self) -> &[String] {
        &self.intervals
    }
}

/// A date that is closed.
pub struct Holiday {
    date: Date,
    name: Option<String>,
}

/// A date that is closed.
#[graphql_object(scalar = Gql, context = Context)]
impl Holiday {
    /// The date.
    fn date(&self) -> Date {
        self.date
    }

    /// What is celebrated, where it has a name.
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}
