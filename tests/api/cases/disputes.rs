//! Disputes: a company says that time is attributed wrongly, another one decides, and the figures restate with a trace.

use super::way::resolved;
use crate::support::{
    cases::{Desk, JONAS, LEA, document, parts},
    deviations::{MIRA, PAUL, TOVE},
    world::both,
};
use serde_json::{Value, json};

fn nine_to_ten(desk: &Desk<'_>) -> Value {
    // the wait of a quarter of an hour, and the first minutes of work after it
    desk.at("12:30");
    json!({ "from": "2026-03-02T08:35:00Z", "until": "2026-03-02T08:45:00Z", "reason": "The offer named no socket." })
}

#[test]
fn what_was_decided_restates_the_ledger_and_says_by_which_dispute() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        let stretch = nine_to_ten(&desk);
        let disputed = desk.tell(TOVE, "disputeCaseTime", &case, &stretch);
        let read = desk.read(LEA, &disputed);
        let dispute = &read["disputes"][0];
        assert_eq!((&dispute["state"], &dispute["company"]["code"]), (&json!("OPEN"), &json!("nordlicht")));
        assert!(
            parts(&read["ledger"]).contains(&"CUSTODY nordlicht 8700".to_owned()),
            "nothing moves before it is decided"
        );
        let verdict = |time: &str, to: Option<&str>| json!({ "dispute": dispute["number"], "time": time, "to": to.map(|code| desk.company(code)), "reason": "It is so." });
        let own = verdict("COMPANY", Some("meridian"));
        assert_eq!(desk.refused(TOVE, "decideCaseDispute", &disputed, &own).0, "CASE_OWN_DISPUTE");
        assert_eq!(desk.refused(PAUL, "decideCaseDispute", &disputed, &verdict("COMPANY", None)).0, "CASE_CLAIM");
        assert_eq!(
            desk.refused(PAUL, "decideCaseDispute", &disputed, &verdict("STAYS", Some("castor"))).0,
            "CASE_CLAIM"
        );
        desk.at("12:45");
        let decided = desk.tell(PAUL, "decideCaseDispute", &disputed, &own);
        let read = desk.read(LEA, &decided);
        assert_eq!(
            parts(&read["ledger"]),
            [
                "CUSTODY meridian 1200",
                "CUSTODY meridian 600",
                "CUSTODY nordlicht 8100",
                "HAND_OVER_WAIT meridian 900",
                "PAUSE - 3600"
            ]
        );
        let moved: Vec<_> =
            read["ledger"]["segments"].as_array().unwrap().iter().filter(|it| !it["dispute"].is_null()).collect();
        assert_eq!((moved.len(), &moved[0]["dispute"]), (1, &dispute["number"]));
        assert_eq!(moved[0]["holder"]["code"], "nordlicht", "whose it was is still told");
        assert_eq!(
            (&read["disputes"][0]["state"], &read["disputes"][0]["movedTo"]["code"]),
            (&json!("UPHELD"), &json!("meridian"))
        );
        assert_eq!(desk.refused(PAUL, "decideCaseDispute", &decided, &own).0, "CASE_DISPUTE_UNKNOWN");
        let kept =
            "{ agreement(code: \"arnau-workplace\") { caseTotals { total parts { kind company { code } seconds } } } }";
        let kept = world.data(&world.person(LEA), kept, &json!({}))["agreement"]["caseTotals"].clone();
        assert!(parts(&kept).contains(&"CUSTODY nordlicht 8100".to_owned()), "{kept}");
    });
}

#[test]
fn time_goes_to_nobody_or_stays_as_the_group_says() {
    both(|world| {
        let desk = Desk::new(world);
        for (time, state, berlin) in
            [("NOBODY", "UPHELD", "MISMATCH - 600"), ("STAYS", "DISMISSED", "CUSTODY nordlicht 8700")]
        {
            let case = resolved(&desk);
            let disputed = desk.tell(TOVE, "disputeCaseTime", &case, &nine_to_ten(&desk));
            let number = desk.read(LEA, &disputed)["disputes"][0]["number"].clone();
            let verdict = json!({ "dispute": number, "time": time, "reason": "So it was." });
            let decided = desk.tell(PAUL, "decideCaseDispute", &disputed, &verdict);
            let read = desk.read(LEA, &decided);
            assert_eq!(read["disputes"][0]["state"], state);
            assert!(parts(&read["ledger"]).contains(&berlin.to_owned()), "{time} {:?}", parts(&read["ledger"]));
        }
    });
}

#[test]
fn only_time_of_the_case_that_is_over_and_only_within_the_window() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        let stretch = nine_to_ten(&desk);
        let turned = json!({ "from": "2026-03-02T09:00:00Z", "until": "2026-03-02T08:45:00Z", "reason": "Turned." });
        assert_eq!(desk.refused(TOVE, "disputeCaseTime", &case, &turned).0, "CASE_DISPUTE_RANGE");
        let ahead = json!({ "from": "2026-03-02T08:40:00Z", "until": "2026-03-02T18:00:00Z", "reason": "To come." });
        assert_eq!(desk.refused(TOVE, "disputeCaseTime", &case, &ahead).0, "CASE_DISPUTE_RANGE");
        let dispute = document("disputeCaseTime");
        let input = json!({ "input": crate::support::cases::with(json!({ "case": case["id"], "revision": case["revision"] }), &stretch) });
        for who in [MIRA, JONAS] {
            assert_eq!(world.denied(&world.person(who), &dispute, &input), "FORBIDDEN", "coordinators dispute, {who}");
        }
        world.at("2026-03-12T12:00:01Z");
        assert_eq!(desk.refused(TOVE, "disputeCaseTime", &case, &stretch).0, "CASE_DISPUTE_WINDOW");
    });
}
