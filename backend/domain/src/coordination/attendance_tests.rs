//! Quorum by company, whoever of its people came.

use super::super::fixtures::{company, day, deputy, group, person};
use super::*;
use crate::agreements::DecisionRule;

fn roll(present: &[u128]) -> Roll {
    let there = |number: &u128| {
        let seat = Seat { company: company(*number), member: person(*number) };
        (seat, Presence::Present { person: deputy(*number) })
    };
    present.iter().map(there).collect::<Vec<_>>().into()
}

#[test]
fn a_quorum_counts_companies_with_a_voice() {
    let on = day("2026-03-09");
    let cases: [(Quorum, &[u128], bool); 9] = [
        (Quorum::All, &[1, 2], false),
        (Quorum::All, &[1, 2, 3], true),
        (Quorum::Majority, &[1], false),
        (Quorum::Majority, &[1, 2], true),
        (Quorum::TwoThirds, &[1], false),
        (Quorum::TwoThirds, &[2, 3], true),
        // an observer does not count
        (Quorum::Majority, &[1, 4], false),
        (Quorum::All, &[1, 2, 3, 4], true),
        (Quorum::Majority, &[], false),
    ];
    for (quorum, present, due) in cases {
        let group = group(DecisionRule::Unanimous, quorum);
        assert_eq!(roll(present).quorate(&group, on), due, "{quorum:?} {present:?}");
    }
}

#[test]
fn two_people_of_a_company_are_one_and_a_group_without_seats_never_decides() {
    let on = day("2026-03-09");
    let mut board = group(DecisionRule::Unanimous, Quorum::Majority);
    let mut second = board.members[0].clone();
    second.person = person(7);
    board.members.push(second);
    let seats = [person(1), person(7)]
        .map(|member| (Seat { company: company(1), member }, Presence::Present { person: member }));
    let both: Roll = Vec::from(seats).into();
    assert!(!both.quorate(&board, on));
    board.members.clear();
    board.quorum = Quorum::All;
    assert!(!both.quorate(&board, on));
}

#[test]
fn a_roll_reads_back() {
    let written = serde_json::to_string(&roll(&[2, 1])).unwrap();
    assert_eq!(serde_json::from_str::<Roll>(&written).unwrap(), roll(&[1, 2]));
}
