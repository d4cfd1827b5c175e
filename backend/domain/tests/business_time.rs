//! Business time as other products' calendar libraries assert it.
//!
//! `fixtures/business_time_cases.json` holds 227 cases taken from the test suites of the libraries named in each case's
//! `source` (working_hours, bokmann/business_time, zendesk/biz, GLPI, Zammad), each confirmed by an independent
//! calculation. `BUSINESS_TIME_CASES` names another file of the same form to run instead.

#![allow(clippy::unwrap_used, clippy::panic)]

use concordat_domain::calendars::{Calendar, Interval, Timetable, Week, WeekDays};
use concordat_domain::kernel::{Moment, Span, Zone};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

type Hours = Vec<(String, String)>;

#[derive(Deserialize)]
struct Case {
    id: String,
    op: String,
    calendar: Hung,
    #[serde(default)]
    pauses: Vec<(Moment, Moment)>,
    start: Moment,
    end: Option<Moment>,
    amount_seconds: Option<f64>,
    amount_days: Option<f64>,
    expected: Value,
}

#[derive(Deserialize)]
struct Hung {
    time_zone: Zone,
    weekly: BTreeMap<String, Hours>,
    #[serde(default)]
    holidays: BTreeSet<chrono::NaiveDate>,
    #[serde(default)]
    date_overrides: BTreeMap<chrono::NaiveDate, Hours>,
}

fn intervals(hours: &Hours) -> Vec<Interval> {
    hours.iter().map(|(open, close)| Interval::parse(&format!("{open}-{close}")).unwrap()).collect()
}

impl Hung {
    fn calendar(&self) -> Calendar {
        let on = |day: &str| self.weekly.get(day).map(intervals).unwrap_or_default();
        Calendar {
            zone: self.time_zone,
            hours: Week::Days(WeekDays {
                mon: on("mon"),
                tue: on("tue"),
                wed: on("wed"),
                thu: on("thu"),
                fri: on("fri"),
                sat: on("sat"),
                sun: on("sun"),
            }),
            exceptions: self.date_overrides.iter().map(|(date, hours)| (*date, intervals(hours))).collect(),
            holidays: self.holidays.iter().map(|date| (*date, String::new())).collect(),
        }
    }
}

impl Case {
    fn span(&self) -> Span {
        #[allow(clippy::cast_possible_truncation)]
        Span::from_micros((self.amount_seconds.unwrap() * 1e6).round() as i64)
    }

    #[allow(clippy::cast_possible_truncation)]
    fn days(&self) -> i32 {
        self.amount_days.unwrap() as i32
    }

    fn paused(&self, at: Moment) -> bool {
        self.pauses.iter().any(|(paused, resumed)| *paused <= at && at < *resumed)
    }

    /// Closed is also what a pause makes it.
    fn next_close(&self, hours: &Timetable) -> Option<Moment> {
        let open = hours.due_with(self.start, Span::ZERO, &self.pauses)?;
        let close = hours.next_close(open)?;
        Some(self.pauses.iter().map(|(paused, _)| *paused).filter(|it| open < *it).fold(close, Moment::min))
    }

    /// What the timetable answers, in the form of `expected`.
    fn answer(&self) -> Value {
        let calendar = self.calendar.calendar();
        calendar.validate().unwrap();
        let hours = Timetable::new(calendar);
        let moment = match self.op.as_str() {
            "add_business_time" => hours.due_with(self.start, self.span(), &self.pauses),
            "subtract_business_time" => hours.due_with(self.start, -self.span(), &self.pauses),
            "add_business_days" => hours.add_days(self.start, self.days()),
            "subtract_business_days" => hours.add_days(self.start, -self.days()),
            "next_open" => hours.due_with(self.start, Span::ZERO, &self.pauses),
            "next_close" => self.next_close(&hours),
            "is_open" => return json!(hours.is_open(self.start) && !self.paused(self.start)),
            "elapsed_business_seconds" => {
                let open = hours.elapsed_with(self.start, self.end.unwrap(), &self.pauses);
                return json!(rounded(open));
            }
            other => panic!("{other} is no operation"),
        };
        json!(moment)
    }
}

/// Whole seconds, halves away from nought.
fn rounded(span: Span) -> i64 {
    let micros = span.micros();
    (micros.abs() + 500_000) / 1_000_000 * micros.signum()
}

/// The expectation in one spelling: moments to the microsecond, whole numbers without a point.
fn expected(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(Moment::parse(text).unwrap()),
        #[allow(clippy::cast_possible_truncation)]
        Value::Number(number) => json!(number.as_f64().unwrap().round() as i64),
        other => other.clone(),
    }
}

#[test]
fn business_time_oracle() {
    let text = std::env::var_os("BUSINESS_TIME_CASES").map_or_else(
        || include_str!("fixtures/business_time_cases.json").to_owned(),
        |path| std::fs::read_to_string(&path).unwrap(),
    );
    let cases: Vec<Case> = serde_json::from_str(&text).unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter(|case| case.answer() != expected(&case.expected))
        .map(|case| format!("{} {}: {} and not {}", case.id, case.op, case.answer(), case.expected))
        .collect();
    assert!(!cases.is_empty() && wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
