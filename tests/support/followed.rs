//! Subscriptions to the product's API over a real socket, as people who are known by their address and whose roles are read
//! anew each time.

use super::{
    loopback::Loopback,
    socket::{Frame, Socket},
    world::World,
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
use concordat_service::{
    identity::{self, Credential},
    kernel::{Denial, Tx},
};
use serde_json::{Value, json};
use std::sync::Arc;

/// Serves the product's API; a bearer's token is the address of a person, and without one nobody is signed in.
pub fn serve(world: &World) -> Loopback {
    let database = world.database.clone();
    let welcome: Welcome = Arc::new(move |credential| {
        let Credential::Bearer(email) = credential else { return Ok(Arc::new(Actor::anonymous())) };
        let known = |tx: &mut Tx<'_>| {
            let person = identity::store::people_by_emails(tx, &[email.to_owned()])?.pop();
            identity::actor_of_person(tx, &person.ok_or(Denial::Unauthenticated)?)
        };
        database.read(&Arc::new(Actor::console()), known)
    });
    let api = Arc::new(schema::api().unwrap());
    let endpoint = Arc::new(Endpoint::new(api, world.database.clone(), welcome, Limits::default()));
    Loopback::start(move |config| routes(config, endpoint.clone()))
}

/// A subscription of somebody.
pub struct Following {
    socket: Socket,
    field: &'static str,
}

impl Following {
    /// Subscribes to a field.
    pub fn new(server: &Loopback, who: &str, field: &'static str, query: &str, variables: &Value) -> Self {
        let mut socket = Socket::speaking(server);
        let init = json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {who}") } });
        socket.say(&init.to_string());
        assert_eq!(socket.hear(), Frame::Text(json!({ "type": "connection_ack" })));
        let payload = json!({ "query": query, "variables": variables });
        socket.say(&json!({ "id": "1", "type": "subscribe", "payload": payload }).to_string());
        // a ping is answered once the subscription before it has been taken up
        socket.say(r#"{"type":"ping"}"#);
        Self { socket, field }
    }

    /// The same, once it has been taken up: what happens from now on is told.
    pub fn begun(mut self) -> Self {
        assert_eq!(self.socket.hear(), Frame::Text(json!({ "type": "pong" })));
        self
    }

    /// What is told next, of whatever type.
    pub fn hear(&mut self) -> Value {
        loop {
            match self.socket.hear() {
                Frame::Text(said) if said["type"] == "pong" => {}
                Frame::Text(said) => return said,
                Frame::Close(code, why) => panic!("{code} {why}"),
            }
        }
    }

    /// The next thing that is told of the field.
    pub fn next(&mut self) -> Value {
        let mut said = self.hear();
        assert_eq!(said["type"], "next", "{said}");
        said["payload"]["data"][self.field].take()
    }
}
