//! What is read of how the companies are coordinated: governance plan, seats, escalation paths, common ground.

use crate::support::world::both;
use serde_json::{Value, json};

const COORDINATION: &str = "{ agreement(code: \"arnau-workplace\") {
    groups { code rule quorum members { level role since until calendar company { code } person { name } deputy { name } }
        cadences { code } }
    governancePlan { group { code } code name template technical purpose requires sections form place starts rule zone lasts
        onHoliday }
    escalationPaths { code name customer { code } triggers { on times }
        levels { name tier answerWithin calendar role management holders { company { code } person { name } } } }
    vocabulary { code kind meaning } alignmentChecklist { code area question } healthWeights { days weights { sign weight } }
} }";

fn codes(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn a_partner_reads_the_governance_plan() {
    both(|world| {
        world.sample();
        let data = world.data(&world.person("jonas.fjell@nordlicht.example"), COORDINATION, &json!({}));
        let agreement = &data["agreement"];
        assert_eq!(codes(&agreement["groups"]), ["coordination", "directors"]);
        assert_eq!(
            (&agreement["groups"][0]["rule"], &agreement["groups"][1]["quorum"]),
            (&json!("UNANIMOUS"), &json!("TWO_THIRDS"))
        );
        assert_eq!(codes(&agreement["groups"][0]["cadences"]), ["start", "technical", "weekly"]);
        let plan = &agreement["governancePlan"];
        assert_eq!(codes(plan), ["start", "technical", "weekly", "fortnight", "top"]);
        let weekly = json!({
            "group": { "code": "coordination" }, "code": "weekly", "name": "Weekly status", "template": "WEEKLY_STATUS",
            "technical": false, "purpose": "See what is off, and settle who does what about it.", "requires": [],
            "sections": ["DEVIATIONS", "ACTIONS", "ANSWERS", "ESCALATIONS", "VOICE", "FOLLOW_UP", "OTHER"],
            "form": "ONLINE", "place": null, "starts": "2025-01-13T09:00", "rule": "FREQ=WEEKLY;BYDAY=MO",
            "zone": "Europe/Vienna", "lasts": "PT1H", "onHoliday": "FLAG",
        });
        assert_eq!(plan[2], weekly);
        let start = &plan[0];
        assert_eq!((&start["rule"], start["sections"].as_array().unwrap().len()), (&json!(null), 6));
        assert_eq!(plan[4]["requires"], json!(["SENIOR"]));
        assert_eq!(agreement["healthWeights"]["weights"].as_array().unwrap().len(), 8);
        assert_eq!(
            agreement["vocabulary"][0],
            json!({ "code": "in-work", "kind": "STATUS", "meaning": "A team works on it." })
        );
        assert_eq!(codes(&agreement["alignmentChecklist"]).len(), 5);
    });
}

#[test]
fn a_partner_reads_over_which_levels_a_matter_climbs() {
    both(|world| {
        world.sample();
        let read = |email: &str| world.data(&world.person(email), COORDINATION, &json!({}))["agreement"].clone();
        // an analyst has no part in escalations: a customer's own path is not theirs to read
        assert_eq!(codes(&read("jonas.fjell@nordlicht.example")["escalationPaths"]), ["common"]);
        let partner = read("tove.lind@nordlicht.example");
        assert_eq!(codes(&partner["escalationPaths"]), ["common", "town"]);
        let town = &partner["escalationPaths"][1];
        assert_eq!(town["customer"], json!({ "code": "arnau" }));
        assert_eq!(town["triggers"][2], json!({ "on": "REOPENED", "times": 2 }));
        let experts = json!({
            "name": "Experts", "tier": "OPERATIONAL", "answerWithin": "PT4H", "calendar": "town-hours", "role": "SME",
            "management": null,
            "holders": [{ "company": { "code": "meridian" }, "person": { "name": "Lea Brandt" } }],
        });
        assert_eq!(town["levels"][0], experts);
        assert_eq!(town["levels"][2]["management"], "SENIOR");
        let members = partner["groups"][0]["members"].as_array().unwrap();
        let chair = members.iter().find(|member| member["role"] == "CHAIR").unwrap();
        assert_eq!(chair["deputy"], json!({ "name": "Ruth Adler" }));
        assert_eq!((&chair["until"], &chair["calendar"]), (&json!(null), &json!("town-hours")));
    });
}
