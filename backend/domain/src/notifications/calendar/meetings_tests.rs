//! A group's calendar: what is cancelled, moved, called by hand, or was never held.

use super::*;
use crate::{agreements::MeetingForm, coordination::Slot, kernel::Zone};
use serde_json::json;
use uuid::Uuid;

const GROUP: Uuid = Uuid::from_u128(7);

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn group(rule: &str) -> Group {
    let cadence = json!({
        "code": "weekly", "name": "Weekly", "template": "weekly_status", "technical": false, "purpose": "To know",
        "sections": [], "form": "online", "lasts": "PT1H", "on_holiday": "keep", "place": "Room 1",
        "recurrence": { "starts": "2026-01-05T09:00:00", "rule": rule, "zone": "Europe/Zurich" },
    });
    serde_json::from_value(json!({
        "id": GROUP, "code": "board", "name": "Board", "members": [], "cadences": [cadence],
    }))
    .unwrap()
}

fn meeting(number: u128, occurrence: Option<&str>, starts: &str) -> Meeting {
    let form: MeetingForm = serde_json::from_value(json!("online")).unwrap();
    let slot = Slot {
        title: "Weekly".into(),
        starts: at(starts),
        ends: at(starts).plus_seconds(3_600),
        zone: Zone::parse("Europe/Zurich").unwrap(),
        form,
        place: Some("Room 1".into()),
        flags: vec![],
    };
    Meeting {
        id: crate::kernel::MeetingId(Uuid::from_u128(number)),
        agreement: crate::kernel::AgreementId(Uuid::from_u128(1)),
        group: GroupId(GROUP),
        cadence: occurrence.map(|_| "weekly".to_owned()),
        occurrence: occurrence.map(wall),
        template: serde_json::from_value(json!("weekly_status")).unwrap(),
        sections: vec![],
        planned: occurrence.map(|_| slot.clone()),
        slot,
        sequence: 2,
        state: MeetingState::Planned,
        roll: Default::default(),
        minutes: Default::default(),
        called: None,
    }
}

fn page() -> Page {
    Page { since: at("2026-03-01T00:00:00Z"), stamp: at("2026-03-18T00:00:00Z"), version: 3 }
}

#[test]
fn a_series_begins_where_the_calendar_does_and_knows_its_exceptions() {
    let mut cancelled = meeting(3, Some("2026-03-30T09:00:00"), "2026-03-30T07:00:00Z");
    cancelled.state = MeetingState::Cancelled { by: None, reason: "x".into() };
    let meetings = [
        meeting(1, Some("2026-03-09T09:00:00"), "2026-03-09T08:00:00Z"),
        meeting(2, Some("2026-03-23T09:00:00"), "2026-03-24T13:00:00Z"),
        cancelled,
        meeting(4, None, "2026-04-01T07:00:00Z"),
        meeting(5, Some("2025-12-01T10:00:00"), "2026-03-04T07:00:00Z"),
    ];
    let events = of_group(&group("FREQ=WEEKLY"), &meetings, page());
    let series = &events[0];
    assert_eq!((series.starts, series.sequence), (wall("2026-03-02T09:00:00"), 3));
    // the second and the sixteenth of March were never planned, the thirtieth is cancelled
    assert_eq!(series.except, ["2026-03-02T09:00:00", "2026-03-16T09:00:00", "2026-03-30T09:00:00"].map(wall));
    let told: Vec<_> = events[1..].iter().map(|one| (one.uid.clone(), one.instead_of, one.starts)).collect();
    let alone = |number: u128| format!("{}@concordat", Uuid::from_u128(number));
    assert_eq!(
        told,
        [
            (format!("{GROUP}.weekly@concordat"), Some(wall("2026-03-23T09:00:00")), wall("2026-03-24T14:00:00")),
            (alone(4), None, wall("2026-04-01T09:00:00")),
            (alone(5), None, wall("2026-03-04T08:00:00")),
        ]
    );
}

#[test]
fn a_rule_that_counts_keeps_its_first_instance_and_an_ended_one_is_gone() {
    let events = of_group(&group("FREQ=WEEKLY;COUNT=20"), &[], page());
    assert_eq!(events[0].starts, wall("2026-01-05T09:00:00"));
    assert!(of_group(&group("FREQ=WEEKLY;COUNT=4"), &[], page()).is_empty());
}

#[test]
fn an_invitation_names_its_receiver_and_nobody_else() {
    let to = Contact { name: "Ana".into(), email: "ana@north.example".into() };
    let of = meeting(2, Some("2026-03-23T09:00:00"), "2026-03-24T13:00:00Z");
    let one = invitation(&of, &group("FREQ=WEEKLY"), to.clone(), true, page().stamp);
    assert_eq!((one.uid.as_str(), one.sequence), (uid(&of).as_str(), 2));
    assert_eq!(one.attendees.iter().map(|one| &one.contact).collect::<Vec<_>>(), [&to]);
    assert_eq!(one.organizer.unwrap().name, "Board");
}
