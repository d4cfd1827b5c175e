//! When something comes back: a first local time and a recurrence rule in a zone (RFC 5545, `DTSTART` and `RRULE`).

mod instances;
mod list;
mod rule;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use instances::Instance;

use crate::kernel::{Moment, Zone};
use chrono::{Datelike, NaiveDateTime, Timelike};
use rule::Rule;
use serde::{Deserialize, Serialize};

/// A series of local times in one zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// The first local time.
    pub starts: NaiveDateTime,
    /// The `RRULE` value, such as `FREQ=WEEKLY;BYDAY=MO`; without it there is one time only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The zone whose wall clock it follows: the local time stays the same over a change of the clock.
    pub zone: Zone,
}

/// Why something cannot come back as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecurrenceError {
    /// The first local time has seconds, or lies outside the years 1970 to 2198.
    Starts(NaiveDateTime),
    /// The text is no rule that can be followed: the part, and what would mend it.
    Rule(String, String),
    /// It would come back more often than once an hour.
    TooOften(String),
    /// It never comes.
    Never,
    /// The first local time does not follow the rule; the first one that does.
    NotFirst(NaiveDateTime),
}

impl RecurrenceError {
    /// Whether it is about the first local time, not about the rule.
    #[must_use]
    pub const fn of_starts(&self) -> bool {
        matches!(self, Self::Starts(_) | Self::NotFirst(_))
    }
}

impl std::fmt::Display for RecurrenceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let minutes = "%Y-%m-%dT%H:%M";
        match self {
            Self::Starts(starts) => {
                write!(f, "{starts} cannot be the first time; write whole minutes of the years 1970 to 2198")
            }
            Self::Rule(part, remedy) => write!(f, "`{part}` cannot be followed; {remedy}"),
            Self::TooOften(part) => write!(
                f,
                "`{part}` comes back more often than once an hour; use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with one \
                 BYMINUTE"
            ),
            Self::Never => f.write_str("this rule never comes to a time; correct it so that it has at least one"),
            Self::NotFirst(first) => {
                let first = first.format(minutes);
                write!(f, "the first time does not follow the rule; begin at {first}, or correct the rule")
            }
        }
    }
}

impl std::error::Error for RecurrenceError {}

impl Recurrence {
    /// The same with its rule in the one spelling, once it is found to be one that can be followed: it comes at least
    /// once and at most once an hour, and its first time follows the rule (RFC 5545, 3.8.2.4).
    ///
    /// # Errors
    /// [`RecurrenceError`], each with the remedy.
    pub fn check(&self) -> Result<Self, RecurrenceError> {
        let whole = self.starts.second() == 0 && self.starts.nanosecond() == 0;
        if !whole || !(1970..=2198).contains(&self.starts.year()) {
            return Err(RecurrenceError::Starts(self.starts));
        }
        let Some(text) = &self.rule else { return Ok(self.clone()) };
        let rule = Rule::read(text)?;
        if rule.until().is_some_and(|until| until < self.first_moment()) {
            return Err(RecurrenceError::Never);
        }
        match rule.locals(self.starts)?.next() {
            None => Err(RecurrenceError::Never),
            Some(first) if first != self.starts => Err(RecurrenceError::NotFirst(first)),
            Some(_) => Ok(Self { rule: Some(rule.to_string()), ..self.clone() }),
        }
    }

    /// The first so many instances at or after a moment.
    #[must_use]
    pub fn from(&self, from: Moment, limit: usize) -> Vec<Instance> {
        self.instances().skip_while(|it| it.at < from).take(limit).collect()
    }

    /// The instances at or after `from` and before `before`, the first so many of them.
    #[must_use]
    pub fn between(&self, from: Moment, before: Moment, limit: usize) -> Vec<Instance> {
        self.instances().skip_while(|it| it.at < from).take_while(|it| it.at < before).take(limit).collect()
    }
}
