//! The server of Concordat: GraphQL, HTTP and the command line over the service's verbs.

pub mod graphql;
pub mod http;
