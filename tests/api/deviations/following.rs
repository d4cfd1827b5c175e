//! `agreementEvents`: whoever follows the log is not told what is concealed from them.

use crate::support::{
    deviations::{CLARA, Group, OSKAR, PAUL},
    loopback::Loopback,
    socket::{Frame, Socket},
    world::both,
};
use concordat::{
    graphql::{agreements::TAG, kernel::global_id::GlobalId, schema},
    http::{
        credentials::Welcome,
        endpoint::{Endpoint, Limits},
        graphql::routes,
    },
};
use concordat_domain::{access::Actor, deviations::ReviewVerdict};
use concordat_service::{identity::Credential, kernel::Denial};
use serde_json::{Value, json};
use std::{collections::HashMap, sync::Arc};

/// Serves the product's API to people who are known by their address.
fn serve(group: &Group<'_>, people: &[&str]) -> Loopback {
    let known: HashMap<String, Arc<Actor>> =
        people.iter().map(|email| ((*email).to_owned(), group.world.person(email))).collect();
    let welcome: Welcome = Arc::new(move |credential| match credential {
        Credential::Bearer(email) => Ok(known.get(email).ok_or(Denial::Unauthenticated)?.clone()),
        _ => Err(Denial::Unauthenticated.into()),
    });
    let api = Arc::new(schema::api().unwrap());
    let endpoint = Arc::new(Endpoint::new(api, group.world.database.clone(), welcome, Limits::default()));
    Loopback::start(move |config| routes(config, endpoint.clone()))
}

/// The subjects of so many reviews, as somebody follows them from the beginning.
fn reviews(group: &Group<'_>, server: &Loopback, who: &str, count: usize) -> Vec<Value> {
    let mut socket = Socket::speaking(server);
    let init = json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {who}") } });
    socket.say(&init.to_string());
    assert_eq!(socket.hear(), Frame::Text(json!({ "type": "connection_ack" })));
    let agreement = GlobalId::new(TAG, group.agreement, group.agreement.0).encode();
    let query = "subscription($agreement: ID!) {
        agreementEvents(agreement: $agreement, kinds: [\"deviation.reviewed\"], after: 0) { number kind } }";
    let payload = json!({ "query": query, "variables": { "agreement": &*agreement } });
    socket.say(&json!({ "id": "1", "type": "subscribe", "payload": payload }).to_string());
    let next = |_| match socket.hear() {
        Frame::Text(mut said) => said["payload"]["data"]["agreementEvents"]["number"].take(),
        Frame::Close(code, why) => panic!("{code} {why}"),
    };
    (0..count).map(next).collect()
}

#[test]
fn a_review_of_what_is_concealed_is_passed_over() {
    both(|world| {
        let group = Group::new(world);
        let facts = [("improvements-delivered", "castor", 10), ("sla-met", "nordlicht", 80)];
        group.assess_as(&world.console(), "2026-03", &facts).unwrap();
        let own = group.deviation(CLARA, ("improvements-delivered", Some("castor"), "2026-03")).unwrap();
        group.review(CLARA, &own, ReviewVerdict::Accept).unwrap();
        let concealed = world.events(group.agreement).len();
        group.review(PAUL, &group.slip(), ReviewVerdict::Accept).unwrap();
        let server = serve(&group, &[CLARA, OSKAR]);
        assert_eq!(reviews(&group, &server, CLARA, 2), [json!(concealed), json!(concealed + 1)]);
        assert_eq!(reviews(&group, &server, OSKAR, 1), [json!(concealed + 1)]);
    });
}
