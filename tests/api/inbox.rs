//! `myInbox`: whoever is signed in hears what comes into their inbox and what leaves it, over all of their agreements.

use super::coordination::{Board, CALL};
use crate::support::{
    agreement::FILE,
    deviations::{Group, IRENE, OSKAR, PAUL, TOVE},
    followed::{Following, serve},
    loopback::Loopback,
    socket::{Frame, Socket},
    world::{World, both},
};
use concordat_domain::access::Verb;
use concordat_service::deviations;
use serde_json::{Value, json};

const MINE: &str = "subscription { myInbox { totalCount appeared { key kind title agreement { code } } changed { key }
    left { key kind subject } inbox(first: 50) { totalCount nodes { key kind subject } } } }";

fn mine(server: &Loopback, who: &str) -> Following {
    Following::new(server, who, "myInbox", MINE, &json!({}))
}

fn kinds(list: &Value) -> Vec<&str> {
    let mut kinds: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    kinds.retain(|kind| *kind != "MEETING");
    kinds
}

#[test]
fn what_comes_and_what_goes_is_told_at_once() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let drafted = group.drafted();
        let server = serve(world);
        let (mut tove, mut paul) = (mine(&server, TOVE), mine(&server, PAUL));
        let first = tove.next();
        assert_eq!(
            [&first["appeared"], &first["changed"], &first["left"]],
            [&json!([]); 3],
            "what is there is no news"
        );
        assert_eq!(first["totalCount"], first["inbox"]["totalCount"]);
        assert!(!kinds(&first["inbox"]["nodes"]).contains(&"ACTION_CONSENT"));
        paul.next();
        let proposed = group.on_action(TOVE, Verb::ActionPlan, &drafted, deviations::propose).unwrap();
        let came = tove.next();
        assert_eq!(kinds(&came["appeared"]), ["TASK_ANSWER", "ACTION_CONSENT"]);
        assert_eq!(came["appeared"][0]["agreement"]["code"], "arnau-workplace");
        assert_eq!(came["left"], json!([]));
        let consent =
            |tx: &mut concordat_service::kernel::Tx<'_>, on, revision| deviations::consent(tx, on, revision, None);
        group.on_action(TOVE, Verb::ActionView, &proposed, consent).unwrap();
        let went = tove.next();
        assert_eq!(kinds(&went["left"]), ["ACTION_CONSENT"]);
        assert_eq!(went["left"][0]["key"], came["appeared"][1]["key"]);
        assert!(!kinds(&went["inbox"]["nodes"]).contains(&"ACTION_CONSENT"));
        // none of that was Paul's
        group.assess("2026-02", 80);
        let heard = paul.next();
        assert!(kinds(&heard["appeared"]).iter().all(|kind| *kind == "REVIEW"), "{heard}");
        assert_eq!(kinds(&heard["left"]), [""; 0]);
    });
}

#[test]
fn a_signature_is_told_to_whom_it_waits_for_and_only_to_them() {
    both(|world| {
        let id = world.apply(FILE);
        world.propose(id);
        let server = serve(world);
        let (mut paul, mut oskar) = (mine(&server, PAUL), mine(&server, OSKAR));
        assert_eq!(kinds(&paul.next()["inbox"]["nodes"]), ["SIGNATURE"]);
        assert_eq!(kinds(&oskar.next()["inbox"]["nodes"]), ["SIGNATURE"]);
        world.sign(id, PAUL, "meridian").unwrap();
        let told = paul.next();
        assert_eq!((kinds(&told["left"]), &told["totalCount"]), (vec!["SIGNATURE"], &json!(0)));
        world.sign(id, OSKAR, "halden").unwrap();
        assert_eq!(kinds(&oskar.next()["left"]), ["SIGNATURE"], "the first thing that Oskar hears is his own");
    });
}

#[test]
fn what_a_seat_that_has_ended_showed_leaves() {
    both(|world| {
        let board = Board::new(world);
        let input = json!({
            "group": board.id("directors"), "template": "CUSTOM", "title": "Network", "form": "ONLINE",
            "startsAt": "2026-04-08T07:00:00Z", "lasts": "PT1H",
        });
        board.done(PAUL, &CALL, input);
        let server = serve(world);
        let mut irene = mine(&server, IRENE);
        assert_eq!(irene.next()["inbox"]["nodes"][0]["kind"], "MEETING");
        let seat = "      - {person: irene.vogt@meridian.example, level: middle, role: observer}\n";
        let amended = FILE.replacen(seat, "", 1);
        assert_ne!(amended, FILE);
        world.active(&amended.replace("effective_from: 2025-01-01", "effective_from: 2026-04-05"));
        world.at("2026-04-05T08:00:00Z");
        board.group.assess("2026-02", 80);
        let told = irene.next();
        assert_eq!((&told["left"][0]["kind"], &told["totalCount"]), (&json!("MEETING"), &json!(0)));
    });
}

#[test]
fn who_is_signed_out_has_no_inbox() {
    let world = World::sqlite();
    let server = serve(&world);
    let mut socket = Socket::greeted(&server);
    socket.say(&json!({ "id": "1", "type": "subscribe", "payload": { "query": MINE } }).to_string());
    let Frame::Text(heard) = socket.hear() else { panic!("a refusal ends the socket") };
    assert_eq!(heard["payload"][0]["extensions"]["code"], "FORBIDDEN", "{heard}");
}
