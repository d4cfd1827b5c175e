//! What if: resolved cases under other targets, calendars and pauses, or without a party, beside what they came to.

use super::way::resolved;
use crate::support::{
    cases::{Desk, JONAS, LEA, parts},
    deviations::{MIRA, PAUL},
    world::both,
};
use serde_json::{Value, json};

const QUERY: &str = "query($change: ReplayInput!) { agreement(code: \"arnau-workplace\") { caseReplay(change: $change) {
    cases changed before { ...totals } after { ...totals } } } }
    fragment totals on ReplayTotals { total compliance { clock measure met breached } parts { kind company { code } seconds } }";

fn replay(desk: &Desk<'_>, change: &Value) -> Value {
    let mut data = desk.world.data(&desk.world.person(PAUL), QUERY, &json!({ "change": change }));
    data["agreement"]["caseReplay"].take()
}

fn kept(totals: &Value, clock: &str) -> (i64, i64) {
    let all = totals["compliance"].as_array().unwrap();
    let one = all.iter().find(|one| one["clock"] == clock).unwrap_or_else(|| panic!("no {clock} in {totals}"));
    (one["met"].as_i64().unwrap(), one["breached"].as_i64().unwrap())
}

/// One that nordlicht resolved in three hours without its pause, and a critical one that took seven.
fn two(desk: &Desk<'_>) {
    resolved(desk);
    desk.at("08:00");
    let case = desk.open(&json!({ "priority": "critical" }));
    desk.at("15:00");
    desk.tell(LEA, "resolveCase", &case, &json!({}));
}

#[test]
fn another_target_and_another_calendar() {
    both(|world| {
        let desk = Desk::new(world);
        two(&desk);
        let done = replay(&desk, &json!({ "clocks": [{ "clock": "resolution-critical", "target": "PT8H" }] }));
        assert_eq!((&done["cases"], &done["changed"]), (&json!(2), &json!(1)));
        assert_eq!(
            (kept(&done["before"], "resolution-critical"), kept(&done["after"], "resolution-critical")),
            ((0, 1), (1, 0))
        );
        assert_eq!(done["before"]["parts"], done["after"]["parts"]);
        let done = replay(
            &desk,
            &json!({ "clocks": [{ "clock": "resolution", "calendar": "every-hour", "target": "PT2H" }] }),
        );
        assert_eq!((kept(&done["before"], "resolution"), kept(&done["after"], "resolution")), ((1, 0), (0, 1)));
        let done = replay(&desk, &json!({ "calendar": "workshop-hours" }));
        // the workshop is closed for an hour at noon, which is eleven here
        assert_eq!((&done["before"]["total"], &done["after"]["total"]), (&json!("PT11H"), &json!("PT9H")));
    });
}

#[test]
fn without_pauses_and_without_a_party() {
    both(|world| {
        let desk = Desk::new(world);
        two(&desk);
        let done = replay(&desk, &json!({ "pauses": "NONE" }));
        assert!(parts(&done["before"]).contains(&"PAUSE - 3600".to_owned()));
        assert_eq!(
            parts(&done["after"]),
            ["CUSTODY meridian 26400", "CUSTODY nordlicht 12300", "HAND_OVER_WAIT meridian 900"]
        );
        let named = replay(&desk, &json!({ "withoutPauses": ["awaiting-customer"] }));
        assert_eq!(named["after"]["parts"], done["after"]["parts"]);
        let other = replay(&desk, &json!({ "withoutPauses": ["awaiting-part"] }));
        assert_eq!((&other["changed"], &other["after"]), (&json!(0), &other["before"]));
        let done = replay(&desk, &json!({ "without": [desk.company("nordlicht")] }));
        let after = parts(&done["after"]);
        assert!(after.iter().all(|part| !part.contains("nordlicht")), "{after:?}");
        assert!(after.contains(&"UNATTRIBUTED - 9600".to_owned()), "{after:?}");
        assert_eq!(done["before"]["total"], done["after"]["total"]);
    });
}

#[test]
fn rules_that_there_are_not_are_refused_and_nothing_is_changed_by_it() {
    both(|world| {
        let desk = Desk::new(world);
        two(&desk);
        let events = world.events(desk.agreement).len();
        for change in [json!({ "calendar": "moon" }), json!({ "clocks": [{ "clock": "sundial", "target": "PT1H" }] })] {
            assert_eq!(world.denied(&world.person(PAUL), QUERY, &json!({ "change": change })), "REFUSED");
        }
        let plain = json!({ "change": {} });
        for who in [JONAS, MIRA] {
            assert_eq!(world.denied(&world.person(who), QUERY, &plain), "FORBIDDEN", "{who}");
        }
        let same = replay(&desk, &json!({}));
        assert_eq!((&same["changed"], &same["after"]), (&json!(0), &same["before"]));
        assert_eq!(world.events(desk.agreement).len(), events);
    });
}
