//! Done by its company, reminded by the agreement's clock.

use super::super::fixtures::{AGREEMENT, at, by, codes, company, day, person};
use super::*;
use uuid::Uuid;

fn item() -> ActionItem {
    ActionItem {
        id: ActionItemId(Uuid::from_u128(8)),
        agreement: AGREEMENT,
        group: GroupId(Uuid::from_u128(2)),
        meeting: None,
        item: None,
        decision: None,
        errand: Errand {
            title: "Train the night shift".into(),
            company: company(1),
            person: Some(person(1)),
            due_on: day("2026-03-29"),
        },
        assigned: by(person(2), 2, "2026-03-09T08:30:00Z"),
        state: ItemState::Open,
    }
}

#[test]
fn its_company_does_it_with_evidence_and_once() {
    let mine = by(person(1), 1, "2026-03-20T08:00:00Z");
    assert_eq!(codes(item().complete("the list", by(person(2), 2, "2026-03-20T08:00:00Z"))), ["ITEM_OF_ANOTHER"]);
    assert_eq!(codes(item().complete("", mine)), ["MEETING_STATEMENT"]);
    let done = item().complete("the list", mine).unwrap();
    assert_eq!(codes(done.clone().complete("the list", mine)), ["ITEM_NOT_OPEN"]);
    assert_eq!(codes(done.drop_it("not needed", mine)), ["ITEM_NOT_OPEN"]);
    assert_eq!(item().drop_it("not needed", mine).unwrap().state.name(), "dropped");
}

#[test]
fn reminders_follow_the_local_day_over_a_change_of_the_clock() {
    let zone = Zone::parse("Europe/Zurich").unwrap();
    assert_eq!(item().reminded(Reminder::DueSoon, zone), at("2026-03-25T23:00:00Z"));
    // the clock went forward on the 29th
    assert_eq!(item().reminded(Reminder::Overdue, zone), at("2026-03-29T22:00:00Z"));
    assert!(item().in_time(zone, at("2026-03-29T21:59:59Z")));
    assert!(!item().in_time(zone, at("2026-03-29T22:00:00Z")));
    let late = item().complete("the list", by(person(1), 1, "2026-03-30T08:00:00Z")).unwrap();
    assert!(!late.in_time(zone, at("2026-03-30T08:00:00Z")));
}
