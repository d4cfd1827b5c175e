//! Calendars: opening hours, exceptions and holidays as they are signed, and exact arithmetic over open time.

mod calendar;
pub mod codes;
mod interval;
mod timetable;
mod week;

pub use calendar::Calendar;
pub use codes::CODES;
pub use interval::{Interval, IntervalError};
pub use timetable::{Timetable, Windows};
pub use week::{Week, WeekDays};
