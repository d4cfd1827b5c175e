//! Recurrences by table: what is refused, the one spelling, and the local hour over every kind of change of the clock.

use super::*;
use crate::calendars::samples::at;

pub(super) fn series(starts: &str, rule: &str, zone: &str) -> Recurrence {
    let rule = Some(rule.to_owned()).filter(|rule| !rule.is_empty());
    Recurrence { starts: starts.parse().unwrap(), rule, zone: Zone::parse(zone).unwrap() }
}

fn zurich(starts: &str, rule: &str) -> Recurrence {
    series(starts, rule, "Europe/Zurich")
}

/// The moments of the first so many instances.
fn moments(recurrence: &Recurrence, limit: usize) -> Vec<String> {
    recurrence.from(Moment::MIN, limit).iter().map(|it| it.at.to_string()).collect()
}

#[test]
fn a_rule_has_one_spelling() {
    let cases = [
        ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
        (" rrule:byday=th,mo,TH;interval=1;wkst=mo;freq=weekly ", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=MONTHLY;BYDAY=+1MO,-1FR", "FREQ=MONTHLY;BYDAY=-1FR,1MO"),
        ("FREQ=WEEKLY;INTERVAL=02;WKST=SU;COUNT=010;BYHOUR=9", "FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYHOUR=9;WKST=SU"),
        ("FREQ=DAILY;UNTIL=20270101T000000Z;BYMONTH=1", "FREQ=DAILY;UNTIL=20270101T000000Z;BYMONTH=1"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    ];
    for (text, written) in cases {
        assert_eq!(Rule::read(text).unwrap().to_string(), written, "{text}");
        assert_eq!(Rule::read(written).unwrap().to_string(), written);
    }
}

#[test]
fn what_is_no_rule_is_told_with_the_remedy() {
    let cases = [
        ("", "write parts such as"),
        ("WEEKLY", "write parts such as"),
        ("FREQ=FORTNIGHTLY", "DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("BYDAY=MO", "say how often"),
        ("FREQ=WEEKLY;FREQ=DAILY", "give each part once"),
        ("FREQ=WEEKLY;BYDAY=XX", "write weekdays"),
        ("FREQ=WEEKLY;BYDAY=9ZMO", "write weekdays"),
        ("FREQ=WEEKLY;BYDAY=1MO", "only in months and years"),
        ("FREQ=WEEKLY;BYDAY=ÄMO", "write weekdays"),
        ("FREQ=WEEKLY;INTERVAL=0", "from 1 to 10000"),
        ("FREQ=WEEKLY;INTERVAL=70000", "from 1 to 10000"),
        ("FREQ=WEEKLY;COUNT=0", "from 1 to 10000"),
        ("FREQ=WEEKLY;COUNT=-1", "from 1 to 10000"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101T000000Z", "give one of them"),
        ("FREQ=WEEKLY;UNTIL=20270101", "a moment in UTC"),
        ("FREQ=WEEKLY;UNTIL=20270101T000000", "a moment in UTC"),
        ("FREQ=WEEKLY;UNTIL=20271301T000000Z", "a moment in UTC"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "numbers in its range"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "numbers in its range"),
        ("FREQ=WEEKLY;BYMONTHDAY=2", "do not go together"),
        ("FREQ=MONTHLY;BYSETPOS=1", "add that part"),
        ("FREQ=DAILY;BYHOUR=24", "numbers in its range"),
        ("FREQ=DAILY;BYSECOND=0", "leave it out"),
        ("FREQ=DAILY;X-RULE=1", "write parts such as"),
        ("FREQ=DAILY\r\nATTACH:x", "DAILY, WEEKLY"),
    ];
    for (rule, remedy) in cases {
        let error = Recurrence { rule: Some(rule.into()), ..zurich("2026-03-02T09:00:00", "") }.check().unwrap_err();
        assert!(error.to_string().contains(remedy) && !error.of_starts(), "{rule:?}: {error}");
    }
    assert!(zurich("2026-03-02T09:00:00", &"X".repeat(600)).check().unwrap_err().to_string().len() < 200);
}

#[test]
fn what_comes_every_second_or_never_is_refused() {
    let often = ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=90", "FREQ=HOURLY", "FREQ=DAILY;BYMINUTE=0,30"];
    for rule in often {
        let error = zurich("2026-03-02T09:00:00", rule).check().unwrap_err();
        assert!(matches!(error, RecurrenceError::TooOften(_)), "{rule}: {error}");
    }
    let never = [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=10000;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1;BYSETPOS=2",
        "FREQ=WEEKLY;UNTIL=20260302T075959Z",
    ];
    for rule in never {
        assert_eq!(zurich("2026-03-02T09:00:00", rule).check(), Err(RecurrenceError::Never), "{rule}");
        let later = zurich("2026-03-02T09:00:00", rule).between(at("2026-03-03T00:00:00Z"), Moment::MAX, 3);
        assert!(later.is_empty(), "{rule}");
    }
}

#[test]
fn the_first_time_follows_the_rule() {
    let first = |text: &str| RecurrenceError::NotFirst(text.parse().unwrap());
    let cases = [
        ("2026-03-04T09:00:00", "FREQ=WEEKLY;BYDAY=MO", first("2026-03-09T09:00:00")),
        ("2026-03-02T09:00:00", "FREQ=DAILY;BYHOUR=8", first("2026-03-03T08:00:00")),
        ("2026-03-02T09:00:30", "FREQ=DAILY", RecurrenceError::Starts("2026-03-02T09:00:30".parse().unwrap())),
        ("2199-01-01T09:00:00", "", RecurrenceError::Starts("2199-01-01T09:00:00".parse().unwrap())),
    ];
    for (starts, rule, error) in cases {
        assert_eq!(zurich(starts, rule).check(), Err(error.clone()), "{starts} {rule}");
        assert!(error.of_starts());
    }
    let told = zurich("2026-03-04T09:00:00", "FREQ=WEEKLY;BYDAY=MO").check().unwrap_err().to_string();
    assert!(told.contains("begin at 2026-03-09T09:00,"), "{told}");
}

#[test]
fn one_time_only_comes_once() {
    let once = zurich("2026-03-02T09:00:00", "");
    assert_eq!(once.check(), Ok(once.clone()));
    assert_eq!(moments(&once, 5), ["2026-03-02T08:00:00Z"]);
    assert!(once.from(at("2026-03-02T08:00:01Z"), 5).is_empty());
}

#[test]
fn the_local_hour_stays_over_a_change_of_the_clock() {
    let spring = zurich("2026-03-23T09:00:00", "FREQ=WEEKLY");
    assert_eq!(moments(&spring, 2), ["2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z"]);
    let autumn = series("2026-10-30T17:30:00", "FREQ=WEEKLY;BYDAY=FR", "America/New_York");
    assert_eq!(moments(&autumn, 2), ["2026-10-30T21:30:00Z", "2026-11-06T22:30:00Z"]);
    let half = series("2026-04-01T09:00:00", "FREQ=WEEKLY", "Australia/Lord_Howe");
    assert_eq!(moments(&half, 2), ["2026-03-31T22:00:00Z", "2026-04-07T22:30:00Z"]);
}

#[test]
fn a_gap_moves_to_its_end_and_a_fold_takes_the_first() {
    let gap = zurich("2026-03-22T02:30:00", "FREQ=WEEKLY;COUNT=3");
    assert_eq!(moments(&gap, 9), ["2026-03-22T01:30:00Z", "2026-03-29T01:00:00Z", "2026-04-05T00:30:00Z"]);
    let locals: Vec<String> = gap.instances().map(|it| it.local.to_string()).collect();
    assert_eq!(locals, ["2026-03-22 02:30:00", "2026-03-29 02:30:00", "2026-04-05 02:30:00"]);
    let fold = zurich("2026-10-18T02:30:00", "FREQ=WEEKLY;COUNT=3");
    assert_eq!(moments(&fold, 9), ["2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z"]);
    let twice = zurich("2026-03-28T02:00:00", "FREQ=DAILY;BYHOUR=2,3;COUNT=5");
    let expected = ["2026-03-28T01:00:00Z", "2026-03-28T02:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z"];
    assert_eq!(moments(&twice, 9), expected, "two local times, one moment");
    let apia = series("2011-12-29T10:00:00", "FREQ=DAILY;COUNT=3", "Pacific/Apia");
    assert_eq!(moments(&apia, 9), ["2011-12-29T20:00:00Z", "2011-12-30T10:00:00Z", "2011-12-30T20:00:00Z"]);
}

#[test]
fn count_and_until_are_honoured() {
    let counted = zurich("2026-03-02T09:00:00", "FREQ=WEEKLY;COUNT=2");
    assert_eq!(moments(&counted, 9).len(), 2);
    let until = |until: &str| moments(&zurich("2026-10-19T09:00:00", &format!("FREQ=WEEKLY;UNTIL={until}")), 9).len();
    assert_eq!(until("20261026T075959Z"), 1);
    assert_eq!(until("20261026T080000Z"), 2, "it is a moment in UTC, and counted in");
    assert_eq!(until("20261026T090000Z"), 2);
}

#[test]
fn a_stretch_is_half_open_and_limited() {
    let daily = zurich("2026-03-02T09:00:00", "FREQ=DAILY");
    let (from, before) = (at("2026-03-03T08:00:00Z"), at("2026-03-05T08:00:00Z"));
    assert_eq!(daily.between(from, before, 99).len(), 2);
    assert_eq!(daily.between(from, before, 1).len(), 1);
    assert_eq!(daily.from(from, 3).iter().map(|it| it.at).max(), Some(before));
    assert_eq!(daily.from(at("2198-12-30T12:00:00Z"), 9).len(), 1, "it ends with the range of moments");
}

#[test]
fn usual_rhythms_of_meetings() {
    let dates = |starts: &str, rule: &str| -> Vec<String> {
        let recurrence = zurich(starts, rule).check().unwrap();
        recurrence.from(Moment::MIN, 3).iter().map(|it| it.local.date().to_string()).collect()
    };
    let six_weeks = dates("2026-02-05T09:00:00", "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH");
    assert_eq!(six_weeks, ["2026-02-05", "2026-03-19", "2026-04-30"]);
    assert_eq!(dates("2026-01-12T09:00:00", "FREQ=MONTHLY;BYDAY=2MO"), ["2026-01-12", "2026-02-09", "2026-03-09"]);
    let last_work_day = dates("2026-01-30T09:00:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    assert_eq!(last_work_day, ["2026-01-30", "2026-02-27", "2026-03-31"]);
    assert_eq!(dates("2024-02-29T09:00:00", "FREQ=YEARLY"), ["2024-02-29", "2028-02-29", "2032-02-29"]);
    assert_eq!(dates("2026-01-05T09:00:00", "FREQ=MONTHLY;BYDAY=1MO"), ["2026-01-05", "2026-02-02", "2026-03-02"]);
}
