//! The end of a case is the customer's good word: ratings, recoveries, complaints.

use super::way::resolved;
use crate::support::{
    cases::{Desk, GRETA, LEA, clock},
    deviations::MIRA,
    world::both,
};
use serde_json::{Value, json};

#[test]
fn a_bad_word_opens_a_recovery_and_a_good_one_ends_it() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        desk.at("12:10");
        assert_eq!(desk.refused(GRETA, "rateCase", &case, &json!({ "points": 6 })).0, "CASE_POINTS");
        let due =
            json!({ "owner": desk.person(MIRA), "company": desk.company("nordlicht"), "due": "2026-03-03T12:00:00Z" });
        assert_eq!(desk.refused(MIRA, "recoverCase", &case, &due).0, "CASE_NOT_NEGATIVE");
        let words = json!({ "points": 2, "words": "It took a whole morning." });
        let case = desk.tell(GRETA, "rateCase", &case, &words);
        let read = desk.read(LEA, &case);
        assert_eq!((&read["settled"], &read["ratings"][0]["positive"]), (&json!(false), &json!(false)));
        let recovery = &read["recoveries"][0];
        assert_eq!((&recovery["company"]["code"], &recovery["owner"]), (&json!("nordlicht"), &Value::Null));
        assert_eq!(recovery["dueAt"], "2026-03-07T12:10:00Z", "five days are agreed");
        desk.at("12:20");
        let early = crate::support::cases::with(due.clone(), &json!({ "due": "2026-03-02T12:00:00Z" }));
        assert_eq!(desk.refused(MIRA, "recoverCase", &read, &early).0, "CASE_RECOVERY_DUE");
        let case = desk.tell(MIRA, "recoverCase", &read, &due);
        desk.at("14:00");
        let case = desk.tell(GRETA, "rateCase", &case, &json!({ "points": 5 }));
        assert_eq!(case["settled"], true);
        let read = desk.read(LEA, &case);
        let recovery = &read["recoveries"][0];
        assert_eq!(
            (&recovery["owner"]["name"], &recovery["dueAt"]),
            (&json!("Mira Holm"), &json!("2026-03-03T12:00:00Z"))
        );
        assert_eq!(recovery["turnedAt"], "2026-03-02T14:00:00Z");
        assert_eq!((&read["settled"], &read["ratings"][1]["points"]), (&json!(true), &json!(5)));
    });
}

#[test]
fn nobody_rates_what_was_never_resolved_and_nobody_but_its_customer() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        assert_eq!(desk.refused(GRETA, "rateCase", &case, &json!({ "points": 5 })).0, "CASE_NOT_RESOLVED");
        let case = desk.tell(LEA, "resolveCase", &case, &json!({}));
        let follows = desk.read(LEA, &case);
        let query = "{ agreement(code: \"arnau-workplace\") { customerCases(first: 5) { nodes { id } } } }";
        let seen = world.data(&world.person(GRETA), query, &json!({}));
        let id = &seen["agreement"]["customerCases"]["nodes"][0]["id"];
        let rate = json!({ "input": { "case": id, "revision": follows["revision"], "points": 5 } });
        let document = crate::support::cases::document("rateCase");
        assert_eq!(world.denied(&world.person(LEA), &document, &rate), "FORBIDDEN");
    });
}

#[test]
fn a_complaint_carries_a_red_flag_and_is_owed_an_answer() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "kind": "COMPLAINT", "title": "Third time this week" }));
        let read = desk.read(LEA, &case);
        assert_eq!(read["redFlag"], true);
        let answer = clock(&read, "answer#1");
        // eight hours on Monday, eight more from half past six on Tuesday
        assert_eq!((&answer["measure"], &answer["dueAt"]), (&json!("ANSWER"), &json!("2026-03-03T14:30:00Z")));
        let red =
            "{ agreement(code: \"arnau-workplace\") { cases(first: 9, filter: { redFlag: true }) { totalCount } } }";
        let count = || world.data(&world.person(LEA), red, &json!({}))["agreement"]["cases"]["totalCount"].clone();
        assert_eq!(count(), 1);
        desk.at("09:00");
        let case = desk.tell(LEA, "respondToCase", &case, &json!({}));
        assert_eq!(clock(&desk.read(LEA, &case), "answer#1")["state"], "MET");
        let case = desk.tell(LEA, "resolveCase", &case, &json!({}));
        assert_eq!(desk.read(LEA, &case)["redFlag"], true, "an answer does not settle it");
        desk.tell(GRETA, "rateCase", &case, &json!({ "points": 4 }));
        assert_eq!((desk.read(LEA, &case)["redFlag"].clone(), count()), (json!(false), json!(0)));
        let plain = desk.read(LEA, &desk.open(&json!({})));
        assert!(plain["clocks"].as_array().unwrap().iter().all(|clock| clock["measure"] != "ANSWER"));
    });
}
