//! Agreements over GraphQL.

mod handling;
mod reading;
mod signing;
mod statements;
