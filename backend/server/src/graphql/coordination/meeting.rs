//! A meeting: when and where, who came, what was on its agenda and what is written of it.

use super::{
    AgendaItem, GroupDecision, MEETING,
    turnout::{Attendance, CompanyTurnout, Minutes, SeatHoliday},
    words::MeetingState,
};
use crate::graphql::{
    agreements::{AgendaSection, Agreement, Decision, Group, MeetingForm, MeetingTemplate},
    kernel::{
        context::Context,
        errors::Answer,
        global_id::GlobalId,
        scalar::Gql,
        types::{Instant, Long},
    },
};
use concordat_domain::{
    coordination as rules,
    kernel::{AgreementId, MeetingId},
};
use concordat_service::coordination::{self, MeetingView};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A meeting that the asker may see, perhaps with what is listed of it already at hand.
#[derive(Clone)]
pub struct Meeting {
    agreement: Agreement,
    view: Arc<MeetingView>,
    agenda: Option<Vec<AgendaItem>>,
    decisions: Option<Vec<GroupDecision>>,
}

impl Meeting {
    /// A meeting that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: MeetingView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view), agenda: None, decisions: None }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: MeetingId) -> Answer<Self> {
        let view = ctx.read(|tx| coordination::meeting(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> MeetingId {
        self.view.meeting.id
    }

    /// When it begins, and which: its place in lists.
    #[must_use]
    pub fn place(&self) -> (Instant, MeetingId) {
        (self.view.meeting.slot.starts, self.key())
    }

    /// With its agenda, out of those of several meetings.
    #[must_use]
    pub fn with_agenda(self, all: &[AgendaItem]) -> Self {
        let own = all.iter().filter(|item| item.meeting_key() == self.key()).cloned().collect();
        Self { agenda: Some(own), ..self }
    }

    /// With its decisions, out of those of several meetings.
    #[must_use]
    pub fn with_decisions(self, all: &[GroupDecision]) -> Self {
        let own = all.iter().filter(|one| one.meeting_key() == Some(self.key())).cloned().collect();
        Self { decisions: Some(own), ..self }
    }

    fn meeting(&self) -> &rules::Meeting {
        &self.view.meeting
    }
}

/// A meeting of a coordination group.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Meeting {
    /// The meeting's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(MEETING, self.agreement.key(), self.key().0).encode()
    }

    /// The group; null where the agreement has it no more.
    fn group(&self) -> Option<Group> {
        let id = self.meeting().group;
        self.agreement.terms().group(id).map(|_| Group::new(self.agreement.clone(), id))
    }

    /// The code of the cadence that planned it; null where somebody called it.
    fn cadence(&self) -> Option<&str> {
        self.meeting().cadence.as_deref()
    }

    /// The local start that the cadence's recurrence gives it: which occurrence it is, wherever it was moved.
    fn occurrence(&self) -> Option<String> {
        self.meeting().occurrence.map(|local| local.format("%Y-%m-%dT%H:%M:%S").to_string())
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.meeting().slot.title
    }

    /// The template that it follows.
    fn template(&self) -> MeetingTemplate {
        self.meeting().template.into()
    }

    /// The sections of its agenda, in order.
    fn sections(&self) -> Vec<AgendaSection> {
        self.meeting().sections.iter().copied().map(AgendaSection::from).collect()
    }

    /// When it begins.
    fn starts_at(&self) -> Instant {
        self.meeting().slot.starts
    }

    /// When it is to end.
    fn ends_at(&self) -> Instant {
        self.meeting().slot.ends
    }

    /// The IANA zone whose wall clock it follows.
    fn zone(&self) -> &str {
        self.meeting().slot.zone.name()
    }

    /// In which form it is held.
    fn form(&self) -> MeetingForm {
        self.meeting().slot.form.into()
    }

    /// Where: a room or an address.
    #[graphql(name = "where")]
    fn held_at(&self) -> Option<&str> {
        self.meeting().slot.place.as_deref()
    }

