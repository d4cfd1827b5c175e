//! An agreement's log, followed by somebody whose role ends meanwhile.

use crate::support::{
    agreement::FILE,
    followed::{Following, serve},
    world::both,
};
use concordat_service::agreements;
use serde_json::json;

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
