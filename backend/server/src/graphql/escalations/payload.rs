//! What a mutation of an escalation answers: as much of it as whoever asks may see, or why it was not done.

use super::{CustomerEscalation, Escalation, escalation::seen};
use crate::graphql::kernel::{
    context::Context,
    errors::{Answer, Refused, settle},
    scalar::Gql,
};
use concordat_domain::kernel::{AgreementId, EscalationId};
use juniper::graphql_object;

/// What a mutation of an escalation answers.
pub struct EscalationPayload {
    escalation: Option<Escalation>,
    followed: Option<CustomerEscalation>,
    refusals: Vec<Refused>,
    mutation: Option<String>,
}

impl EscalationPayload {
    /// The payload of what a verb did; denials and faults stay errors.
    ///
    /// # Errors
    /// Denials and faults.
    pub fn of(ctx: &Context, done: Answer<(AgreementId, EscalationId)>, mutation: Option<String>) -> Answer<Self> {
        let (done, refusals) = settle(done)?;
        let Some((agreement, id)) = done else {
            return Ok(Self { escalation: None, followed: None, refusals, mutation });
        };
        let escalation = seen(Escalation::load(ctx, agreement, id))?;
        let followed = seen(CustomerEscalation::load(ctx, agreement, id))?;
        Ok(Self { escalation, followed, refusals, mutation })
    }
}

/// What a mutation of an escalation answers.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationPayload {
    /// The escalation as it is now; null where it was not done, and for whoever sees it as a customer only.
    fn escalation(&self) -> Option<&Escalation> {
        self.escalation.as_ref()
    }

    /// The same as the customer sees it; null where it was not done, and for whoever does not follow it.
    fn customer_escalation(&self) -> Option<&CustomerEscalation> {
        self.followed.as_ref()
    }

    /// Every reason why it was not done; empty when it was.
    fn refusals(&self) -> &[Refused] {
        &self.refusals
    }

    /// What the input carried, unchanged.
    fn client_mutation_id(&self) -> Option<&str> {
        self.mutation.as_deref()
    }
}
