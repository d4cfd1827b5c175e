//! Calendars as they are written, byte by byte.

use super::*;
use crate::{calendars::Recurrence, kernel::Span};
use chrono::NaiveDateTime;

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn event(rule: Option<&str>) -> CalendarEvent {
    let zone = Zone::parse("Europe/Zurich").unwrap();
    let starts = wall("2026-03-23T09:00:00");
    CalendarEvent {
        uid: "g.weekly@concordat".into(),
        sequence: 1,
        stamp: Moment::parse("2026-03-01T00:00:00Z").unwrap(),
        starts,
        lasts: Span::from_seconds(5_400),
        zone,
        repeats: Repeats::of(&Recurrence { starts, rule: rule.map(str::to_owned), zone }).unwrap(),
        except: vec![],
        instead_of: None,
        status: Status::Confirmed,
        summary: "Status, weekly".into(),
        description: None,
        place: Some("Room 1; north".into()),
        organizer: Some(Contact { name: "Ana \"the\" Boss".into(), email: "ana@north.example".into() }),
        attendees: vec![],
    }
}

fn calendar(events: Vec<CalendarEvent>) -> String {
    Calendar { method: Method::Request, name: None, events }.write()
}

#[test]
fn a_meeting_is_written_whole() {
    let text = calendar(vec![event(None)]);
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Concordat//Concordat 1//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Zurich",
        "BEGIN:STANDARD",
        "DTSTART:20260322T010000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:g.weekly@concordat",
        "DTSTAMP:20260301T000000Z",
        "SEQUENCE:1",
        "DTSTART;TZID=Europe/Zurich:20260323T090000",
        "DURATION:PT1H30M",
        "SUMMARY:Status\\, weekly",
        "LOCATION:Room 1\\; north",
        "STATUS:CONFIRMED",
        "ORGANIZER;CN=\"Ana 'the' Boss\":mailto:ana@north.example",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(text.split("\r\n").collect::<Vec<_>>(), expected);
}

#[test]
fn a_series_names_what_is_not_held_and_what_is_held_otherwise() {
    let mut master = event(Some("FREQ=WEEKLY"));
    master.except = vec![wall("2026-03-30T09:00:00")];
    let mut moved = event(None);
    moved.instead_of = Some(wall("2026-04-06T09:00:00"));
    moved.starts = wall("2026-04-07T14:00:00");
    let text = calendar(vec![master, moved]);
    assert!(text.contains("\r\nRRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Europe/Zurich:20260330T090000\r\n"), "{text}");
    assert!(text.contains("\r\nRECURRENCE-ID;TZID=Europe/Zurich:20260406T090000\r\n"), "{text}");
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), "a series without an end needs the yearly rule");
}

#[test]
fn utc_needs_no_zone() {
    let mut one = event(None);
    one.zone = Zone::UTC;
    let text = calendar(vec![one]);
    assert!(text.contains("\r\nDTSTART:20260323T090000Z\r\n") && !text.contains("VTIMEZONE"), "{text}");
}
