//! Common ground: the vocabulary of the agreement, what alignment is assessed by, and how commitment health is weighed.

use crate::agreements::words::{AlignmentArea, HealthSign, WordKind};
use crate::kernel::Decimal;
use serde::{Deserialize, Serialize};

/// A word of the agreement, onto which each company maps its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// Its code, unique within its kind.
    pub code: String,
    /// What kind of word it is.
    pub kind: WordKind,
    /// What it means.
    pub meaning: String,
}

/// Something by which a company's alignment is assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    /// Its code.
    pub code: String,
    /// What it is about.
    pub area: AlignmentArea,
    /// The question that the group answers with a score.
    pub question: String,
}

/// How the health of a company's commitment is weighed: the weighted mean of its signs, 1 where nothing is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Health {
    /// So many days are looked back upon.
    pub days: u16,
    /// How much each sign weighs; a sign that is not named does not count.
    pub weights: Vec<SignWeight>,
}

/// How much a sign weighs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignWeight {
    /// The sign.
    pub sign: HealthSign,
    /// Its weight, above nothing.
    pub weight: Decimal,
}
