//! Agreements over GraphQL.

mod reading;
mod signing;
mod statements;
