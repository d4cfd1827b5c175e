//! The table of contents: which noun adds what to the roots.

use super::{
    agreements::{AgreementMutations, AgreementQueries},
    identity::{IdentityMutations, IdentityQueries},
    kernel::root::{Fields, Parts, TwoOwners},
    node::NodeQueries,
};

/// Everything that can be asked.
///
/// # Errors
/// Two nouns claim one field.
pub fn queries() -> Result<Parts<Fields>, TwoOwners> {
    Parts::<Fields>::new("Query", "What can be asked.")
        .with(&IdentityQueries)?
        .with(&NodeQueries)?
        .with(&AgreementQueries)
}

/// Everything that can be done.
///
/// # Errors
/// Two nouns claim one field.
pub fn mutations() -> Result<Parts<Fields>, TwoOwners> {
    Parts::<Fields>::new("Mutation", "What can be done; each root field is one transaction.")
        .with(&IdentityMutations)?
        .with(&AgreementMutations)
}
