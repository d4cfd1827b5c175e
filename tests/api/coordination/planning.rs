//! Meetings planned from the cadences of the agreement, missed when nobody starts them, found in lists.

use super::{ADD, Board, MOVE, on};
use crate::support::{
    deviations::{FELIX, PAUL},
    world::both,
};
use concordat_service::coordination;
use serde_json::{Value, json};
use std::thread;

const LIST: &str = "query($first: First!, $after: Cursor, $order: MeetingOrder, $filter: MeetingFilter) {
    agreement(code: \"arnau-workplace\") { meetings(first: $first, after: $after, order: $order, filter: $filter) {
        totalCount pageInfo { endCursor hasNextPage }
        nodes { id revision cadence occurrence startsAt state sequence agenda { title } decisions { id } } } } }";

fn list(board: &Board<'_>, variables: &Value) -> Value {
    let world = board.world();
    world.data(&world.person(FELIX), LIST, variables)["agreement"]["meetings"].clone()
}

fn weekly(board: &Board<'_>) -> Vec<Value> {
    let page = list(board, &json!({ "first": 100, "order": "EARLIEST_FIRST" }));
    let nodes = page["nodes"].as_array().unwrap().clone();
    nodes.into_iter().filter(|meeting| meeting["cadence"] == "weekly").collect()
}

#[test]
fn cadences_become_meetings_once_also_with_two_servers() {
    both(|world| {
        let board = Board::new(world);
        let planned: usize = thread::scope(|scope| {
            let servers = [(); 2].map(|()| scope.spawn(|| coordination::plan_due(&world.database).unwrap()));
            servers.into_iter().map(|server| server.join().unwrap()).sum()
        });
        assert!(planned > 8, "{planned}");
        assert_eq!(coordination::plan_due(&world.database).unwrap(), 0);
        let mondays = weekly(&board);
        assert!(mondays.len() >= 8, "sixty days have eight Mondays");
        let occurrences: std::collections::BTreeSet<&str> =
            mondays.iter().filter_map(|meeting| meeting["occurrence"].as_str()).collect();
        assert_eq!(occurrences.len(), mondays.len());
        assert!(occurrences.iter().all(|local| local.ends_with("T09:00:00")), "nine o'clock in Vienna all the year");
    });
}

#[test]
fn what_was_moved_by_hand_stays_and_what_nobody_starts_is_missed() {
    both(|world| {
        let board = Board::new(world);
        coordination::plan_due(&world.database).unwrap();
        let first = weekly(&board).into_iter().find(|meeting| meeting["state"] == "PLANNED").unwrap();
        let to = json!({ "startsAt": "2026-04-08T09:00:00Z" });
        board.done(PAUL, &MOVE, on(&first, "meeting", to));
        board.done(PAUL, &ADD, json!({ "meeting": first["id"], "section": "OTHER", "title": "The lift" }));
        assert_eq!(coordination::plan_due(&world.database).unwrap(), 0);
        world.at("2026-04-08T10:00:00Z");
        assert!(coordination::fire_due(&world.database).unwrap() > 0);
        let meetings = weekly(&board);
        let missed = meetings.iter().find(|meeting| meeting["id"] == first["id"]).unwrap();
        assert_eq!(missed["state"], "MISSED");
        let told = world.events(board.group.agreement);
        assert!(told.contains(&"meeting.missed".to_owned()));
        let carried = meetings.iter().filter(|meeting| meeting["state"] == "PLANNED");
        let next: Vec<&Value> = carried.filter(|meeting| !meeting["agenda"].as_array().unwrap().is_empty()).collect();
        assert!(next.iter().any(|meeting| meeting["agenda"][0]["title"] == "The lift"), "nothing raised is lost");
    });
}

#[test]
fn pages_follow_each_other_in_both_orders() {
    both(|world| {
        let board = Board::new(world);
        coordination::plan_due(&world.database).unwrap();
        let group = board.id("coordination");
        for order in ["EARLIEST_FIRST", "LATEST_FIRST"] {
            let all = list(&board, &json!({ "first": 100, "order": order, "filter": { "group": group } }));
            let (mut found, mut after) = (Vec::new(), Value::Null);
            loop {
                let variables = json!({ "first": 3, "after": after, "order": order, "filter": { "group": group } });
                let page = list(&board, &variables);
                found.extend(page["nodes"].as_array().unwrap().clone());
                after = page["pageInfo"]["endCursor"].clone();
                if page["pageInfo"]["hasNextPage"] == false {
                    break;
                }
            }
            assert_eq!(json!(found), all["nodes"], "{order}");
            assert_eq!(all["totalCount"], json!(found.len()));
        }
        let query = "query($id: ID!) { node(id: $id) { ... on CoordinationGroup { nextMeeting { startsAt }
             meetings(first: 1, order: EARLIEST_FIRST, filter: { state: [PLANNED] }) { nodes { startsAt } } } } }";
        let found = world.data(&world.person(PAUL), query, &json!({ "id": group }))["node"].clone();
        assert_eq!(found["nextMeeting"], found["meetings"]["nodes"][0]);
    });
}
