//! How an event of a calendar comes back: the recurrence rule, with an end that every reader takes for the same moment.

use crate::{
    calendars::Recurrence,
    kernel::{Moment, Occurrence, Zone},
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A recurrence rule as a calendar carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeats {
    rule: String,
    until: Option<Moment>,
}

/// The rule is none that can be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError(String);

impl std::fmt::Display for RuleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} cannot stand in a recurrence rule", self.0)
    }
}

impl std::error::Error for RuleError {}

impl Repeats {
    /// The rule of a recurrence, where it has one. An end given in local time becomes one in UTC, as RFC 5545 (3.3.10) asks
    /// of a rule whose events name a zone.
    ///
    /// # Errors
    /// [`RuleError`] for a part that is no `KEY=VALUE` of the letters, digits and signs that rules are made of.
    pub fn of(recurrence: &Recurrence) -> Result<Option<Self>, RuleError> {
        let Some(given) = &recurrence.rule else { return Ok(None) };
        let (mut parts, mut until) = (Vec::new(), None);
        let given = given.trim().trim_start_matches("RRULE:");
        for part in given.split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').ok_or_else(|| RuleError(part.to_owned()))?;
            let (key, value) = (key.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'+' | b'-');
            if !key.bytes().all(|byte| byte.is_ascii_uppercase()) || value.is_empty() || !value.bytes().all(sign) {
                return Err(RuleError(part.to_owned()));
            }
            if key == "UNTIL" {
                let end = end(&value, recurrence.zone).ok_or_else(|| RuleError(part.to_owned()))?;
                parts.push(format!("UNTIL={}", end.utc().format("%Y%m%dT%H%M%SZ")));
                until = Some(end);
            } else {
                parts.push(format!("{key}={value}"));
            }
        }
        Ok(Some(Self { rule: parts.join(";"), until }))
    }

    /// The rule as it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.rule
    }

    /// The last moment at which it may come back, where it says so.
    #[must_use]
    pub const fn until(&self) -> Option<Moment> {
        self.until
    }
}

/// The end of a rule: UTC with a `Z`, else local time; a date alone ends with that local day.
fn end(value: &str, zone: Zone) -> Option<Moment> {
    if let Some(utc) = value.strip_suffix('Z') {
        return Moment::from_utc(NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok()?.and_utc()).ok();
    }
    let wall = match NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S") {
        Ok(wall) => wall,
        Err(_) => NaiveDate::parse_from_str(value, "%Y%m%d").ok()?.and_time(NaiveTime::from_hms_opt(23, 59, 59)?),
    };
    Some(zone.instant_of(wall, Occurrence::Second))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Result<Option<String>, RuleError> {
        let zone = Zone::parse("Europe/Zurich").unwrap();
        let starts = "2026-01-05T09:00:00".parse().unwrap();
        let recurrence = Recurrence { starts, rule: Some(text.to_owned()), zone };
        Ok(Repeats::of(&recurrence)?.map(|repeats| repeats.text().to_owned()))
    }

    #[test]
    fn an_end_is_written_in_utc() {
        let cases = [
            ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
            ("freq=weekly;until=20260701", "FREQ=WEEKLY;UNTIL=20260701T215959Z"),
            ("FREQ=WEEKLY;UNTIL=20260105T090000", "FREQ=WEEKLY;UNTIL=20260105T080000Z"),
            ("FREQ=WEEKLY;UNTIL=20260105T090000Z", "FREQ=WEEKLY;UNTIL=20260105T090000Z"),
        ];
        for (given, written) in cases {
            assert_eq!(rule(given).unwrap().unwrap(), written, "{given}");
        }
    }

    #[test]
    fn a_rule_cannot_leave_its_line() {
        for bad in ["FREQ=DAILY\r\nX:1", "FREQ", "FREQ=", "FREQ=WEEKLY;UNTIL=soon", "FREQ=A:B"] {
            assert!(rule(bad).is_err(), "{bad:?}");
        }
    }
}
