//! The closed words of cases; those of the terms stand with the agreements.

use crate::graphql::kernel::{scalar::Gql, words::words};
use concordat_domain::boundaries::{Reason, Verdict};
use juniper::GraphQLEnum;

pub use crate::graphql::agreements::{CaseKind, CasePhase, PauseClaim};

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

words! {
    /// What the check of a hand-over comes to.
    HandOverVerdict of Verdict {
        /// The receiver's boundary holds the case, as far as is known.
        Allowed,
        /// A limit of the receiver's boundary is passed.
        Outside,
        /// The receiver has no boundary for the service, or does no work under it.
        Nobody,
    }

    /// What stands for a candidate, or against it.
    #[graphql(name = "CandidateReasonKind")]
    CandidateWord of Reason {
        /// Its boundary holds the case, as far as is known.
        Allowed,
        /// Limits of its boundary are passed.
        Outside,
        /// It has no boundary under which it works on the service.
        Nobody,
        /// It is open now.
        Open,
        /// It opens later.
        OpensAt,
        /// It never opens again.
        NeverOpens,
        /// Its members can do what has to be known.
        Skilled,
        /// Nobody in it has named some of the skills.
        Lacking,
        /// Its support line; lower ones come first.
        Line,
        /// The open cases that it holds; fewer come first.
        Load,
    }
}
