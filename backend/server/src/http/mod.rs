//! The HTTP side: the GraphQL endpoint and its sockets, sign-in, health and figures, and what is done around every
//! request.

pub mod answers;
pub mod calendar;
pub mod console;
pub mod credentials;
pub mod endpoint;
pub mod export;
pub mod farewell;
pub mod figures;
mod forms;
pub mod graphql;
pub mod guard;
pub mod health;
pub mod import;
pub mod instance;
mod media;
pub mod observe;
mod openid;
mod parts;
pub mod rates;
mod request;
pub mod server;
pub mod sign_in;
pub mod socket;
