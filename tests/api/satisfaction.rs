//! What customers say, as a partner and as a customer meet it: taken down, answered by every company, overdue once, told.

use super::notifications::kinds;
use crate::support::{
    cases::{Desk, GRETA, LEA, NINA, with},
    deviations::{CLARA, FELIX, IRENE, PAUL, TOVE},
    world::both,
};
use concordat::graphql::{kernel::global_id::GlobalId, satisfaction::VOICE};
use concordat_domain::access::Actor;
use concordat_service::{
    kernel::table::FileKind,
    satisfaction::{self, VoiceFilter},
};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

const WHOLE: &str = "id kind text evidence state dueAt overdueAt told revision customer { code } case { reference }
    recorded { person { name } company { code } } closed { company { code } }
    asked { company { code } word answer firstAt by { person { name } } }";

fn document(field: &str) -> String {
    let input = format!("{}{}Input", field[..1].to_uppercase(), &field[1..]);
    format!(
        "mutation($input: {input}!) {{ {field}(input: $input) {{ voice {{ {WHOLE} }} refusals {{ code field }} clientMutationId }} }}"
    )
}

/// What comes of a verb in somebody's name, without errors.
#[track_caller]
fn said(desk: &Desk<'_>, who: &str, field: &str, input: &Value) -> Value {
    desk.world.data(&desk.world.person(who), &document(field), &json!({ "input": input }))[field].take()
}

#[track_caller]
fn done(desk: &Desk<'_>, who: &str, field: &str, input: &Value) -> Value {
    let mut payload = said(desk, who, field, input);
    assert_eq!(payload["refusals"], json!([]), "{field}");
    payload["voice"].take()
}

#[track_caller]
fn refused(desk: &Desk<'_>, who: &str, field: &str, input: &Value) -> String {
    let payload = said(desk, who, field, input);
    assert_eq!(payload["voice"], Value::Null, "{field}");
    payload["refusals"][0]["code"].as_str().unwrap_or("nothing").to_owned()
}

fn recording(desk: &Desk<'_>) -> Value {
    json!({
        "agreement": desk.id(), "company": desk.company("meridian"), "customer": desk.company("arnau"), "kind": "PREFERENCE",
        "text": "Call back in the afternoon, please.", "evidence": "Said so on the phone on 26 February.",
        "companies": [desk.company("nordlicht"), desk.company("castor")],
    })
}

fn on(voice: &Value, more: &Value) -> Value {
    with(json!({ "voice": voice["id"], "revision": voice["revision"] }), more)
}

#[test]
fn it_is_taken_down_answered_by_each_company_and_told_to_the_customer() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let voice = done(&desk, LEA, "recordVoice", &with(recording(&desk), &json!({ "case": case["id"] })));
        assert_eq!(
            (&voice["state"], &voice["revision"], &voice["kind"]),
            (&json!("WAITING"), &json!(1), &json!("PREFERENCE"))
        );
        assert_eq!(voice["dueAt"], "2026-03-09T08:00:00Z", "five open days later");
        assert_eq!(
            (&voice["recorded"]["person"]["name"], &voice["customer"]["code"]),
            (&json!("Lea Brandt"), &json!("arnau"))
        );
        assert!(voice["case"]["reference"].is_string());
        let waits = |who: &str| kinds(world, who).contains(&"VOICE".to_owned());
        assert_eq!([TOVE, CLARA, PAUL].map(waits), [true, true, false], "it waits for those who were asked");
        let voice = done(&desk, TOVE, "answerVoice", &on(&voice, &json!({})));
        assert_eq!(voice["state"], "WAITING");
        assert_eq!([TOVE, CLARA].map(waits), [false, true]);
        assert_eq!(refused(&desk, LEA, "closeVoice", &on(&voice, &json!({ "words": "Done." }))), "VOICE_UNANSWERED");
        let answer = json!({ "answer": "Our desk notes it with each case.", "clientMutationId": "m7" });
        let payload = said(&desk, CLARA, "answerVoice", &on(&voice, &answer));
        assert_eq!((&payload["clientMutationId"], &payload["voice"]["state"]), (&json!("m7"), &json!("HEARD")));
        let voice = &payload["voice"];
        let words: Vec<_> = voice["asked"].as_array().unwrap().iter().map(|it| it["word"].clone()).collect();
        assert!(words.contains(&json!("ACKNOWLEDGED")) && words.contains(&json!("ANSWERED")));
        let told =
            done(&desk, LEA, "closeVoice", &on(voice, &json!({ "words": "You are called back after two o'clock." })));
        assert_eq!((&told["state"], &told["closed"]["company"]["code"]), (&json!("CLOSED"), &json!("meridian")));
        assert_eq!(refused(&desk, TOVE, "answerVoice", &on(&told, &json!({}))), "VOICE_CLOSED");
        let kinds = world.events(desk.agreement);
        let of_voices: Vec<_> = kinds.iter().filter(|kind| kind.starts_with("voice.")).map(String::as_str).collect();
        assert_eq!(of_voices, ["voice.recorded", "voice.acknowledged", "voice.answered", "voice.closed"]);
    });
}

