//! Holidays out of an .ics file (RFC 5545): all-day events with their names; what cannot be honoured is an error.

mod event;
mod lines;
mod rule;

use chrono::NaiveDate;
use event::Event;
use lines::{Line, unfolded};

/// How many dates a file may give: over three hundred holidays every year up to 2199.
const MOST: usize = 100_000;

/// Why a holiday file cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayFileError {
    /// The line of the file, from 1 on, on which the trouble begins.
    pub line: usize,
    /// What is wrong and what would mend it.
    pub message: String,
}

impl HolidayFileError {
    fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

impl std::fmt::Display for HolidayFileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for HolidayFileError {}

/// The dates of the all-day events of an .ics file with their summaries, in order.
///
/// Events of several days give each of their dates, yearly rules each year's up to 2199, cancelled events none. Other
/// components and unknown properties are passed over.
///
/// # Errors
/// [`HolidayFileError`] for what is no such file, and for an event that cannot be honoured exactly: one with a time of
/// day, one that recurs other than yearly, a date out of range.
pub fn holidays_from_ics(text: &str) -> Result<Vec<(NaiveDate, String)>, HolidayFileError> {
    let lines = unfolded(text)?;
    if !lines.first().is_some_and(|line| line.begins("VCALENDAR")) {
        return Err(HolidayFileError::new(1, "the file does not begin with BEGIN:VCALENDAR; give an .ics file"));
    }
    let mut open: Vec<&Line> = Vec::new();
    let mut event = Event::default();
    let mut holidays = Vec::new();
    for line in &lines {
        match line.name.as_str() {
            "BEGIN" => {
                if line.begins("VEVENT") {
                    event = Event::default();
                }
                open.push(line);
            }
            "END" => {
                let begun = open.pop().filter(|begun| begun.value.eq_ignore_ascii_case(&line.value));
                let message = || format!("END:{} has no BEGIN of its own; the file is damaged", line.value);
                let begun = begun.ok_or_else(|| HolidayFileError::new(line.number, message()))?;
                if begun.begins("VEVENT") {
                    holidays.extend(std::mem::take(&mut event).dates(begun.number)?);
                }
                if holidays.len() > MOST {
                    let message = format!("more than {MOST} holidays; end yearly rules with UNTIL");
                    return Err(HolidayFileError::new(begun.number, message));
                }
            }
            _ if open.last().is_some_and(|begun| begun.begins("VEVENT")) => event.take(line)?,
            _ => {}
        }
    }
    if let Some(begun) = open.last() {
        let message = format!("BEGIN:{} is never ended; the file is cut off", begun.value);
        return Err(HolidayFileError::new(begun.number, message));
    }
    holidays.sort_unstable();
    holidays.dedup();
    Ok(holidays)
}

#[cfg(test)]
mod tests;
