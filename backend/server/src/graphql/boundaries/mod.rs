//! Service boundaries over GraphQL: drawn and reviewed by experts, with what they cover and what is found.

mod boundary;
mod changes;
mod content;
mod coverage;
mod finding;
mod fit;
mod inputs;
mod pages;
mod streams;
mod supposed;
mod training;
mod training_verbs;
mod verbs;
mod version;
mod words;

pub use boundary::Boundary;
pub use coverage::{Coverage, FindingFilter, coverage};
pub use finding::Finding;
pub use fit::{CommitmentFit, commitment_fit};
pub use inputs::BoundaryFilter;
pub use pages::boundaries;
pub use streams::BoundaryStreams;
pub use training::Training;
pub use training_verbs::TrainingMutations;
pub use verbs::BoundaryMutations;
pub use words::BoundaryDimension;

use super::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
};
use concordat_domain::{
    boundaries::FindingKey,
    kernel::{AgreementId, BoundaryId, TrainingId},
};
use juniper::ID;

/// The tag of boundaries' global ids.
pub const BOUNDARY: Tag = Tag(b'L');
/// The tag of findings' global ids.
pub const FINDING: Tag = Tag(b'N');
/// The tag of trainings' global ids.
pub const TRAINING: Tag = Tag(b'R');

/// Reads the id of a boundary that a client sent.
///
/// # Errors
/// Not found for what is no boundary's id.
pub fn boundary_id(id: &ID) -> Answer<(AgreementId, BoundaryId)> {
    let id = GlobalId::decode_as(BOUNDARY, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, BoundaryId(id.own)))
}

/// Reads the id of a finding that a client sent.
///
/// # Errors
/// Not found for what is no finding's id.
pub fn finding_id(id: &ID) -> Answer<(AgreementId, FindingKey)> {
    let id = GlobalId::decode_as(FINDING, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, FindingKey(id.own)))
}

/// Reads the id of a training that a client sent.
///
/// # Errors
/// Not found for what is no training's id.
pub fn training_id(id: &ID) -> Answer<(AgreementId, TrainingId)> {
    let id = GlobalId::decode_as(TRAINING, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, TrainingId(id.own)))
}

/// The boundary behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn boundary(ctx: &Context, id: GlobalId) -> Answer<Boundary> {
    Boundary::load(ctx, id.agreement, BoundaryId(id.own))
}

/// The finding behind a global id.
///
/// # Errors
/// Not found where it is not followed, or for whoever may not see it.
pub fn finding(ctx: &Context, id: GlobalId) -> Answer<Finding> {
    Finding::load(ctx, id.agreement, FindingKey(id.own))
}

/// The training behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn training(ctx: &Context, id: GlobalId) -> Answer<Training> {
    Training::load(ctx, id.agreement, TrainingId(id.own))
}
