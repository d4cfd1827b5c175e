//! One event of an .ics file and the dates it covers.

use super::HolidayFileError;
use super::lines::Line;
use super::rule::Rule;
use crate::kernel::Span;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The longest event, in days.
const LONGEST: u64 = 366;

/// Microseconds in a day.
const DAY: u64 = 86_400_000_000;

/// What is known of an event so far.
#[derive(Debug, Default)]
pub(super) struct Event {
    name: String,
    first: Option<NaiveDate>,
    end: Option<(Line, NaiveDate)>,
    length: Option<(Line, u64)>,
    rule: Option<(Line, Rule)>,
    added: BTreeSet<NaiveDate>,
    left_out: BTreeSet<NaiveDate>,
    cancelled: bool,
}

impl Event {
    /// Takes in one property.
    pub fn take(&mut self, line: &Line) -> Result<(), HolidayFileError> {
        match line.name.as_str() {
            "SUMMARY" => self.name = line.text(),
            "DTSTART" => self.first = Some(date(line, &line.value)?),
            "DTEND" => self.end = Some((line.clone(), date(line, &line.value)?)),
            "DURATION" => self.length = Some((line.clone(), days(line)?)),
            "RRULE" if self.rule.is_some() => return Err(line.wrong("a second RRULE; give the event one rule")),
            "RRULE" => self.rule = Some((line.clone(), Rule::read(line)?)),
            "RDATE" => self.added.extend(dates(line)?),
            "EXDATE" => self.left_out.extend(dates(line)?),
            "EXRULE" | "RECURRENCE-ID" => {
                let message = format!("{} cannot be honoured; write the dates as events of their own", line.name);
                return Err(line.wrong(message));
            }
            "STATUS" => self.cancelled = line.value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
        Ok(())
    }

    /// All dates with the event's name; `begun` is the line on which it begins.
    pub fn dates(self, begun: usize) -> Result<Vec<(NaiveDate, String)>, HolidayFileError> {
        if self.cancelled {
            return Ok(Vec::new());
        }
        let first =
            self.first.ok_or_else(|| HolidayFileError::new(begun, "the event has no DTSTART; give it a date"))?;
        let length = self.length(first)?;
        let mut starts: BTreeSet<NaiveDate> = match &self.rule {
            Some((line, rule)) => rule.dates(first).map_err(|message| line.wrong(message))?,
            None => BTreeSet::from([first]),
        };
        starts.extend(&self.added);
        starts.retain(|date| !self.left_out.contains(date));
        let dates: BTreeSet<NaiveDate> =
            starts.iter().flat_map(|date| date.iter_days().take(length)).filter(|date| date.year() <= 2199).collect();
        Ok(dates.into_iter().map(|date| (date, self.name.clone())).collect())
    }

    /// How many dates each occurrence covers.
    fn length(&self, first: NaiveDate) -> Result<usize, HolidayFileError> {
        let (line, days) = match (&self.end, &self.length) {
            (Some(_), Some((line, _))) => return Err(line.wrong("DURATION beside DTEND; keep one of them")),
            (Some((line, end)), None) => {
                // some programs write an event of one date with an end on that date
                let days = u64::try_from(end.signed_duration_since(first).num_days());
                (line, days.map_err(|_| line.wrong("the event ends before it begins; correct DTEND"))?.max(1))
            }
            (None, Some((line, days))) => (line, *days),
            (None, None) => return Ok(1),
        };
        let short = usize::try_from(days).ok().filter(|_| days <= LONGEST);
        short.ok_or_else(|| line.wrong(format!("the event lasts {days} days; a holiday lasts at most {LONGEST}")))
    }
}

/// A date such as 20261225, within range.
pub(super) fn date(line: &Line, text: &str) -> Result<NaiveDate, HolidayFileError> {
    if line.has("VALUE=DATE-TIME") || line.has("VALUE=PERIOD") || text.contains('T') {
        let message = format!("{text} has a time of day; a holiday is a whole date, such as {}:20261225", line.name);
        return Err(line.wrong(message));
    }
    let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = plain.then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok()).flatten();
    let date = date.ok_or_else(|| line.wrong(format!("{text:?} is not a date; write one such as 20261225")))?;
    if (1900..=2199).contains(&date.year()) {
        Ok(date)
    } else {
        Err(line.wrong(format!("{date} is out of range; holidays lie in the years 1900 to 2199")))
    }
}

fn dates(line: &Line) -> Result<Vec<NaiveDate>, HolidayFileError> {
    line.value.split(',').map(|text| date(line, text)).collect()
}

/// A length in whole days.
fn days(line: &Line) -> Result<u64, HolidayFileError> {
    let micros = Span::parse(&line.value).ok().and_then(|span| u64::try_from(span.micros()).ok());
    let days = micros.filter(|micros| *micros > 0 && micros.is_multiple_of(DAY)).map(|micros| micros / DAY);
    days.ok_or_else(|| line.wrong(format!("{:?} is not a number of whole days; write one such as P2D", line.value)))
}
