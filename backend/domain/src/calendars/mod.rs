//! Calendars: opening hours, exceptions and holidays as they are signed, and exact arithmetic over open time.

mod calendar;
pub mod codes;
mod ics;
mod interval;
mod recurrence;
mod timetable;
mod week;

pub use calendar::Calendar;
pub use codes::CODES;
pub use ics::{HolidayFileError, holidays_from_ics};
pub use interval::{Interval, IntervalError};
pub use recurrence::{Instance, Recurrence, RecurrenceError};
pub use timetable::{Timetable, Windows};
pub use week::{Week, WeekDays};

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
