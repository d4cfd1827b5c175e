//! A case as its customer sees it: where it stands and what was promised, without blame.

use super::{
    CUSTOMER_CASE,
    clocks::ClockState,
    words::{CaseKind, CasePhase},
};
use crate::graphql::{
    agreements::{Agreement, ClockMeasure, Service},
    companies::Company,
    escalations::{self, CustomerEscalation},
    kernel::{
        context::Context,
        errors::Answer,
        global_id::GlobalId,
        scalar::Gql,
        types::{First, Instant},
    },
};
use concordat_domain::{
    cases as rules,
    kernel::{AgreementId, CaseId},
};
use concordat_service::cases::{self, CaseView};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A case that the asker may follow.
#[derive(Clone)]
pub struct CustomerCase {
    agreement: Agreement,
    reference: String,
    revision: i32,
    view: Arc<rules::CustomerView>,
}

impl CustomerCase {
    /// A case that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: &CaseView) -> Self {
        let shown = Arc::new(view.case.customer_view(&view.rules, view.at));
        Self { agreement: agreement.clone(), reference: view.reference.clone(), revision: view.revision, view: shown }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not follow it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: CaseId) -> Answer<Self> {
        let view = ctx.read(|tx| cases::followed_case(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, &view.case))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> CaseId {
        self.view.id
    }
}

/// A case as its customer sees it: no person is named, and companies only where the agreement says so.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl CustomerCase {
    /// The global id of the customer's view.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(CUSTOMER_CASE, self.agreement.key(), self.key().0).encode()
    }

    /// The name by which people speak of it.
    fn reference(&self) -> &str {
        &self.reference
    }

    /// What it is.
    fn kind(&self) -> CaseKind {
        self.view.kind.into()
    }

    /// What it is about.
    fn title(&self) -> &str {
        &self.view.title
    }

    /// The code of its priority.
    fn priority(&self) -> &str {
        &self.view.priority
    }

    /// The service that it is about; null where the agreement has it no more.
    fn service(&self) -> Option<Service> {
        let service = self.agreement.terms().service(self.view.service)?;
        Some(Service::new(self.agreement.clone(), service.id))
    }

    /// When it was opened.
    fn opened_at(&self) -> Instant {
        self.view.opened
    }

    /// Where it stands.
    fn phase(&self) -> CasePhase {
        self.view.phase.into()
    }

    /// The stages of its life, in order.
    fn stages(&self) -> Vec<StageShown> {
        self.view.stages.iter().cloned().map(StageShown).collect()
    }

    /// What the customer was told, in order.
    fn told(&self) -> Vec<Told> {
        self.view.told.iter().cloned().map(|(at, note)| Told { at, note }).collect()
    }

    /// What was promised, and when it is due.
    fn promises(&self) -> Vec<Promise> {
        self.view.promises.iter().cloned().map(Promise).collect()
    }

    /// When it was resolved; null while it is not.
    fn resolved_at(&self) -> Option<Instant> {
        self.view.resolved.as_ref().map(|(at, _)| *at)
    }

    /// How it was resolved, in words.
    fn resolution(&self) -> Option<&str> {
        self.view.resolved.as_ref().and_then(|(_, note)| note.as_deref())
    }

    /// The customer's latest rating, 1 to 5 points; null before there is one.
    fn rating(&self) -> Option<i32> {
        self.view.rating.map(i32::from)
    }

    /// Whether its cycle has ended: resolved, and the customer's latest word is positive.
    fn settled(&self) -> bool {
        self.view.is_settled
    }

    /// The companies that work on it; empty where the agreement does not name them to customers.
    fn companies(&self) -> Vec<Company> {
        let named = self.view.companies.iter();
        named.filter_map(|id| self.agreement.terms().company(*id)).map(Company::from).collect()
    }

    /// Where it has been raised to be answered higher up, the latest first, in neutral words.
    fn escalations(&self, ctx: &Context, first: First) -> Answer<Vec<CustomerEscalation>> {
        escalations::of_customers_case(ctx, &self.agreement, self.key(), first)
    }

    /// Grows by one with each change; a verb names the one that you have read.
    fn revision(&self) -> i32 {
        self.revision
    }
}

/// A stage of a case's life.
pub struct StageShown(rules::StageShown);

/// A stage of a case's life, as the agreement calls it.
#[graphql_object(scalar = Gql, context = Context, name = "CustomerStage")]
impl StageShown {
    /// Its code.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether the case is at it.
    fn current(&self) -> bool {
        self.0.is_current
    }
}

/// Something that the customer was told.
pub struct Told {
    at: Instant,
    note: Option<String>,
}

/// Something that the customer was told.
#[graphql_object(scalar = Gql, context = Context, name = "CustomerUpdate")]
impl Told {
    /// When.
    fn at(&self) -> Instant {
        self.at
    }

    /// What, in words.
    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }
}

/// Something that was promised to the customer.
pub struct Promise(rules::Promise);

/// Something that was promised to the customer.
#[graphql_object(scalar = Gql, context = Context, name = "CustomerPromise")]
impl Promise {
    /// What it is about.
    fn measure(&self) -> ClockMeasure {
        self.0.measure.into()
    }

    /// When it is due, or was; null while the case is paused.
    fn due_at(&self) -> Option<Instant> {
        self.0.due
    }

    /// How it stands.
    fn state(&self) -> ClockState {
        self.0.state.into()
    }
}
