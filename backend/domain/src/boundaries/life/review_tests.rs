//! Who may review what, and when it holds.

use super::super::fixtures::*;
use super::*;
use crate::boundaries::Version;
use proptest::prelude::*;

#[test]
fn nobody_reviews_their_own_and_nobody_speaks_for_another_company() {
    let both = |by: By| [codes(proposed().approve(by, today())), codes(proposed().object("no", by))].concat();
    assert_eq!(both(by(1, 10)), [BOUNDARY_OWN.name; 2], "who proposed");
    assert_eq!(both(by(1, 11)), [BOUNDARY_OWN.name; 2], "a colleague of who proposed");
    assert_eq!(both(by(2, 10)), [BOUNDARY_OWN.name; 2], "who proposed, in another company's name");
    assert_eq!(both(by(4, 40)), [BOUNDARY_NOT_ASKED.name; 2], "no neighbour");
    let foreign = draft().propose(by(2, 20), today(), today(), set([]));
    assert_eq!(codes(foreign), [BOUNDARY_FOREIGN.name]);
    assert_eq!(codes(proposed().withdraw("no", by(2, 20))), [BOUNDARY_FOREIGN.name]);
    assert_eq!(codes(draft().withdraw("no", by(2, 20))), [BOUNDARY_FOREIGN.name]);
}

#[test]
fn the_last_neighbour_makes_it_hold() {
    let half = proposed().approve(by(3, 30), today()).unwrap();
    assert_eq!((half.state(), half.awaited()), ("proposed", set([id(2)])));
    assert_eq!(codes(half.clone().approve(by(3, 31), today())), [BOUNDARY_REPEATED.name]);
    let whole = half.approve(by(2, 20), today()).unwrap();
    assert_eq!((whole.state(), whole.awaited()), ("approved", set([])));
    let VersionState::Approved { effective_from, proposed, approvals, at } = whole.versions[0].state.clone() else {
        panic!("{whole:?}");
    };
    assert_eq!((effective_from, proposed), (day("2026-04-01"), by(1, 10)));
    assert_eq!((approvals, at), (vec![by(3, 30), by(2, 20)], by(2, 20).at));
}

#[test]
fn nothing_holds_before_all_have_agreed() {
    let late = proposed().approve(by(2, 20), today()).unwrap().approve(by(3, 30), day("2026-04-09")).unwrap();
    assert_eq!(late.versions[0].state.effective_from(), Some(day("2026-04-09")));
}

#[test]
fn without_a_neighbour_one_other_expert_reviews() {
    let alone = draft().propose(by(1, 10), today(), today(), set([id(1)])).unwrap();
    assert_eq!(codes(alone.clone().approve(by(1, 10), today())), [BOUNDARY_OWN.name]);
    assert_eq!(codes(alone.clone().approve(by(5, 10), today())), [BOUNDARY_OWN.name]);
    for other in [by(1, 11), by(4, 40)] {
        assert_eq!(alone.clone().approve(other, today()).unwrap().state(), "approved");
        assert_eq!(alone.clone().object("no", other).unwrap().state(), "draft");
    }
}

#[test]
fn an_objection_keeps_its_reason_and_everybody_is_asked_anew() {
    let half = proposed().approve(by(2, 20), today()).unwrap();
    assert_eq!(codes(half.clone().object(" ", by(3, 30))), [BOUNDARY_STATEMENT.name]);
    let back = half.object(" Who covers Saturdays? ", by(3, 30)).unwrap().redraw(titled("Other"), by(1, 10)).unwrap();
    let again = back.propose(by(1, 10), today(), today(), set([id(2), id(3)])).unwrap();
    assert_eq!(again.awaited(), set([id(2), id(3)]));
    let taken = again.withdraw("a typing error", by(1, 11)).unwrap();
    let returned = |it: &Version| it.returned.iter().map(|it| (it.reason.clone(), it.objection)).collect::<Vec<_>>();
    assert_eq!(
        (taken.state(), returned(&taken.versions[0])),
        ("draft", vec![("Who covers Saturdays?".into(), true), ("a typing error".into(), false)])
    );
}

#[test]
fn a_neighbour_that_has_approved_may_still_object() {
    let half = proposed().approve(by(2, 20), today()).unwrap();
    assert_eq!(half.object("we looked again", by(2, 21)).unwrap().state(), "draft");
}

#[test]
fn a_proposal_says_something_new_for_a_day_to_come() {
    let past = draft().propose(by(1, 10), day("2026-03-01"), today(), set([]));
    assert_eq!(faults(past), ["DATE effectiveFrom"]);
    let redrawn = approved().redraw(titled("Other"), by(1, 10)).unwrap().redraw(content(), by(1, 10)).unwrap();
    assert_eq!(codes(redrawn.propose(by(1, 10), today(), today(), set([]))), [BOUNDARY_UNCHANGED.name]);
    let ending = approved().retire(by(1, 10)).unwrap();
    assert_eq!(ending.propose(by(1, 10), today(), today(), set([])).unwrap().state(), "proposed");
}

proptest! {
    #[test]
    fn only_experts_of_all_neighbours_together_make_it_hold(
        voices in prop::collection::vec((1_u128..5, 10_u128..14), 0..10),
    ) {
        let heard = voices.iter().fold(proposed(), |it, (company, person)| {
            it.clone().approve(by(*company, *person), today()).unwrap_or(it)
        });
        let spoke = |company: u128| voices.iter().any(|voice| voice.0 == company && voice.1 != 10);
        prop_assert_eq!(heard.state() == "approved", spoke(2) && spoke(3));
        prop_assert!(heard.in_force(day("2026-03-31")).is_none());
        prop_assert_eq!(heard.in_force(day("2026-04-01")).is_some(), heard.state() == "approved");
    }
}