    /// The holidays of those who must be there, on its day or on the day from which it was moved.
    fn holidays(&self) -> Vec<SeatHoliday> {
        let flags = self.meeting().slot.flags.iter();
        flags.map(|flag| SeatHoliday::new(&self.agreement, flag.clone())).collect()
    }

    /// How often its time, its place or whether it takes place has changed, as in its invitations.
    fn sequence(&self) -> Long {
        Long(i64::from(self.meeting().sequence))
    }

    /// Where it stands.
    fn state(&self) -> MeetingState {
        MeetingState::named(self.meeting().state.name())
    }

    /// Who called it; null where its cadence planned it.
    fn called(&self) -> Option<Decision> {
        self.meeting().called.map(|by| Decision::new(&self.agreement, by))
    }

    /// Who started it; null before.
    fn started(&self) -> Option<Decision> {
        match self.meeting().state {
            rules::MeetingState::Running { started } | rules::MeetingState::Held { started, .. } => {
                Some(Decision::new(&self.agreement, started))
            }
            _ => None,
        }
    }

    /// Who ended it; null before.
    fn ended(&self) -> Option<Decision> {
        match self.meeting().state {
            rules::MeetingState::Held { ended, .. } => Some(Decision::new(&self.agreement, ended)),
            _ => None,
        }
    }

    /// Who cancelled it; null where nobody did, or where the agreement plans it no more.
    fn cancelled(&self) -> Option<Decision> {
        match self.meeting().state {
            rules::MeetingState::Cancelled { by, .. } => by.map(|by| Decision::new(&self.agreement, by)),
            _ => None,
        }
    }

    /// Why it was cancelled; null unless it was.
    fn cancellation_reason(&self) -> Option<&str> {
        match &self.meeting().state {
            rules::MeetingState::Cancelled { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Whether enough companies are, or were, there to decide; null while it does not run.
    fn quorum(&self) -> Option<bool> {
        let group = self.agreement.terms().group(self.meeting().group);
        match self.meeting().state {
            rules::MeetingState::Held { quorum, .. } => Some(quorum),
            _ => group.and_then(|group| self.meeting().quorate(group)),
        }
    }

    /// Who was recorded in which seat, by company.
    fn attendance(&self) -> Vec<Attendance> {
        let entries = self.meeting().roll.entries();
        entries.map(|(seat, presence)| Attendance::new(&self.agreement, seat, presence.clone())).collect()
    }

    /// How each company with a seat turned out; empty before it was held.
    fn turnout(&self) -> Vec<CompanyTurnout> {
        match &self.meeting().state {
            rules::MeetingState::Held { turnout, .. } => {
                turnout.iter().map(|one| CompanyTurnout::new(&self.agreement, one.clone())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What is on its agenda, in order, as far as you may see it.
    fn agenda(&self, ctx: &Context) -> Answer<Vec<AgendaItem>> {
        if let Some(agenda) = &self.agenda {
            return Ok(agenda.clone());
        }
        let views = ctx.read(|tx| coordination::agendas(tx, self.agreement.key(), &[self.key()]))?;
        Ok(views.into_iter().map(|view| AgendaItem::new(&self.agreement, view.into_inner())).collect())
    }

    /// The decisions that were put before it, the oldest first.
    fn decisions(&self, ctx: &Context) -> Answer<Vec<GroupDecision>> {
        if let Some(decisions) = &self.decisions {
            return Ok(decisions.clone());
        }
        let views = ctx.read(|tx| coordination::decisions_of(tx, self.agreement.key(), &[self.key()]))?;
        Ok(views.into_iter().map(|view| GroupDecision::new(&self.agreement, view.into_inner())).collect())
    }

    /// What is written of it; null before anybody wrote.
    fn minutes(&self) -> Option<Minutes> {
        let minutes = &self.meeting().minutes;
        minutes.written.map(|by| Minutes::new(&self.agreement, minutes.clone(), by))
    }

    /// When it was planned or called.
    fn created_at(&self) -> Instant {
        self.view.created_at
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}
