//! What a resolver may reach: who is asking, and the database.

/// The context of one operation.
pub struct Context {}

impl juniper::Context for Context {}
