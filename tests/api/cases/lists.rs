//! Lists: a team's queue by time left, pages, filters, totals, the customer's view, and what they cost.

use super::way::resolved;
use crate::support::{
    cases::{Desk, GRETA, JONAS, LEA, WHOLE, parts},
    deviations::MIRA,
    statements::{count, watch},
    world::{World, both},
};
use serde_json::{Value, json};

fn ask(world: &World, who: &str, field: &str) -> Value {
    let query = format!("{{ agreement(code: \"arnau-workplace\") {{ it: {field} }} }}");
    world.data(&world.person(who), &query, &json!({}))["agreement"]["it"].take()
}

fn references(page: &Value) -> Vec<String> {
    page["nodes"].as_array().unwrap().iter().map(|node| node["reference"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_queue_is_sorted_by_what_is_due_next_and_goes_on_where_it_ended() {
    both(|world| {
        let desk = Desk::new(world);
        let reference = |case: &Value| desk.read(LEA, case)["reference"].as_str().unwrap().to_owned();
        desk.at("07:30");
        // a response is due at half past eight
        let normal = desk.open(&json!({}));
        // a response was due at a quarter to eight and came; the next word is due at half past
        let critical = desk.open(&json!({ "priority": "critical" }));
        let critical = desk.tell(LEA, "respondToCase", &critical, &json!({}));
        desk.at("07:40");
        // paused: it has no deadline now
        let paused = desk.open(&json!({}));
        let paused = desk.tell(LEA, "pauseCase", &paused, &json!({ "reason": "awaiting-customer" }));
        desk.at("07:45");
        let soonest = desk.open(&json!({ "priority": "critical" }));
        let critical = desk.tell(LEA, "updateCase", &critical, &json!({ "told": true }));
        // somebody else's
        let away = desk.hand(&desk.open(&json!({})), LEA, ("network-team", "nordlicht"), MIRA);
        let team = desk.team("service-desk");
        let page = |after: &str| {
            ask(
                world,
                LEA,
                &format!(
                    "caseQueue(team: \"{team}\", first: 2{after}) {{ nodes {{ reference }} pageInfo {{ hasNextPage endCursor }} }}"
                ),
            )
        };
        let first = page("");
        // 08:00, then 08:30 for a response
        assert_eq!(references(&first), [reference(&soonest), reference(&normal)]);
        assert_eq!(first["pageInfo"]["hasNextPage"], true);
        let rest = page(&format!(", after: {}", first["pageInfo"]["endCursor"]));
        assert_eq!(references(&rest), [reference(&critical), reference(&paused)]);
        assert_eq!(rest["pageInfo"]["hasNextPage"], false);
        let theirs = ask(
            world,
            LEA,
            &format!("caseQueue(team: \"{}\", first: 9) {{ nodes {{ reference }} }}", desk.team("network-team")),
        );
        assert_eq!(references(&theirs), [reference(&away)]);
    });
}

#[test]
fn lists_come_in_pages_and_filters_narrow_them() {
    both(|world| {
        let desk = Desk::new(world);
        let done = resolved(&desk);
        let open: Vec<Value> = (0..4).map(|_| desk.open(&json!({ "priority": "high" }))).collect();
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let page = ask(
                world,
                JONAS,
                &format!("cases(first: 2{after}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }}"),
            );
            assert_eq!(page["totalCount"], 5);
            seen.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["id"].clone()));
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        let all: Vec<Value> = open.iter().rev().chain([&done]).map(|case| case["id"].clone()).collect();
        assert_eq!(seen, all, "the latest first");
        for (filter, number) in [
            ("phase: [RESOLVED]".to_owned(), 1),
            ("phase: [OPEN, PAUSED]".to_owned(), 4),
            ("priority: [\"high\"]".to_owned(), 4),
            ("kind: [COMPLAINT]".to_owned(), 0),
            (format!("team: \"{}\"", desk.team("service-desk")), 4),
            (format!("company: \"{}\"", desk.company("nordlicht")), 1),
            (format!("company: \"{}\"", desk.company("castor")), 0),
            (format!("customer: \"{}\"", desk.company("arnau")), 5),
            (format!("service: \"{}\"", desk.service("network")), 5),
            ("openedFrom: \"2026-03-02T12:00:00Z\"".to_owned(), 4),
            ("openedUntil: \"2026-03-02T12:00:00Z\"".to_owned(), 1),
        ] {
            let page =
                ask(world, LEA, &format!("cases(first: 9, filter: {{ {filter} }}) {{ totalCount nodes {{ id }} }}"));
            assert_eq!(
                (&page["totalCount"], page["nodes"].as_array().unwrap().len()),
                (&json!(number), number),
                "{filter}"
            );
        }
    });
}

#[test]
fn totals_are_the_sums_of_the_ledgers() {
    both(|world| {
        let desk = Desk::new(world);
        for _ in 0..2 {
            resolved(&desk);
        }
        desk.at("13:00");
        let case = desk.open(&json!({}));
        desk.at("13:10");
        let case = desk.hand(&case, LEA, ("network-team", "nordlicht"), MIRA);
        desk.at("13:20");
        let case = desk.hand(&case, MIRA, ("service-desk", "meridian"), LEA);
        desk.at("14:00");
        desk.tell(LEA, "resolveCase", &case, &json!({}));
        let sums =
            "total parts { kind company { code } seconds } betweenCompanies { cases handOvers pingPongCases pingPong }
            reopened reopens lines cases";
        let totals = ask(world, JONAS, &format!("caseTotals {{ {sums} }}"));
        assert_eq!((&totals["cases"], &totals["total"]), (&json!(3), &json!("PT9H")));
        let known: Vec<_> = parts(&totals).into_iter().filter(|part| !part.ends_with(" 0")).collect();
        assert_eq!(
            known,
            ["CUSTODY meridian 5400", "CUSTODY nordlicht 18000", "HAND_OVER_WAIT meridian 1800", "PAUSE - 7200"]
        );
        let between = json!({ "cases": 3, "handOvers": 4, "pingPongCases": 1, "pingPong": 1 });
        assert_eq!(totals["betweenCompanies"], between);
        let none = ask(world, JONAS, &format!("caseTotals(filter: {{ kind: [COMPLAINT] }}) {{ {sums} }}"));
        assert_eq!((&none["total"], &none["parts"], &none["cases"]), (&json!("PT0S"), &json!([]), &json!(0)));
    });
}

#[test]
fn the_customer_sees_where_it_stands_and_nobody_to_blame() {
    both(|world| {
        let desk = Desk::new(world);
        resolved(&desk);
        let field = "customerCases(first: 5) { nodes { reference kind title priority phase openedAt resolvedAt resolution rating
            settled stages { code name current } told { at note } promises { measure dueAt state } companies { code } revision } }";
        let seen = ask(world, GRETA, field);
        let case = &seen["nodes"][0];
        assert_eq!((&case["phase"], &case["resolution"]), (&json!("RESOLVED"), &json!("The switch is new.")));
        assert_eq!(case["told"], json!([{ "at": "2026-03-02T11:00:00Z", "note": "A switch is replaced." }]));
        assert_eq!((&case["companies"], &case["settled"]), (&json!([]), &json!(false)));
        let current: Vec<_> = case["stages"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|stage| stage["current"] == true)
            .map(|it| &it["code"])
            .collect();
        assert_eq!(current, ["solved"]);
        let text = seen.to_string().to_lowercase();
        for word in ["nordlicht", "meridian", "mira", "lea", "holm", "brandt", "awaiting"] {
            assert!(!text.contains(&format!("\"{word}")) && !text.contains(&format!(" {word}")), "{word} in {text}");
        }
        let query = format!("{{ agreement(code: \"arnau-workplace\") {{ {field} }} }}");
        assert_eq!(world.denied(&world.person(JONAS), &query, &json!({})), "FORBIDDEN");
    });
}

#[test]
fn a_page_costs_the_same_number_of_statements_whatever_is_on_it() {
    watch();
    both(|world| {
        let desk = Desk::new(world);
        resolved(&desk);
        for _ in 0..7 {
            desk.open(&json!({}));
        }
        let team = desk.team("service-desk");
        let sent = |field: &str| count(|| ask(world, LEA, field)).1;
        let cases = |first: i32| sent(&format!("cases(first: {first}) {{ totalCount nodes {{ {WHOLE} }} }}"));
        cases(1);
        let whole = cases(8);
        assert_eq!(cases(1), whole);
        assert!(whole < 10, "{whole}");
        let queue =
            |first: i32| sent(&format!("caseQueue(team: \"{team}\", first: {first}) {{ nodes {{ {WHOLE} }} }}"));
        assert_eq!(queue(1), queue(7));
        let one = desk.open(&json!({}));
        let read = |_: ()| count(|| desk.read(LEA, &one)).1;
        assert!(read(()) < 8);
    });
}
