//! Escalations over GraphQL: in full for those who see what they are about, and in neutral words for the customer.

mod climb;
mod customer;
mod escalation;
mod inputs;
mod pages;
mod path;
mod payload;
mod streams;
mod verbs;
mod words;

pub use customer::CustomerEscalation;
pub use escalation::Escalation;
pub use inputs::EscalationFilter;
pub use pages::{escalations, of_case, of_customers_case};
pub use path::{EscalationPathShown, path};
pub use streams::EscalationStreams;
pub use verbs::EscalationMutations;
pub use words::{EscalationTier, EscalationTrigger};

use super::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
};
use concordat_domain::kernel::{AgreementId, EscalationId};
use juniper::ID;

/// The tag of escalations' global ids.
pub const ESCALATION: Tag = Tag(b'H');
/// The tag of the global ids of escalations as customers see them.
pub const CUSTOMER_ESCALATION: Tag = Tag(b'h');

/// Reads the id of an escalation that a client sent.
///
/// # Errors
/// Not found for what is no escalation's id.
pub fn escalation_id(id: &ID) -> Answer<(AgreementId, EscalationId)> {
    let id = GlobalId::decode_as(ESCALATION, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, EscalationId(id.own)))
}

/// The escalation behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn escalation(ctx: &Context, id: GlobalId) -> Answer<Escalation> {
    Escalation::load(ctx, id.agreement, EscalationId(id.own))
}

/// The customer's view of an escalation behind a global id.
///
/// # Errors
/// Not found for whoever may not follow it.
pub fn customer_escalation(ctx: &Context, id: GlobalId) -> Answer<CustomerEscalation> {
    CustomerEscalation::load(ctx, id.agreement, EscalationId(id.own))
}
