//! Every verb on a deviation in every state.

use super::super::fixtures::*;
use super::*;
use proptest::prelude::*;

#[test]
fn every_verb_in_every_state() {
    type Row = (&'static str, [&'static str; 3]);
    #[rustfmt::skip]
    let expected: Vec<Row> = vec![
        //                 accept              waive               act
        ("open",          ["reviewed",         "reviewed",         "DEVIATION_NOT_REVIEWED"]),
        ("accepted",      ["reviewed",         "reviewed",         "acting"]),
        ("waived",        ["reviewed",         "reviewed",         "DEVIATION_WAIVED"]),
        ("disputed",      ["reviewed",         "reviewed",         "DEVIATION_DISPUTED"]),
        ("acting",        ["DEVIATION_ACTING", "DEVIATION_ACTING", "DEVIATION_ACTING"]),
        ("verifying",     ["DEVIATION_ACTING", "DEVIATION_ACTING", "DEVIATION_ACTING"]),
        ("verified",      ["DEVIATION_CLOSED", "DEVIATION_CLOSED", "DEVIATION_CLOSED"]),
        ("waived_closed", ["DEVIATION_CLOSED", "DEVIATION_CLOSED", "DEVIATION_CLOSED"]),
        ("cleared",       ["DEVIATION_CLOSED", "DEVIATION_CLOSED", "DEVIATION_CLOSED"]),
    ];
    let found: Vec<(&str, [String; 3])> = in_every_state()
        .into_iter()
        .map(|(name, deviation)| {
            let on = || deviation.clone();
            let accept = on().review(ReviewVerdict::Accept, by(2, 21));
            (name, [accept, on().review(waive(), by(2, 21)), on().act(id(70))].map(told))
        })
        .collect();
    let expected: Vec<_> = expected.into_iter().map(|(name, row)| (name, row.map(String::from))).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_company_cannot_waive_its_own_figure_but_may_dispute_it() {
    let code = |verdict| told(missed().review(verdict, by(1, 10)));
    assert_eq!(code(waive()), DEVIATION_OWN_WAIVER.name);
    assert_eq!(code(dispute()), "reviewed");
    assert_eq!(code(ReviewVerdict::Accept), "reviewed");
    let joint = Deviation { scope: Scope::JOINT, ..missed() };
    assert_eq!(told(joint.review(waive(), by(1, 10))), "reviewed");
}

#[test]
fn a_waiver_needs_a_reason_and_keeps_it_with_its_giver() {
    let empty = ReviewVerdict::Waive { reason: "  ".into() };
    assert_eq!(told(missed().review(empty, by(2, 20))), "DEVIATION_STATEMENT");
    let State::Reviewed { review } = missed().review(waive(), by(2, 20)).unwrap().state else { panic!() };
    assert_eq!(review, Review { verdict: waive(), by: by(2, 20) });
}

#[test]
fn what_is_stored_reads_back_and_keeps_its_names() {
    for (name, deviation) in in_every_state() {
        let text = serde_json::to_string(&deviation).unwrap();
        assert_eq!(serde_json::from_str::<Deviation>(&text).unwrap(), deviation, "{name}");
    }
    let stored = |state: &State| serde_json::to_value(state).unwrap();
    let (person, company) = (by(2, 20).person, by(2, 20).company);
    let review = serde_json::json!({
        "verdict": "waive", "reason": "a storm",
        "by": { "person": person, "company": company, "at": "2026-03-06T00:00:00Z" },
    });
    let states = in_every_state();
    assert_eq!(stored(&states[0].1.state), serde_json::json!({ "state": "open" }));
    assert_eq!(stored(&states[2].1.state), serde_json::json!({ "state": "reviewed", "review": review }));
    let closed = serde_json::json!({
        "state": "closed", "how": { "how": "waived", "review": review }, "at": "2026-03-10T00:00:00Z",
    });
    assert_eq!(stored(&states[7].1.state), closed);
    assert_eq!(serde_json::to_value(DeviationKind::NoData).unwrap(), "no_data");
}

proptest! {
    #[test]
    fn no_persons_verb_ever_closes_a_deviation(start in 0_usize..6, verbs in prop::collection::vec((0_usize..5, 1_u128..4), 0..12)) {
        let (_, mut deviation) = in_every_state().swap_remove(start);
        for (verb, who) in verbs {
            let on = deviation.clone();
            let outcome = match verb {
                0 => on.review(ReviewVerdict::Accept, by(who, who)),
                1 => on.review(waive(), by(who, who)),
                2 => on.review(dispute(), by(who, who)),
                3 => on.act(id(70 + who)),
                _ => Ok(on.verify(id(70 + who)).0),
            };
            deviation = outcome.unwrap_or(deviation);
            prop_assert_ne!(deviation.state.name(), "closed");
            prop_assert_eq!(deviation.level, 1);
        }
    }
}
