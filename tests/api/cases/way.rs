//! The way of a case from its opening to its end, and what its log adds up to.

use crate::support::{
    cases::{Desk, GRETA, LEA, clock, parts},
    deviations::MIRA,
    world::both,
};
use serde_json::{Value, json};

/// Opened at nine, handed to nordlicht, paused for an hour, resolved at one.
pub fn resolved(desk: &Desk<'_>) -> Value {
    desk.at("08:00");
    let case = desk.open(&json!({ "package": "office" }));
    desk.at("08:10");
    let case = desk.tell(LEA, "respondToCase", &case, &json!({}));
    desk.at("08:20");
    let case = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
    desk.at("08:35");
    let case = desk.tell(MIRA, "acceptCase", &case, &json!({}));
    desk.at("09:00");
    let case = desk.tell(MIRA, "pauseCase", &case, &json!({ "reason": "awaiting-customer", "note": "Which socket?" }));
    desk.at("10:00");
    let case = desk.tell(MIRA, "resumeCase", &case, &json!({}));
    desk.at("11:00");
    let more = json!({ "stage": "at-work", "note": "A switch is replaced.", "told": true });
    let case = desk.tell(MIRA, "updateCase", &case, &more);
    desk.at("12:00");
    desk.tell(MIRA, "resolveCase", &case, &json!({ "note": "The switch is new." }))
}

#[test]
fn every_second_of_it_is_somebodys() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        let case = desk.read(LEA, &case);
        assert_eq!(
            (&case["phase"], &case["settled"], &case["revision"]),
            (&json!("RESOLVED"), &json!(false), &json!(8))
        );
        assert_eq!(case["resolvedAt"], "2026-03-02T12:00:00Z");
        assert_eq!(case["holder"], json!({ "team": { "code": "network-team" }, "company": { "code": "nordlicht" } }));
        assert_eq!((&case["handOvers"], &case["pingPong"], &case["line"]), (&json!(1), &json!(0), &json!(2)));
        assert_eq!(case["ledger"]["total"], "PT4H");
        assert_eq!(
            parts(&case["ledger"]),
            ["CUSTODY meridian 1200", "CUSTODY nordlicht 8700", "HAND_OVER_WAIT meridian 900", "PAUSE - 3600"]
        );
        assert_eq!(case["ledger"]["breach"], json!([]));
        let kinds: Vec<_> = case["timeline"].as_array().unwrap().iter().map(|it| it["kind"].clone()).collect();
        let told =
            ["opened", "accepted", "responded", "offered", "accepted", "paused", "resumed", "updated", "resolved"];
        assert_eq!(kinds, told);
        assert_eq!(case["timeline"][8]["company"]["code"], "nordlicht");
        assert_eq!(case["timeline"][8]["person"]["name"], "Mira Holm");
    });
}

#[test]
fn its_clocks_have_stood_where_they_should() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.read(LEA, &resolved(&desk));
        let of = |name: &str| {
            let clock = clock(&case, name);
            ["state", "elapsed", "left", "stoppedAt"].map(|field| clock[field].as_str().unwrap_or("-").to_owned())
        };
        assert_eq!(of("response#1"), ["MET", "PT10M", "PT50M", "2026-03-02T08:10:00Z"]);
        assert_eq!(of("resolution#1"), ["MET", "PT3H", "PT21H", "2026-03-02T12:00:00Z"]);
        assert_eq!(of("desk#1"), ["MET", "PT35M", "PT1H25M", "2026-03-02T12:00:00Z"]);
        assert_eq!(of("network#1"), ["MET", "PT2H25M", "PT3H35M", "2026-03-02T12:00:00Z"]);
        assert_eq!(of("update#1"), ["MET", "PT10M", "PT7H50M", "2026-03-02T08:10:00Z"], "a response is an update");
        assert_eq!(of("update#2"), ["MET", "PT1H50M", "PT6H10M", "2026-03-02T11:00:00Z"]);
        assert_eq!(clock(&case, "network#1")["company"]["code"], "nordlicht");
    });
}

