//! Calling, moving, cancelling, starting, attending and ending a meeting, and its minutes.

use super::{
    super::notifications::kinds, APPROVE, Board, CALL, CANCEL, END, GRETA, MOVE, OBJECT, Owes, PROPOSE_MINUTES, RECORD,
    RUTH, SETTLE, START, WRITE, on, on_a_meeting,
};
use crate::support::{
    agreement::FILE,
    deviations::{CLARA, FELIX, IRENE, OSKAR, PAUL, TOVE},
    world::both,
};
use concordat::graphql::agreements::GROUP;
use serde_json::{Value, json};

#[test]
fn a_meeting_is_called_in_a_zone_that_exists_and_in_the_future() {
    both(|world| {
        let board = Board::new(world);
        let input = json!({
            "group": board.id("coordination"), "template": "CUSTOM", "title": "Network", "form": "ONLINE",
            "startsAt": "2026-04-06T07:00:00Z", "lasts": "PT1H",
        });
        let owes = Owes { able: IRENE, forbidden: FELIX, on: ("group", GROUP), stale: None, again: &[] };
        let called = CALL.hold(&board, &owes, &input);
        assert_eq!((&called["state"], &called["sequence"]), (&json!("PLANNED"), &json!(0)));
        let with = |more: Value| super::with(input.clone(), more);
        assert_eq!(board.refused(PAUL, &CALL, with(json!({ "zone": "Mars/Olympus" }))), ["MEETING_ZONE"]);
        assert_eq!(board.refused(PAUL, &CALL, with(json!({ "startsAt": "2026-04-01T07:00:00Z" }))), ["MEETING_TIME"]);
        assert_eq!(board.refused(PAUL, &CALL, with(json!({ "lasts": "P2D" }))), ["MEETING_TIME"]);
        assert_eq!(board.refused(PAUL, &CALL, with(json!({ "title": "a\u{0}b" }))), ["MEETING_STATEMENT"]);
    });
}

#[test]
fn a_planned_meeting_is_moved_and_cancelled() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("CUSTOM");
        let later = on(&called, "meeting", json!({ "startsAt": "2026-04-07T07:00:00Z" }));
        let moved = MOVE.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &later);
        assert_eq!((&moved["sequence"], &moved["startsAt"]), (&json!(1), &json!("2026-04-07T07:00:00Z")));
        let cancel = on(&moved, "meeting", json!({ "reason": "nobody can come" }));
        let cancelled = CANCEL.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &cancel);
        assert_eq!((&cancelled["sequence"], &cancelled["state"]), (&json!(2), &json!("CANCELLED")));
        let again = on(&cancelled, "meeting", json!({ "reason": "nobody can come" }));
        assert_eq!(board.refused(PAUL, &CANCEL, again), ["MEETING_NOT_PLANNED"]);
    });
}

#[test]
fn a_meeting_is_started_attended_and_ended() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("CUSTOM");
        assert_eq!(board.refused(PAUL, &START, on(&called, "meeting", json!({}))), ["MEETING_AHEAD"]);
        world.at("2026-04-06T06:30:00Z");
        let start = on(&called, "meeting", json!({}));
        let running = START.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &start);
        assert_eq!((&running["state"], &running["quorum"]), (&json!("RUNNING"), &json!(false)));
        let seats = board.seats(&[("meridian", PAUL), ("nordlicht", TOVE), ("castor", CLARA)]);
        let record = on(&running, "meeting", json!({ "attendance": seats }));
        let attended = RECORD.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &record);
        assert_eq!(attended["quorum"], json!(true));
        let stranger = board.seats(&[("meridian", IRENE)]);
        let record = on(&attended, "meeting", json!({ "attendance": stranger }));
        assert_eq!(board.refused(PAUL, &RECORD, record), ["MEETING_NOT_A_MEMBER"]);
        let end = on(&attended, "meeting", json!({}));
        let ended = END.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &end);
        assert_eq!((&ended["state"], &ended["quorum"]), (&json!("HELD"), &json!(true)));
        let told = world.events(board.group.agreement);
        let absent = told.iter().filter(|kind| *kind == "meeting.company_absent").count();
        assert_eq!(absent, 2, "halden and the town were not there");
        assert!(!told.contains(&"meeting.without_quorum".to_owned()));
    });
}

#[test]
fn a_deputy_sits_for_the_member_and_a_missing_quorum_is_told() {
    both(|world| {
        let board = Board::new(world);
        let running = board.running();
        let mut seats = board.seats(&[("meridian", PAUL)]);
        seats[0]["deputy"] = json!(board.person(RUTH));
        let attended = board.done(PAUL, &RECORD, on(&running, "meeting", json!({ "attendance": seats })));
        assert_eq!(attended["quorum"], json!(false));
        board.done(PAUL, &END, on(&attended, "meeting", json!({})));
        assert!(world.events(board.group.agreement).contains(&"meeting.without_quorum".to_owned()));
        let query = "query($id: ID!) { node(id: $id) { ... on Meeting { attendance { deputy person { name } presence }
             turnout { company { code } came } } } }";
        let seen = world.data(&world.person(OSKAR), query, &json!({ "id": running["id"] }))["node"].clone();
        let sat = seen["attendance"].as_array().unwrap().iter().find(|seat| seat["presence"] == "PRESENT").unwrap();
        assert_eq!((&sat["deputy"], &sat["person"]["name"]), (&json!(true), &json!("Ruth Adler")));
        let came: Vec<&str> =
            seen["turnout"].as_array().unwrap().iter().filter_map(|one| one["came"].as_str()).collect();
        assert_eq!(came.iter().filter(|came| **came == "CAME").count(), 1);
        assert_eq!(came.iter().filter(|came| **came == "ABSENT").count(), 4);
    });
}

