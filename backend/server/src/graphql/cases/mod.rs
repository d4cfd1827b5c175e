//! Cases over GraphQL: the record in full for the parties, and the customer's view without blame.

mod case;
mod checks;
mod clocks;
mod custody;
mod customer;
mod feedback;
mod inputs;
mod ledger;
mod log;
mod needs;
mod pages;
mod replays;
mod routes;
mod streams;
mod verbs;
mod words;

pub use case::Case;
pub use customer::CustomerCase;
pub use inputs::CaseFilter;
pub use ledger::CaseTotals;
pub use needs::CaseNeedsInput;
pub use pages::{cases, customer_cases, queue, totals};
pub use replays::{CaseReplay, ReplayInput, replay};
pub use routes::{CaseCandidate, NewCaseInput, routing};
pub use streams::CaseStreams;
pub use verbs::CaseMutations;

use super::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
};
use concordat_domain::kernel::{AgreementId, CaseId};
use juniper::ID;

/// The tag of cases' global ids.
pub const CASE: Tag = Tag(b'E');
/// The tag of the global ids of cases as their customers see them.
pub const CUSTOMER_CASE: Tag = Tag(b'F');

/// Reads the id of a case that a client sent.
///
/// # Errors
/// Not found for what is no case's id.
pub fn case_id(id: &ID) -> Answer<(AgreementId, CaseId)> {
    let id = GlobalId::decode_as(CASE, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, CaseId(id.own)))
}

/// Reads the id of a customer's case that a client sent.
///
/// # Errors
/// Not found for what is no such id.
pub fn customer_case_id(id: &ID) -> Answer<(AgreementId, CaseId)> {
    let id = GlobalId::decode_as(CUSTOMER_CASE, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, CaseId(id.own)))
}

/// The case behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn case(ctx: &Context, id: GlobalId) -> Answer<Case> {
    Case::load(ctx, id.agreement, CaseId(id.own))
}

/// The customer's case behind a global id.
///
/// # Errors
/// Not found for whoever may not follow it.
pub fn customer_case(ctx: &Context, id: GlobalId) -> Answer<CustomerCase> {
    CustomerCase::load(ctx, id.agreement, CaseId(id.own))
}
