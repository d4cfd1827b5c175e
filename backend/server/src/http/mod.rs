//! The HTTP side: the GraphQL endpoint and its sockets, and what a request brings along.

pub mod credentials;
pub mod endpoint;
pub mod graphql;
mod media;
mod request;
pub mod socket;
