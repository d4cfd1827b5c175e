//! `caseDeadlines`: whoever follows an agreement's cases hears of a clock that is due soon, and then that it is breached.

use crate::support::{
    cases::{Desk, GRETA, LEA},
    deviations::MIRA,
    loopback::Loopback,
    socket::{Frame, Socket},
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
use concordat_domain::access::Actor;
use concordat_service::{cases, identity::Credential, kernel::Denial};
use serde_json::{Value, json};
use std::{collections::HashMap, sync::Arc};

/// Serves the product's API to people who are known by their address.
fn serve(desk: &Desk<'_>, people: &[&str]) -> Loopback {
    let known: HashMap<String, Arc<Actor>> =
        people.iter().map(|email| ((*email).to_owned(), desk.world.person(email))).collect();
    let welcome: Welcome = Arc::new(move |credential| match credential {
        Credential::Bearer(email) => Ok(known.get(email).ok_or(Denial::Unauthenticated)?.clone()),
        _ => Err(Denial::Unauthenticated.into()),
    });
    let api = Arc::new(schema::api().unwrap());
    let endpoint = Arc::new(Endpoint::new(api, desk.world.database.clone(), welcome, Limits::default()));
    Loopback::start(move |config| routes(config, endpoint.clone()))
}

fn follow(desk: &Desk<'_>, server: &Loopback, who: &str) -> Socket {
    let mut socket = Socket::speaking(server);
    let init = json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {who}") } });
    socket.say(&init.to_string());
    assert_eq!(socket.hear(), Frame::Text(json!({ "type": "connection_ack" })));
    let query = "subscription($agreement: ID!) { caseDeadlines(agreement: $agreement) {
        kind timer at case { id phase holder { company { code } } } } }";
    let payload = json!({ "query": query, "variables": { "agreement": desk.id() } });
    socket.say(&json!({ "id": "1", "type": "subscribe", "payload": payload }).to_string());
    // a ping is answered once the subscription before it has been taken up
    socket.say(r#"{"type":"ping"}"#);
    socket
}

fn next(socket: &mut Socket) -> Value {
    match socket.hear() {
        Frame::Text(mut said) => {
            assert_eq!(said["type"], "next", "{said}");
            said["payload"]["data"]["caseDeadlines"].take()
        }
        Frame::Close(code, why) => panic!("{code} {why}"),
    }
}

#[test]
fn due_soon_and_then_breached() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "priority": "critical" }));
        let server = serve(&desk, &[MIRA]);
        let mut socket = follow(&desk, &server, MIRA);
        assert_eq!(socket.hear(), Frame::Text(json!({ "type": "pong" })));
        for (time, kind, timer) in [
            ("08:12", "case.due_soon", "due_soon:response-critical#1"),
            ("08:15", "case.breached", "breached:response-critical#1"),
        ] {
            desk.at(time);
            assert_eq!(cases::fire_due(&world.database).unwrap(), 1);
            let told = next(&mut socket);
            assert_eq!((&told["kind"], &told["timer"]), (&json!(kind), &json!(timer)));
            assert_eq!(told["at"], format!("2026-03-02T{time}:00Z"));
            assert_eq!((&told["case"]["id"], &told["case"]["phase"]), (&case["id"], &json!("OPEN")));
        }
    });
}

#[test]
fn who_sees_no_case_follows_none() {
    both(|world| {
        let desk = Desk::new(world);
        let server = serve(&desk, &[GRETA, LEA]);
        let mut socket = follow(&desk, &server, LEA);
        assert_eq!(socket.hear(), Frame::Text(json!({ "type": "pong" })));
        let query = json!({ "query": "subscription { caseDeadlines(agreement: \"nothing\") { kind } }" });
        socket.say(&json!({ "id": "2", "type": "subscribe", "payload": query }).to_string());
        let Frame::Text(heard) = socket.hear() else { panic!("a refusal ends the socket") };
        assert!(heard.to_string().contains("NOT_FOUND"), "{heard}");
    });
}