#[test]
fn done_again_it_changes_nothing_and_another_revision_is_refused() {
    both(|world| {
        let desk = Desk::new(world);
        let voice = done(&desk, LEA, "recordVoice", &recording(&desk));
        assert_eq!(refused(&desk, TOVE, "answerVoice", &on(&voice, &json!({ "revision": 2 }))), "VOICE_STALE");
        let noted = done(&desk, TOVE, "answerVoice", &on(&voice, &json!({})));
        assert_eq!(refused(&desk, TOVE, "answerVoice", &on(&voice, &json!({}))), "VOICE_STALE");
        let again = done(&desk, TOVE, "answerVoice", &on(&noted, &json!({})));
        assert_eq!(again, noted, "an acknowledgement is one");
        assert_eq!(world.events(desk.agreement).iter().filter(|kind| *kind == "voice.acknowledged").count(), 1);
        assert_eq!(refused(&desk, LEA, "closeVoice", &on(&voice, &json!({ "words": "Done." }))), "VOICE_STALE");
        assert_eq!(refused(&desk, TOVE, "answerVoice", &on(&noted, &json!({ "answer": " " }))), "VOICE_STATEMENT");
        let no_customer = with(recording(&desk), &json!({ "customer": desk.company("halden") }));
        assert_eq!(refused(&desk, LEA, "recordVoice", &no_customer), "VOICE_CUSTOMER");
        let of_a_customer = with(recording(&desk), &json!({ "companies": [desk.company("arnau")] }));
        assert_eq!(refused(&desk, LEA, "recordVoice", &of_a_customer), "VOICE_COMPANY");
    });
}

#[test]
fn an_outsider_cannot_tell_it_from_nothing_and_whoever_may_not_is_forbidden() {
    both(|world| {
        let desk = Desk::new(world);
        let voice = done(&desk, LEA, "recordVoice", &recording(&desk));
        let file = crate::support::agreement::FILE
            .replace("code: arnau-workplace", "code: other")
            .replace("castor", "castor2");
        world.apply(&file);
        let nothing = GlobalId::new(VOICE, desk.agreement, Uuid::from_u128(42)).encode();
        let absent = with(on(&voice, &json!({})), &json!({ "voice": &*nothing }));
        let read = "query($id: ID!) { node(id: $id) { __typename } }";
        // the customer's own people do not see what companies say among each other
        for stranger in [
            world.person("nina.falk@castor2.example"),
            Arc::new(Actor::anonymous()),
            world.person("hans.berger@berger.example"),
        ] {
            for (field, more) in [("answerVoice", json!({})), ("closeVoice", json!({ "words": "Done." }))] {
                let hidden = world.answer(&stranger, &document(field), &json!({ "input": on(&voice, &more) }));
                let none = world.answer(&stranger, &document(field), &json!({ "input": with(absent.clone(), &more) }));
                if stranger.person().is_some_and(|id| Some(id) == world.person("hans.berger@berger.example").person()) {
                    assert_eq!(hidden["errors"][0]["extensions"]["code"], "FORBIDDEN", "an expert sees it and may not");
                    continue;
                }
                assert_eq!(hidden, none, "{field}");
                assert_eq!(hidden["errors"][0]["extensions"]["code"], "NOT_FOUND");
                assert_eq!(world.data(&stranger, read, &json!({ "id": voice["id"] }))["node"], Value::Null);
            }
        }
        let denied = |who: &str, field: &str, input: &Value| {
            world.denied(&world.person(who), &document(field), &json!({ "input": input }))
        };
        assert_eq!(denied(FELIX, "answerVoice", &on(&voice, &json!({}))), "FORBIDDEN");
        assert_eq!(denied(PAUL, "answerVoice", &on(&voice, &json!({}))), "FORBIDDEN", "meridian was not asked");
        assert_eq!(
            denied(NINA, "closeVoice", &on(&voice, &json!({ "words": "Done." }))),
            "FORBIDDEN",
            "castor did not take it down"
        );
        assert_eq!(denied(IRENE, "recordVoice", &recording(&desk)), "FORBIDDEN");
    });
}

