//! What the endpoint does beyond the audits: limits, credentials, faults.

use crate::support::{
    loopback::Loopback,
    small_api::{endpoint, serve, serve_endpoint},
    world::{World, both},
};
use concordat::http::endpoint::Limits;
use concordat_domain::kernel::AgreementId;
use concordat_service::{
    events,
    identity::{self, NewPerson, Password},
};
use serde_json::json;
use std::time::Duration;

fn served(limits: Limits, test: impl Fn(&Loopback)) {
    let world = World::sqlite();
    test(&serve(&world, limits));
}

#[test]
fn mutations_come_by_post_alone() {
    served(Limits::default(), |server| {
        let link = "GET /graphql?query=mutation%20%7B%20note%20%7D";
        let answered = server.ask(link, &[], b"");
        assert_eq!((answered.status, answered.header("allow")), (405, Some("post")));
        assert_eq!(server.post(r#"{"query":"mutation { note }"}"#).json()["data"], json!({ "note": true }));
        assert_eq!(server.ask("PUT /graphql", &[], b"").status, 405);
    });
}

#[test]
fn a_form_or_a_plain_text_is_not_read() {
    served(Limits::default(), |server| {
        for content_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
            let headers = [("content-type", content_type)];
            assert_eq!(
                server.ask("POST /graphql", &headers, br#"{"query":"{ motto }"}"#).status,
                415,
                "{content_type}"
            );
        }
        let gzip = [("content-type", "application/json"), ("content-encoding", "gzip")];
        assert_eq!(server.ask("POST /graphql", &gzip, b"{}").status, 415);
        let html = [("content-type", "application/json"), ("accept", "text/html")];
        assert_eq!(server.ask("POST /graphql", &html, br#"{"query":"{ motto }"}"#).status, 406);
    });
}

#[test]
fn batches_and_long_bodies_are_refused() {
    served(Limits { body: 4_096, ..Limits::default() }, |server| {
        let batch = server.post(r#"[{"query":"{ motto }"},{"query":"{ motto }"}]"#);
        assert_eq!(
            (batch.status, batch.json()["errors"][0]["message"].as_str()),
            (400, Some("send one operation in a request: batches are not taken"))
        );
        assert_eq!(server.post(&format!(r#"{{"query":"{{ motto }}{}"}}"#, " ".repeat(5_000))).status, 413);
        assert_eq!(server.post(&format!(r#"{{"query":"{{ motto }}{}"}}"#, " ".repeat(3_000))).status, 200);
    });
}

#[test]
fn who_asks_is_told_by_the_token() {
    served(Limits::default(), |server| {
        let ask = |headers: &[(&str, &str)]| server.ask("GET /graphql?query=%7Bconsole%7D", headers, b"");
        assert_eq!(ask(&[]).json()["data"], json!({ "console": false }));
        assert_eq!(ask(&[("authorization", "Bearer console")]).json()["data"], json!({ "console": true }));
        assert_eq!(ask(&[("cookie", "concordat_session=console")]).json()["data"], json!({ "console": true }));
        let refused = ask(&[("authorization", "Bearer stolen")]);
        assert_eq!((refused.status, refused.header("www-authenticate")), (401, Some("bearer")));
        let error = json!({ "message": "sign in first", "extensions": { "code": "UNAUTHENTICATED" } });
        assert_eq!(refused.json(), json!({ "errors": [error] }));
    });
}

#[test]
fn a_fault_shows_its_reference_alone() {
    served(Limits::default(), |server| {
        let answered = server.post(r#"{"query":"{ broken }"}"#);
        assert_eq!((answered.status, answered.body.contains("secret")), (200, false));
        let error = &answered.json()["errors"][0];
        assert_eq!(error["extensions"]["code"], "FAULT");
        assert!(error["message"].as_str().unwrap().ends_with(error["extensions"]["reference"].as_str().unwrap()));
        let panicked = server.post(r#"{"query":"{ panics }"}"#);
        assert_eq!((panicked.status, panicked.body.contains("secret")), (500, false));
        assert_eq!(server.post(r#"{"query":"{ motto }"}"#).status, 200);
    });
}

#[test]
fn an_operation_without_a_turn_is_told_to_come_again() {
    served(Limits { at_once: 0, wait: Duration::from_millis(1), ..Limits::default() }, |server| {
        let answered = server.post(r#"{"query":"{ motto }"}"#);
        assert_eq!((answered.status, answered.header("retry-after")), (503, Some("1")));
    });
}

#[test]
fn answers_are_nobody_elses_and_tell_their_cost() {
    served(Limits::default(), |server| {
        let answered = server.post(r#"{"query":"{ motto hidden }"}"#);
        assert_eq!(answered.header("cache-control"), Some("no-store"));
        assert_eq!(answered.json()["extensions"]["cost"], json!({ "requested": 0, "limit": 10_000, "depth": 1 }));
        assert_eq!(answered.json()["errors"][0]["extensions"], json!({ "code": "NOT_FOUND" }));
        assert!(server.ask("GET /schema.graphql", &[], b"").body.contains("type Query {"));
    });
}

#[test]
fn a_request_with_a_key_is_done_once() {
    both(|world| {
        let server = serve(world, Limits::default());
        let note = |key: &str, body: &str| {
            let headers = [("content-type", "application/json"), ("idempotency-key", key)];
            server.ask("POST /graphql", &headers, body.as_bytes())
        };
        let newest = || world.database.read(&world.console(), |tx| events::newest(tx, AgreementId::INSTANCE)).unwrap();
        let (start, body) = (newest(), r#"{"query":"mutation { note again: note }"}"#);
        for _ in 0..2 {
            assert_eq!(note("a", body).json()["data"], json!({ "note": true, "again": true }));
            assert_eq!(newest(), start + 2);
        }
        let reused = note("a", r#"{"query":"mutation { note }"}"#).json();
        assert_eq!(reused["errors"][0]["extensions"]["refusals"][0]["code"], "IDEMPOTENCY_KEY_REUSED");
        assert_eq!(newest(), start + 2);
        assert_eq!(note("b", body).status, 200);
        assert_eq!(newest(), start + 4);
        assert_eq!(note(&"x".repeat(129), body).status, 400);
        assert_eq!(note("", body).status, 400);
    });
}

#[test]
fn what_is_kept_for_a_retry_holds_no_secret() {
    let world = World::sqlite();
    let new = NewPerson { email: "ana@example.org".into(), name: "Ana".into(), company: "neutral".into() };
    let password = Password::new(world.database.chance(), "correct horse battery staple", &new.email).unwrap();
    let made = world.database.write(&world.console(), AgreementId::INSTANCE, |tx| {
        let token = identity::offer_set_up(tx)?.unwrap();
        identity::set_up(tx, &token, &new, &password)
    });
    assert!(made.is_ok());
    let server = serve_endpoint(endpoint(&world, concordat::graphql::schema::api().unwrap(), Limits::default()));
    let invite = || {
        let query = "mutation { invitePerson(input: { email: \"ana@example.org\" }) { invitation { secret } refusals { message } } }";
        let headers =
            [("content-type", "application/json"), ("idempotency-key", "k"), ("authorization", "Bearer console")];
        let answer = server.ask("POST /graphql", &headers, json!({ "query": query }).to_string().as_bytes()).json();
        answer["data"]["invitePerson"]["invitation"]["secret"].clone()
    };
    assert!(invite().as_str().is_some_and(|secret| secret.starts_with("invite_")));
    assert_eq!(invite(), json!(null));
}
