//! Webhooks over GraphQL: added with a secret that is shown once, changed at a revision, given a new secret, removed.

use crate::support::{
    deviations::{CLARA, FELIX, IRENE, MIRA, TOVE},
    world::{World, both},
};
use serde_json::{Value, json};

const URL: &str = "https://hooks.nordlicht.example/concordat";

struct Desk<'w> {
    world: &'w World,
    agreement: String,
    parties: Value,
}

impl<'w> Desk<'w> {
    fn new(world: &'w World) -> Self {
        world.sample();
        world.at("2026-04-03T08:00:00Z");
        let query = "{ agreements(first: 1) { nodes { id parties { company { id code } } } } }";
        let of = world.data(&world.person(IRENE), query, &json!({}))["agreements"]["nodes"][0].clone();
        Self { world, agreement: of["id"].as_str().unwrap().into(), parties: of["parties"].clone() }
    }

    fn company(&self, code: &str) -> Value {
        let all = self.parties.as_array().unwrap().iter();
        all.map(|party| &party["company"]).find(|one| one["code"] == code).unwrap()["id"].clone()
    }

    fn query(verb: &str, answer: &str) -> String {
        let of = match verb {
            "removeWebhook" | "rotateWebhookSecret" => "WebhookInput".into(),
            _ => format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]),
        };
        format!("mutation($input: {of}!) {{ {verb}(input: $input) {{ refusals {{ code field }} {answer} }} }}")
    }

    fn done(&self, who: &str, verb: &str, input: Value, answer: &str) -> Value {
        let variables = json!({ "input": input });
        self.world.data(&self.world.person(who), &Self::query(verb, answer), &variables)[verb].clone()
    }

    fn denied(&self, who: &str, verb: &str, input: Value) -> String {
        let variables = json!({ "input": input });
        self.world.denied(&self.world.person(who), &Self::query(verb, ""), &variables)
    }

    fn wish(&self, company: &str, url: &str, kinds: &[&str]) -> Value {
        json!({ "agreement": self.agreement, "company": self.company(company), "url": url, "kinds": kinds })
    }

    fn add(&self) -> Value {
        let wish = self.wish("nordlicht", URL, &["meeting.*", "deviation.raised"]);
        self.done(TOVE, "addWebhook", wish, "created { secret webhook { id revision state kinds url } }")
    }

    fn codes(done: &Value) -> Vec<&str> {
        done["refusals"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
    }
}

#[test]
fn a_webhook_lives_from_its_secret_to_its_removal() {
    both(|world| {
        let desk = Desk::new(world);
        let added = desk.add();
        let created = &added["created"];
        assert!(created["secret"].as_str().unwrap().starts_with("whsec_"));
        let id = &created["webhook"]["id"];
        let expected = json!({ "id": id, "revision": 1, "state": "ACTIVE", "url": URL,
                               "kinds": ["deviation.raised", "meeting.*"] });
        assert_eq!(created["webhook"], expected);
        let change = json!({ "webhook": id, "revision": 1, "url": URL, "kinds": ["case.*"], "enabled": false });
        let answer = "webhook { revision state kinds disabledBecause }";
        let changed = desk.done(TOVE, "changeWebhook", change.clone(), answer);
        let expected = json!({ "revision": 2, "state": "DISABLED", "kinds": ["case.*"],
                               "disabledBecause": "disabled by hand" });
        assert_eq!(changed["webhook"], expected);
        let stale = desk.done(TOVE, "changeWebhook", change, answer);
        assert_eq!(Desk::codes(&stale), ["WEBHOOK_STALE"]);
        let at = |revision: i32| json!({ "webhook": id, "revision": revision });
        let answer = "created { secret webhook { revision oldSecretUntil } }";
        let rotated = desk.done(TOVE, "rotateWebhookSecret", at(2), answer);
        assert_ne!(rotated["created"]["secret"], created["secret"]);
        assert_eq!(rotated["created"]["webhook"]["oldSecretUntil"], "2026-04-04T08:00:00Z");
        let again = desk.done(TOVE, "rotateWebhookSecret", at(3), answer);
        assert_eq!(Desk::codes(&again), ["WEBHOOK_ROTATING"]);
        assert_eq!(desk.done(TOVE, "removeWebhook", at(3), "removed")["removed"], *id);
        assert_eq!(desk.denied(TOVE, "removeWebhook", at(3)), "NOT_FOUND");
    });
}

#[test]
fn it_is_its_companys_own_business() {
    both(|world| {
        let desk = Desk::new(world);
        let id = desk.add()["created"]["webhook"]["id"].clone();
        let list = "{ agreements(first: 1) { nodes { webhooks { id url } } } }";
        let seen =
            |who: &str| world.data(&world.person(who), list, &json!({}))["agreements"]["nodes"][0]["webhooks"].clone();
        assert_eq!(seen(TOVE), json!([{ "id": id, "url": URL }]));
        for who in [CLARA, IRENE, FELIX, MIRA] {
            assert_eq!(seen(who), json!([]), "{who}");
        }
        let at = json!({ "webhook": id, "revision": 1 });
        let mut forged = id.as_str().unwrap().to_owned();
        forged.replace_range(40..42, if &forged[40..42] == "QQ" { "gg" } else { "QQ" });
        let absent = json!({ "webhook": forged, "revision": 1 });
        for who in [CLARA, IRENE, FELIX, MIRA] {
            let query = Desk::query("removeWebhook", "");
            let bytes = |input: &Value| world.bytes(&world.person(who), &query, &json!({ "input": input }));
            assert_eq!(bytes(&at), bytes(&absent), "{who}: hidden and absent are the same");
        }
        // whoever sees the agreement may still not add one for a company that is not theirs
        for who in [CLARA, IRENE, FELIX, MIRA] {
            assert_eq!(desk.denied(who, "addWebhook", desk.wish("nordlicht", URL, &["case.*"])), "FORBIDDEN", "{who}");
        }
    });
}

#[test]
fn bad_input_is_refused_by_name() {
    let world = World::sqlite();
    let desk = Desk::new(&world);
    for (url, kinds, code) in [
        ("http://hooks.nordlicht.example/", ["case.*"].as_slice(), "WEBHOOK_URL_INVALID"),
        ("https://169.254.169.254/latest/meta-data", &["case.*"], "WEBHOOK_URL_INVALID"),
        ("https://localhost/", &["case.*"], "WEBHOOK_URL_INVALID"),
        ("https://hooks.nordlicht.example/\r\nx: y", &["case.*"], "WEBHOOK_URL_INVALID"),
        (URL, &[], "WEBHOOK_KINDS_INVALID"),
        (URL, &["webhook.*"], "WEBHOOK_KINDS_INVALID"),
        (URL, &["Case.Opened"], "WEBHOOK_KINDS_INVALID"),
    ] {
        let done = desk.done(TOVE, "addWebhook", desk.wish("nordlicht", url, kinds), "");
        assert_eq!(Desk::codes(&done), [code], "{url} {kinds:?}");
    }
    for _ in 0..10 {
        assert!(Desk::codes(&desk.add()).is_empty());
    }
    assert_eq!(Desk::codes(&desk.add()), ["WEBHOOK_TOO_MANY"]);
}
