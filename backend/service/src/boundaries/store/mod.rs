//! SQL of boundaries, their drafts, findings, and of how much came of a service.

pub(super) mod boundaries;
pub(super) mod came;
pub(super) mod findings;
pub(super) mod trainings;

use crate::kernel::{No, Outcome};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A row's body, as it is kept.
fn body(noun: &impl Serialize) -> Outcome<Value> {
    serde_json::to_value(noun).map_err(No::broken)
}

/// What a row's body says.
fn read<T: DeserializeOwned>(body: Value) -> Outcome<T> {
    serde_json::from_value(body).map_err(No::broken)
}
