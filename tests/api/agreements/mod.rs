//! Agreements over GraphQL.

mod coordination;
mod handling;
mod reading;
mod signing;
mod statements;
