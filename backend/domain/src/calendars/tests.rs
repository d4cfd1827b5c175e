//! Calendars as they are written: one spelling, and every fault told with its place.

use super::samples::{daily, weekdays, with_exception, with_holiday};
use super::*;
use crate::kernel::Zone;
use serde_json::json;

fn faults(calendar: &Calendar) -> Vec<(String, String)> {
    let found = calendar.validate().err().map(|refusals| refusals.0).unwrap_or_default();
    found.into_iter().map(|it| (it.code.into_owned(), it.field.unwrap_or_default())).collect()
}

#[test]
fn a_calendar_reads_from_yaml_and_writes_one_json() {
    let yaml = "
zone: Europe/Zurich
hours:
  fri: [09:00-12:00]
  mon: [09:00-12:00, '13:00 - 17:00', 22:00-00:00]
holidays:
  2026-12-26: ''
  2026-12-25: Christmas Day
exceptions: { 2026-12-31: [], 2026-12-24: [09:00-12:00] }
";
    let calendar: Calendar = serde_saphyr::from_str(yaml).unwrap();
    let written = "{\"zone\":\"Europe/Zurich\",\"hours\":{\"mon\":[\"09:00-12:00\",\"13:00-17:00\",\"22:00-24:00\"],\
        \"fri\":[\"09:00-12:00\"]},\"exceptions\":{\"2026-12-24\":[\"09:00-12:00\"],\"2026-12-31\":[]},\
        \"holidays\":{\"2026-12-25\":\"Christmas Day\",\"2026-12-26\":\"\"}}";
    assert_eq!(serde_json::to_string(&calendar).unwrap(), written);
    assert_eq!(serde_json::from_str::<Calendar>(written).unwrap(), calendar);
    assert_eq!(calendar.validate(), Ok(()));
}

#[test]
fn always_is_a_word() {
    let text = "{\"zone\":\"UTC\",\"hours\":\"always\"}";
    let calendar: Calendar = serde_json::from_str(text).unwrap();
    assert_eq!(calendar, Calendar::always(Zone::UTC));
    assert!(calendar.is_always() && calendar.validate().is_ok());
    assert_eq!(serde_json::to_string(&calendar).unwrap(), text);
}

#[test]
fn what_is_no_calendar_is_told() {
    let cases = [
        (json!({ "zone": "Mars/Olympus", "hours": "always" }), "is not a time zone"),
        (json!({ "zone": "UTC", "hours": "never" }), "`always`, or intervals by weekday"),
        (json!({ "zone": "UTC", "hours": { "monday": [] } }), "unknown field `monday`"),
        (json!({ "zone": "UTC", "hours": { "mon": ["9-17"] } }), "such as 09:00-17:00"),
        (json!({ "zone": "UTC", "hours": { "mon": ["09:00-09:00"] } }), "ends when it begins"),
        (json!({ "zone": "UTC", "hours": "always", "holidays": { "2026-02-30": "" } }), "input"),
        (json!({ "zone": "UTC", "hours": "always", "version": 2 }), "unknown field `version`"),
    ];
    for (written, message) in cases {
        let error = serde_json::from_value::<Calendar>(written.clone()).unwrap_err().to_string();
        assert!(error.contains(message), "{written}: {error}");
    }
}

#[test]
fn every_fault_is_told_with_its_place() {
    let cases = [
        (weekdays("UTC", &["09:00-17:00", "16:59-18:00"]), "CALENDAR_OVERLAP", "hours.mon"),
        (daily("UTC", &["08:00-12:00", "22:00-08:01"]), "CALENDAR_OVERLAP", "hours.mon"),
        (weekdays("UTC", &["05:00-12:00", "22:00-06:00"]), "CALENDAR_OVERLAP", "hours.tue"),
        (
            with_exception(weekdays("UTC", &["09:00-17:00"]), "2026-03-02", &["20:00-09:01"]),
            "CALENDAR_OVERLAP",
            "exceptions.2026-03-02",
        ),
        (with_exception(Calendar::always(Zone::UTC), "9999-01-01", &[]), "CALENDAR_YEAR", "exceptions.9999-01-01"),
        (with_holiday(Calendar::always(Zone::UTC), "1899-12-31"), "CALENDAR_YEAR", "holidays.1899-12-31"),
        (with_holiday(weekdays("UTC", &[]), "2026-01-01"), "CALENDAR_NEVER_OPEN", "hours"),
        (
            with_exception(weekdays("Europe/Zurich", &[]), "2026-03-29", &["02:15-02:45"]),
            "CALENDAR_NEVER_OPEN",
            "hours",
        ),
    ];
    for (calendar, code, field) in cases {
        assert_eq!(faults(&calendar).first(), Some(&(code.to_owned(), field.to_owned())), "{calendar:?}");
    }
    let both = with_holiday(weekdays("UTC", &["09:00-17:00", "16:00-18:00"]), "9999-01-01");
    assert_eq!(faults(&both).len(), 6, "five weekdays and a date");
}

#[test]
fn intervals_that_touch_and_a_night_before_a_special_date_are_no_overlap() {
    let calendars = [
        weekdays("UTC", &["09:00-12:00", "12:00-17:00"]),
        daily("UTC", &["22:00-08:00", "08:00-12:00"]),
        with_exception(daily("UTC", &["22:00-06:00"]), "2026-03-02", &["05:00-07:00"]),
        with_exception(weekdays("UTC", &[]), "2026-03-02", &["22:00-06:00"]),
    ];
    for calendar in calendars {
        assert_eq!(calendar.validate(), Ok(()), "{calendar:?}");
    }
}

#[test]
fn the_published_shape_is_closed() {
    let schema = serde_json::to_value(schemars::schema_for!(Calendar)).unwrap();
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["$defs"]["WeekDays"]["additionalProperties"], false);
    assert_eq!(schema["$defs"]["Week"]["anyOf"][0]["enum"][0], "always");
}
