//! A corrective action, and what each company says to it.

use super::{
    ACTION,
    criterion::Criterion,
    deviation::Deviation,
    task::Task,
    words::{ConsentWord, CorrectiveActionState},
};
use crate::graphql::{
    agreements::{Agreement, Decision},
    companies::Company,
    kernel::{
        context::Context,
        errors::{Answer, Refused},
        global_id::GlobalId,
        scalar::Gql,
        types::{Exact, Instant, Period},
    },
};
use concordat_domain::{
    deviations::{self as rules, ActionState},
    kernel::{ActionId, AgreementId, CompanyId, DeviationId},
};
use concordat_service::{
    deviations::{self, ActionView},
    kernel::Noun as _,
};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A corrective action that the asker may see.
#[derive(Clone)]
pub struct CorrectiveAction {
    agreement: Agreement,
    view: Arc<ActionView>,
    sees_deviation: bool,
    sees_value: bool,
}

impl CorrectiveAction {
    /// A corrective action that was permitted.
    #[must_use]
    pub fn new(ctx: &Context, agreement: &Agreement, view: ActionView) -> Self {
        let sees_deviation = ctx.actor().may(view.answers.view(), view.answers.place());
        let sees_value = deviations::sees_criterion(&ctx.actor(), agreement.terms(), &view);
        Self { agreement: agreement.clone(), view: Arc::new(view), sees_deviation, sees_value }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: ActionId) -> Answer<Self> {
        let view = ctx.read(|tx| deviations::action(tx, agreement, id))?;
        Ok(Self::new(ctx, &Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> ActionId {
        self.view.action.id
    }

    /// Which deviation it answers.
    #[must_use]
    pub fn answers(&self) -> DeviationId {
        self.view.action.deviation
    }

    fn state_now(&self) -> &ActionState {
        &self.view.action.state
    }
}

/// A joint plan: tasks in several companies, a success criterion, periods of verification. It starts when every company
/// concerned has consented and accepted its tasks, and later figures alone decide whether it worked.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl CorrectiveAction {
    /// The corrective action's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(ACTION, self.agreement.key(), self.key().0).encode()
    }

    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The deviation that it answers; null where you have a task but may not see the figure behind it.
    fn deviation(&self) -> Option<Deviation> {
        self.sees_deviation.then(|| Deviation::new(&self.agreement, self.view.answers.clone()))
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.view.action.title
    }

    /// Where it stands.
    fn state(&self) -> CorrectiveActionState {
        self.state_now().into()
    }

    /// Who does what until when.
    fn tasks(&self) -> Vec<Task> {
        self.view.action.tasks.iter().map(|task| Task::new(&self.agreement, task.clone())).collect()
    }

    /// How it will be known that it worked.
    fn criterion(&self) -> Criterion {
        Criterion::new(&self.agreement, self.view.action.criterion)
    }

    /// What each company concerned says to it as it stands.
    fn consents(&self) -> Vec<Consent> {
        let said = |company| Consent {
            agreement: self.agreement.clone(),
            company,
            said: self.view.action.consents.get(&company).cloned(),
        };
        self.view.action.concerned().into_iter().map(said).collect()
    }

    /// What still stands between a proposed plan and its start; empty once it may start, and in every other state.
    fn obstacles(&self) -> Vec<Refused> {
        match self.state_now() {
            ActionState::Proposed { .. } => self.view.action.obstacles().into_iter().map(Refused::from).collect(),
            _ => Vec::new(),
        }
    }

    /// Who started it; null unless it is under way.
    fn started(&self) -> Option<Decision> {
        match self.state_now() {
            ActionState::Acting { started } | ActionState::Verifying { started, .. } => {
                Some(Decision::new(&self.agreement, *started))
            }
            _ => None,
        }
    }

    /// Since when it waits for its proof; null unless it does.
    fn verifying_since(&self) -> Option<Instant> {
        match self.state_now() {
            ActionState::Verifying { since, .. } => Some(*since),
            _ => None,
        }
    }

    /// When later figures decided it; null before.
    fn decided_at(&self) -> Option<Instant> {
        match self.state_now() {
            ActionState::Succeeded { at } | ActionState::Failed { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// The period that did not meet the criterion; null unless it failed.
    fn failed_period(&self) -> Option<Period> {
        match self.state_now() {
            ActionState::Failed { period, .. } => Some(*period),
            _ => None,
        }
    }

    /// What was measured there; null when nothing was, or when the figure is not yours to see.
    fn failed_value(&self) -> Option<Exact> {
        match self.state_now() {
            ActionState::Failed { value, .. } if self.sees_value => *value,
            _ => None,
        }
    }

    /// Who gave it up; null unless somebody did.
    fn withdrawn(&self) -> Option<Decision> {
        match self.state_now() {
            ActionState::Withdrawn { withdrawn, .. } => Some(Decision::new(&self.agreement, *withdrawn)),
            _ => None,
        }
    }

    /// Why it was given up; null unless it was.
    fn withdrawal_reason(&self) -> Option<&str> {
        match self.state_now() {
            ActionState::Withdrawn { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// When it was drafted.
    fn created_at(&self) -> Instant {
        self.view.created_at
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// What a company concerned says to a plan.
pub struct Consent {
    agreement: Agreement,
    company: CompanyId,
    said: Option<rules::Consent>,
}

/// What a company concerned says to a plan as it stands. A change of tasks or criterion asks it again.
#[graphql_object(scalar = Gql, context = Context)]
impl Consent {
    /// The company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.company).map(Company::from)
    }

    /// Its word.
    fn word(&self) -> ConsentWord {
        match self.said {
            None => ConsentWord::Open,
            Some(rules::Consent::Consents { .. }) => ConsentWord::Consents,
            Some(rules::Consent::Objects { .. }) => ConsentWord::Objects,
        }
    }

    /// Who gave it; null while it is open.
    fn by(&self) -> Option<Decision> {
        match self.said {
            Some(rules::Consent::Consents { by } | rules::Consent::Objects { by, .. }) => {
                Some(Decision::new(&self.agreement, by))
            }
            None => None,
        }
    }

    /// Why it objects; null unless it does.
    fn reason(&self) -> Option<&str> {
        match &self.said {
            Some(rules::Consent::Objects { reason, .. }) => Some(reason),
            _ => None,
        }
    }
}
