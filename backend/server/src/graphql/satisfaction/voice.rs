//! What a customer said, and what each company that was asked says to it.

use super::{
    VOICE,
    words::{VoiceKind, VoiceState, VoiceWord},
};
use crate::graphql::{
    agreements::{Agreement, Decision},
    cases::Case,
    companies::Company,
    kernel::{context::Context, errors::Answer, global_id::GlobalId, scalar::Gql, types::Instant},
};
use concordat_domain::{
    kernel::{AgreementId, CaseId, VoiceId},
    satisfaction as rules,
};
use concordat_service::{
    cases,
    satisfaction::{self, VoiceView},
};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// Something that a customer said, which the asker may see.
#[derive(Clone)]
pub struct Voice {
    agreement: Agreement,
    view: Arc<VoiceView>,
    /// The case in which it came up, where that has been looked for.
    found: Option<Option<Case>>,
}

impl Voice {
    /// One that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: VoiceView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view), found: None }
    }

    /// The case in which it came up, by its id.
    #[must_use]
    pub fn came_up_in(&self) -> Option<CaseId> {
        self.voice().case
    }

    /// The same, with its case out of those that the asker sees.
    #[must_use]
    pub fn with_case(self, seen: &[Case]) -> Self {
        let found = self.came_up_in().and_then(|id| seen.iter().find(|case| case.key() == id).cloned());
        Self { found: Some(found), ..self }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: VoiceId) -> Answer<Self> {
        let view = ctx.read(|tx| satisfaction::voice(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> VoiceId {
        self.voice().id
    }

    fn voice(&self) -> &rules::Voice {
        &self.view.voice
    }
}

/// Something that a customer prefers or wants improved, taken down at a contact point and put before the companies
/// concerned.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Voice {
    /// The global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(VOICE, self.agreement.key(), self.key().0).encode()
    }

    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The customer; null where the terms do not name them any more.
    fn customer(&self) -> Option<Company> {
        self.agreement.terms().company(self.voice().customer).map(Company::from)
    }

    /// A preference, or an area for improvement.
    fn kind(&self) -> VoiceKind {
        self.voice().kind.into()
    }

    /// What the customer said.
    fn text(&self) -> &str {
        &self.voice().text
    }

    /// How that is known.
    fn evidence(&self) -> &str {
        &self.voice().evidence
    }

    /// The case in which it came up; null where it came up otherwise, and for whoever does not see the case.
    fn case(&self, ctx: &Context) -> Answer<Option<Case>> {
        match (&self.found, self.came_up_in()) {
            (Some(found), _) => Ok(found.clone()),
            (None, None) => Ok(None),
            (None, Some(id)) => Ok(seen_cases(ctx, &self.agreement, &[id])?.pop()),
        }
    }

    /// Who took it down.
    fn recorded(&self) -> Decision {
        Decision::new(&self.agreement, self.voice().recorded)
    }

    /// By when each company is to have acknowledged or answered: five open days of the customers' calendar later.
    fn due_at(&self) -> Instant {
        self.voice().due
    }

    /// Where it stands.
    fn state(&self) -> VoiceState {
        self.voice().state().into()
    }

    /// When it was found that the time had passed and a company had said nothing; null where that was not.
    fn overdue_at(&self) -> Option<Instant> {
        self.voice().overdue
    }

    /// The companies that were asked, and what each of them says.
    fn asked(&self) -> Vec<VoiceReply> {
        let reply = |asked: &rules::Asked| VoiceReply { agreement: self.agreement.clone(), asked: asked.clone() };
        self.voice().asked.iter().map(reply).collect()
    }

    /// What the customer was told in the end; null before that.
    fn told(&self) -> Option<&str> {
        self.voice().closed.as_ref().map(|closing| closing.words.as_str())
    }

    /// Who told them.
    fn closed(&self) -> Option<Decision> {
        self.voice().closed.as_ref().map(|closing| Decision::new(&self.agreement, closing.by))
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// Those of some cases that the asker sees.
///
/// # Errors
/// A fault.
pub fn seen_cases(ctx: &Context, agreement: &Agreement, ids: &[CaseId]) -> Answer<Vec<Case>> {
    let seen = ctx.read(|tx| cases::some(tx, agreement.key(), ids))?;
    Ok(seen.into_iter().map(|view| Case::new(agreement, view.into_inner())).collect())
}

/// What a company says to what a customer said.
pub struct VoiceReply {
    agreement: Agreement,
    asked: rules::Asked,
}

/// What a company that was asked says to what a customer said.
#[graphql_object(scalar = Gql, context = Context)]
impl VoiceReply {
    /// The company; null where the terms do not name it any more.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.asked.company).map(Company::from)
    }

    /// Whether it has acknowledged or answered; null while it has said nothing.
    fn word(&self) -> Option<VoiceWord> {
        self.asked.reply.as_ref().map(|reply| match reply {
            rules::Reply::Acknowledged { .. } => VoiceWord::Acknowledged,
            rules::Reply::Answered { .. } => VoiceWord::Answered,
        })
    }

    /// What it does about it, in its own words; null where it has not answered.
    fn answer(&self) -> Option<&str> {
        match &self.asked.reply {
            Some(rules::Reply::Answered { text, .. }) => Some(text),
            _ => None,
        }
    }

    /// Who said so.
    fn by(&self) -> Option<Decision> {
        self.asked.reply.as_ref().map(|reply| Decision::new(&self.agreement, reply.by()))
    }

    /// When it first said anything: what counts for whether it was in time.
    fn first_at(&self) -> Option<Instant> {
        self.asked.first
    }
}
