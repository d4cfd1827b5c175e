//! An escalation as the customer sees it: the live state on the path that they know, in neutral words.

use super::{
    CUSTOMER_ESCALATION,
    words::{CustomerEscalationState, EscalationTier, EscalationTrigger},
};
use crate::graphql::{
    agreements::Agreement,
    companies::Company,
    kernel::{context::Context, errors::Answer, global_id::GlobalId, scalar::Gql, types::Instant},
};
use concordat_domain::{
    escalations as rules,
    kernel::{AgreementId, EscalationId},
};
use concordat_service::escalations::{self, FollowedEscalation};
use juniper::{ID, graphql_object};

/// An escalation that the asker may follow.
#[derive(Clone)]
pub struct CustomerEscalation {
    agreement: Agreement,
    view: rules::CustomerView,
    revision: i32,
}

impl CustomerEscalation {
    /// An escalation that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, followed: &FollowedEscalation) -> Self {
        let named = agreement.terms().handling.as_ref().is_some_and(|handling| handling.customer_sees_companies);
        let view = followed.view.escalation.customer_view(named);
        Self { agreement: agreement.clone(), view, revision: followed.view.revision }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not follow it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: EscalationId) -> Answer<Self> {
        let followed = ctx.read(|tx| escalations::followed(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, &followed))
    }
}

/// An escalation as the customer whose matter it is sees it: no person is named, and a company only where the agreement
/// says so.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl CustomerEscalation {
    /// The global id of the customer's view.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(CUSTOMER_ESCALATION, self.agreement.key(), self.view.id.0).encode()
    }

    /// What the path is called.
    fn path_name(&self) -> &str {
        &self.view.path
    }

    /// What began it.
    fn trigger(&self) -> EscalationTrigger {
        self.view.trigger.into()
    }

    /// What you called it; null for what you did not raise.
    fn title(&self) -> Option<&str> {
        self.view.title.as_deref()
    }

    /// Whether you raised it.
    fn own(&self) -> bool {
        self.view.is_own
    }

    /// When it was raised.
    fn raised_at(&self) -> Instant {
        self.view.raised
    }

    /// Where it stands.
    fn state(&self) -> CustomerEscalationState {
        self.view.state.into()
    }

    /// The level at which it stands, counted from 1.
    fn level(&self) -> i32 {
        i32::try_from(self.view.level).unwrap_or(i32::MAX)
    }

    /// How many levels there are.
    fn levels(&self) -> i32 {
        i32::try_from(self.view.levels).unwrap_or(i32::MAX)
    }

    /// What the path calls the level at which it stands.
    fn level_name(&self) -> &str {
        &self.view.level_name
    }

    /// The level of governance at which it stands.
    fn tier(&self) -> Option<EscalationTier> {
        self.view.tier.map(EscalationTier::from)
    }

    /// By when it goes on; null once it is over.
    fn deadline(&self) -> Option<Instant> {
        self.view.deadline
    }

    /// Where it has been.
    fn steps(&self) -> Vec<CustomerEscalationStep> {
        self.view.steps.iter().cloned().map(CustomerEscalationStep).collect()
    }

    /// The answer; null while there is none, and for what you did not raise.
    fn answer(&self) -> Option<&str> {
        self.view.answer.as_ref().map(|(_, text)| text.as_str())
    }

    /// When the answer came.
    fn answered_at(&self) -> Option<Instant> {
        self.view.answer.as_ref().map(|(at, _)| *at)
    }

    /// The company that is to answer; null where the agreement does not name companies to customers.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.view.company?).map(Company::from)
    }

    /// Grows by one with each change; a verb names the one that you have read.
    fn revision(&self) -> i32 {
        self.revision
    }
}

/// It came to a level.
pub struct CustomerEscalationStep(rules::CustomerStep);

/// An escalation came to a level.
#[graphql_object(scalar = Gql, context = Context)]
impl CustomerEscalationStep {
    /// When.
    fn at(&self) -> Instant {
        self.0.at
    }

    /// The level, counted from 1.
    fn level(&self) -> i32 {
        i32::try_from(self.0.level).unwrap_or(i32::MAX)
    }

    /// What the path calls it.
    fn name(&self) -> &str {
        &self.0.name
    }
}
