//! Agreements over GraphQL.

mod reading;
mod signing;
