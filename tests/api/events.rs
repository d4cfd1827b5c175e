//! An agreement's log: read page by page though much of it is concealed, and followed by somebody whose role ends meanwhile.

use crate::support::{
    agreement::FILE,
    deviations::{Group, PAUL},
    followed::{Following, serve},
    world::both,
};
use concordat_domain::kernel::Kind;
use concordat_service::agreements;
use serde_json::{Value, json};

const LOG: &str = "query($after: Cursor) { agreement(code: \"arnau-workplace\") { id
    events(first: 3, after: $after, order: NEWEST_FIRST) { nodes { kind } pageInfo { hasNextPage endCursor } } } }";

#[test]
fn a_page_ends_where_enough_was_read_and_the_next_goes_on() {
    both(|world| {
        let group = Group::new(world);
        let castor = group.company("castor");
        let done = world.database.write(&world.console(), group.agreement, |tx| {
            for _ in 0..2_010 {
                let subject = tx.id();
                tx.record(Kind::new("webhook.changed"), subject, Some(castor), &json!({}))?;
            }
            Ok(())
        });
        done.unwrap();
        let page = |after: &Value| {
            let found = world.data(&world.person(PAUL), LOG, &json!({ "after": after }));
            let found = &found["agreement"]["events"];
            let shown = found["nodes"].as_array().unwrap().len();
            (shown, found["pageInfo"]["hasNextPage"].clone(), found["pageInfo"]["endCursor"].clone())
        };
        let (mut after, mut shown) = (Value::Null, Vec::new());
        loop {
            let (some, more, end) = page(&after);
            shown.push(some);
            if more == false {
                break;
            }
            assert_ne!(after, end);
            after = end;
        }
        assert_eq!(shown[..3], [0, 0, 3], "castor's own are concealed");
        let log = world.events(group.agreement);
        let told = log.iter().filter(|kind| *kind != "webhook.changed").count();
        assert_eq!(shown.iter().sum::<usize>(), told);
    });
}

#[test]
fn a_role_that_ends_while_somebody_follows_shows_nothing_more() {
    const JONAS: &str = "jonas.fjell@nordlicht.example";
    const FOLLOW: &str = "subscription($id: ID!) { agreementEvents(agreement: $id, kinds: [\"agreement.proposed\"]) {
        person { name email } } }";
    both(|world| {
        let of_jonas = "name: Jonas Fjell\n    company: nordlicht\n    grants: [{role: analyst}]";
        assert!(FILE.contains(of_jonas));
        let with = |grants: &str, from: &str| {
            let file = FILE.replace(of_jonas, &of_jonas.replace("{role: analyst}", grants));
            file.replace("effective_from: 2025-01-01", &format!("effective_from: {from}"))
        };
        let id = world.active(&with("{role: coordinator}, {role: auditor}", "2025-01-01"));
        let server = serve(world);
        let found = world.data(&world.person(JONAS), "{ agreement(code: \"arnau-workplace\") { id } }", &json!({}));
        let of = json!({ "id": found["agreement"]["id"] });
        let mut jonas = Following::new(&server, JONAS, "agreementEvents", FOLLOW, &of).begun();
        world.active(&with("{role: coordinator}", "2026-04-05"));
        let irene = json!({ "name": "Irene Vogt", "email": "irene.vogt@meridian.example" });
        assert_eq!(jonas.next()["person"], irene, "an auditor reaches everybody");
        world.at("2026-04-05T09:00:00Z");
        assert_eq!(agreements::settle_due(&world.database).unwrap(), 1);
        world.apply(&with("{role: analyst}", "2026-04-06"));
        world.propose(id);
        assert_eq!(jonas.next()["person"], json!({ "name": "Irene Vogt", "email": null }));
    });
}
