//! Pauses: for a reason that the agreement knows, with consent where it asks for that, and to a cap.

use crate::support::{
    cases::{Desk, LEA, clock, parts},
    deviations::{CLARA, MIRA, TOVE},
    world::both,
};
use serde_json::{Value, json};

#[test]
fn a_pause_against_a_company_counts_once_that_one_consents_and_then_from_its_beginning() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("09:00");
        let case = desk.tell(LEA, "pauseCase", &case, &json!({ "reason": "awaiting-network" }));
        desk.at("09:30");
        let read = desk.read(LEA, &case);
        assert_eq!(read["phase"], "PAUSED");
        let pause = &read["pauses"][0];
        assert_eq!((&pause["against"], &pause["company"]["code"]), (&json!("COMPANY"), &json!("nordlicht")));
        assert_eq!((&pause["needsConsent"], &pause["counts"]), (&json!(true), &json!(false)));
        assert_eq!(clock(&read, "resolution#1")["elapsed"], "PT1H30M");
        assert_eq!(parts(&read["ledger"]), ["CUSTODY meridian 5400"]);
        assert_eq!(desk.refused(CLARA, "consentToPause", &case, &json!({})).0, "CASE_CONSENT");
        let case = desk.tell(TOVE, "consentToPause", &case, &json!({}));
        let read = desk.read(LEA, &case);
        assert_eq!(
            (&read["pauses"][0]["counts"], &read["pauses"][0]["consentedAt"]),
            (&json!(true), &json!("2026-03-02T09:30:00Z"))
        );
        let whole = clock(&read, "resolution#1");
        assert_eq!(
            (&whole["state"], &whole["dueAt"], &whole["elapsed"]),
            (&json!("PAUSED"), &Value::Null, &json!("PT1H"))
        );
        assert_eq!(parts(&read["ledger"]), ["CUSTODY meridian 3600", "PAUSE - 1800"]);
        assert_eq!(read["ledger"]["parts"][1]["reason"], "awaiting-network");
    });
}

#[test]
fn at_its_cap_a_pause_ends_by_itself() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("09:00");
        let case = desk.tell(LEA, "pauseCase", &case, &json!({ "reason": "awaiting-customer" }));
        assert_eq!(desk.read(LEA, &case)["pauses"][0]["until"], "2026-03-07T09:00:00Z");
        // five days later it is Saturday, and the clock goes on on Monday
        world.at("2026-03-07T08:59:59Z");
        assert_eq!(desk.read(LEA, &case)["phase"], "PAUSED");
        world.at("2026-03-07T09:00:00Z");
        assert_eq!(desk.read(LEA, &case)["phase"], "OPEN");
        world.at("2026-03-09T07:30:00Z");
        let read = desk.read(LEA, &case);
        assert_eq!(clock(&read, "resolution#1")["elapsed"], "PT2H");
        assert_eq!(clock(&read, "resolution#1")["dueAt"], "2026-03-11T10:30:00Z");
        assert_eq!(desk.refused(LEA, "resumeCase", &case, &json!({})).0, "CASE_NOT_PAUSED");
        let case = desk.tell(LEA, "pauseCase", &case, &json!({ "reason": "awaiting-part" }));
        assert_eq!(desk.read(LEA, &case)["pauses"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn what_is_no_pause_is_refused() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        assert_eq!(desk.refused(LEA, "resumeCase", &case, &json!({})).0, "CASE_NOT_PAUSED");
        assert_eq!(desk.refused(TOVE, "consentToPause", &case, &json!({})).0, "CASE_NOT_PAUSED");
        assert_eq!(desk.refused(LEA, "pauseCase", &case, &json!({ "reason": "lunch" })).0, "CASE_REASON");
        let customer = json!({ "reason": "awaiting-customer" });
        let named = json!({ "company": desk.company("castor") });
        let claim = crate::support::cases::with(customer.clone(), &named);
        assert_eq!(desk.refused(LEA, "pauseCase", &case, &claim).0, "CASE_CLAIM");
        let claim = crate::support::cases::with(customer.clone(), &json!({ "against": "COMPANY" }));
        assert_eq!(desk.refused(LEA, "pauseCase", &case, &claim).0, "CASE_CLAIM");
        let case = desk.tell(LEA, "pauseCase", &case, &customer);
        assert_eq!(desk.refused(LEA, "pauseCase", &case, &customer).0, "CASE_PAUSED");
        let pause = json!({ "input": { "case": case["id"], "revision": case["revision"], "reason": "awaiting-part" } });
        let document = crate::support::cases::document("pauseCase");
        assert_eq!(world.denied(&world.person(MIRA), &document, &pause), "FORBIDDEN", "who holds it pauses it");
    });
}
