//! An action item: what somebody is to do because of a meeting.

use super::{
    ACTION_ITEM, AGENDA_ITEM, DECISION, MEETING,
    turnout::{company, person},
    words::ActionItemState,
};
use crate::graphql::{
    agreements::{Agreement, Decision},
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
use chrono::NaiveDate;
use concordat_domain::{
    coordination::ItemState,
    kernel::{ActionItemId, AgreementId},
};
use concordat_service::coordination::{self, ActionItemView};
use juniper::{ID, graphql_object};
use uuid::Uuid;

/// An action item that the asker may see.
#[derive(Clone)]
pub struct ActionItem {
    agreement: Agreement,
    view: ActionItemView,
}

impl ActionItem {
    /// An action item that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: ActionItemView) -> Self {
        Self { agreement: agreement.clone(), view }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: ActionItemId) -> Answer<Self> {
        let view = ctx.read(|tx| coordination::action_item(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// When it is due, and which: its place in lists.
    #[must_use]
    pub fn place(&self) -> (NaiveDate, ActionItemId) {
        (self.view.item.errand.due_on, self.view.item.id)
    }

    fn global(&self, tag: Tag, own: Uuid) -> ID {
        GlobalId::new(tag, self.agreement.key(), own).encode()
    }
}

/// What a company is to do because of a meeting.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl ActionItem {
    /// The action item's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        self.global(ACTION_ITEM, self.view.item.id.0)
    }

    /// What is to be done.
    fn title(&self) -> &str {
        &self.view.item.errand.title
    }

    /// The company that does it.
    fn company(&self) -> Option<Company> {
        company(&self.agreement, self.view.item.errand.company)
    }

    /// The person who does it; null where nobody is named, and for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        person(ctx, &self.agreement, self.view.item.errand.person?)
    }

    /// The last day on which it is in time.
    fn due_on(&self) -> Date {
        self.view.item.errand.due_on.into()
    }

    /// Where it stands.
    fn state(&self) -> ActionItemState {
        ActionItemState::named(self.view.item.state.name())
    }

    /// Who gave it.
    fn assigned(&self) -> Decision {
        Decision::new(&self.agreement, self.view.item.assigned)
    }

    /// Who did it or took it back; null while it is open.
    fn closed(&self) -> Option<Decision> {
        match self.view.item.state {
            ItemState::Done { by, .. } | ItemState::Dropped { by, .. } => Some(Decision::new(&self.agreement, by)),
            ItemState::Open => None,
        }
    }

    /// What shows that it is done, or why it was taken back; null while it is open.
    fn closing_text(&self) -> Option<&str> {
        match &self.view.item.state {
            ItemState::Done { evidence: said, .. } | ItemState::Dropped { reason: said, .. } => Some(said),
            ItemState::Open => None,
        }
    }

    /// The global id of the meeting that left it.
    fn meeting_id(&self) -> Option<ID> {
        self.view.item.meeting.map(|id| self.global(MEETING, id.0))
    }

    /// The global id of the matter of the agenda that it comes from.
    fn agenda_item_id(&self) -> Option<ID> {
        self.view.item.item.map(|id| self.global(AGENDA_ITEM, id.0))
    }

    /// The global id of the decision that it carries out.
    fn decision_id(&self) -> Option<ID> {
        self.view.item.decision.map(|id| self.global(DECISION, id.0))
    }

    /// When it was given.
    fn created_at(&self) -> Instant {
        self.view.created_at
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}
