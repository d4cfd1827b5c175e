//! The inbox, how one is told, and mails that could not be delivered, over GraphQL.

use crate::support::{
    agreement::FILE,
    deviations::{CLARA, Group, MIRA, OSKAR, PAUL, TOVE},
    world::{World, both},
};
use concordat_domain::access::Verb;
use concordat_service::deviations;
use serde_json::{Value, json};

const INBOX: &str = "query($first: First!, $after: Cursor) { viewer { inbox(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { kind title deadline subject agreement { code } } } } }";

fn inbox(world: &World, who: &str) -> Vec<(String, String)> {
    let data = world.data(&world.person(who), INBOX, &json!({ "first": 50 }));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let nodes = data["viewer"]["inbox"]["nodes"].as_array().unwrap().clone();
    nodes.iter().map(|node| (text(&node["kind"]), text(&node["title"]))).collect()
}

fn kinds(world: &World, who: &str) -> Vec<String> {
    let mut kinds: Vec<String> = inbox(world, who).into_iter().map(|(kind, _)| kind).collect();
    kinds.retain(|kind| kind != "MEETING");
    kinds
}

#[test]
fn a_signature_waits_until_it_is_given() {
    both(|world| {
        let id = world.apply(FILE);
        assert_eq!(kinds(world, PAUL), [""; 0], "a draft waits for nobody");
        world.propose(id);
        assert_eq!(kinds(world, PAUL), ["SIGNATURE"]);
        world.sign(id, PAUL, "meridian").unwrap();
        assert_eq!(kinds(world, PAUL), [""; 0]);
        assert_eq!(kinds(world, OSKAR), ["SIGNATURE"]);
    });
}

#[test]
fn verdicts_consents_and_tasks_wait_for_whom_they_concern() {
    both(|world| {
        let group = Group::new(world);
        assert_eq!(kinds(world, PAUL), [""; 0]);
        group.assess("2026-03", 80);
        let reviews = |who| kinds(world, who).iter().filter(|kind| *kind == "REVIEW").count();
        assert!(reviews(PAUL) > 0 && reviews(MIRA) == 0, "engineers give no verdicts");
        let open = reviews(PAUL);
        let drafted = group.drafted();
        assert_eq!(reviews(PAUL), open - 1);
        let proposed = group.on_action(TOVE, Verb::ActionPlan, &drafted, deviations::propose).unwrap();
        let consents = |who| kinds(world, who).iter().filter(|kind| *kind == "ACTION_CONSENT").count();
        assert_eq!([TOVE, CLARA, PAUL].map(consents), [1, 1, 0]);
        assert!(inbox(world, TOVE).contains(&("TASK_ANSWER".into(), "Staff the night shift".into())));
        let consent =
            |tx: &mut concordat_service::kernel::Tx<'_>, on, revision| deviations::consent(tx, on, revision, None);
        group.on_action(TOVE, Verb::ActionView, &proposed, consent).unwrap();
        assert_eq!([TOVE, CLARA].map(consents), [0, 1]);
    });
}

#[test]
fn the_nearest_deadline_comes_first_and_pages_follow_each_other() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        group.started();
        let mira = kinds(world, MIRA);
        assert_eq!(mira, ["TASK"], "who owns a task of an action under way does it");
        let actor = world.person(CLARA);
        let (mut after, mut seen) = (Value::Null, Vec::new());
        loop {
            let data = world.data(&actor, INBOX, &json!({ "first": 1, "after": after }));
            let page = &data["viewer"]["inbox"];
            seen.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["deadline"].clone()));
            if page["pageInfo"]["hasNextPage"] == false {
                assert_eq!(page["totalCount"], seen.len());
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        let dated = seen.iter().take_while(|deadline| deadline.is_string()).count();
        assert!(dated >= 1 && seen[dated..].iter().all(Value::is_null), "{seen:?}");
        let mut sorted: Vec<String> = seen[..dated].iter().map(|at| at.as_str().unwrap().to_owned()).collect();
        sorted.sort();
        assert_eq!(sorted, seen[..dated].iter().map(|at| at.as_str().unwrap()).collect::<Vec<_>>());
        let stranger = json!({ "first": 1, "after": "IiI" });
        let refused = world.answer(&actor, INBOX, &stranger);
        assert_eq!(refused["errors"][0]["extensions"]["code"], "REFUSED");
    });
}

const SETTINGS: &str = "{ viewer { notificationSettings { language zone hoursFrom hoursUntil digestAt revision
    channels { topic channel } } } }";
const SET: &str = "mutation($input: SetNotificationsInput!) { setNotifications(input: $input) {
    settings { language zone hoursFrom hoursUntil digestAt revision } refusals { code field } } }";

#[test]
fn people_say_how_they_want_to_be_told() {
    both(|world| {
        world.apply(FILE);
        let paul = world.person(PAUL);
        let first = world.data(&paul, SETTINGS, &json!({}));
        let first = &first["viewer"]["notificationSettings"];
        assert_eq!((&first["language"], &first["revision"], &first["zone"]), (&json!("EN"), &json!(0), &Value::Null));
        assert!(first["channels"].as_array().unwrap().iter().all(|one| one["channel"] == "MAIL"));
        let set = |more: Value| {
            let mut input = json!({ "revision": 0, "language": "DE", "digestAt": "06:30", "channels": [] });
            input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            world.data(&paul, SET, &json!({ "input": input }))["setNotifications"].clone()
        };
        for (more, code) in [
            (json!({ "zone": "Mars/Olympus" }), "NOTIFICATION_ZONE_UNKNOWN"),
            (json!({ "digestAt": "6:30" }), "NOTIFICATION_TIME_INVALID"),
            (json!({ "hoursFrom": "08:00" }), "NOTIFICATION_TIME_INVALID"),
            (json!({ "hoursFrom": "08:00", "hoursUntil": "08:00" }), "NOTIFICATION_HOURS_INVALID"),
            (json!({ "revision": 4 }), "NOTIFICATION_SETTING_STALE"),
        ] {
            let answer = set(more);
            assert_eq!((&answer["refusals"][0]["code"], &answer["settings"]), (&json!(code), &Value::Null));
        }
        let topics = json!([{ "topic": "CASES", "channel": "DIGEST" }, { "topic": "VOICES", "channel": "NOTHING" }]);
        let done = set(json!({
            "zone": "Europe/Zurich", "hoursFrom": "08:00", "hoursUntil": "18:00", "channels": topics,
        }));
        let held = json!({
            "language": "DE", "zone": "Europe/Zurich", "hoursFrom": "08:00", "hoursUntil": "18:00",
            "digestAt": "06:30", "revision": 1,
        });
        assert_eq!(done, json!({ "settings": held, "refusals": [] }));
        assert_eq!(set(json!({}))["refusals"][0]["code"], "NOTIFICATION_SETTING_STALE", "decided on what was before");
        let channels = world.data(&paul, SETTINGS, &json!({}));
        let channels = channels["viewer"]["notificationSettings"]["channels"].clone();
        let other: Vec<&Value> = channels.as_array().unwrap().iter().filter(|one| one["channel"] != "MAIL").collect();
        assert_eq!(json!(other), topics);
        let own = world.data(&world.person(OSKAR), SETTINGS, &json!({}));
        assert_eq!(own["viewer"]["notificationSettings"]["revision"], 0, "each person's own");
    });
}
