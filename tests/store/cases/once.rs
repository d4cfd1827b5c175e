//! A request that is sent again with its key, because its answer was lost, leaves one event.

use crate::support::{
    cases::{Desk, LEA, document},
    loopback::Loopback,
    world::both,
};
use concordat::{
    graphql::schema,
    http::{
        credentials::Welcome,
        endpoint::{Endpoint, Limits},
        graphql::routes,
    },
};
use serde_json::{Value, json};
use std::sync::Arc;

fn serve(desk: &Desk<'_>) -> Loopback {
    let lea = desk.world.person(LEA);
    let welcome: Welcome = Arc::new(move |_| Ok(lea.clone()));
    let api = Arc::new(schema::api().unwrap());
    let endpoint = Arc::new(Endpoint::new(api, desk.world.database.clone(), welcome, Limits::default()));
    Loopback::start(move |config| routes(config, endpoint.clone()))
}

fn send(server: &Loopback, key: &str, field: &str, input: &Value) -> Value {
    let body = json!({ "query": document(field), "variables": { "input": input } }).to_string();
    let headers = [
        ("content-type", "application/json"),
        ("accept", "application/graphql-response+json"),
        ("authorization", "Bearer lea"),
        ("idempotency-key", key),
    ];
    server.ask("POST /graphql", &headers, body.as_bytes()).json()
}

#[test]
fn a_repeated_verb_is_answered_again_and_not_done_again() {
    both(|world| {
        let desk = Desk::new(world);
        let server = serve(&desk);
        let opening = desk.opening(&json!({}));
        let first = send(&server, "open-1", "openCase", &opening);
        assert_eq!(first["data"]["openCase"]["refusals"], json!([]), "{first}");
        assert_eq!(send(&server, "open-1", "openCase", &opening), first);
        let case = &first["data"]["openCase"]["case"];
        let respond = json!({ "case": case["id"], "revision": case["revision"] });
        let responded = send(&server, "respond-1", "respondToCase", &respond);
        assert_eq!(responded["data"]["respondToCase"]["case"]["revision"], 2, "{responded}");
        assert_eq!(send(&server, "respond-1", "respondToCase", &respond), responded);
        let stale = send(&server, "respond-2", "respondToCase", &respond);
        assert_eq!(stale["data"]["respondToCase"]["refusals"][0]["code"], "CASE_STALE");
        let told: Vec<_> = world.events(desk.agreement).into_iter().filter(|kind| kind.starts_with("case.")).collect();
        assert_eq!(told, ["case.opened", "case.accepted", "case.responded"]);
    });
}
