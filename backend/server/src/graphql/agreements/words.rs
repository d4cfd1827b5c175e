//! The closed words of how cases are handled under an agreement.

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

/// What a clock measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum ClockMeasure {
    /// From opening to the first response.
    Response,
    /// From opening to resolution; for one company, the time for which the case is its own.
    Resolution,
    /// From each update to the next.
    NextUpdate,
    /// From opening to the answer that a complaint is owed.
    Answer,
}

impl From<rules::ClockMeasure> for ClockMeasure {
    fn from(measure: rules::ClockMeasure) -> Self {
        match measure {
            rules::ClockMeasure::Response => Self::Response,
            rules::ClockMeasure::Resolution => Self::Resolution,
            rules::ClockMeasure::NextUpdate => Self::NextUpdate,
            rules::ClockMeasure::Answer => Self::Answer,
        }
    }
}

/// What a clock does when a resolved case is opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum ReopenPolicy {
    /// It goes on where it stood: the time while the case was resolved is free.
    Continue,
    /// It goes on as if it had never stopped: the time while the case was resolved counts.
    ContinueCounting,
    /// A new clock begins with the whole target; the old one keeps its result.
    NewCycle,
}

impl From<rules::ReopenPolicy> for ReopenPolicy {
    fn from(policy: rules::ReopenPolicy) -> Self {
        match policy {
            rules::ReopenPolicy::Continue => Self::Continue,
            rules::ReopenPolicy::ContinueCounting => Self::ContinueCounting,
            rules::ReopenPolicy::NewCycle => Self::NewCycle,
        }
    }
}

/// Who sees which cases in full. Steward and auditor see every one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum CaseDisclosure {
    /// Every party sees every case.
    Open,
    /// A company sees those that it opened, held, was offered or shared.
    Involved,
}

impl From<rules::CaseDisclosure> for CaseDisclosure {
    fn from(disclosure: rules::CaseDisclosure) -> Self {
        match disclosure {
            rules::CaseDisclosure::Open => Self::Open,
            rules::CaseDisclosure::Involved => Self::Involved,
        }
    }
}
