//! Subscriptions over `graphql-transport-ws`: greeting, limits, and nothing but subscriptions.

use crate::support::{
    loopback::Loopback,
    small_api::{endpoint, serve, serve_endpoint, small_api},
    socket::{Frame, Socket},
    world::World,
};
use concordat::http::endpoint::Limits;
use serde_json::{Value, json};
use std::time::Duration;

fn served(limits: Limits, test: impl Fn(&Loopback)) {
    let world = World::sqlite();
    test(&serve(&world, limits));
}

fn subscribe(id: &str, query: &str) -> String {
    json!({ "type": "subscribe", "id": id, "payload": { "query": query } }).to_string()
}

fn next(id: &str, data: &Value) -> Frame {
    Frame::Text(json!({ "type": "next", "id": id, "payload": { "data": data } }))
}

fn closes(socket: &mut Socket, code: u16) {
    let heard = socket.hear();
    assert!(matches!(&heard, Frame::Close(closed, _) if *closed == code), "{heard:?} is not a close with {code}");
}

#[test]
fn a_subscription_is_told_to_its_end() {
    served(Limits::default(), |server| {
        let mut socket = Socket::greeted(server);
        socket.say(&subscribe("a", "subscription ($to: Int! = 2) { n: counted(to: $to) }"));
        assert_eq!(socket.hear(), next("a", &json!({ "n": 0 })));
        assert_eq!(socket.hear(), next("a", &json!({ "n": 1 })));
        assert_eq!(socket.hear(), Frame::Text(json!({ "type": "complete", "id": "a" })));
        socket.say(r#"{"type":"ping","payload":null}"#);
        assert_eq!(socket.hear(), Frame::Text(json!({ "type": "pong" })));
    });
}

#[test]
fn a_commit_wakes_its_listeners() {
    served(Limits::default(), |server| {
        let mut socket = Socket::greeted(server);
        socket.say(&subscribe("w", "subscription { wakes }"));
        assert_eq!(socket.hear(), next("w", &json!({ "wakes": true })));
        assert_eq!(server.post(r#"{"query":"mutation { note }"}"#).status, 200);
        assert_eq!(socket.hear(), next("w", &json!({ "wakes": true })));
    });
}

#[test]
fn queries_and_mutations_are_refused_and_the_socket_lives_on() {
    served(Limits::default(), |server| {
        let mut socket = Socket::greeted(server);
        for query in [
            "{ motto }",
            "mutation { note }",
            "subscription { nothing }",
            "subscription {",
            "subscription { a: silent b: silent }",
        ] {
            socket.say(&subscribe("q", query));
            let Frame::Text(heard) = socket.hear() else { panic!("{query} ends the socket") };
            assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("q")), "{query}");
            assert!(heard["payload"][0]["message"].is_string(), "{heard}");
        }
    });
}

#[test]
fn a_socket_has_so_many_subscriptions_and_each_id_once() {
    served(Limits { subscriptions: 2, ..Limits::default() }, |server| {
        let mut socket = Socket::greeted(server);
        socket.say(&subscribe("a", "subscription { silent }"));
        socket.say(&subscribe("b", "subscription { silent }"));
        socket.say(&subscribe("c", "subscription { silent }"));
        let Frame::Text(heard) = socket.hear() else { panic!("the limit ends the socket") };
        assert_eq!(heard["payload"][0]["message"], "a socket may have 2 subscriptions");
        socket.say(r#"{"type":"complete","id":"a"}"#);
        socket.say(&subscribe("a", "subscription { counted(to: 1) }"));
        assert_eq!(socket.hear(), next("a", &json!({ "counted": 0 })));
        assert_eq!(socket.hear(), Frame::Text(json!({ "type": "complete", "id": "a" })));
        socket.say(&subscribe("b", "subscription { silent }"));
        closes(&mut socket, 4409);
    });
}

#[test]
fn who_does_not_greet_or_not_properly_is_let_go() {
    served(Limits { greeting: Duration::from_millis(50), ..Limits::default() }, |server| {
        closes(&mut Socket::speaking(server), 4408);
    });
    served(Limits::default(), |server| {
        let said = |message: &str| {
            let mut socket = Socket::speaking(server);
            socket.say(message);
            socket
        };
        closes(&mut said(&subscribe("a", "subscription { silent }")), 4401);
        closes(&mut said("hello"), 4400);
        closes(&mut said(r#"{"type":"connection_init","payload":{"Authorization":"Bearer stolen"}}"#), 4403);
        closes(&mut said(r#"{"type":"connection_init","payload":{"authorization":7}}"#), 4403);
        let mut twice = said(r#"{"type":"connection_init","payload":{"authorization":"Bearer console"}}"#);
        assert_eq!(twice.hear(), Frame::Text(json!({ "type": "connection_ack" })));
        twice.say(r#"{"type":"connection_init"}"#);
        closes(&mut twice, 4429);
    });
}

#[test]
fn another_sites_page_cannot_use_our_session() {
    served(Limits { sockets: 1, ..Limits::default() }, |server| {
        let protocol = ("sec-websocket-protocol", "graphql-transport-ws");
        let cookie = ("cookie", "concordat_session=console");
        let open = |headers: &[(&str, &str)]| Socket::open(server, headers).map(|_| ()).err();
        assert_eq!(open(&[protocol, cookie, ("origin", "https://evil.example")]), Some(403));
        assert_eq!(open(&[cookie]), Some(400));
        let ours = format!("http://{}", server.address);
        let kept = Socket::open(server, &[protocol, cookie, ("origin", &ours)]).ok();
        assert!(kept.is_some());
        assert_eq!(open(&[protocol]), Some(503));
    });
}

#[test]
fn a_server_that_stops_tells_its_sockets() {
    let world = World::sqlite();
    let endpoint = endpoint(&world, small_api(), Limits::default());
    let server = serve_endpoint(endpoint.clone());
    let mut socket = Socket::greeted(&server);
    socket.say(&subscribe("a", "subscription { silent }"));
    endpoint.close_sockets();
    closes(&mut socket, 1001);
}
