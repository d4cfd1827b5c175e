//! The closed words of boundaries.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a company is for a service element: the letters of a RACI matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Responsibility {
    /// Answers for the outcome; there is one such company for everything that is demanded.
    Accountable,
    /// Does the work.
    Responsible,
    /// Is asked before something is done.
    Consulted,
    /// Is told of what was done.
    Informed,
}

impl Responsibility {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Accountable, Self::Responsible, Self::Consulted, Self::Informed];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accountable => "accountable",
            Self::Responsible => "responsible",
            Self::Consulted => "consulted",
            Self::Informed => "informed",
        }
    }

    /// Whether a case can be handed over to the company under it.
    #[must_use]
    pub const fn works(self) -> bool {
        matches!(self, Self::Accountable | Self::Responsible)
    }
}

/// What a boundary can be limited by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// When work is done.
    Hours,
    /// Where the customer is.
    Region,
    /// What the customer speaks.
    Language,
    /// What it is about.
    Product,
    /// What has to be known.
    Skill,
    /// How many cases at once.
    Concurrent,
    /// How many cases in a period.
    Volume,
    /// How soon there is a response.
    Response,
}

impl Dimension {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Hours,
        Self::Region,
        Self::Language,
        Self::Product,
        Self::Skill,
        Self::Concurrent,
        Self::Volume,
        Self::Response,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Region => "region",
            Self::Language => "language",
            Self::Product => "product",
            Self::Skill => "skill",
            Self::Concurrent => "concurrent",
            Self::Volume => "volume",
            Self::Response => "response",
        }
    }

    /// Whether it limits how much there can be, not what.
    #[must_use]
    pub const fn is_capacity(self) -> bool {
        matches!(self, Self::Concurrent | Self::Volume)
    }
}
