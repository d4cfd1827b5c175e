//! `reviewDeviation`.

use super::Asked;
use crate::support::{
    deviations::{Group, IRENE, PAUL, TOVE},
    world::both,
};
use serde_json::json;

#[test]
fn a_coordinator_gives_a_verdict() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let verdict = json!({ "verdict": "ACCEPT" });
        let asked = Asked::deviation("reviewDeviation", "ReviewDeviationInput", &group.slip(), verdict);
        let done = asked.hold(&group, PAUL, IRENE, &["DEVIATION_STALE"]);
        assert_eq!((&done["state"], &done["revision"]), (&json!("REVIEWED"), &json!(2)));
    });
}

#[test]
fn a_waiver_needs_its_reason_and_another_company() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let waive = json!({ "verdict": "WAIVE" });
        let asked = Asked::deviation("reviewDeviation", "ReviewDeviationInput", &group.slip(), waive);
        assert_eq!(asked.refused(&group, PAUL, json!({})), ["DEVIATION_STATEMENT"]);
        assert_eq!(asked.refused(&group, TOVE, json!({ "reason": "a storm" })), ["DEVIATION_OWN_WAIVER"]);
        assert_eq!(asked.refused(&group, PAUL, json!({ "reason": "a storm" })), [""; 0]);
    });
}
