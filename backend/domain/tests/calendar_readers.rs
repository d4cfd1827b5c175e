//! Calendars as two readers of another make read them: `icalendar` and `recurring-ical-events` for Python, over changes of
//! the clock in zones of every kind, once with the reader's own zones and once with the `VTIMEZONE` alone.

#![allow(clippy::unwrap_used)]

use chrono::{Duration, NaiveDateTime};
use concordat_domain::{
    calendars::Recurrence,
    kernel::{Moment, Occurrence, Span, Zone},
    notifications::calendar::{Attendee, Calendar, CalendarEvent, Contact, Method, Repeats, Status},
};
use serde_json::{Value, json};
use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

/// What the readers say of some calendars; nothing where they are not installed.
fn read(asked: &[Value]) -> Option<Vec<Value>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = root.join("target/calendar-readers/bin/python");
    if !python.is_file() {
        let why = "the readers are installed by `cargo xtask test`";
        assert!(std::env::var_os("CONCORDAT_TEST_ALL").is_none(), "{why}");
        eprintln!("skipped: {why}");
        return None;
    }
    let mut child = Command::new(python)
        .arg(root.join("tests/contract/calendars/read.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let lines: String = asked.iter().map(|one| format!("{one}\n")).collect();
    let writer = std::thread::spawn(move || to.write_all(lines.as_bytes()));
    let told = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(told.status.success());
    let answers: Vec<Value> =
        String::from_utf8(told.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), asked.len());
    Some(answers)
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn event(zone: &str, starts: &str, rule: Option<&str>) -> CalendarEvent {
    let (zone, starts) = (Zone::parse(zone).unwrap(), wall(starts));
    CalendarEvent {
        uid: "series@concordat".into(),
        sequence: 3,
        stamp: Moment::parse("2026-01-01T00:00:00Z").unwrap(),
        starts,
        lasts: Span::from_seconds(3_600),
        zone,
        repeats: Repeats::of(&Recurrence { starts, rule: rule.map(str::to_owned), zone }).unwrap(),
        except: vec![],
        instead_of: None,
        status: Status::Confirmed,
        summary: "Weekly".into(),
        description: None,
        place: None,
        organizer: None,
        attendees: vec![],
    }
}

fn written(events: Vec<CalendarEvent>, from: &str, until: &str) -> Value {
    let calendar = Calendar { method: Method::Publish, name: Some("Concordat".into()), events };
    json!({ "text": calendar.write(), "from": from, "until": until })
}

fn starts(answer: &Value) -> Vec<String> {
    answer.as_array().unwrap().iter().map(|one| one["starts"].as_str().unwrap().to_owned()).collect()
}

/// Zones that change their clock by an hour, by half an hour, backwards, for a month of fasting, not at all, no longer, or
/// that went over the date line; and when a series of meetings there begins.
const ZONES: [(&str, &str); 14] = [
    ("Europe/Zurich", "2026-02-02T09:00:00"),
    ("America/New_York", "2026-02-02T09:00:00"),
    ("America/New_York", "2006-02-06T09:00:00"),
    ("Australia/Lord_Howe", "2026-02-02T09:00:00"),
    ("Australia/Sydney", "2026-02-02T09:00:00"),
    ("Europe/Dublin", "2026-02-02T09:00:00"),
    ("Africa/Casablanca", "2026-01-05T09:00:00"),
    ("Africa/Cairo", "2022-02-07T09:00:00"),
    ("America/Sao_Paulo", "2018-02-05T09:00:00"),
    ("America/Caracas", "2016-02-01T09:00:00"),
    ("America/Santiago", "2021-08-02T09:00:00"),
    ("Asia/Kolkata", "2026-02-02T09:00:00"),
    ("Asia/Jerusalem", "2026-02-02T09:00:00"),
    ("Pacific/Apia", "2011-08-01T09:00:00"),
];
const WEEKS: i64 = 120;

#[test]
fn a_weekly_meeting_keeps_its_local_hour_whatever_the_clock_does() {
    let mut asked = Vec::new();
    let mut expected = Vec::new();
    for (name, begins) in ZONES {
        let zone = Zone::parse(name).unwrap();
        let held: Vec<Moment> =
            (0..WEEKS).map(|week| zone.instant_of(wall(begins) + Duration::weeks(week), Occurrence::First)).collect();
        let (from, until) = (held[0].plus_seconds(-60), held[held.len() - 1].plus_seconds(7_200));
        let last = (wall(begins) + Duration::weeks(WEEKS - 1)).format("%Y%m%dT%H%M%S");
        for rule in ["FREQ=WEEKLY".to_owned(), format!("FREQ=WEEKLY;UNTIL={last}")] {
            let range = (from.to_string(), until.to_string());
            asked.push(written(vec![event(name, begins, Some(&rule))], &range.0, &range.1));
            expected.push((format!("{name} {rule}"), held.iter().map(Moment::to_string).collect::<Vec<_>>()));
        }
    }
    let Some(answers) = read(&asked) else { return };
    for (answer, (of, held)) in answers.iter().zip(&expected) {
        assert_eq!(starts(&answer["own"]), *held, "{of}, by its VTIMEZONE");
        assert_eq!(starts(&answer["occurrences"]), *held, "{of}");
        assert_eq!(answer["parts"]["errors"], json!([]), "{of}");
    }
}

#[test]
fn what_is_cancelled_or_moved_is_told_apart() {
    let mut series = event("Europe/Zurich", "2026-03-16T09:00:00", Some("FREQ=WEEKLY"));
    series.except = vec![wall("2026-03-30T09:00:00")];
    let mut moved = event("Europe/Zurich", "2026-04-07T14:30:00", None);
    moved.instead_of = Some(wall("2026-04-06T09:00:00"));
    moved.summary = "Weekly, after Easter".into();
    let mut cancelled = event("Europe/Zurich", "2026-04-13T09:00:00", None);
    cancelled.instead_of = Some(wall("2026-04-13T09:00:00"));
    cancelled.status = Status::Cancelled;
    let asked = written(vec![series, moved, cancelled], "2026-03-01T00:00:00Z", "2026-04-21T00:00:00Z");
    let Some(answers) = read(&[asked]) else { return };
    for told in [&answers[0]["own"], &answers[0]["occurrences"]] {
        let told: Vec<_> = told
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{} {} {}", one["starts"], one["summary"], one["status"]).replace('"', ""))
            .collect();
        assert_eq!(
            told,
            [
                "2026-03-16T08:00:00Z Weekly CONFIRMED",
                "2026-03-23T08:00:00Z Weekly CONFIRMED",
                "2026-04-07T12:30:00Z Weekly, after Easter CONFIRMED",
                "2026-04-13T07:00:00Z Weekly CANCELLED",
                "2026-04-20T07:00:00Z Weekly CONFIRMED",
            ]
        );
    }
}

#[test]
fn what_people_write_stays_what_it_is() {
    let hostile = "Ana \"A\"\r\nATTENDEE:mailto:evil@x.example\n;CN=x:y,\u{1F980} \u{e9}";
    let mut one = event("America/New_York", "2026-07-01T09:00:00", None);
    one.summary = hostile.into();
    one.place = Some("Room; 1, \\ north".into());
    one.description = Some("Zeile 1\nZeile 2, lang genug, dass sie umgebrochen wird: äöüäöüäöüäöüäöüäöüäöü".into());
    let contact = Contact { name: hostile.into(), email: "ana@north.example".into() };
    one.organizer = Some(contact.clone());
    one.attendees = vec![
        Attendee { contact, required: true },
        Attendee { contact: Contact { name: "Bo".into(), email: "bo@east.example".into() }, required: false },
    ];
    let calendar = Calendar { method: Method::Request, name: None, events: vec![one.clone()] };
    let asked = json!({ "text": calendar.write(), "from": "2026-01-01T00:00:00Z", "until": "2027-01-01T00:00:00Z" });
    let Some(answers) = read(&[asked]) else { return };
    let parts = &answers[0]["parts"];
    let read = &parts["events"][0];
    let name = "Ana 'A'  ATTENDEE:mailto:evil@x.example ;CN=x:y,\u{1F980} \u{e9}";
    assert_eq!((&parts["method"], &parts["errors"]), (&json!("REQUEST"), &json!([])));
    assert_eq!(read["summary"], hostile.replace("\r\n", "\n"));
    assert_eq!(read["place"], one.place.unwrap());
    assert_eq!(read["about"], one.description.unwrap());
    assert_eq!(read["organizer"], json!(["mailto:ana@north.example", name]));
    assert_eq!(
        read["attendees"],
        json!([
            ["mailto:ana@north.example", name, "REQ-PARTICIPANT"],
            ["mailto:bo@east.example", "Bo", "OPT-PARTICIPANT"]
        ])
    );
    assert_eq!(read["sequence"], 3);
}
