//! The common ground of the agreement file: its words, what alignment is assessed by, how commitment health is weighed.

use super::{At, Number};
use crate::agreements::words::{AlignmentArea, HealthSign, WordKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A word of the agreement, onto which each company maps its own.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WordEntry {
    /// Its code, unique within its kind.
    pub code: At<String>,
    /// What kind of word it is.
    pub kind: At<WordKind>,
    /// What it means.
    pub meaning: At<String>,
}

/// Something by which a company's alignment is assessed.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AspectEntry {
    /// Its code.
    pub code: At<String>,
    /// What it is about.
    pub area: At<AlignmentArea>,
    /// The question that the group answers with a score.
    pub question: At<String>,
}

/// How the health of a company's commitment is weighed.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HealthEntry {
    /// How many days are looked back upon, from 1 to 366.
    pub days: At<Number>,
    /// How much each sign weighs; one that is not named does not count.
    pub weights: Vec<SignEntry>,
}

/// How much a sign weighs.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SignEntry {
    /// The sign.
    pub sign: At<HealthSign>,
    /// Its weight, above 0.
    pub weight: At<Number>,
}
