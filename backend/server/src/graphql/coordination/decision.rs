//! A decision of a coordination group, and what each company says to it.

use super::{
    AGENDA_ITEM, DECISION, MEETING,
    turnout::{company, person},
    words::{CompanyVoiceWord, GroupDecisionState},
};
use crate::graphql::{
    agreements::{Agreement, Decision, Group},
    companies::Company,
    identity::Person,
    kernel::{
        context::Context,
        errors::Answer,
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::{Date, Instant},
    },
};
use concordat_domain::{
    coordination::{DecisionState, Voice, VoiceWord},
    kernel::{AgreementId, CompanyId, DecisionId, MeetingId},
};
use concordat_service::coordination::{self, DecisionView};
use juniper::{ID, graphql_object};
use std::sync::Arc;
use uuid::Uuid;

/// A decision that the asker may see.
#[derive(Clone)]
pub struct GroupDecision {
    agreement: Agreement,
    view: Arc<DecisionView>,
}

impl GroupDecision {
    /// A decision that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: DecisionView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view) }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: DecisionId) -> Answer<Self> {
        let view = ctx.read(|tx| coordination::decision(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> DecisionId {
        self.view.decision.id
    }

    /// Before which meeting it was put.
    #[must_use]
    pub fn meeting_key(&self) -> Option<MeetingId> {
        self.view.decision.meeting
    }

    fn global(&self, tag: Tag, own: Uuid) -> ID {
        GlobalId::new(tag, self.agreement.key(), own).encode()
    }
}

/// A decision of a coordination group: each company concerned has one voice, whoever of its people gives it.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl GroupDecision {
    /// The decision's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        self.global(DECISION, self.key().0)
    }

    /// The group; null where the agreement has it no more.
    fn group(&self) -> Option<Group> {
        let id = self.view.decision.group;
        self.agreement.terms().group(id).map(|_| Group::new(self.agreement.clone(), id))
    }

    /// The global id of the meeting before which it was put; null for one in writing.
    fn meeting_id(&self) -> Option<ID> {
        self.meeting_key().map(|id| self.global(MEETING, id.0))
    }

    /// The global id of the matter of the agenda that it answers.
    fn agenda_item_id(&self) -> Option<ID> {
        self.view.decision.item.map(|id| self.global(AGENDA_ITEM, id.0))
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.view.decision.motion.title
    }

    /// What is to hold.
    fn text(&self) -> &str {
        &self.view.decision.motion.text
    }

    /// Where it stands.
    fn state(&self) -> GroupDecisionState {
        GroupDecisionState::named(self.view.decision.state.name())
    }

    /// When it was adopted or rejected; null otherwise.
    fn decided_at(&self) -> Option<Instant> {
        match self.view.decision.state {
            DecisionState::Adopted { at } | DecisionState::Rejected { at } => Some(at),
            _ => None,
        }
    }

    /// Who proposed it.
    fn proposed(&self) -> Decision {
        Decision::new(&self.agreement, self.view.decision.proposed)
    }

    /// Who withdrew it; null unless somebody did.
    fn withdrawn(&self) -> Option<Decision> {
        match self.view.decision.state {
            DecisionState::Withdrawn { by } => Some(Decision::new(&self.agreement, by)),
            _ => None,
        }
    }

    /// The companies that have a voice in it, with what they say.
    fn voices(&self) -> Vec<CompanyVoice> {
        let decision = &self.view.decision;
        let voice = |company: &CompanyId| CompanyVoice {
            agreement: self.agreement.clone(),
            company: *company,
            voice: decision.voices.get(company).cloned(),
        };
        decision.motion.concerned.iter().map(voice).collect()
    }

    /// From which day it holds; null where it does from its adoption on.
    fn effective_on(&self) -> Option<Date> {
        self.view.decision.motion.effective_on.map(Date::from)
    }

    /// The day on which its effect is looked at.
    fn follow_up_on(&self) -> Option<Date> {
        self.view.decision.motion.follow_up_on.map(Date::from)
    }

    /// The global id of the decision that gives way to it.
    fn supersedes_id(&self) -> Option<ID> {
        self.view.decision.motion.supersedes.map(|id| self.global(DECISION, id.0))
    }

    /// The global id of the decision to which it has given way.
    fn superseded_by_id(&self) -> Option<ID> {
        self.view.decision.superseded_by.map(|id| self.global(DECISION, id.0))
    }

    /// When it was proposed.
    fn created_at(&self) -> Instant {
        self.view.created_at
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// A company concerned by a decision.
pub struct CompanyVoice {
    agreement: Agreement,
    company: CompanyId,
    voice: Option<Voice>,
}

/// The one voice of a company in a decision.
#[graphql_object(scalar = Gql, context = Context)]
impl CompanyVoice {
    /// The company.
    fn company(&self) -> Option<Company> {
        company(&self.agreement, self.company)
    }

    /// What it says; null while it says nothing.
    fn word(&self) -> Option<CompanyVoiceWord> {
        self.voice.as_ref().map(|voice| CompanyVoiceWord::named(voice.word.name()))
    }

    /// Why it objects; null unless it does.
    fn reason(&self) -> Option<&str> {
        match &self.voice.as_ref()?.word {
            VoiceWord::Objects { reason } => Some(reason),
            _ => None,
        }
    }

    /// Who said so.
    fn by(&self) -> Option<Decision> {
        self.voice.as_ref().map(|voice| Decision::new(&self.agreement, voice.by))
    }

    /// In whose seat: their own, or that of the member whose deputy they are; null for whoever may not know them.
    fn seat(&self, ctx: &Context) -> Option<Person> {
        person(ctx, &self.agreement, self.voice.as_ref()?.seat)
    }

    /// Whether it was said in the meeting, where it counts with a quorum only; otherwise it was said in writing.
    fn in_meeting(&self) -> Option<bool> {
        self.voice.as_ref().map(|voice| voice.in_meeting)
    }
}
