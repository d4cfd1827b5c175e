//! What becomes of meetings when their cadence changes.

use super::super::fixtures::{AGREEMENT, at, by, day, person, slot};
use super::*;
use crate::agreements::{MeetingForm, OnHoliday, Section, Template};
use crate::calendars::Recurrence;
use crate::coordination::Flag;
use crate::kernel::{MeetingId, Zone};
use uuid::Uuid;

const NOW: &str = "2026-03-01T12:00:00Z";
const GROUP: GroupId = GroupId(Uuid::from_u128(2));

fn weekly(code: &str) -> Cadence {
    Cadence {
        code: code.into(),
        name: "Status".into(),
        template: Template::WeeklyStatus,
        technical: false,
        purpose: "What is off".into(),
        requires: Vec::new(),
        sections: vec![Section::Deviations],
        form: MeetingForm::Online,
        place: None,
        recurrence: Recurrence {
            starts: occurrence("2026-03-02"),
            rule: Some("FREQ=WEEKLY;BYDAY=MO".into()),
            zone: Zone::parse("Europe/Zurich").unwrap(),
        },
        lasts: Span::from_seconds(3600),
        on_holiday: OnHoliday::Flag,
    }
}

fn occurrence(date: &str) -> NaiveDateTime {
    day(date).and_hms_opt(9, 0, 0).unwrap()
}

fn monday(date: &str) -> Slot {
    slot(&format!("{date}T08:00:00Z"), &format!("{date}T09:00:00Z"))
}

fn wanted<'a>(cadence: &'a Cadence, date: &str, slot: Slot) -> Wanted<'a> {
    Wanted { group: GROUP, cadence, occurrence: occurrence(date), slot }
}

fn planned(date: &str) -> Meeting {
    let id = MeetingId(Uuid::from_u128(u128::from(date.as_bytes()[9])));
    Meeting::plan(id, (AGREEMENT, GROUP), &weekly("weekly"), occurrence(date), monday(date))
}

#[test]
fn what_is_missing_is_planned_and_what_is_there_stays() {
    let cadence = weekly("weekly");
    let both = || {
        vec![wanted(&cadence, "2026-03-02", monday("2026-03-02")), wanted(&cadence, "2026-03-09", monday("2026-03-09"))]
    };
    let steps_now = steps(at(NOW), both(), vec![planned("2026-03-02")]);
    assert!(matches!(&steps_now[..], [Step::Plan { occurrence: at, .. }] if *at == occurrence("2026-03-09")));
    assert_eq!(steps(at(NOW), both(), vec![planned("2026-03-02"), planned("2026-03-09")]), []);
    let past = vec![wanted(&cadence, "2026-02-23", monday("2026-02-23"))];
    assert_eq!(steps(at(NOW), past, Vec::new()), [], "nothing is planned behind now");
}

#[test]
fn a_changed_cadence_moves_its_meetings_and_a_dropped_one_cancels_them() {
    let cadence = weekly("weekly");
    let later = slot("2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z");
    let changed = steps(at(NOW), vec![wanted(&cadence, "2026-03-02", later.clone())], vec![planned("2026-03-02")]);
    let [Step::Change(moved)] = &changed[..] else { panic!("{changed:?}") };
    assert_eq!((moved.sequence, &moved.slot), (1, &later));
    let gone = steps(at(NOW), Vec::new(), vec![planned("2026-03-02")]);
    let [Step::Cancel(cancelled)] = &gone[..] else { panic!("{gone:?}") };
    assert_eq!((cancelled.sequence, cancelled.state.name()), (1, "cancelled"));
    let back = steps(at(NOW), vec![wanted(&cadence, "2026-03-02", later)], vec![cancelled.clone()]);
    let [Step::Restore(restored)] = &back[..] else { panic!("{back:?}") };
    assert_eq!((restored.sequence, restored.state.name()), (2, "planned"));
}

#[test]
fn what_somebody_moved_or_cancelled_stays_so_until_the_cadence_changes() {
    let cadence = weekly("weekly");
    let by_hand = slot("2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z");
    let moved = planned("2026-03-02").reschedule(by_hand, at(NOW)).unwrap();
    let same = || vec![wanted(&cadence, "2026-03-02", monday("2026-03-02"))];
    assert_eq!(steps(at(NOW), same(), vec![moved.clone()]), []);
    let other = slot("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    let changed = steps(at(NOW), vec![wanted(&cadence, "2026-03-02", other.clone())], vec![moved]);
    assert!(matches!(&changed[..], [Step::Change(meeting)] if meeting.slot == other && meeting.sequence == 2));
    let cancelled = planned("2026-03-02").cancel("nobody can come", by(person(1), 1, NOW)).unwrap();
    assert_eq!(steps(at(NOW), same(), vec![cancelled]), []);
}

#[test]
fn a_meeting_moved_far_stays_when_its_own_day_is_long_past_or_becomes_a_holiday() {
    let cadence = weekly("weekly");
    let by_hand = slot("2026-03-30T08:00:00Z", "2026-03-30T09:00:00Z");
    let moved = planned("2026-03-02").reschedule(by_hand, at(NOW)).unwrap();
    assert_eq!(steps(at("2026-03-20T12:00:00Z"), Vec::new(), vec![moved.clone()]), []);
    let flag =
        Flag { person: person(1), company: Uuid::from_u128(9).into(), on: day("2026-03-02"), holiday: "Fair".into() };
    let flagged = Slot { flags: vec![flag], ..monday("2026-03-02") };
    let again = vec![wanted(&cadence, "2026-03-02", flagged.clone())];
    assert_eq!(steps(at(NOW), again, vec![moved]), []);
    let unmoved = steps(at(NOW), vec![wanted(&cadence, "2026-03-02", flagged)], vec![planned("2026-03-02")]);
    assert!(matches!(&unmoved[..], [Step::Change(meeting)] if meeting.slot.flags.len() == 1));
}

#[test]
fn what_runs_or_is_over_is_left_alone() {
    let running = planned("2026-03-02").start(by(person(1), 1, "2026-03-02T07:30:00Z")).unwrap();
    assert_eq!(steps(at("2026-03-02T07:40:00Z"), Vec::new(), vec![running]), []);
    let begun = planned("2026-03-02");
    assert_eq!(
        steps(at("2026-03-02T08:10:00Z"), Vec::new(), vec![begun]),
        [],
        "it is missed by its end, not cancelled"
    );
}
