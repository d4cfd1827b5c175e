//! One operation from its text to its answer: validate, weigh, execute, write.

use super::{
    context::Context,
    cost::{Cost, NODES, TooCostly, Weights, measure},
    root::Schema,
    scalar::Gql,
    writer::{write_key, write_value},
};
use juniper::{GraphQLError, OperationType, ValidatedOperation, Variables};
use serde_json::{Map, Value, json};

/// The most errors of an invalid document that are told.
const ERRORS: usize = 20;

/// The schema, and what of its cost the schema does not tell.
pub struct Api {
    schema: Schema,
    weights: Weights,
}

/// An operation as it was asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The document.
    pub query: String,
    /// Which of the document's operations, where there are several.
    pub operation_name: Option<String>,
    /// The variables.
    pub variables: Variables<Gql>,
}

/// What became of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It ran; the answer has data, and errors perhaps.
    Executed,
    /// It ran, and something of it failed for want of a connection.
    Busy,
    /// It is no valid operation, or asks for too much; nothing ran.
    Invalid,
    /// It is a mutation where only queries are taken; nothing ran.
    Mutation,
}

/// An answer: JSON bytes and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What became of the operation.
    pub fate: Fate,
    /// The answer's JSON.
    pub body: Vec<u8>,
}

/// Which operations are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Queries and mutations.
    Both,
    /// Queries alone: a link that somebody follows may not change anything.
    Queries,
}

impl Api {
    /// The API of a schema.
    #[must_use]
    pub fn new(schema: Schema, weights: Weights) -> Self {
        Self { schema, weights }
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// What of its cost the schema does not tell.
    #[must_use]
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The schema in the schema definition language, in a stable order.
    #[must_use]
    pub fn sdl(&self) -> String {
        self.schema.as_sdl()
    }

    /// Runs an operation. Blocks on the database.
    #[must_use]
    pub fn run(&self, request: &Request, context: Context, taken: Taken) -> Reply {
        let operation = match self.validated(request) {
            Ok(operation) => operation,
            Err(error) => return invalid(&json!(error), &context, None),
        };
        match operation.operation_type() {
            OperationType::Mutation if taken == Taken::Queries => {
                let errors = json!([{ "message": "send mutations by POST" }]);
                return Reply { fate: Fate::Mutation, body: answer(None, &errors, None) };
            }
            OperationType::Subscription => {
                let errors = json!([{ "message": "subscribe over a socket at /graphql/ws" }]);
                return invalid(&errors, &context, None);
            }
            OperationType::Mutation | OperationType::Query => {}
        }
        let cost = self.cost(request);
        if let Err(limit) = cost.within_limits() {
            return invalid(&too_costly(limit), &context, Some(cost));
        }
        let context = context.resolving_plainly(cost.merged);
        match operation.execute_sync(&request.variables, &context) {
            Ok((data, errors)) => {
                let fate = if context.was_busy() { Fate::Busy } else { Fate::Executed };
                let errors = if errors.is_empty() { Value::Null } else { json!(errors) };
                Reply { fate, body: answer(Some(&data), &errors, extensions(&context, Some(cost)).as_ref()) }
            }
            Err(error) => invalid(&json!(error), &context, Some(cost)),
        }
    }

    pub(super) fn validated<'a>(&'a self, request: &'a Request) -> Result<Operation<'a>, GraphQLError> {
        ValidatedOperation::new(&request.query, request.operation_name.as_deref(), &self.schema)
    }

    pub(super) fn cost(&self, request: &Request) -> Cost {
        let operation = request.operation_name.as_deref();
        measure(&self.schema, &self.weights, &request.query, operation, &request.variables)
    }
}

pub(super) type Operation<'a> = ValidatedOperation<'a, super::root::Root, super::root::Root, super::root::Streams, Gql>;

pub(super) fn too_costly(limit: TooCostly) -> Value {
    json!([{ "message": limit.to_string(), "extensions": { "code": "COST_EXCEEDED" } }])
}

fn invalid(errors: &Value, context: &Context, cost: Option<Cost>) -> Reply {
    let first = errors.as_array().map(|all| Value::from(&all[..all.len().min(ERRORS)]));
    let errors = first.as_ref().unwrap_or(errors);
    Reply { fate: Fate::Invalid, body: answer(None, errors, extensions(context, cost).as_ref()) }
}

/// What the operation cost, and how often its asker may still ask.
fn extensions(context: &Context, cost: Option<Cost>) -> Option<Value> {
    let mut told = Map::new();
    if let Some(cost) = cost {
        told.insert("cost".into(), json!({ "requested": cost.nodes, "limit": NODES, "depth": cost.depth }));
    }
    if let Some(rate) = context.rate() {
        told.insert("rateLimit".into(), json!({ "limit": rate.limit, "remaining": rate.remaining }));
    }
    (!told.is_empty()).then_some(Value::Object(told))
}

/// `{"errors":…,"data":…,"extensions":…}`, each where there is one; errors first, so that nobody overlooks them.
pub(super) fn answer(data: Option<&juniper::Value<Gql>>, errors: &Value, extensions: Option<&Value>) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    out.push(b'{');
    let key = |out: &mut Vec<u8>, name: &str| {
        if out.len() > 1 {
            out.push(b',');
        }
        write_key(out, name);
    };
    if !errors.is_null() {
        key(&mut out, "errors");
        out.extend_from_slice(errors.to_string().as_bytes());
    }
    if let Some(data) = data {
        key(&mut out, "data");
        write_value(&mut out, data);
    }
    if let Some(extensions) = extensions {
        key(&mut out, "extensions");
        out.extend_from_slice(extensions.to_string().as_bytes());
    }
    out.push(b'}');
    out
}
