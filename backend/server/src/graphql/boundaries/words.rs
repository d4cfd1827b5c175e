//! The closed words of boundaries and of what is found about them.

use crate::graphql::kernel::scalar::Gql;
use concordat_domain::boundaries as rules;
use juniper::GraphQLEnum;

/// What a company is for a service element: the letters of a RACI matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum BoundaryResponsibility {
    /// Answers for the outcome; there is one such company for everything that is demanded.
    Accountable,
    /// Does the work.
    Responsible,
    /// Is asked before something is done.
    Consulted,
    /// Is told of what was done.
    Informed,
}

impl From<rules::Responsibility> for BoundaryResponsibility {
    fn from(word: rules::Responsibility) -> Self {
        match word {
            rules::Responsibility::Accountable => Self::Accountable,
            rules::Responsibility::Responsible => Self::Responsible,
            rules::Responsibility::Consulted => Self::Consulted,
            rules::Responsibility::Informed => Self::Informed,
        }
    }
}

/// What a boundary can be limited by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum BoundaryDimension {
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

impl From<rules::Dimension> for BoundaryDimension {
    fn from(word: rules::Dimension) -> Self {
        match word {
            rules::Dimension::Hours => Self::Hours,
            rules::Dimension::Region => Self::Region,
            rules::Dimension::Language => Self::Language,
            rules::Dimension::Product => Self::Product,
            rules::Dimension::Skill => Self::Skill,
            rules::Dimension::Concurrent => Self::Concurrent,
            rules::Dimension::Volume => Self::Volume,
            rules::Dimension::Response => Self::Response,
        }
    }
}

/// What is wrong with the boundaries of a service element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum FindingKind {
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
    /// It names a team, calendar or company that the terms in force do not know.
    Broken,
}

impl From<rules::FindingKind> for FindingKind {
    fn from(word: rules::FindingKind) -> Self {
        match word {
            rules::FindingKind::Gap => Self::Gap,
            rules::FindingKind::Overlap => Self::Overlap,
            rules::FindingKind::Shortfall => Self::Shortfall,
            rules::FindingKind::DeadEnd => Self::DeadEnd,
            rules::FindingKind::Circle => Self::Circle,
            rules::FindingKind::Broken => Self::Broken,
        }
    }
}

impl From<FindingKind> for rules::FindingKind {
    fn from(word: FindingKind) -> Self {
        match word {
            FindingKind::Gap => Self::Gap,
            FindingKind::Overlap => Self::Overlap,
            FindingKind::Shortfall => Self::Shortfall,
            FindingKind::DeadEnd => Self::DeadEnd,
            FindingKind::Circle => Self::Circle,
            FindingKind::Broken => Self::Broken,
        }
    }
}

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum FindingState {
    /// It stands.
    Open,
    /// The coordination group lives with it, as long as it does not grow.
    Accepted,
    /// It is found no more.
    Vanished,
}

impl From<&rules::TrackedState> for FindingState {
    fn from(state: &rules::TrackedState) -> Self {
        match state {
            rules::TrackedState::Open => Self::Open,
            rules::TrackedState::Accepted { .. } => Self::Accepted,
            rules::TrackedState::Vanished { .. } => Self::Vanished,
        }
    }
}