#[test]
fn what_is_resolved_is_opened_again_or_closed_for_good() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        let more = json!({ "reason": "Dead again." });
        assert_eq!(
            desk.refused(MIRA, "pauseCase", &case, &json!({ "reason": "awaiting-customer" })).0,
            "CASE_RESOLVED"
        );
        assert_eq!(desk.refused(MIRA, "cancelCase", &case, &more).0, "CASE_RESOLVED");
        desk.at("12:30");
        let case = desk.tell(MIRA, "reopenCase", &case, &more);
        assert_eq!(case["phase"], "OPEN");
        assert_eq!(desk.refused(MIRA, "closeCase", &case, &json!({})).0, "CASE_NOT_RESOLVED");
        desk.at("13:00");
        let case = desk.tell(MIRA, "resolveCase", &case, &json!({}));
        let case = desk.tell(MIRA, "closeCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        assert_eq!((&read["phase"], &read["reopens"]), (&json!("CLOSED"), &json!(1)));
        assert_eq!(read["ledger"]["total"], "PT4H30M", "resolved time belongs to nobody");
        assert_eq!(desk.refused(MIRA, "reopenCase", &case, &more).0, "CASE_CLOSED");
        assert_eq!(desk.refused(MIRA, "closeCase", &case, &json!({})).0, "CASE_CLOSED");
        assert_eq!(desk.refused(MIRA, "updateCase", &case, &json!({ "stage": "at-work" })).0, "CASE_STAGE");
    });
}

#[test]
fn what_is_withdrawn_is_judged_by_nobody() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("15:00");
        let case = desk.tell(LEA, "cancelCase", &case, &json!({ "reason": "It was the plug." }));
        let read = desk.read(LEA, &case);
        assert_eq!((&read["phase"], &read["cancelledAt"]), (&json!("CLOSED"), &json!("2026-03-02T15:00:00Z")));
        let states: Vec<_> = read["clocks"].as_array().unwrap().iter().map(|clock| clock["state"].clone()).collect();
        assert!(!states.is_empty() && states.iter().all(|state| *state == "CANCELLED"), "{states:?}");
        assert_eq!(desk.refused(LEA, "resolveCase", &case, &json!({})).0, "CASE_CANCELLED");
        assert_eq!(desk.refused(GRETA, "rateCase", &case, &json!({ "points": 5 })).0, "CASE_CANCELLED");
    });
}

#[test]
fn a_case_is_taken_in_at_a_contact_point_with_words_that_the_agreement_knows() {
    both(|world| {
        let desk = Desk::new(world);
        let refused = |more: Value| {
            let input = json!({ "input": desk.opening(&more) });
            let done = world.data(&world.person(LEA), &crate::support::cases::document("openCase"), &input);
            done["openCase"]["refusals"][0]["code"].as_str().unwrap_or("done").to_owned()
        };
        assert_eq!(refused(json!({ "priority": "whenever" })), "CASE_PRIORITY");
        assert_eq!(refused(json!({ "package": "gold" })), "CASE_PACKAGE");
        assert_eq!(refused(json!({ "team": desk.team("network-team") })), "CASE_CONTACT_POINT");
        let input = desk.opening(&json!({ "team": desk.team("device-team"), "company": desk.company("castor") }));
        let done = desk.say(&world.person(crate::support::cases::NINA), "openCase", &input);
        assert_eq!(done["data"]["openCase"]["refusals"][0]["code"], "CASE_CONTACT_POINT", "{done}");
        assert_eq!(world.events(desk.agreement).iter().filter(|kind| kind.starts_with("case.")).count(), 0);
    });
}

#[test]
fn what_is_told_at_one_moment_happened_in_the_order_in_which_it_was_told() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let case = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
        assert_eq!(desk.read(LEA, &case)["offer"]["to"]["company"]["code"], "nordlicht");
        let case = desk.tell(MIRA, "acceptCase", &case, &json!({}));
        let case = desk.tell(MIRA, "resolveCase", &case, &json!({}));
        assert_eq!(desk.refused(MIRA, "pauseCase", &case, &json!({ "reason": "awaiting-part" })).0, "CASE_RESOLVED");
        let case = desk.tell(MIRA, "reopenCase", &case, &json!({}));
        assert_eq!((&case["phase"], &desk.read(LEA, &case)["reopens"]), (&json!("OPEN"), &json!(1)));
    });
}
