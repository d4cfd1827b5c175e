//! A matter on the agenda of a meeting.

use super::{
    ACTION_ITEM, AGENDA_ITEM, DECISION, MEETING,
    turnout::{company, person},
    words::{AgendaOutcomeKind, MatterKind},
};
use crate::graphql::{
    agreements::{AgendaSection, Agreement, Decision},
    boundaries::FINDING,
    cases::CASE,
    companies::{self, Company},
    deviations::{ACTION, DEVIATION, TASK},
    escalations::ESCALATION,
    identity::Person,
    kernel::{
        context::Context,
        errors::Answer,
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::Instant,
    },
    satisfaction::VOICE,
};
use concordat_domain::{
    coordination::{AgendaOutcome, Snapshot, Subject},
    kernel::{AgendaItemId, AgreementId, MeetingId},
};
use concordat_service::coordination::{self, AgendaItemView};
use juniper::{ID, graphql_object};
use uuid::Uuid;

/// A matter on an agenda that the asker may see.
#[derive(Clone)]
pub struct AgendaItem {
    agreement: Agreement,
    view: AgendaItemView,
}

impl AgendaItem {
    /// A matter that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: AgendaItemView) -> Self {
        Self { agreement: agreement.clone(), view }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: AgendaItemId) -> Answer<Self> {
        let view = ctx.read(|tx| coordination::agenda_item(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Of which meeting.
    #[must_use]
    pub fn meeting_key(&self) -> MeetingId {
        self.view.item.meeting
    }

    fn global(&self, tag: Tag, own: Uuid) -> ID {
        GlobalId::new(tag, self.agreement.key(), own).encode()
    }

    fn outcome_now(&self) -> Option<&AgendaOutcome> {
        self.view.item.outcome.as_ref()
    }
}

/// A matter on the agenda of a meeting.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl AgendaItem {
    /// The matter's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        self.global(AGENDA_ITEM, self.view.item.id.0)
    }

    /// The global id of its meeting.
    fn meeting_id(&self) -> ID {
        self.global(MEETING, self.meeting_key().0)
    }

    /// The section of the agenda.
    fn section(&self) -> AgendaSection {
        self.view.item.matter.section.into()
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.view.item.matter.title
    }

    /// What it is about.
    fn kind(&self) -> MatterKind {
        let key = self.view.item.matter.subject.key().unwrap_or_default();
        MatterKind::named(key.split(' ').next().unwrap_or_default())
    }

    /// The global id of what it is about; null for what stands for itself.
    fn about_id(&self) -> Option<ID> {
        Some(match &self.view.item.matter.subject {
            Subject::Deviation { id } => self.global(DEVIATION, id.0),
            Subject::Action { id } | Subject::Consent { action: id } => self.global(ACTION, id.0),
            Subject::Task { id, .. } => self.global(TASK, id.0),
            Subject::ActionItem { id } => self.global(ACTION_ITEM, id.0),
            Subject::Finding { key } => self.global(FINDING, *key),
            Subject::Dispute { case, .. } | Subject::Pause { case, .. } => self.global(CASE, case.0),
            Subject::Escalation { id } => self.global(ESCALATION, id.0),
            Subject::Voice { id } => self.global(VOICE, id.0),
            Subject::Decision { id } => self.global(DECISION, id.0),
            Subject::Health { company } => GlobalId::new(companies::TAG, AgreementId::INSTANCE, company.0).encode(),
            Subject::KickOff { .. } | Subject::Free => return None,
        })
    }

    /// The company to which it is put down.
    fn owner(&self) -> Option<Company> {
        company(&self.agreement, self.view.item.matter.owner?.company)
    }

    /// The person who answers for it; null where nobody is named, and for whoever may not know them.
    fn owner_person(&self, ctx: &Context) -> Option<Person> {
        person(ctx, &self.agreement, self.view.item.matter.owner?.person?)
    }

    /// Who put it there; null where it was found to be open.
    fn added(&self) -> Option<Decision> {
        self.view.item.added.map(|by| Decision::new(&self.agreement, by))
    }

    /// What came of it; null while it is open.
    fn outcome(&self) -> Option<AgendaOutcomeKind> {
        self.outcome_now().map(|outcome| AgendaOutcomeKind::named(outcome.name()))
    }

    /// What was noted, or why it was dropped or escalated; null otherwise.
    fn outcome_text(&self) -> Option<&str> {
        match self.outcome_now()? {
            AgendaOutcome::Noted { text: said }
            | AgendaOutcome::Escalated { reason: said, .. }
            | AgendaOutcome::Dropped { reason: said } => Some(said),
            _ => None,
        }
    }

    /// The global id of the decision, meeting or escalation that took it; null otherwise.
    fn outcome_id(&self) -> Option<ID> {
        match self.outcome_now()? {
            AgendaOutcome::Decided { decision } => Some(self.global(DECISION, decision.0)),
            AgendaOutcome::Deferred { to } => Some(self.global(MEETING, to.0)),
            AgendaOutcome::Escalated { escalation, .. } => escalation.map(|id| self.global(ESCALATION, id.0)),
            _ => None,
        }
    }

    /// Who said what came of it; null while it is open, and where it was carried over by itself.
    fn settled(&self) -> Option<Decision> {
        self.view.item.settled.map(|by| Decision::new(&self.agreement, by))
    }

    /// The global id of the matter of an earlier meeting that was deferred to this one.
    fn deferred_from_id(&self) -> Option<ID> {
        self.view.item.from.map(|id| self.global(AGENDA_ITEM, id.0))
    }

    /// What was known of it when the meeting began; null before.
    fn snapshot(&self) -> Option<AgendaSnapshot> {
        self.view.item.snapshot.clone().map(AgendaSnapshot)
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// What was known of a matter when its meeting began.
pub struct AgendaSnapshot(Snapshot);

impl From<Snapshot> for AgendaSnapshot {
    fn from(known: Snapshot) -> Self {
        Self(known)
    }
}

/// What is known of a matter at a moment: once its meeting has begun it stays as it was seen.
#[graphql_object(scalar = Gql, context = Context)]
impl AgendaSnapshot {
    /// Where it stood.
    fn state(&self) -> &str {
        &self.0.state
    }

    /// Since when it had been open.
    fn since(&self) -> Instant {
        self.0.since
    }

    /// When it was due, where it was.
    fn due(&self) -> Option<Instant> {
        self.0.due
    }

    /// Its figures, each as its name, a colon and its value.
    fn figures(&self) -> Vec<String> {
        self.0.figures.iter().map(|figure| format!("{}: {}", figure.name, figure.value)).collect()
    }
}
