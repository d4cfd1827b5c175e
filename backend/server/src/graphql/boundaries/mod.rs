//! Service boundaries over GraphQL.

mod boundary;
mod coverage;
mod finding;
mod words;

pub use boundary::Boundary;
pub use coverage::{Coverage, FindingFilter, coverage};
pub use finding::Finding;

use super::kernel::{
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
};
use concordat_domain::{
    boundaries::FindingKey,
    kernel::{AgreementId, BoundaryId},
};
use juniper::ID;

/// The tag of boundaries' global ids.
pub const BOUNDARY: Tag = Tag(b'L');
/// The tag of findings' global ids.
pub const FINDING: Tag = Tag(b'N');

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
