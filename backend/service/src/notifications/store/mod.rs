//! SQL of mails and of how people want to be told.

pub mod deliveries;
pub mod feeds;
pub mod mails;
pub mod settings;
pub mod webhooks;

use crate::kernel::{No, Outcome};
use serde::{Serialize, de::DeserializeOwned};

/// A row's body.
fn body(noun: &impl Serialize) -> Outcome<serde_json::Value> {
    serde_json::to_value(noun).map_err(No::broken)
}

/// What a row's body says.
fn read<T: DeserializeOwned>(body: serde_json::Value) -> Outcome<T> {
    serde_json::from_value(body).map_err(No::broken)
}
