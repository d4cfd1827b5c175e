//! GraphQL in process: what a partner asks and what comes back, without a socket.

use super::world::World;
use concordat::graphql::{
    kernel::{
        api::{Api, Request, Taken},
        context::Context,
    },
    schema,
};
use concordat_domain::access::Actor;
use juniper::{InputValue, Variables};
use serde_json::Value;
use std::sync::{Arc, LazyLock};

/// The product's schema.
pub static API: LazyLock<Api> = LazyLock::new(|| schema::api().unwrap());

impl World {
    /// The bytes that answer an operation of somebody.
    pub fn bytes(&self, who: &Arc<Actor>, query: &str, variables: &Value) -> Vec<u8> {
        let variables: InputValue<_> = serde_json::from_value(variables.clone()).unwrap();
        let variables: Variables<_> = variables
            .to_object_value()
            .map(|all| all.into_iter().map(|(k, v)| (k.to_string(), v.clone())).collect())
            .unwrap_or_default();
        let request = Request { query: query.to_owned(), operation_name: None, variables };
        let context = Context::operation(self.database.clone(), who.clone(), self.feed.clone());
        API.run(&request, context, Taken::Both).body
    }

    /// The whole answer to an operation of somebody.
    pub fn answer(&self, who: &Arc<Actor>, query: &str, variables: &Value) -> Value {
        serde_json::from_slice(&self.bytes(who, query, variables)).unwrap()
    }

    /// The data of an operation that has no errors.
    #[track_caller]
    pub fn data(&self, who: &Arc<Actor>, query: &str, variables: &Value) -> Value {
        let mut answer = self.answer(who, query, variables);
        assert_eq!(answer.get("errors"), None, "{answer:#}");
        answer["data"].take()
    }

    /// The code of the only error of an operation.
    #[track_caller]
    pub fn denied(&self, who: &Arc<Actor>, query: &str, variables: &Value) -> String {
        let answer = self.answer(who, query, variables);
        let errors = answer["errors"].as_array().cloned().unwrap_or_default();
        assert_eq!(errors.len(), 1, "{answer:#}");
        errors[0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
    }
}
