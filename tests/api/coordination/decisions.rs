//! Decisions: one voice for each company, whoever of its people gives it.

use super::{Board, END, GRETA, Owes, RECORD, RUTH, Verb, on};
use crate::support::{
    deviations::{CLARA, FELIX, IRENE, OSKAR, PAUL, TOVE},
    world::both,
};
use concordat::graphql::{agreements::GROUP, coordination::DECISION};
use serde_json::{Value, json};
use std::thread;

const ASKED: &str = "id revision state voices { company { code } word seat { name } by { person { name } } }";
pub const PROPOSE: Verb<'_> =
    Verb { field: "proposeDecision", input: "ProposeDecisionInput", noun: "decision", asked: ASKED };
pub const GIVE: Verb<'_> = Verb { field: "giveVoice", input: "GiveVoiceInput", noun: "decision", asked: ASKED };
const WITHDRAW: Verb<'_> =
    Verb { field: "withdrawDecision", input: "GroupDecisionInput", noun: "decision", asked: ASKED };

fn motion(board: &Board<'_>, more: Value) -> Value {
    let all = json!({ "group": board.id("coordination"), "title": "Windows", "text": "Changes are made on Sundays." });
    super::with(all, more)
}

/// A decision that concerns meridian and nordlicht alone.
fn of_two(board: &Board<'_>, more: Value) -> Value {
    let companies = [board.company("meridian"), board.company("nordlicht")];
    board.done(PAUL, &PROPOSE, super::with(motion(board, json!({ "companies": companies })), more))
}

const fn owes<'a>(able: &'a str, again: &'a [&'a str]) -> Owes<'a> {
    Owes { able, forbidden: FELIX, on: ("decision", DECISION), stale: Some("DECISION_STALE"), again }
}

fn yes(decision: &Value) -> Value {
    on(decision, "decision", json!({ "word": "CONSENTS" }))
}

#[test]
fn a_decision_is_adopted_by_the_consent_of_each_company_once() {
    both(|world| {
        let board = Board::new(world);
        let group = Owes { able: PAUL, forbidden: FELIX, on: ("group", GROUP), stale: None, again: &[] };
        let proposed = PROPOSE.hold(&board, &group, &motion(&board, json!({})));
        assert_eq!(proposed["voices"].as_array().unwrap().len(), 5, "all with a seat");
        let deputy = GIVE.hold(&board, &owes(RUTH, &["DECISION_STALE"]), &yes(&proposed));
        let meridian = |decision: &Value| {
            let voices = decision["voices"].as_array().unwrap().clone();
            voices.into_iter().find(|voice| voice["company"]["code"] == "meridian").unwrap()
        };
        let said = meridian(&deputy);
        assert_eq!(
            (&said["seat"]["name"], &said["by"]["person"]["name"]),
            (&json!("Paul Amsel"), &json!("Ruth Adler"))
        );
        let member = board.done(PAUL, &GIVE, yes(&deputy));
        assert_eq!((&member["revision"], &meridian(&member)), (&deputy["revision"], &said), "it counts once");
        let last = [TOVE, CLARA, OSKAR, GRETA].iter().fold(member, |decision, who| {
            assert_eq!(decision["state"], "PROPOSED");
            board.done(who, &GIVE, yes(&decision))
        });
        assert_eq!(last["state"], "ADOPTED");
        assert_eq!(board.refused(PAUL, &GIVE, yes(&last)), ["DECISION_NOT_PROPOSED"]);
        let told = world.events(board.group.agreement);
        assert_eq!(told.iter().filter(|kind| *kind == "decision.voiced").count(), 5);
        assert_eq!(told.iter().filter(|kind| *kind == "decision.adopted").count(), 1);
    });
}

