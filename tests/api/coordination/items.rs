//! Action items: given, done, taken back, and reminded of once each, in order.

use super::{Board, Owes, Verb, on};
use crate::support::{
    deviations::{FELIX, MIRA, PAUL, TOVE},
    world::both,
};
use concordat::graphql::{agreements::GROUP, coordination::ACTION_ITEM};
use concordat_domain::access::{Actor, Role};
use concordat_service::coordination;
use serde_json::{Value, json};
use std::{sync::Arc, thread};

const ASKED: &str = "id revision state dueOn company { code } person { name } closingText";
pub const ASSIGN: Verb<'_> =
    Verb { field: "assignActionItem", input: "AssignActionItemInput", noun: "actionItem", asked: ASKED };
const COMPLETE: Verb<'_> =
    Verb { field: "completeActionItem", input: "CompleteActionItemInput", noun: "actionItem", asked: ASKED };
const DROP: Verb<'_> = Verb { field: "dropActionItem", input: "DropActionItemInput", noun: "actionItem", asked: ASKED };

fn errand(board: &Board<'_>, due: &str) -> Value {
    json!({
        "group": board.id("coordination"), "title": "Train the night shift", "company": board.company("nordlicht"),
        "person": board.person(MIRA), "dueOn": due,
    })
}

const fn owes<'a>(able: &'a str, again: &'a [&'a str]) -> Owes<'a> {
    Owes { able, forbidden: FELIX, on: ("actionItem", ACTION_ITEM), stale: Some("ITEM_STALE"), again }
}

#[test]
fn a_company_is_given_something_to_do_and_does_it() {
    both(|world| {
        let board = Board::new(world);
        let group = Owes { able: PAUL, forbidden: FELIX, on: ("group", GROUP), stale: None, again: &[] };
        let given = ASSIGN.hold(&board, &group, &errand(&board, "2026-04-20"));
        assert_eq!(board.refused(PAUL, &ASSIGN, errand(&board, "2026-04-02")), ["ITEM_DUE"]);
        let stranger = super::with(errand(&board, "2026-04-20"), json!({ "person": board.person(PAUL) }));
        assert_eq!(board.refused(PAUL, &ASSIGN, stranger), ["ITEM_OWNER"]);
        let done = on(&given, "actionItem", json!({ "evidence": "the list of names" }));
        let document = COMPLETE.document();
        let other = world.denied(&world.person(PAUL), &document, &json!({ "input": done }));
        assert_eq!(other, "FORBIDDEN", "meridian sees it and does not do it");
        let done = COMPLETE.hold(&board, &owes(MIRA, &["ITEM_STALE"]), &done);
        assert_eq!((&done["state"], &done["closingText"]), (&json!("DONE"), &json!("the list of names")));
        let again = on(&done, "actionItem", json!({ "evidence": "more" }));
        assert_eq!(board.refused(TOVE, &COMPLETE, again), ["ITEM_NOT_OPEN"]);
    });
}

#[test]
fn it_is_taken_back_with_a_reason() {
    both(|world| {
        let board = Board::new(world);
        let given = board.done(PAUL, &ASSIGN, errand(&board, "2026-04-20"));
        let drop = on(&given, "actionItem", json!({ "reason": "nobody works at night" }));
        let dropped = DROP.hold(&board, &owes(PAUL, &["ITEM_STALE"]), &drop);
        assert_eq!(dropped["state"], "DROPPED");
        world.at("2026-05-20T08:00:00Z");
        coordination::fire_due(&world.database).unwrap();
        assert!(!world.events(board.group.agreement).contains(&"item.overdue".to_owned()));
    });
}

#[test]
fn it_is_told_due_soon_and_overdue_once_and_in_order_also_by_two_servers() {
    both(|world| {
        let board = Board::new(world);
        for due in ["2026-04-20", "2026-04-17", "2026-04-18"] {
            board.done(PAUL, &ASSIGN, errand(&board, due));
        }
        let told = || {
            let kinds = world.events(board.group.agreement);
            kinds
                .into_iter()
                .filter(|kind| ["item.due_soon", "item.overdue"].contains(&kind.as_str()))
                .collect::<Vec<_>>()
        };
        coordination::fire_due(&world.database).unwrap();
        assert_eq!(told(), [""; 0]);
        // the last one is due soon, and the first one overdue a day later
        world.at("2026-04-21T08:00:00Z");
        let fired: usize = thread::scope(|scope| {
            let servers = [(); 2].map(|()| scope.spawn(|| coordination::fire_due(&world.database).unwrap()));
            servers.into_iter().map(|server| server.join().unwrap()).sum()
        });
        assert_eq!(fired, 6);
        let soon = "item.due_soon";
        let overdue = "item.overdue";
        assert_eq!(told(), [soon, soon, soon, overdue, overdue, overdue]);
        assert_eq!(coordination::fire_due(&world.database).unwrap(), 0);
    });
}

#[test]
fn lists_hold_what_is_one_s_own_to_do_or_everything_for_who_sits_in_the_group() {
    both(|world| {
        let board = Board::new(world);
        board.done(PAUL, &ASSIGN, errand(&board, "2026-04-20"));
        let own = json!({
            "group": board.id("coordination"), "title": "Ask the town", "company": board.company("meridian"),
            "dueOn": "2026-04-12",
        });
        board.done(PAUL, &ASSIGN, own);
        let query =
            "{ agreement(code: \"arnau-workplace\") { actionItems(first: 10) { totalCount nodes { title } } } }";
        let seen_by = |who: &Arc<Actor>| {
            let data = world.data(who, query, &json!({}));
            let nodes = data["agreement"]["actionItems"]["nodes"].as_array().unwrap().clone();
            nodes.iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let seen = |who: &str| seen_by(&world.person(who));
        assert_eq!(seen(TOVE), ["Ask the town", "Train the night shift"]);
        assert_eq!(seen(FELIX), ["Ask the town", "Train the night shift"]);
        let mut mira = (*world.person(MIRA)).clone();
        mira.grants.retain(|grant| grant.role == Role::Engineer);
        assert_eq!(seen_by(&Arc::new(mira)), ["Train the night shift"], "an engineer sees their company's");
    });
}
