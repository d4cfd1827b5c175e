//! Clocks: when something is due and why then, and what other priorities and second openings do to them.

use crate::support::{
    cases::{Desk, HANS, LEA, NINA, clock, parts},
    deviations::MIRA,
    world::both,
};
use serde_json::{Value, json};

fn steps(clock: &Value) -> Vec<String> {
    let short = |at: &Value| at.as_str().unwrap()[5..16].replace('T', " ");
    let step = |step: &Value| {
        format!("{} {} {}", short(&step["from"]), short(&step["until"]), step["reason"].as_str().unwrap())
    };
    clock["explanation"].as_array().unwrap().iter().map(step).collect()
}

#[test]
fn a_deadline_is_explained_by_what_led_to_it() {
    both(|world| {
        let desk = Desk::new(world);
        desk.at("15:00");
        let case = desk.open(&json!({ "priority": "critical" }));
        let read = desk.read(LEA, &case);
        assert_eq!(clock(&read, "resolution-critical#1")["dueAt"], "2026-03-03T09:30:00Z");
        assert_eq!(clock(&read, "update-critical#1")["dueAt"], "2026-03-02T16:00:00Z", "used up at closing time");
        assert_eq!(clock(&read, "update-critical#1")["dueSoonAt"], "2026-03-02T15:30:00Z");
        desk.at("15:30");
        let case = desk.tell(LEA, "pauseCase", &case, &json!({ "reason": "awaiting-customer" }));
        world.at("2026-03-03T07:30:00Z");
        let case = desk.tell(LEA, "resumeCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        let whole = clock(&read, "resolution-critical#1");
        assert_eq!((&whole["dueAt"], &whole["left"]), (&json!("2026-03-03T11:00:00Z"), &json!("PT3H30M")));
        assert_eq!(
            steps(whole),
            [
                "03-02 15:00 03-02 15:00 VERSION",
                "03-02 15:00 03-02 15:00 TARGET",
                "03-02 15:00 03-02 15:30 OPEN",
                "03-02 15:30 03-03 07:30 PAUSED",
                "03-03 07:30 03-03 11:00 OPEN",
            ]
        );
        assert_eq!(whole["explanation"][1]["target"], "PT4H");
        assert_eq!(whole["explanation"][3]["pause"], "awaiting-customer");
        let response = clock(&read, "response-critical#1");
        assert_eq!((&response["state"], &response["breachedAt"]), (&json!("BREACHED"), &json!("2026-03-02T15:15:00Z")));
    });
}

#[test]
fn another_priority_closes_the_targets_that_no_longer_apply_and_keeps_what_was_used() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("08:10");
        let case = desk.tell(LEA, "respondToCase", &case, &json!({}));
        desk.at("10:00");
        assert_eq!(desk.refused(LEA, "reprioritiseCase", &case, &json!({ "priority": "urgent" })).0, "CASE_PRIORITY");
        let case = desk.tell(LEA, "reprioritiseCase", &case, &json!({ "priority": "critical" }));
        let read = desk.read(LEA, &case);
        let old = clock(&read, "resolution#1");
        assert_eq!((&old["state"], &old["stoppedAt"]), (&json!("CANCELLED"), &json!("2026-03-02T10:00:00Z")));
        let new = clock(&read, "resolution-critical#1");
        assert_eq!((&new["state"], &new["elapsed"]), (&json!("RUNNING"), &json!("PT2H")));
        assert_eq!(
            (&new["startedAt"], &new["dueAt"]),
            (&json!("2026-03-02T08:00:00Z"), &json!("2026-03-02T12:00:00Z"))
        );
        assert_eq!(clock(&read, "response#1")["state"], "MET", "what has ended stays as it was");
        desk.at("10:30");
        let case = desk.tell(LEA, "reprioritiseCase", &case, &json!({ "priority": "critical", "package": "registry" }));
        let read = desk.read(LEA, &case);
        let shorter = clock(&read, "registry-critical#1");
        // two hours were used up at ten, but nobody could know before half past
        assert_eq!((&shorter["state"], &shorter["breachedAt"]), (&json!("BREACHED"), &json!("2026-03-02T10:30:00Z")));
        assert_eq!((&read["package"], &read["priority"]), (&json!("registry"), &json!("critical")));
    });
}

