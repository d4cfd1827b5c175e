//! Concordat from the outside: every verb, on both databases, in one test binary.

mod api;
mod contract;
mod journeys;
mod policy;
mod store;
mod support;
