//! Agendas: added to, put in order, taken from, and what came of each matter.

use super::{ADD, Board, CANCEL, END, REMOVE, REORDER, SETTLE, codes, on, on_a_matter, on_a_meeting};
use crate::support::{
    deviations::{PAUL, TOVE},
    world::both,
};
use serde_json::{Value, json};
use std::thread;

fn titles(meeting: &Value) -> Vec<&str> {
    meeting["agenda"].as_array().unwrap().iter().filter_map(|matter| matter["title"].as_str()).collect()
}

/// The agenda of a meeting as somebody sees it.
fn agenda(board: &Board<'_>, meeting: &Value) -> Value {
    let query = "query($id: ID!) { node(id: $id) { ... on Meeting { agenda { id title outcome revision } } } }";
    board.world().data(&board.world().person(TOVE), query, &json!({ "id": meeting["id"] }))["node"].clone()
}

#[test]
fn several_add_to_an_agenda_and_the_order_names_every_matter() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("CUSTOM");
        let input = json!({ "meeting": called["id"], "section": "OTHER", "title": "The lift" });
        let first = ADD.hold(&board, &on_a_meeting(&[]), &input);
        let of_tove = json!({ "meeting": called["id"], "section": "OTHER", "title": "The roof" });
        board.done(TOVE, &ADD, of_tove);
        let now = agenda(&board, &called);
        assert_eq!(titles(&now), ["The lift", "The lift", "The roof"]);
        let mut ids: Vec<Value> = now["agenda"].as_array().unwrap().iter().map(|matter| matter["id"].clone()).collect();
        ids.reverse();
        let some = json!({ "meeting": called["id"], "items": ids[1..] });
        assert_eq!(board.refused(PAUL, &REORDER, some), ["AGENDA_ORDER"]);
        let order = json!({ "meeting": called["id"], "items": ids });
        let ordered = REORDER.hold(&board, &on_a_meeting(&[]), &order);
        assert_eq!(titles(&ordered), ["The roof", "The lift", "The lift"]);
        let matter = ordered["agenda"].as_array().unwrap().iter().find(|one| one["id"] == first["id"]).unwrap();
        let owes = super::Owes { again: &[], ..on_a_matter(&[]) };
        let gone = json!({ "agendaItem": matter["id"], "revision": matter["revision"] });
        let done = board.ask(owes.able, &REMOVE, gone);
        assert_eq!((codes(&done), titles(&done["meeting"]).len()), (vec![], 2));
    });
}

#[test]
fn a_matter_comes_to_an_outcome_in_the_running_meeting() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("CUSTOM");
        let early = board.matter(&called, "The lift");
        let drop = json!({ "outcome": "DROPPED", "text": "it works" });
        assert_eq!(board.refused(PAUL, &SETTLE, on(&early, "agendaItem", drop.clone())), ["MEETING_NOT_RUNNING"]);
        world.at("2026-04-06T07:00:00Z");
        board.done(PAUL, &super::START, on(&called, "meeting", json!({})));
        let matter = agenda(&board, &called)["agenda"][0].clone();
        let none = on(&matter, "agendaItem", json!({ "outcome": "DECIDED" }));
        assert_eq!(board.refused(PAUL, &SETTLE, none), ["AGENDA_OUTCOME"]);
        let here = on(&matter, "agendaItem", json!({ "outcome": "DEFERRED", "deferredTo": called["id"] }));
        assert_eq!(board.refused(PAUL, &SETTLE, here), ["AGENDA_DEFERRED_TO"]);
        let settled =
            SETTLE.hold(&board, &on_a_matter(&["AGENDA_ITEM_STALE"]), &on(&matter, "agendaItem", drop.clone()));
        assert_eq!(settled["outcome"], "DROPPED");
        assert_eq!(board.refused(PAUL, &SETTLE, on(&settled, "agendaItem", drop)), ["AGENDA_ITEM_SETTLED"]);
    });
}

#[test]
fn of_two_who_settle_a_matter_at_once_one_is_told() {
    both(|world| {
        let board = Board::new(world);
        let running = board.running();
        let matter = board.matter(&running, "The lift");
        let input = |text: &str| on(&matter, "agendaItem", json!({ "outcome": "NOTED", "text": text }));
        let document = SETTLE.document();
        let both_ask = |who: &str, text: &str| {
            let data = world.data(&world.person(who), &document, &json!({ "input": input(text) }));
            codes(&data["setAgendaOutcome"])
        };
        let mut told = thread::scope(|scope| {
            let one = scope.spawn(|| both_ask(PAUL, "it is the cable"));
            let other = scope.spawn(|| both_ask(TOVE, "it is the switch"));
            [one.join().unwrap(), other.join().unwrap()]
        });
        told.sort();
        assert_eq!(told, [vec![], vec!["AGENDA_ITEM_STALE".to_owned()]]);
    });
}

#[test]
fn what_was_not_settled_goes_to_the_next_meeting_or_keeps_this_one_open() {
    both(|world| {
        let board = Board::new(world);
        let running = board.running();
        board.matter(&running, "The lift");
        assert_eq!(board.refused(PAUL, &END, on(&running, "meeting", json!({}))), ["MEETING_ITEMS_OPEN"]);
        let next = json!({
            "group": board.id("coordination"), "template": "CUSTOM", "title": "Next", "form": "ONLINE",
            "startsAt": "2026-04-13T07:00:00Z", "lasts": "PT1H",
        });
        let next = board.done(PAUL, &super::CALL, next);
        let ended = board.done(PAUL, &END, on(&running, "meeting", json!({})));
        assert_eq!(ended["agenda"][0]["outcome"], "DEFERRED");
        assert_eq!(titles(&agenda(&board, &next)), ["The lift"]);
        let other = json!({
            "group": board.id("coordination"), "template": "CUSTOM", "title": "After", "form": "ONLINE",
            "startsAt": "2026-04-20T07:00:00Z", "lasts": "PT1H",
        });
        let after = board.done(PAUL, &super::CALL, other);
        board.done(PAUL, &CANCEL, on(&next, "meeting", json!({ "reason": "a storm" })));
        assert_eq!(titles(&agenda(&board, &after)), ["The lift"], "nothing raised is lost");
    });
}
