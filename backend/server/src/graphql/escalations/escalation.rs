//! An escalation in full.

use super::{
    ESCALATION,
    climb::{EscalationAnswer, EscalationClimb, EscalationFact, known},
    words::{EscalationState, EscalationSubject, EscalationTier, EscalationTrigger},
};
use crate::graphql::{
    agreements::{Agreement, Decision},
    cases::Case,
    companies::Company,
    deviations::CorrectiveAction,
    identity::Person,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
        types::Instant,
    },
};
use concordat_domain::{
    escalations::{self as rules, Owner},
    kernel::{AgreementId, CompanyId, EscalationId},
};
use concordat_service::escalations::{self, EscalationView};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// An escalation that the asker may see.
#[derive(Clone)]
pub struct Escalation {
    agreement: Agreement,
    view: Arc<EscalationView>,
    /// The case, where it was looked for already.
    case: Option<Option<Case>>,
}

impl Escalation {
    /// An escalation that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: EscalationView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view), case: None }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: EscalationId) -> Answer<Self> {
        let view = ctx.read(|tx| escalations::escalation(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// The same with the case that it is about, where it is one of these.
    #[must_use]
    pub fn with_case(self, cases: &[Case]) -> Self {
        let case = self.subject().case().and_then(|id| cases.iter().find(|case| case.key() == id).cloned());
        Self { case: Some(case), ..self }
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> EscalationId {
        self.it().id
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> rules::Subject {
        self.it().matter.subject
    }

    fn it(&self) -> &rules::Escalation {
        &self.view.escalation
    }

    fn party(&self, company: Option<CompanyId>) -> Option<Company> {
        self.agreement.terms().company(company?).map(Company::from)
    }
}

/// What is there, or nothing for what the asker may not see.
pub(super) fn seen<T>(found: Answer<T>) -> Answer<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(failure) if failure == Failure::NOT_FOUND => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// A matter that climbs a ladder of levels, each with its time to answer, until whoever raised it has an answer.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Escalation {
    /// The escalation's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(ESCALATION, self.agreement.key(), self.key().0).encode()
    }

    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The code of the path that it takes.
    fn path(&self) -> &str {
        &self.it().path.code
    }

    /// The number of the agreement's version that says so; the ladder stays as it was then.
    fn version(&self) -> i32 {
        i32::try_from(self.it().version).unwrap_or(i32::MAX)
    }

    /// What began it.
    fn trigger(&self) -> EscalationTrigger {
        self.it().matter.trigger.into()
    }

    /// What it is about.
    fn about(&self) -> EscalationSubject {
        self.subject().into()
    }

    /// The case that it is about; null where it is about something else, and for whoever may not see that.
    fn case(&self, ctx: &Context) -> Answer<Option<Case>> {
        if let Some(known) = &self.case {
            return Ok(known.clone());
        }
        let Some(id) = self.subject().case() else { return Ok(None) };
        seen(Case::load(ctx, self.agreement.key(), id))
    }

    /// The corrective action that it is about; null where it is about something else, and for whoever may not see that.
    fn corrective_action(&self, ctx: &Context) -> Answer<Option<CorrectiveAction>> {
        let Some(id) = self.subject().action() else { return Ok(None) };
        seen(CorrectiveAction::load(ctx, self.agreement.key(), id))
    }

    /// The company that is to answer.
    fn company(&self) -> Option<Company> {
        self.party(Some(self.it().matter.company))
    }

    /// The customer whose matter it is.
    fn customer(&self) -> Option<Company> {
        self.party(self.it().matter.customer)
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.it().matter.title
    }

    /// What whoever raised it said about it.
    fn note(&self) -> Option<&str> {
        self.it().matter.note.as_deref()
    }

    /// The facts that were handed over with it, as they were when it was raised.
    fn facts(&self) -> Vec<EscalationFact> {
        self.it().matter.facts.iter().cloned().map(EscalationFact).collect()
    }

    /// Who raised it; null for what began by itself.
    fn raised(&self) -> Option<Decision> {
        self.it().raised.map(|by| Decision::new(&self.agreement, by))
    }

    /// When it was raised.
    fn raised_at(&self) -> Instant {
        self.view.raised_at
    }

    /// Where it stands.
    fn state(&self) -> EscalationState {
        (&self.it().state).into()
    }

    /// The level at which it stands, counted from 1.
    fn level(&self) -> i32 {
        i32::try_from(self.it().level()).unwrap_or(i32::MAX - 1) + 1
    }

    /// How many levels its path has.
    fn levels(&self) -> i32 {
        i32::try_from(self.it().path.levels.len()).unwrap_or(i32::MAX)
    }

    /// What the path calls the level at which it stands.
    fn level_name(&self) -> Option<&str> {
        self.it().rung().map(|rung| rung.name.as_str())
    }

    /// The level of governance at which it stands.
    fn tier(&self) -> Option<EscalationTier> {
        self.it().rung().map(|rung| rung.tier.into())
    }

    /// The company whose move it is; null once it is over.
    fn owner(&self) -> Option<Company> {
        match self.it().owner()? {
            Owner::Level { company, .. } => self.party(Some(company)),
            Owner::Raiser(by) => self.party(Some(by.company)),
        }
    }

    /// Whose move it is, as far as you may know them; empty once it is over.
    fn owners(&self, ctx: &Context) -> Vec<Person> {
        match self.it().owner() {
            Some(Owner::Level { holders, .. }) => known(ctx, &self.agreement, &holders),
            Some(Owner::Raiser(by)) => known(ctx, &self.agreement, &[by.person]),
            None => Vec::new(),
        }
    }

    /// By when it is their move; null once it is over.
    fn deadline(&self) -> Option<Instant> {
        self.it().deadline()
    }

    /// Where it has been, the first level first.
    fn climbs(&self) -> Vec<EscalationClimb> {
        let path = &self.it().path;
        let climb = |climb: &rules::Climb| EscalationClimb {
            agreement: self.agreement.clone(),
            name: path.levels.get(climb.level).map(|rung| rung.name.clone()),
            climb: climb.clone(),
        };
        self.it().climbs.iter().map(climb).collect()
    }

    /// What was answered, in order.
    fn answers(&self) -> Vec<EscalationAnswer> {
        let answer =
            |answer: &rules::Answer| EscalationAnswer { agreement: self.agreement.clone(), answer: answer.clone() };
        self.it().answers.iter().map(answer).collect()
    }

    /// Who closed it or took it back; null while it is not over.
    fn ended(&self) -> Option<Decision> {
        match &self.it().state {
            rules::State::Closed { by } | rules::State::Withdrawn { by, .. } => {
                Some(Decision::new(&self.agreement, *by))
            }
            _ => None,
        }
    }

    /// Why it was taken back; null unless it was.
    fn reason(&self) -> Option<&str> {
        match &self.it().state {
            rules::State::Withdrawn { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}
