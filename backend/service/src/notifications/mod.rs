//! Telling people: events become mails in the transaction that follows them, and mails go out from an outbox.

pub mod calendars;
pub mod mail;
mod settings;
mod store;
pub mod webhooks;

pub use settings::{language, setting};
pub use store::mails::{Letter, Stored};