#[test]
fn who_has_no_seat_or_is_not_concerned_does_not_speak() {
    both(|world| {
        let board = Board::new(world);
        let proposed = of_two(&board, json!({}));
        assert_eq!(board.refused(OSKAR, &GIVE, yes(&proposed)), ["DECISION_NOT_CONCERNED"]);
        let document = GIVE.document();
        let denied = world.denied(&world.person(IRENE), &document, &json!({ "input": yes(&proposed) }));
        assert_eq!(denied, "FORBIDDEN", "the steward has no company's voice");
        let foreign = super::with(yes(&proposed), json!({ "company": board.company("nordlicht") }));
        assert_eq!(world.denied(&world.person(PAUL), &document, &json!({ "input": foreign })), "FORBIDDEN");
        let silent = on(&proposed, "decision", json!({ "word": "OBJECTS" }));
        assert_eq!(board.refused(PAUL, &GIVE, silent), ["MEETING_STATEMENT"]);
    });
}

#[test]
fn a_meeting_without_a_quorum_adopts_nothing() {
    both(|world| {
        let board = Board::new(world);
        let running = board.running();
        let proposed = of_two(&board, json!({ "meeting": running["id"] }));
        let first = board.done(PAUL, &GIVE, yes(&proposed));
        let second = board.done(TOVE, &GIVE, yes(&first));
        assert_eq!(second["state"], "PROPOSED");
        let seats = board.seats(&[("meridian", PAUL), ("nordlicht", TOVE)]);
        let attended = board.done(PAUL, &RECORD, on(&running, "meeting", json!({ "attendance": seats })));
        assert_eq!(attended["quorum"], json!(false));
        board.done(PAUL, &END, on(&attended, "meeting", json!({})));
        let written = board.done(PAUL, &GIVE, yes(&second));
        assert_eq!(written["state"], "PROPOSED");
        assert_eq!(board.done(TOVE, &GIVE, yes(&written))["state"], "ADOPTED");
    });
}

#[test]
fn voices_of_a_meeting_count_as_soon_as_it_has_its_quorum() {
    both(|world| {
        let board = Board::new(world);
        let running = board.running();
        let proposed = of_two(&board, json!({ "meeting": running["id"] }));
        let first = board.done(PAUL, &GIVE, yes(&proposed));
        board.done(TOVE, &GIVE, yes(&first));
        let seats = board.seats(&[("meridian", PAUL), ("nordlicht", TOVE), ("castor", CLARA)]);
        board.done(PAUL, &RECORD, on(&running, "meeting", json!({ "attendance": seats })));
        assert!(world.events(board.group.agreement).contains(&"decision.adopted".to_owned()));
    });
}

#[test]
fn of_two_who_speak_for_a_company_at_once_one_is_told() {
    both(|world| {
        let board = Board::new(world);
        let proposed = of_two(&board, json!({}));
        let say = |who: &str, word: &str| {
            let input = on(&proposed, "decision", json!({ "word": word }));
            board.refused(who, &GIVE, input)
        };
        let mut told = thread::scope(|scope| {
            let one = scope.spawn(|| say(PAUL, "CONSENTS"));
            let other = scope.spawn(|| say(RUTH, "ABSTAINS"));
            [one.join().unwrap(), other.join().unwrap()]
        });
        told.sort();
        assert_eq!(told, [vec![], vec!["DECISION_STALE".to_owned()]]);
    });
}

#[test]
fn a_decision_is_withdrawn_by_its_proposer_and_superseded_by_another() {
    both(|world| {
        let board = Board::new(world);
        let proposed = of_two(&board, json!({}));
        assert_eq!(board.refused(TOVE, &WITHDRAW, on(&proposed, "decision", json!({}))), ["DECISION_OF_ANOTHER"]);
        let gone = WITHDRAW.hold(&board, &owes(PAUL, &["DECISION_STALE"]), &on(&proposed, "decision", json!({})));
        assert_eq!(gone["state"], "WITHDRAWN");
        let unfit = motion(&board, json!({ "decision": gone["id"] }));
        assert_eq!(board.refused(PAUL, &PROPOSE, unfit), ["DECISION_SUPERSEDES"]);
        let adopt = |decision: Value| board.done(TOVE, &GIVE, yes(&board.done(PAUL, &GIVE, yes(&decision))));
        let old = adopt(of_two(&board, json!({})));
        adopt(of_two(&board, json!({ "decision": old["id"] })));
        assert!(world.events(board.group.agreement).contains(&"decision.superseded".to_owned()));
    });
}
