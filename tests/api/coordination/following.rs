//! `meetingEvents`: whoever sees meetings hears what happens in them, and nothing of what is concealed from them.

use super::{
    ADD, Board, RECORD, REMOVE, SETTLE, START, WRITE,
    decisions::{GIVE, PROPOSE},
    items::ASSIGN,
    on,
};
use crate::support::{
    deviations::{CLARA, OSKAR, PAUL, TOVE},
    followed::{Following, serve},
    world::both,
};
use concordat::graphql::{agreements::TAG, deviations::DEVIATION, kernel::global_id::GlobalId};
use serde_json::{Value, json};

const EVENTS: &str = "subscription($agreement: ID!, $meeting: ID, $after: Long) {
    meetingEvents(agreement: $agreement, meeting: $meeting, after: $after) {
        kind subject person { name } company { code } meeting { id state agenda { title } } agendaItem { id title outcome }
        decision { id state } actionItem { id title } } }";

fn following(board: &Board<'_>, who: &str, more: Value) -> (impl Sized, Following) {
    let server = serve(board.world());
    let agreement = GlobalId::new(TAG, board.group.agreement, board.group.agreement.0).encode().to_string();
    let of = super::with(json!({ "agreement": agreement }), more);
    let following = Following::new(&server, who, "meetingEvents", EVENTS, &of);
    (server, following)
}

#[test]
fn what_happens_in_a_meeting_is_heard_in_order() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("CUSTOM");
        let (_server, oskar) = following(&board, OSKAR, json!({ "meeting": called["id"] }));
        let mut oskar = oskar.begun();
        board.called("CUSTOM");
        let matter = board.matter(&called, "The lift");
        let heard = oskar.next();
        assert_eq!(
            (&heard["kind"], &heard["subject"]),
            (&json!("agenda_item.added"), &matter["id"]),
            "not the other meeting"
        );
        assert_eq!((&heard["person"]["name"], &heard["company"]["code"]), (&json!("Paul Amsel"), &json!("meridian")));
        assert_eq!((&heard["agendaItem"]["title"], &heard["meeting"]["id"]), (&json!("The lift"), &called["id"]));
        world.at("2026-04-06T07:00:00Z");
        let running = board.done(PAUL, &START, on(&called, "meeting", json!({})));
        let seats = board.seats(&[("meridian", PAUL), ("nordlicht", TOVE), ("castor", CLARA)]);
        let attended = board.done(PAUL, &RECORD, on(&running, "meeting", json!({ "attendance": seats })));
        let matter = attended["agenda"].as_array().unwrap().iter().find(|one| one["id"] == matter["id"]).unwrap();
        board.done(PAUL, &SETTLE, on(matter, "agendaItem", json!({ "outcome": "NOTED", "text": "it works" })));
        let words = json!({
            "group": board.id("coordination"), "meeting": called["id"], "title": "The lift", "text": "It is mended.",
            "companies": [board.company("meridian"), board.company("nordlicht")],
        });
        let proposed = board.done(PAUL, &PROPOSE, words);
        board.done(TOVE, &GIVE, on(&proposed, "decision", json!({ "word": "CONSENTS" })));
        let item = json!({
            "group": board.id("coordination"), "meeting": called["id"], "title": "Mend it",
            "company": board.company("nordlicht"), "dueOn": "2026-04-20",
        });
        let item = board.done(PAUL, &ASSIGN, item);
        board.done(PAUL, &WRITE, on(&attended, "meeting", json!({ "text": "The lift is mended." })));
        let heard: Vec<Value> = (0..7).map(|_| oskar.next()).collect();
        let kinds: Vec<&str> = heard.iter().map(|one| one["kind"].as_str().unwrap()).collect();
        let due = [
            "meeting.started",
            "meeting.attended",
            "agenda_item.settled",
            "decision.proposed",
            "decision.voiced",
            "item.assigned",
            "minutes.written",
        ];
        assert_eq!(kinds, due);
        assert_eq!(heard[2]["agendaItem"]["outcome"], "NOTED");
        assert_eq!((&heard[3]["decision"]["id"], &heard[3]["subject"]), (&proposed["id"], &proposed["id"]));
        assert_eq!(heard[5]["actionItem"], json!({ "id": item["id"], "title": "Mend it" }));
        assert!(heard.iter().all(|one| one["meeting"]["id"] == called["id"]));
    });
}

#[test]
fn a_matter_that_is_concealed_is_not_heard_of_when_it_comes_nor_when_it_goes() {
    both(|world| {
        let board = Board::new(world);
        let facts = [("improvements-delivered", "castor", 10)];
        board.group.assess_as(&world.console(), "2026-03", &facts).unwrap();
        let own = board.group.deviation(CLARA, ("improvements-delivered", Some("castor"), "2026-03")).unwrap();
        let about = GlobalId::new(DEVIATION, board.group.agreement, own.deviation.id.0).encode().to_string();
        let called = board.called("CUSTOM");
        let (_kept, clara) = following(&board, CLARA, json!({}));
        let (_server, oskar) = following(&board, OSKAR, json!({}));
        let (mut clara, mut oskar) = (clara.begun(), oskar.begun());
        let matter = json!({ "meeting": called["id"], "section": "DEVIATIONS", "title": "Ours", "about": about });
        let matter = board.done(CLARA, &ADD, matter);
        board.ask(CLARA, &REMOVE, on(&matter, "agendaItem", json!({})));
        let open = board.matter(&called, "The lift");
        let heard: Vec<Value> = (0..3).map(|_| clara.next()).collect();
        assert_eq!((&heard[1]["kind"], &heard[1]["subject"]), (&json!("agenda_item.removed"), &matter["id"]));
        assert_eq!((&heard[1]["agendaItem"], &heard[1]["meeting"]["id"]), (&Value::Null, &called["id"]));
        let first = oskar.next();
        assert_eq!((&first["kind"], &first["subject"]), (&json!("agenda_item.added"), &open["id"]));
        // from the beginning of the log, too
        let (_server, mut oskar) = following(&board, OSKAR, json!({ "after": 0 }));
        let mut seen = vec![oskar.next()];
        while seen.last().unwrap()["subject"] != open["id"] {
            seen.push(oskar.next());
        }
        assert!(seen.iter().all(|one| one["subject"] != matter["id"]), "{seen:?}");
    });
}