#[test]
fn a_kick_off_goes_through_its_six_subjects() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("KICK_OFF");
        let agenda = called["agenda"].as_array().unwrap().clone();
        assert_eq!(agenda.len(), 6);
        world.at("2026-04-06T07:00:00Z");
        let running = board.done(PAUL, &START, on(&called, "meeting", json!({})));
        let end = on(&running, "meeting", json!({}));
        assert_eq!(board.refused(PAUL, &END, end.clone()).len(), 6);
        for matter in running["agenda"].as_array().unwrap() {
            let noted = on(matter, "agendaItem", json!({ "outcome": "NOTED", "text": "as agreed" }));
            board.done(PAUL, &SETTLE, noted);
        }
        assert_eq!(board.done(PAUL, &END, end)["state"], "HELD");
    });
}

#[test]
fn minutes_are_approved_by_every_company_that_was_there() {
    both(|world| {
        let board = Board::new(world);
        let running = board.running();
        let seats = board.seats(&[("meridian", PAUL), ("nordlicht", TOVE), ("arnau", GRETA)]);
        let attended = board.done(PAUL, &RECORD, on(&running, "meeting", json!({ "attendance": seats })));
        let text = json!({ "text": "The network holds." });
        let written = WRITE.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &on(&attended, "meeting", text));
        let ended = board.done(PAUL, &END, on(&written, "meeting", json!({})));
        let propose = on(&ended, "meeting", json!({}));
        let proposed = PROPOSE_MINUTES.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &propose);
        assert_eq!(proposed["minutes"]["state"], "PROPOSED");
        let waits = |who: &str| kinds(world, who).contains(&"MINUTES".to_owned());
        assert_eq!([PAUL, TOVE, GRETA, OSKAR].map(waits), [true, true, true, false], "Oskar was not there");
        let missed = on(&proposed, "meeting", json!({ "company": board.company("halden") }));
        assert_eq!(board.refused(OSKAR, &APPROVE, missed), ["MINUTES_NOT_ASKED"]);
        let objection = on(&proposed, "meeting", json!({ "reason": "it was the desk" }));
        let objected = OBJECT.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &objection);
        let first = APPROVE.hold(&board, &on_a_meeting(&["MEETING_STALE"]), &on(&objected, "meeting", json!({})));
        assert_eq!(first["minutes"]["state"], "PROPOSED");
        let second = board.done(TOVE, &APPROVE, on(&first, "meeting", json!({})));
        assert_eq!([PAUL, TOVE, GRETA].map(waits), [false, false, true]);
        let last = board.done(GRETA, &APPROVE, on(&second, "meeting", json!({})));
        assert_eq!(last["minutes"]["state"], "APPROVED");
        let late = on(&last, "meeting", json!({ "text": "otherwise" }));
        assert_eq!(board.refused(PAUL, &WRITE, late), ["MINUTES_PROPOSED"]);
    });
}

#[test]
fn meetings_of_a_group_are_its_members_to_hold_and_the_stewards() {
    both(|world| {
        let board = Board::new(world);
        let seat = "role: chair, deputy: ruth.adler@meridian.example, calendar: town-hours";
        let amended = FILE.replacen(seat, "role: chair, calendar: town-hours", 1);
        assert_ne!(amended, FILE);
        world.active(&amended.replace("effective_from: 2025-01-01", "effective_from: 2026-04-04"));
        world.at("2026-04-05T08:00:00Z");
        let input = |group: &str| {
            json!({
                "group": board.id(group), "template": "CUSTOM", "title": "Network", "form": "ONLINE",
                "startsAt": "2026-04-06T07:00:00Z", "lasts": "PT1H",
            })
        };
        let ruth = world.person(RUTH);
        let denied =
            |verb: &super::Verb<'_>, value: &Value| world.denied(&ruth, &verb.document(), &json!({ "input": value }));
        assert_eq!(denied(&CALL, &input("coordination")), "FORBIDDEN", "she sits in the directors alone");
        board.done(RUTH, &CALL, input("directors"));
        let called = board.done(IRENE, &CALL, input("coordination"));
        let cancel = on(&called, "meeting", json!({ "reason": "nobody can come" }));
        assert_eq!(denied(&CANCEL, &cancel), "FORBIDDEN");
        world.at("2026-04-06T07:00:00Z");
        assert_eq!(denied(&START, &on(&called, "meeting", json!({}))), "FORBIDDEN");
        let running = board.done(PAUL, &START, on(&called, "meeting", json!({})));
        let matter = board.matter(&running, "The lift");
        let noted = on(&matter, "agendaItem", json!({ "outcome": "NOTED", "text": "it works" }));
        for (verb, value) in [
            (&SETTLE, noted),
            (&WRITE, on(&running, "meeting", json!({ "text": "words" }))),
            (&END, on(&running, "meeting", json!({}))),
        ] {
            assert_eq!(denied(verb, &value), "FORBIDDEN", "{}", verb.field);
        }
    });
}
