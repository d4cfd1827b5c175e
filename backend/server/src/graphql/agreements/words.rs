//! The closed words of an agreement and of how cases are handled under it.

use crate::graphql::kernel::{scalar::Gql, words::words};
use concordat_domain::agreements as rules;
use juniper::GraphQLEnum;

words! {
    /// What a customer brings.
    CaseKind as rules::CaseKind {
        /// Something does not work as it should.
        Incident,
        /// Something is wanted.
        Request,
        /// Somebody is not content; it carries a red flag and its own answer clock.
        Complaint,
    }

    /// Where a case stands, whatever the agreement calls its stages.
    CasePhase as rules::Phase {
        /// Work is to be done.
        Open,
        /// Its clocks stand still.
        Paused,
        /// The work is done; the customer has not said so.
        Resolved,
        /// Nothing more happens to it.
        Closed,
    }

    /// Against whom the time of a pause is claimed.
    PauseClaim of rules::Claimed {
        /// The customer.
        Customer,
        /// A company of the agreement.
        Company,
        /// Somebody outside the agreement.
        Outsider,
    }

    /// What a clock measures.
    ClockMeasure of rules::ClockMeasure {
        /// From opening to the first response.
        Response,
        /// From opening to resolution; for one company, the time for which the case is its own.
        Resolution,
        /// From each update to the next.
        NextUpdate,
        /// From opening to the answer that a complaint is owed.
        Answer,
    }

    /// What a clock does when a resolved case is opened again.
    ReopenPolicy of rules::ReopenPolicy {
        /// It goes on where it stood: the time while the case was resolved is free.
        Continue,
        /// It goes on as if it had never stopped: the time while the case was resolved counts.
        ContinueCounting,
        /// A new clock begins with the whole target; the old one keeps its result.
        NewCycle,
    }

    /// Who sees which cases in full. Steward and auditor see every one.
    CaseDisclosure of rules::CaseDisclosure {
        /// Every party sees every case.
        Open,
        /// A company sees those that it opened, held, was offered or shared.
        Involved,
    }
}

/// Where an agreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum AgreementState {
    /// Being written.
    Draft,
    /// Its first version is put before the parties.
    Proposed,
    /// In force, perhaps with an amendment on its way.
    Active,
    /// Over.
    Ended,
}

impl From<rules::AgreementState<'_>> for AgreementState {
    fn from(state: rules::AgreementState<'_>) -> Self {
        match state {
            rules::AgreementState::Draft => Self::Draft,
            rules::AgreementState::Proposed { .. } => Self::Proposed,
            rules::AgreementState::Active { .. } => Self::Active,
            rules::AgreementState::Ended { .. } => Self::Ended,
        }
    }
}
