//! The closed words of cases.

use crate::graphql::kernel::scalar::Gql;
use concordat_domain::agreements as rules;
use juniper::GraphQLEnum;

/// What a customer brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum CaseKind {
    /// Something does not work as it should.
    Incident,
    /// Something is wanted.
    Request,
    /// Somebody is not content; it carries a red flag and its own answer clock.
    Complaint,
}

impl From<rules::CaseKind> for CaseKind {
    fn from(kind: rules::CaseKind) -> Self {
        match kind {
            rules::CaseKind::Incident => Self::Incident,
            rules::CaseKind::Request => Self::Request,
            rules::CaseKind::Complaint => Self::Complaint,
        }
    }
}

impl From<CaseKind> for rules::CaseKind {
    fn from(kind: CaseKind) -> Self {
        match kind {
            CaseKind::Incident => Self::Incident,
            CaseKind::Request => Self::Request,
            CaseKind::Complaint => Self::Complaint,
        }
    }
}

/// Where a case stands, whatever the agreement calls its stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum CasePhase {
    /// Work is to be done.
    Open,
    /// Its clocks stand still.
    Paused,
    /// The work is done; the customer has not said so.
    Resolved,
    /// Nothing more happens to it.
    Closed,
}

impl From<rules::Phase> for CasePhase {
    fn from(phase: rules::Phase) -> Self {
        match phase {
            rules::Phase::Open => Self::Open,
            rules::Phase::Paused => Self::Paused,
            rules::Phase::Resolved => Self::Resolved,
            rules::Phase::Closed => Self::Closed,
        }
    }
}

impl From<CasePhase> for rules::Phase {
    fn from(phase: CasePhase) -> Self {
        match phase {
            CasePhase::Open => Self::Open,
            CasePhase::Paused => Self::Paused,
            CasePhase::Resolved => Self::Resolved,
            CasePhase::Closed => Self::Closed,
        }
    }
}

/// What a part of a case's time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum LedgerKind {
    /// A company held the case.
    Custody,
    /// It was offered and not yet taken on; the sender is charged until the receiver's acceptance target is used up.
    HandOverWait,
    /// It was paused.
    Pause,
    /// The customers' hours were open and the holder's were closed: a gap of the agreement, charged to nobody.
    Mismatch,
    /// The log does not say who held it.
    Unattributed,
}

/// Against whom the time of a pause is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum PauseClaim {
    /// The customer.
    Customer,
    /// A company of the agreement.
    Company,
    /// Somebody outside the agreement.
    Outsider,
}

impl From<rules::Claimed> for PauseClaim {
    fn from(claimed: rules::Claimed) -> Self {
        match claimed {
            rules::Claimed::Customer => Self::Customer,
            rules::Claimed::Company(_) => Self::Company,
            rules::Claimed::Outsider => Self::Outsider,
        }
    }
}
