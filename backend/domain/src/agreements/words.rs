//! The closed words of an agreement: topics of commitments, levels of management, where figures come from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a commitment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentTopic {
    /// How well the service is delivered.
    Performance,
    /// How content the customers are; an active agreement has at least one.
    Satisfaction,
    /// How the service gets better; an active agreement has at least one.
    Improvement,
    /// How much is kept ready.
    Capacity,
    /// How soon something is done.
    Timeliness,
    /// How the companies work together.
    Cooperation,
    /// Anything else.
    Other,
}

/// The level of management at which somebody sits in a coordination group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Senior management: where a deviation goes when it comes back.
    Senior,
    /// Middle management.
    Middle,
}