#[test]
fn what_is_left_unanswered_is_overdue_once_and_a_matter_for_the_next_meeting() {
    both(|world| {
        let desk = Desk::new(world);
        let voice = done(&desk, LEA, "recordVoice", &recording(&desk));
        done(&desk, TOVE, "answerVoice", &on(&voice, &json!({})));
        let unanswered = || {
            let found =
                world.database.read(&world.console(), |tx| satisfaction::unanswered(tx, desk.agreement)).unwrap();
            found.iter().flat_map(|known| known.voice.silent().collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        world.at("2026-03-09T07:59:59Z");
        assert_eq!((satisfaction::fire_due(&world.database).unwrap(), unanswered().len()), (0, 0));
        world.at("2026-03-09T08:00:00Z");
        assert_eq!(unanswered(), [desk.terms.company_named("castor").unwrap().id], "found or not");
        assert_eq!(satisfaction::fire_due(&world.database).unwrap(), 1);
        assert_eq!(satisfaction::fire_due(&world.database).unwrap(), 0, "once");
        assert_eq!(world.events(desk.agreement).iter().filter(|kind| *kind == "voice.overdue").count(), 1);
        let query = format!("query($id: ID!) {{ node(id: $id) {{ ... on Voice {{ {WHOLE} }} }} }}");
        let late = world.data(&world.person(CLARA), &query, &json!({ "id": voice["id"] }))["node"].take();
        assert_eq!((&late["state"], &late["overdueAt"]), (&json!("OVERDUE"), &json!("2026-03-09T08:00:00Z")));
        let heard = done(&desk, CLARA, "answerVoice", &on(&late, &json!({ "answer": "Late, but yes." })));
        assert_eq!((&heard["state"], unanswered().len()), (&json!("HEARD"), 0));
        assert_eq!(satisfaction::fire_due(&world.database).unwrap(), 0);
    });
}

#[test]
fn the_customer_reads_their_own_words_and_what_came_of_them_and_nobody_elses() {
    both(|world| {
        let desk = Desk::new(world);
        let voice = done(&desk, LEA, "recordVoice", &recording(&desk));
        let inside = "an answer among companies";
        let voice = done(&desk, TOVE, "answerVoice", &on(&voice, &json!({ "answer": inside })));
        let query = "{ agreement(code: \"arnau-workplace\") { customerVoices(first: 5) { totalCount nodes { kind text standing told toldAt dueAt } } } }";
        let own = world.data(&world.person(GRETA), query, &json!({}));
        let node = &own["agreement"]["customerVoices"]["nodes"][0];
        assert_eq!(
            (&node["standing"], &node["told"], &node["text"]),
            (&json!("IN_WORK"), &Value::Null, &voice["text"])
        );
        let voice = done(&desk, CLARA, "answerVoice", &on(&voice, &json!({})));
        done(&desk, LEA, "closeVoice", &on(&voice, &json!({ "words": "You are called back after two o'clock." })));
        let own = world.data(&world.person(GRETA), query, &json!({}))["agreement"]["customerVoices"].take();
        assert_eq!((&own["totalCount"], &own["nodes"][0]["standing"]), (&json!(1), &json!("ANSWERED")));
        assert_eq!(own["nodes"][0]["told"], "You are called back after two o'clock.");
        let words = own.to_string();
        assert!(
            !["nordlicht", "Nordlicht", "Tove", inside, "26 February"].iter().any(|secret| words.contains(secret)),
            "{words}"
        );
        let voices = "{ agreement(code: \"arnau-workplace\") { customerVoices(first: 5) { totalCount } } }";
        assert_eq!(world.denied(&world.person("jonas.fjell@nordlicht.example"), voices, &json!({})), "FORBIDDEN");
    });
}

#[test]
fn lists_narrow_page_and_write_as_files_and_cost_the_same_statements() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        for number in 0..5 {
            let more = json!({
                "text": format!("wish {number}"), "case": case["id"],
                "kind": if number % 2 == 0 { "IMPROVEMENT" } else { "PREFERENCE" },
                "companies": [desk.company(if number < 3 { "nordlicht" } else { "halden" })],
            });
            done(&desk, LEA, "recordVoice", &with(recording(&desk), &more));
        }
        let list = |more: &str| {
            let query = format!(
                "{{ agreement(code: \"arnau-workplace\") {{ voices({more}) {{ totalCount nodes {{ text case {{ reference }} }} pageInfo {{ hasNextPage endCursor }} }} }} }}"
            );
            world.data(&world.person(PAUL), &query, &json!({}))["agreement"]["voices"].take()
        };
        let texts = |page: &Value| -> Vec<String> {
            page["nodes"].as_array().unwrap().iter().map(|node| node["text"].as_str().unwrap().to_owned()).collect()
        };
        let first = list("first: 2");
        assert_eq!((texts(&first), &first["totalCount"]), (vec!["wish 4".to_owned(), "wish 3".to_owned()], &json!(5)));
        let next = list(&format!("first: 9, after: {}", first["pageInfo"]["endCursor"]));
        assert_eq!(texts(&next), ["wish 2", "wish 1", "wish 0"]);
        assert_eq!(texts(&list("first: 9, filter: {kind: PREFERENCE}")), ["wish 3", "wish 1"]);
        let halden = format!("first: 9, filter: {{company: {:?}, state: [WAITING]}}", desk.company("halden"));
        assert_eq!(texts(&list(&halden)), ["wish 4", "wish 3"]);
        let mut file = Vec::new();
        let person = world.person(PAUL);
        world
            .database
            .read(&person, |tx| {
                satisfaction::export(tx, desk.agreement, &VoiceFilter::default(), FileKind::Csv, &mut file)
            })
            .unwrap();
        let text = String::from_utf8(file).unwrap();
        assert_eq!(text.lines().count(), 6, "{text}");
        assert!(text.lines().nth(1).unwrap().contains("wish 4"), "{text}");
    });
}
