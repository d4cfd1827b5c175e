//! Who may speak, once for each company; dates and what is superseded.

use super::super::fixtures::{AGREEMENT, by, codes, company, day, deputy, group, person};
use super::*;
use crate::agreements::{DecisionRule, Quorum};
use uuid::Uuid;

const WHEN: &str = "2026-03-09T08:30:00Z";

fn today() -> NaiveDate {
    day("2026-03-09")
}

fn motion() -> Motion {
    Motion {
        title: "Move the window".into(),
        text: "Maintenance is on Sundays.".into(),
        concerned: BTreeSet::new(),
        effective_on: None,
        supersedes: None,
        follow_up_on: None,
    }
}

fn board() -> Group {
    group(DecisionRule::Unanimous, Quorum::Majority)
}

fn propose(motion: Motion, supersedes: Option<&Decision>) -> Verdict<Decision> {
    let ids = (DecisionId(Uuid::from_u128(5)), AGREEMENT);
    Decision::propose(ids, (None, None), (&board(), today()), motion, supersedes, by(person(1), 1, WHEN))
}

fn proposed() -> Decision {
    propose(motion(), None).unwrap()
}

fn yes(decision: Decision, who: crate::kernel::PersonId, number: u128) -> Verdict<Decision> {
    decision.give((&board(), today()), Sitting::Written, VoiceWord::Consents, by(who, number, WHEN))
}

#[test]
fn a_deputys_consent_and_the_members_count_once() {
    let once = yes(proposed(), deputy(1), 1).unwrap();
    let twice = yes(once.clone(), person(1), 1).unwrap();
    assert_eq!(once, twice, "the same word of the same company adds nothing");
    assert_eq!((once.voices.len(), &once.state), (1, &DecisionState::Proposed));
    assert_eq!(once.voices[&company(1)].seat, person(1));
    let two = yes(once, person(2), 2).unwrap();
    assert_eq!(two.awaited(Sitting::Written), [company(3)]);
    assert_eq!(yes(two, deputy(3), 3).unwrap().state.name(), "adopted");
}

#[test]
fn only_a_seat_in_term_of_a_company_concerned_speaks() {
    let narrow = propose(Motion { concerned: [company(1), company(2)].into(), ..motion() }, None).unwrap();
    assert_eq!(codes(yes(narrow, person(3), 3)), ["DECISION_NOT_CONCERNED"]);
    assert_eq!(codes(yes(proposed(), person(2), 1)), ["DECISION_NOT_A_MEMBER"]);
    for (since, until) in [(None, Some("2026-03-09")), (Some("2026-03-10"), None)] {
        let mut ended = board();
        ended.members[0].since = since.map(day);
        ended.members[0].until = until.map(day);
        for who in [person(1), deputy(1)] {
            let spoken = proposed().give((&ended, today()), Sitting::Written, VoiceWord::Consents, by(who, 1, WHEN));
            assert_eq!(codes(spoken), ["DECISION_TERM_OVER"]);
        }
    }
    let objects = VoiceWord::Objects { reason: " ".into() };
    let spoken = proposed().give((&board(), today()), Sitting::Written, objects, by(person(1), 1, WHEN));
    assert_eq!(codes(spoken), ["MEETING_STATEMENT"]);
}

#[test]
fn without_a_quorum_it_stays_proposed_until_it_is_said_in_writing() {
    let running = Sitting::Running { quorum: false };
    let said = |decision: Decision, sitting, number| {
        decision.give((&board(), today()), sitting, VoiceWord::Consents, by(person(number), number, WHEN)).unwrap()
    };
    let spoken = (1..=3).fold(proposed(), |decision, number| said(decision, running, number));
    assert_eq!((spoken.state.name(), spoken.voices.len()), ("proposed", 3));
    let held = Sitting::Held { quorum: false };
    let after = spoken.counted(&board(), held, by(person(1), 1, WHEN).at);
    assert_eq!((after.state.name(), after.awaited(held).len()), ("proposed", 3));
    let written = (1..=3).fold(after, |decision, number| said(decision, held, number));
    assert_eq!(written.state.name(), "adopted");
    assert!(written.voices.values().all(|voice| !voice.in_meeting));
}

#[test]
fn what_is_settled_stays_and_only_its_proposer_withdraws() {
    assert_eq!(codes(proposed().withdraw(by(person(2), 2, WHEN))), ["DECISION_OF_ANOTHER"]);
    let gone = proposed().withdraw(by(deputy(1), 1, WHEN)).unwrap();
    assert_eq!(codes(gone.clone().withdraw(by(person(1), 1, WHEN))), ["DECISION_NOT_PROPOSED"]);
    assert_eq!(codes(yes(gone, person(1), 1)), ["DECISION_NOT_PROPOSED"]);
}

#[test]
fn dates_companies_and_what_is_superseded_are_checked() {
    let seated: BTreeSet<_> = [1, 2, 3].map(company).into();
    assert_eq!(proposed().motion.concerned, seated, "all with a seat, observers not");
    let stranger = Motion { concerned: [company(4)].into(), ..motion() };
    assert_eq!(codes(propose(stranger, None)), ["DECISION_CONCERNED"]);
    for (from, follow) in [(None, "2026-03-09"), (Some("2026-04-01"), "2026-03-20")] {
        let dated = Motion { effective_on: from.map(day), follow_up_on: Some(day(follow)), ..motion() };
        assert_eq!(codes(propose(dated, None)), ["DECISION_DATES"]);
    }
    let old = Decision { state: DecisionState::Adopted { at: by(person(1), 1, WHEN).at }, ..proposed() };
    let new = Motion { supersedes: Some(old.id), ..motion() };
    assert!(propose(new.clone(), Some(&old)).is_ok());
    let over = Decision { superseded_by: Some(DecisionId(Uuid::from_u128(6))), ..old };
    for unfit in [None, Some(&proposed()), Some(&over)] {
        assert_eq!(codes(propose(new.clone(), unfit)), ["DECISION_SUPERSEDES"]);
    }
}
