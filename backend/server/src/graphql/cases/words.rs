//! The closed words of cases; those of the terms stand with the agreements.

use crate::graphql::kernel::scalar::Gql;
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
