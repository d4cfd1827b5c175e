//! The words of boundaries over GraphQL, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::boundaries as rules;
use juniper::GraphQLEnum;

words! {
    /// What a company is for a service element.
    BoundaryResponsibility as rules::Responsibility {
        /// Answers for the outcome; there is one such company for everything that is demanded.
        Accountable,
        /// Does the work.
        Responsible,
        /// Is asked before something is done.
        Consulted,
        /// Is told of what was done.
        Informed,
    }

    /// What a boundary can be limited by.
    BoundaryDimension as rules::Dimension {
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

    /// What is wrong with the boundaries of a service element.
    FindingKind as rules::FindingKind {
        /// It is demanded, and nobody who works on it covers it.
        Gap,
        /// More than one company is accountable for it at once.
        Overlap,
        /// More is demanded or comes than is committed.
        Shortfall,
        /// Beyond a limit nobody takes over, or whoever should does not cover it.
        DeadEnd,
        /// Take-over runs in a circle.
        Circle,
        /// It names a team, calendar or company that the terms in force do not know, or that is no party any more.
        Broken,
    }
}

/// Where a boundary stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum BoundaryState {
    /// A version is being written, perhaps while another is in force.
    Draft,
    /// A version is before the neighbours, perhaps while another is in force.
    Proposed,
    /// Its last version is approved.
    Approved,
    /// It is approved that it ends.
    Ended,
    /// Given up before anything was approved.
    Withdrawn,
}

impl BoundaryState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Ended => "ended",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that stable name.
    #[must_use]
    pub fn of(boundary: &rules::Boundary) -> Self {
        match boundary.state() {
            "draft" => Self::Draft,
            "proposed" => Self::Proposed,
            "approved" => Self::Approved,
            "ended" => Self::Ended,
            _ => Self::Withdrawn,
        }
    }
}

words! {
    /// Where a version of a boundary stands.
    BoundaryVersionState of rules::VersionState {
        /// Being written.
        Draft,
        /// Before the neighbours.
        Proposed,
        /// Every neighbour has approved.
        Approved,
        /// Given up.
        Withdrawn,
    }

    /// What became of a finding.
    FindingState of rules::TrackedState {
        /// It stands.
        Open,
        /// The coordination group lives with it, as long as it does not grow.
        Accepted,
        /// It is found no more.
        Vanished,
    }
}
