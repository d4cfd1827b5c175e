//! The product's own server on a port of the loopback, for a world.

use super::{loopback::Loopback, world::World};
use actix_web::web;
use concordat::{
    config::{Config, Keys},
    graphql::schema,
    http::{
        credentials::Welcome,
        endpoint::{Endpoint, Limits},
        instance::Instance,
        server,
    },
};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::identity::{Credential, TokenKey};
use std::{collections::HashMap, sync::Arc};

/// The product's server for a world, in which an address is a token.
pub fn serve(world: &World, people: &[&str]) -> Loopback {
    start(instance(world, people))
}

/// Serves an instance.
pub fn start(instance: Instance) -> Loopback {
    let instance = web::Data::new(instance);
    Loopback::start(move |config| server::routes(config, instance.clone()))
}

/// The instance of a world, in which an address is a token.
pub fn instance(world: &World, people: &[&str]) -> Instance {
    let people: HashMap<String, Arc<Actor>> =
        people.iter().map(|email| ((*email).to_owned(), world.person(email))).collect();
    let nobody = Arc::new(Actor::anonymous());
    let welcome: Welcome = Arc::new(move |credential| match credential {
        Credential::Bearer(email) => Ok(people[email].clone()),
        _ => Ok(nobody.clone()),
    });
    let database = world.database.clone();
    let key = database.write(&world.console(), AgreementId::INSTANCE, TokenKey::load).unwrap();
    let api = Arc::new(schema::api().unwrap());
    let endpoint = Arc::new(Endpoint::new(api, database.clone(), welcome.clone(), Limits::default()));
    let config = Config::check(Keys::default()).unwrap();
    Instance::new(&config, database, key, welcome, endpoint)
}

/// The header with which somebody asks.
pub fn bearer(email: &str) -> (&'static str, String) {
    ("authorization", format!("Bearer {email}"))
}
