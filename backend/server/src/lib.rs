//! The server of Concordat: GraphQL, HTTP and the command line over the service's verbs.

pub mod cli;
pub mod config;
pub mod demo;
pub mod graphql;
pub mod http;
pub mod posting;
pub mod scheduler;
pub mod telling;
