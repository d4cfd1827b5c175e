//! Hand-overs and swarms: who may hold a case, and whose the time is while it changes hands.

use crate::support::{
    agreement::FILE,
    cases::{Desk, HANS, LEA, NINA, SARA, company, parts},
    deviations::MIRA,
    world::both,
};
use concordat_service::agreements;
use serde_json::{Value, json};

#[test]
fn to_a_company_that_is_no_party_or_not_in_the_team_it_is_refused_with_the_reason() {
    both(|world| {
        let desk = Desk::new(world);
        let other = world.apply(&FILE.replace("code: arnau-workplace", "code: other").replace("halden", "halden2"));
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, other)).unwrap();
        let stranger = company(terms.company_named("halden2").unwrap().id.0);
        let case = desk.open(&json!({}));
        let to = json!({ "team": desk.team("network-team"), "company": stranger });
        let (code, why) = desk.refused(LEA, "offerCase", &case, &to);
        assert_eq!(code, "CASE_COMPANY");
        assert!(why.contains("is not bound by the agreement") && !why.contains("Halden"), "{why}");
        let (code, why) = desk.refused(LEA, "offerCase", &case, &desk.to("network-team", "castor"));
        assert_eq!(code, "CASE_TEAM_COMPANY");
        assert!(why.contains("Castor Workplace provides nobody for team network-team"), "{why}");
        let (code, why) = desk.refused(LEA, "offerCase", &case, &desk.to("service-desk", "meridian"));
        assert_eq!(code, "CASE_TO_ITSELF", "{why}");
        let read = desk.read(LEA, &case);
        assert_eq!((&read["revision"], &read["offer"]), (&json!(1), &Value::Null), "what is refused leaves nothing");
    });
}

#[test]
fn only_who_was_asked_answers_and_a_refusal_cites_a_boundary() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        assert_eq!(desk.refused(MIRA, "acceptCase", &case, &json!({})).0, "CASE_NOT_OFFERED");
        desk.at("08:05");
        let offered = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
        let read = desk.read(MIRA, &offered);
        assert_eq!(
            read["offer"]["to"],
            json!({ "team": { "code": "network-team" }, "company": { "code": "nordlicht" } })
        );
        assert_eq!(read["offer"]["from"]["company"]["code"], "meridian");
        let elsewhere = json!({ "input": { "case": offered["id"], "revision": offered["revision"] } });
        let accept = crate::support::cases::document("acceptCase");
        assert_eq!(world.denied(&world.person(HANS), &accept, &elsewhere), "FORBIDDEN");
        desk.at("08:15");
        let why = json!({ "reason": "It is the cable in the wall.", "boundary": "network/building" });
        let case = desk.tell(MIRA, "refuseCase", &offered, &why);
        let read = desk.read(LEA, &case);
        assert_eq!((&read["offer"], &read["holder"]["company"]["code"]), (&Value::Null, &json!("meridian")));
        assert_eq!(read["handOvers"], 0);
        desk.at("08:20");
        let offered = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
        let taken = desk.tell(SARA, "acceptCase", &offered, &json!({ "company": desk.company("halden") }));
        let read = desk.read(LEA, &taken);
        assert_eq!(read["holder"]["company"]["code"], "halden", "another company of the team takes it");
        assert_eq!(parts(&read["ledger"]), ["CUSTODY meridian 600", "HAND_OVER_WAIT meridian 600"]);
    });
}

#[test]
fn who_answers_late_is_charged_from_then_on() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("08:01");
        let case = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
        desk.at("09:16");
        let case = desk.tell(MIRA, "acceptCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        // half an hour is agreed for taking on
        assert_eq!(
            parts(&read["ledger"]),
            ["CUSTODY meridian 60", "HAND_OVER_WAIT meridian 1800", "HAND_OVER_WAIT nordlicht 2700"]
        );
        assert_eq!(read["ledger"]["total"], "PT1H16M");
    });
}

#[test]
fn open_hours_in_which_the_holders_team_is_closed_are_a_gap_of_the_agreement() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "service": desk.service("devices") }));
        desk.at("10:30");
        // the desk offers it to castor's team and castor to the workshop that is bound through it
        let case = desk.hand(&case, LEA, ("device-team", "castor"), NINA);
        desk.at("10:31");
        let case = desk.hand(&case, NINA, ("workshop", "berger"), HANS);
        desk.at("12:30");
        let case = desk.tell(HANS, "resolveCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        let known: Vec<_> = parts(&read["ledger"]).into_iter().filter(|part| !part.ends_with(" 0")).collect();
        assert_eq!(known, ["CUSTODY berger 3540", "CUSTODY castor 60", "CUSTODY meridian 9000", "MISMATCH - 3600"]);
        assert_eq!((&read["handOvers"], &read["line"]), (&json!(2), &json!(3)));
    });
}

#[test]
fn back_at_once_is_ping_pong() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let case = desk.hand(&case, LEA, ("network-team", "nordlicht"), MIRA);
        let case = desk.hand(&case, MIRA, ("service-desk", "meridian"), LEA);
        let case = desk.hand(&case, LEA, ("network-team", "nordlicht"), MIRA);
        let read = desk.read(LEA, &case);
        assert_eq!((&read["handOvers"], &read["pingPong"]), (&json!(3), &json!(2)));
    });
}

#[test]
fn a_swarm_is_one_stretch_with_stated_shares() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "priority": "critical" }));
        let share = |code: &str, weight: i32| json!({ "company": desk.company(code), "weight": weight });
        let alone = json!({ "shares": [share("meridian", 1)] });
        assert_eq!(desk.refused(LEA, "swarmCase", &case, &alone).0, "CASE_SHARES");
        let noughts = json!({ "shares": [share("meridian", 0), share("nordlicht", 1)] });
        assert_eq!(desk.refused(LEA, "swarmCase", &case, &noughts).0, "CASE_SHARES");
        desk.at("09:00");
        let three = json!({ "shares": [share("meridian", 1), share("nordlicht", 1), share("halden", 1)] });
        let case = desk.tell(LEA, "swarmCase", &case, &three);
        desk.at("09:01");
        // one of the swarm resolves it: 60 seconds are 20 for each
        let case = desk.tell(SARA, "resolveCase", &case, &json!({}));
        let read = desk.read(LEA, &case);
        assert_eq!(
            parts(&read["ledger"]),
            ["CUSTODY halden 20", "CUSTODY meridian 20", "CUSTODY meridian 3600", "CUSTODY nordlicht 20"]
        );
        let segments = read["ledger"]["segments"].as_array().unwrap();
        let swarms: Vec<_> = segments.iter().filter(|it| it["swarm"] != json!([])).collect();
        assert_eq!((swarms.len(), swarms[0]["swarm"].as_array().unwrap().len()), (1, 3));
        assert_eq!((&swarms[0]["from"], &swarms[0]["part"]["seconds"]), (&json!("2026-03-02T09:00:00Z"), &json!(60)));
    });
}
