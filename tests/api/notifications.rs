//! The inbox, how one is told, and mails that could not be delivered, over GraphQL.

use crate::support::{
    agreement::FILE,
    deviations::{CLARA, Group, MIRA, OSKAR, PAUL, TOVE},
    served::serve,
    smtp::{MailServer, Says},
    world::{World, both},
};
use concordat_domain::{access::Verb, kernel::AgreementId, notifications::Topic};
use concordat_service::{
    deviations,
    identity::TokenKey,
    notifications::{
        self, Post, Smtp,
        mail::{self, NewMail},
    },
};
use serde_json::{Value, json};

const INBOX: &str = "query($first: First!, $after: Cursor) { viewer { inbox(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { kind title deadline subject agreement { code } } } } }";

fn inbox(world: &World, who: &str) -> Vec<(String, String)> {
    let data = world.data(&world.person(who), INBOX, &json!({ "first": 50 }));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let nodes = data["viewer"]["inbox"]["nodes"].as_array().unwrap().clone();
    nodes.iter().map(|node| (text(&node["kind"]), text(&node["title"]))).collect()
}

/// The kinds of what waits for somebody, but for meetings.
pub fn kinds(world: &World, who: &str) -> Vec<String> {
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

#[test]
fn one_click_in_a_mail_program_and_one_hears_no_more() {
    both(|world| {
        let about = world.sample();
        let (paul, server) = (world.person(PAUL), serve(world, &[PAUL]));
        let key = world.database.write(&world.console(), AgreementId::INSTANCE, TokenKey::load).unwrap();
        let base = format!("http://{}", server.address);
        let post = Post::new("Concordat <hub@concordat.example>", &base, key).unwrap();
        let (subject, text, html) = ("News".to_owned(), "words".to_owned(), "<p>words</p>".to_owned());
        let to = paul.person().unwrap();
        let new =
            NewMail { about, to, topic: Topic::Items, subject, text, html, calendar: None, event: None, invites: None };
        world.database.write(&world.console(), about, |tx| mail::put(tx, new.clone())).unwrap();
        let office = MailServer::start(|_| Says::Accepts);
        let mut smtp = Smtp::new(office.url().parse().unwrap(), "concordat.example");
        while notifications::send_due(&world.database, &post, &mut smtp).unwrap().more {}
        let mail = office.taken().into_iter().find(|mail| mail.text.contains("words")).unwrap();
        assert_eq!(mail.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
        let link = mail.header("List-Unsubscribe").unwrap();
        let path = link.trim_matches(['<', '>']).strip_prefix(&base).unwrap().to_owned();
        let channel = || {
            let data = world.data(&paul, SETTINGS, &json!({}));
            let channels = data["viewer"]["notificationSettings"]["channels"].as_array().unwrap().clone();
            channels.iter().find(|one| one["topic"] == "ITEMS").unwrap()["channel"].clone()
        };
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let click = |path: &str| server.ask(&format!("POST {path}"), &form, b"List-Unsubscribe=One-Click").status;
        let asked = server.ask(&format!("GET {path}"), &[], b"");
        assert!(asked.status == 200 && asked.body.contains("<form method=\"post\">"), "{asked:?}");
        assert_eq!(channel(), "MAIL", "a mail filter that follows the link changes nothing");
        assert_eq!(click(&path.replace("topics=items", "topics=cases")), 404, "a link is for what it says");
        assert_eq!(channel(), "MAIL");
        assert_eq!((click(&path), channel()), (200, json!("NOTHING")));
        assert_eq!(click(&path), 200, "again does no harm");
    });
}
