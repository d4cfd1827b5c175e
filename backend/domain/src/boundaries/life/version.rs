//! One version of a boundary: what it says, where it stands, and what was said about it on the way.

use crate::boundaries::Content;
use crate::kernel::{By, CompanyId, Moment};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One version of a boundary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number, counted from 1 within the boundary.
    pub number: u32,
    /// What it says.
    pub content: Content,
    /// Whether it ends the boundary: from its date on the company answers no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ends: bool,
    /// Who wrote it as it stands.
    pub author: By,
    /// Where it stands.
    pub state: VersionState,
    /// What was said about its fields, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// How often it came back from being proposed, and why; in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Returned>,
}

/// Where a version stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum VersionState {
    /// Being written.
    Draft,
    /// Before the neighbours.
    Proposed {
        /// Who put it there.
        by: By,
        /// From which day on it shall hold.
        effective_from: NaiveDate,
        /// The neighbours, each of which has to approve. None: it has no neighbour, and one other expert has to.
        asked: BTreeSet<CompanyId>,
        /// Who has approved so far, in order.
        approvals: Vec<By>,
    },
    /// Every neighbour has approved.
    Approved {
        /// When the last one did.
        at: Moment,
        /// From which day on it holds: the proposed one, or the day of the last approval if that is later.
        effective_from: NaiveDate,
        /// Who proposed it.
        proposed: By,
        /// Who approved, in order.
        approvals: Vec<By>,
    },
    /// Given up.
    Withdrawn {
        /// Who gave it up.
        by: By,
        /// Why.
        reason: String,
    },
}

impl VersionState {
    /// The stable name: `draft`, `proposed`, `approved` or `withdrawn`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed { .. } => "proposed",
            Self::Approved { .. } => "approved",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether it is still being agreed on: a draft or a proposal.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Draft | Self::Proposed { .. })
    }

    /// From which day on it holds, if it is approved.
    #[must_use]
    pub const fn effective_from(&self) -> Option<NaiveDate> {
        match self {
            Self::Approved { effective_from, .. } => Some(*effective_from),
            Self::Draft | Self::Proposed { .. } | Self::Withdrawn { .. } => None,
        }
    }
}

/// Something said about a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Its number, counted from 1 within the version.
    pub number: u32,
    /// The field, by its path.
    pub path: String,
    /// What was said.
    pub text: String,
    /// By whom.
    pub by: By,
    /// Who settled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<By>,
}

/// A proposal that became a draft again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Who sent it back: a neighbour's expert, or one of the company itself.
    pub by: By,
    /// Why.
    pub reason: String,
    /// Whether it was an objection; otherwise the company itself took it back.
    pub objection: bool,
}
