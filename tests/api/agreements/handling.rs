//! Calendars, teams and the handling of cases, as partners read them; a file's paths are not read over GraphQL.

use crate::support::{agreement::FILE, world::both};
use serde_json::{Value, json};

const HANDLING: &str = "query { agreement(code: \"arnau-workplace\") {
    calendars { code name zone always hours { day intervals } exceptions { date intervals } holidays { date name } }
    caseHandling { calendar priorities { code name } packages { code name } stages { code name phase }
        pauseReasons { code name against company { code } cap consent } disputeWindow recovery disclosure
        customerSeesCompanies
        clocks { code measure commitment { code } company { code } calendar kinds priorities packages
            services { code } target warning reopen } }
    teams { code calendar acceptance pledges { company { code } staff shortfall } members { person { name } company { code } } }
    kpis(first: 20) { nodes { code source measure } } } }";

fn named<'a>(list: &'a Value, code: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|it| it["code"] == code).unwrap_or_else(|| panic!("{code}: {list}"))
}

#[test]
fn a_partner_reads_when_work_is_done_and_what_is_promised_about_time() {
    both(|world| {
        world.sample();
        let data = world.data(&world.person("jonas.fjell@nordlicht.example"), HANDLING, &json!({}));
        let agreement = &data["agreement"];
        let workshop = named(&agreement["calendars"], "workshop-hours");
        assert_eq!(workshop["hours"][0], json!({ "day": "MONDAY", "intervals": ["08:00-12:00", "13:00-17:00"] }));
        assert_eq!((&workshop["zone"], &workshop["hours"][5]), (&json!("Europe/Vienna"), &Value::Null));
        assert_eq!(named(&agreement["calendars"], "every-hour")["always"], true);
        let town = named(&agreement["calendars"], "town-hours");
        assert_eq!(town["exceptions"][0], json!({ "date": "2025-12-24", "intervals": ["07:30-12:00"] }));
        assert_eq!(town["holidays"][0], json!({ "date": "2025-01-01", "name": "New Year" }));

        let handling = &agreement["caseHandling"];
        assert_eq!((&handling["disputeWindow"], &handling["disclosure"]), (&json!("P10D"), &json!("OPEN")));
        assert_eq!(handling["priorities"][0]["code"], "critical");
        assert_eq!(named(&handling["stages"], "solved")["phase"], "RESOLVED");
        let waits = json!({ "code": "awaiting-network", "name": "Waits for the network supplier", "against": "COMPANY",
            "company": { "code": "nordlicht" }, "cap": "P2D", "consent": true });
        assert_eq!(named(&handling["pauseReasons"], "awaiting-network"), &waits);
        let clock = json!({ "code": "registry-critical", "measure": "RESOLUTION",
            "commitment": { "code": "restore-in-time" }, "company": null, "calendar": "town-hours", "kinds": [],
            "priorities": ["critical"], "packages": ["registry"], "services": [], "target": "PT2H", "warning": "0.75",
            "reopen": "CONTINUE" });
        assert_eq!(named(&handling["clocks"], "registry-critical"), &clock);
        assert_eq!(named(&handling["clocks"], "network")["company"]["code"], "nordlicht");

        let kpi = named(&agreement["kpis"]["nodes"], "held-hours");
        assert_eq!((&kpi["source"], &kpi["measure"]), (&json!("CASES"), &json!("CUSTODY")));
        assert_eq!(named(&agreement["kpis"]["nodes"], "sla-met")["measure"], Value::Null);
    });
}

#[test]
fn pledges_are_shared_and_members_are_named_as_persons_are() {
    both(|world| {
        world.sample();
        let members = |email: &str| {
            let data = world.data(&world.person(email), HANDLING, &json!({}));
            let desk = named(&data["agreement"]["teams"], "service-desk").clone();
            let short: Vec<_> = desk["pledges"].as_array().unwrap().iter().map(|it| it["shortfall"].clone()).collect();
            assert_eq!(json!(short).as_array().unwrap().len(), 2, "{email}");
            assert!(short.contains(&json!("0.5")) && short.contains(&json!("0")), "{email}: {short:?}");
            desk["members"].as_array().unwrap().iter().filter(|it| it["person"].is_object()).count()
        };
        assert_eq!(members("jonas.fjell@nordlicht.example"), 2);
        assert_eq!(members("irene.vogt@meridian.example"), 2);
    });
}

#[test]
fn a_path_in_the_file_is_refused_over_graphql_with_the_remedy() {
    both(|world| {
        let file =
            FILE.replacen("zone: UTC, hours: always", "zone: UTC, hours: always, holidays_from: ../secret.ics", 1);
        let apply = "mutation($input: ApplyAgreementInput!) { applyAgreement(input: $input) {
            agreement { code } refusals { code field message } } }";
        let data = world.data(&world.console(), apply, &json!({ "input": { "file": file } }));
        let refusal = &data["applyAgreement"]["refusals"][0];
        assert_eq!(refusal["field"], "calendars.every-hour.holidays_from");
        assert!(refusal["message"].as_str().unwrap().contains("write the dates under `holidays`"), "{refusal}");
    });
}
