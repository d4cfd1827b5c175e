//! Occurrences, holidays and changes of the clock, with the terms of the sample of cases.

use super::super::fixtures::at;
use super::*;
use crate::agreements::{Cadence, GroupRole, Level, MeetingForm, Section, Template, samples};
use crate::calendars::Recurrence;
use crate::kernel::GroupId;
use uuid::Uuid;

/// Every Monday at nine in Zurich from the second of March on.
fn weekly(rule: Option<&str>, on_holiday: OnHoliday) -> Cadence {
    Cadence {
        code: "weekly".into(),
        name: "Status".into(),
        template: Template::WeeklyStatus,
        technical: false,
        purpose: "What is off".into(),
        requires: Vec::new(),
        sections: vec![Section::Deviations],
        form: MeetingForm::Online,
        place: None,
        recurrence: Recurrence {
            starts: "2026-03-02T09:00:00".parse().unwrap(),
            rule: rule.map(str::to_owned),
            zone: Zone::parse("Europe/Zurich").unwrap(),
        },
        lasts: Span::from_seconds(3600),
        on_holiday,
    }
}

/// The terms with a holiday on Monday the ninth and on the Tuesday after it, kept by the one member of a group.
fn ground() -> (Terms, Group) {
    let terms = samples::resolve(samples::CASES).unwrap();
    let mut document: crate::agreements::Document = (*terms).clone();
    let named = &mut document.calendars[0];
    named.calendar.holidays = [("2026-03-09", "Carnival"), ("2026-03-10", "Carnival")]
        .map(|(day, name)| (day.parse().unwrap(), name.to_owned()))
        .into();
    named.calendar.exceptions.clear();
    let member = Member {
        person: document.people[0].id,
        company: document.people[0].company,
        level: Level::Middle,
        role: GroupRole::Member,
        deputy: None,
        since: None,
        until: None,
        calendar: Some(named.code.clone()),
    };
    let group = Group {
        id: GroupId(Uuid::from_u128(2)),
        code: "board".into(),
        name: "Board".into(),
        members: vec![member],
        rule: Default::default(),
        quorum: Default::default(),
        cadences: Vec::new(),
    };
    (Terms::from_json(&serde_json::to_string(&document).unwrap()).unwrap(), group)
}

fn starts(slots: &[(NaiveDateTime, Slot)]) -> Vec<String> {
    slots.iter().map(|(_, slot)| slot.starts.to_string()).collect()
}

#[test]
fn a_weekly_meeting_keeps_its_local_hour_over_a_change_of_the_clock() {
    let (terms, group) = ground();
    let cadence = weekly(Some("FREQ=WEEKLY;BYDAY=MO"), OnHoliday::Keep);
    let found = slots(&terms, &group, &cadence, at("2026-03-20T12:00:00Z"));
    let around: Vec<_> = starts(&found).into_iter().filter(|at| at.as_str() > "2026-03-20").take(3).collect();
    assert_eq!(around, ["2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z", "2026-04-06T07:00:00Z"]);
    let last = &found.last().unwrap().1;
    assert!(last.starts < at("2026-03-20T12:00:00Z").plus(AHEAD));
    assert!(found.iter().all(|(_, slot)| slot.flags.is_empty()));
}

#[test]
fn a_rare_cadence_is_planned_three_times_ahead_and_a_single_one_once() {
    let (terms, group) = ground();
    let yearly = weekly(Some("FREQ=YEARLY"), OnHoliday::Keep);
    let found = slots(&terms, &group, &yearly, at("2026-02-01T12:00:00Z"));
    assert_eq!(starts(&found), ["2026-03-02T08:00:00Z", "2027-03-02T08:00:00Z", "2028-03-02T08:00:00Z"]);
    let once = slots(&terms, &group, &weekly(None, OnHoliday::Keep), at("2026-02-01T12:00:00Z"));
    assert_eq!(starts(&once), ["2026-03-02T08:00:00Z"]);
}

#[test]
fn a_holiday_moves_or_flags_a_meeting() {
    let (terms, group) = ground();
    let ninth = |on_holiday, group: &Group| {
        let cadence = weekly(Some("FREQ=WEEKLY;BYDAY=MO"), on_holiday);
        let found = slots(&terms, group, &cadence, at("2026-03-01T12:00:00Z"));
        let local = "2026-03-09T09:00:00".parse().unwrap();
        found.into_iter().find(|(occurrence, _)| *occurrence == local).unwrap().1
    };
    let flagged = ninth(OnHoliday::Flag, &group);
    assert_eq!((flagged.starts, flagged.flags[0].holiday.as_str()), (at("2026-03-09T08:00:00Z"), "Carnival"));
    let moved = ninth(OnHoliday::Move, &group);
    assert_eq!((moved.starts, moved.flags.len()), (at("2026-03-11T08:00:00Z"), 1));
    let mut left = group.clone();
    left.members[0].until = Some("2026-03-09".parse().unwrap());
    assert_eq!(ninth(OnHoliday::Move, &left).starts, at("2026-03-09T08:00:00Z"), "their term is over");
}