#[test]
fn opened_again_the_clock_goes_on_as_the_commitment_says() {
    both(|world| {
        let desk = Desk::new(world);
        let elapsed = |priority: &str, name: &str| {
            desk.at("08:00");
            let case = desk.open(&json!({ "priority": priority }));
            desk.at("09:00");
            let case = desk.tell(LEA, "resolveCase", &case, &json!({}));
            desk.at("10:00");
            let case = desk.tell(LEA, "reopenCase", &case, &json!({}));
            desk.at("11:00");
            let read = desk.read(LEA, &case);
            (clock(&read, name)["elapsed"].clone(), read["ledger"]["total"].clone())
        };
        assert_eq!(elapsed("normal", "resolution#1"), (json!("PT3H"), json!("PT2H")), "this one goes on counting");
        assert_eq!(
            elapsed("critical", "resolution-critical#1"),
            (json!("PT2H"), json!("PT2H")),
            "this one stands still"
        );
    });
}

#[test]
fn each_companys_own_clock_counts_while_the_case_is_its_own() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "service": desk.service("devices") }));
        desk.at("10:30");
        let case = desk.hand(&case, LEA, ("device-team", "castor"), NINA);
        desk.at("10:31");
        let case = desk.hand(&case, NINA, ("workshop", "berger"), HANS);
        desk.at("14:00");
        let read = desk.read(LEA, &case);
        let of = |name: &str| ["state", "elapsed"].map(|field| clock(&read, name)[field].as_str().unwrap().to_owned());
        assert_eq!(of("desk#1"), ["BREACHED", "PT2H30M"]);
        assert_eq!(of("repair#1"), ["RUNNING", "PT2H29M"], "the workshop is closed from eleven to twelve");
        assert_eq!(of("resolution#1"), ["RUNNING", "PT6H"], "the customers' clock does not stand still for that");
    });
}

#[test]
fn a_breach_is_shared_by_who_went_over_and_sums_to_one() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "priority": "critical" }));
        desk.at("11:00");
        let case = desk.hand(&case, LEA, ("network-team", "nordlicht"), MIRA);
        desk.at("15:00");
        let case = desk.tell(MIRA, "resolveCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        let late = clock(&read, "resolution-critical#1");
        assert_eq!(
            (&late["state"], &late["breachedAt"], &late["left"]),
            (&json!("BREACHED"), &json!("2026-03-02T12:00:00Z"), &json!("-PT3H"))
        );
        let mut shares: Vec<_> = read["ledger"]["breach"].as_array().unwrap().iter().map(share).collect();
        shares.sort();
        assert_eq!(shares, ["meridian PT1H 0.333333", "nordlicht PT2H 0.666667"]);
    });
}

fn share(share: &Value) -> String {
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    format!("{} {} {}", word(&share["company"]["code"]), word(&share["overrun"]), word(&share["share"]))
}

#[test]
fn when_nobody_went_over_the_budgets_are_to_blame() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "priority": "critical", "package": "registry" }));
        desk.at("09:30");
        let case = desk.hand(&case, LEA, ("network-team", "nordlicht"), MIRA);
        desk.at("11:00");
        let case = desk.tell(MIRA, "resolveCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        assert_eq!(parts(&read["ledger"]).iter().filter(|part| part.starts_with("CUSTODY")).count(), 2);
        let mut shares: Vec<_> = read["ledger"]["breach"].as_array().unwrap().iter().map(share).collect();
        shares.sort();
        assert_eq!(shares, ["- PT0S 1", "meridian PT0S 0", "nordlicht PT0S 0"]);
    });
}
