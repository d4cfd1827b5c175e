//! What is read of escalations, by whom, and as files.

use super::{id, raise};
use crate::support::{
    cases::{JONAS, LEA, NINA, SARA},
    deviations::{CLARA, OSKAR, TOVE},
    escalations::{file, laddered},
    world::both,
};
use concordat_service::{
    escalations,
    kernel::{Tx, table::FileKind},
};
use serde_json::json;

const LIST: &str = "query($code: String!, $filter: EscalationFilter, $after: Cursor) { agreement(code: $code) {
    escalations(first: 2, filter: $filter, after: $after) { totalCount nodes { id title state level case { reference } }
        pageInfo { hasNextPage endCursor } } } }";

#[test]
fn lists_are_paged_filtered_and_counted() {
    both(|world| {
        let desk = laddered(world);
        for (who, concerns, title) in [(OSKAR, "castor", "One"), (TOVE, "castor", "Two"), (CLARA, "nordlicht", "Three")]
        {
            desk.raise(&world.database, who, concerns, title).unwrap();
        }
        let list = |who: &str, filter: serde_json::Value| {
            let variables = json!({ "code": desk.terms.code, "filter": filter });
            world.data(&world.person(who), LIST, &variables)["agreement"]["escalations"].clone()
        };
        let titles = |page: &serde_json::Value| -> Vec<String> {
            page["nodes"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
        };
        let all = list(TOVE, json!(null));
        assert_eq!((&all["totalCount"], titles(&all)), (&json!(3), vec!["Three".to_owned(), "Two".into()]));
        let rest = json!({ "code": desk.terms.code, "after": all["pageInfo"]["endCursor"] });
        let rest = world.data(&world.person(TOVE), LIST, &rest);
        assert_eq!(titles(&rest["agreement"]["escalations"]), ["One"]);
        let castor = list(TOVE, json!({ "company": desk.company("castor") }));
        assert_eq!(titles(&castor), ["Two", "One"]);
        assert_eq!(titles(&list(NINA, json!({ "mine": true }))), ["Two", "One"], "what came to her");
        assert_eq!(titles(&list(SARA, json!(null))), ["One"], "what halden raised");
        assert_eq!(list(TOVE, json!({ "state": ["CLOSED"] }))["totalCount"], 0);
        assert_eq!(list(TOVE, json!({ "trigger": ["RAISED"], "level": 1 }))["totalCount"], 3);
        let variables = json!({ "code": desk.terms.code });
        assert_eq!(world.denied(&world.person(JONAS), LIST, &variables), "FORBIDDEN");
    });
}

#[test]
fn what_is_about_a_case_is_seen_by_whoever_sees_the_case_and_by_whom_it_came_to() {
    both(|world| {
        let concealed = file().replacen("cases:\n", "cases:\n  disclosure: involved\n", 1);
        let desk = crate::support::cases::Desk::applied(world, &concealed);
        let case = desk.open(&json!({}));
        let input = json!({ "agreement": desk.id(), "case": case["id"], "title": "Stuck" });
        let done = raise(&desk, LEA, &input);
        assert_eq!(done["escalation"]["company"]["code"], "meridian", "whoever has the case");
        assert!(done["escalation"]["facts"].as_array().unwrap().iter().any(|fact| fact["name"] == "priority"));
        assert_eq!(raise(&desk, TOVE, &input), "NOT_FOUND", "of a case that she does not see");
        let on = desk.escalations().remove(0);
        let node = "query($id: ID!) { node(id: $id) { ... on Escalation { title case { reference escalations(first: 3) { title } } } } }";
        let of = json!({ "id": id(&on) });
        assert_eq!(world.data(&world.person(TOVE), node, &of)["node"], json!(null));
        let seen = world.data(&world.person(LEA), node, &of);
        assert_eq!(seen["node"]["case"]["escalations"], json!([{ "title": "Stuck" }]));
        let variables = json!({ "code": desk.terms.code });
        let list = |who: &str| {
            world.data(&world.person(who), LIST, &variables)["agreement"]["escalations"]["totalCount"].clone()
        };
        assert_eq!((list(LEA), list(TOVE)), (json!(1), json!(0)));
        // handed up to the directors and the top, those see it too, and nobody else
        for time in ["2026-03-02T12:00:00Z", "2026-03-02T20:00:00Z"] {
            world.at(time);
            assert_eq!(escalations::climb_due(&world.database).unwrap(), 1);
        }
        let chief = "chief@meridian.example";
        assert_eq!((list(chief), list("chief@halden.example")), (json!(1), json!(0)));
        let seen = world.data(&world.person(chief), node, &of);
        assert_eq!(seen["node"], json!({ "title": "Stuck", "case": null }), "the matter, not the case");
    });
}

#[test]
fn escalations_as_a_file() {
    both(|world| {
        let desk = laddered(world);
        desk.raise(&world.database, OSKAR, "castor", "=cmd").unwrap();
        desk.at("12:00");
        escalations::climb_due(&world.database).unwrap();
        let mut bytes = Vec::new();
        let export = |tx: &mut Tx<'_>| escalations::export(tx, desk.agreement, FileKind::Csv, &mut bytes);
        world.database.read(&world.person(TOVE), export).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("id,path,version,trigger,about,title,company,"), "{text}");
        assert!(
            lines[1].contains(",all,1,raised,free,'=cmd,castor,,open,2,Directors,castor,2026-03-02T20:00:00Z,"),
            "{text}"
        );
        assert_eq!(lines.len(), 2);
    });
}
