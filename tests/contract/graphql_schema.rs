//! What the public schema promises of itself.

use concordat::graphql::{
    kernel::api::{Fate, Request, Taken},
    schema::api,
};
use serde_json::Value;

const LEARN: &str = "{ __schema { types { name description kind \
    fields { name description } inputFields { name description } \
    enumValues { name description } } } }";

fn learned() -> Vec<Value> {
    let world = crate::support::world::World::sqlite();
    let feed = concordat::graphql::kernel::feed::EventFeed::of(&world.database);
    let context = concordat::graphql::Context::operation(world.database.clone(), world.console(), feed);
    let request = Request { query: LEARN.into(), ..Request::default() };
    let reply = api().unwrap().run(&request, context, Taken::Queries);
    assert_eq!(reply.fate, Fate::Executed);
    let answer: Value = serde_json::from_slice(&reply.body).unwrap();
    answer["data"]["__schema"]["types"].as_array().unwrap().clone()
}

fn members<'a>(of: &'a Value, kind: &str) -> impl Iterator<Item = &'a Value> {
    of[kind].as_array().into_iter().flatten()
}

#[test]
fn everything_in_the_schema_says_what_it_is() {
    let mut silent = Vec::new();
    let mut hear = |path: String, thing: &Value| {
        if thing["description"].as_str().is_none_or(|text| text.trim().is_empty()) {
            silent.push(path);
        }
    };
    for kind in learned() {
        let name = kind["name"].as_str().unwrap();
        if name.starts_with("__") || ["Boolean", "Float", "ID", "Int", "String"].contains(&name) {
            continue;
        }
        hear(name.to_owned(), &kind);
        for list in ["fields", "inputFields", "enumValues"] {
            for member in members(&kind, list) {
                hear(format!("{name}.{}", member["name"].as_str().unwrap()), member);
            }
        }
    }
    assert!(silent.is_empty(), "without a description: {silent:#?}");
}

#[test]
fn every_connection_asks_how_many() {
    let sdl = api().unwrap().sdl();
    let unasked: Vec<_> = sdl
        .lines()
        .filter(|line| line.trim_end().ends_with("Connection!") && !line.contains("first: First!"))
        .collect();
    assert!(unasked.is_empty(), "{unasked:#?}");
}
