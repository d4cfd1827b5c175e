//! What every noun's GraphQL builds on.

pub mod scalar;
pub mod writer;
