//! `caseDeadlines`: whoever follows an agreement's cases hears of a clock that is due soon, and then that it is breached.

use crate::support::{
    cases::{Desk, LEA},
    deviations::MIRA,
    followed::{Following, serve},
    loopback::Loopback,
    world::both,
};
use concordat_service::cases;
use serde_json::json;

fn follow(desk: &Desk<'_>, server: &Loopback, who: &str) -> Following {
    let query = "subscription($agreement: ID!) { caseDeadlines(agreement: $agreement) {
        kind timer at case { id phase holder { company { code } } } } }";
    Following::new(server, who, "caseDeadlines", query, &json!({ "agreement": desk.id() }))
}

#[test]
fn due_soon_and_then_breached() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "priority": "critical" }));
        let server = serve(world);
        let mut following = follow(&desk, &server, MIRA).begun();
        for (time, kind, timer) in [
            ("08:12", "case.due_soon", "due_soon:response-critical#1"),
            ("08:15", "case.breached", "breached:response-critical#1"),
        ] {
            desk.at(time);
            assert_eq!(cases::fire_due(&world.database).unwrap(), 1);
            let told = following.next();
            assert_eq!((&told["kind"], &told["timer"]), (&json!(kind), &json!(timer)));
            assert_eq!(told["at"], format!("2026-03-02T{time}:00Z"));
            assert_eq!((&told["case"]["id"], &told["case"]["phase"]), (&case["id"], &json!("OPEN")));
        }
    });
}

#[test]
fn who_sees_no_case_follows_none() {
    both(|world| {
        Desk::new(world);
        let server = serve(world);
        let query = "subscription { caseDeadlines(agreement: \"nothing\") { kind } }";
        let heard = Following::new(&server, LEA, "caseDeadlines", query, &json!({})).hear();
        assert_eq!(heard["type"], "error");
        assert!(heard.to_string().contains("NOT_FOUND"), "{heard}");
    });
}
