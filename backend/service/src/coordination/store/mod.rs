//! SQL of meetings, agendas, decisions, action items and what waits in time; of vocabularies and alignment.

pub(super) mod agenda;
pub(super) mod alignment;
pub(super) mod decisions;
pub(super) mod items;
pub(super) mod meetings;
pub(super) mod timers;
pub(super) mod vocabularies;

use crate::kernel::{No, Outcome};
use serde::{Serialize, de::DeserializeOwned};

/// A row's body, as it is kept.
fn body(noun: &impl Serialize) -> Outcome<serde_json::Value> {
    serde_json::to_value(noun).map_err(No::broken)
}

/// What a row's body says.
fn read<T: DeserializeOwned>(body: serde_json::Value) -> Outcome<T> {
    serde_json::from_value(body).map_err(No::broken)
}
