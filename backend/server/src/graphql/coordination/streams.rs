//! What happens in meetings, as it happens.

use super::{ActionItem, AgendaItem, GroupDecision, Meeting, meeting_id};
use crate::graphql::{
    agreements::{Agreement, agreement_id},
    companies::Company,
    events::{LOOK, Looked, following},
    identity::Person,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        feed::Listener,
        scalar::Gql,
        types::{Instant, Long},
    },
    notifications::subject,
};
use concordat_domain::kernel::{AgreementId, Event, MeetingId};
use concordat_service::{
    agreements,
    coordination::{self, Happening},
    events::{self, EventPage},
    kernel::Permitted,
};
use futures_util::{FutureExt as _, stream::BoxStream};
use juniper::{ID, graphql_object, graphql_subscription};

/// Something that happened to a meeting, an agenda, a decision or an action item.
pub struct MeetingEvent {
    agreement: Agreement,
    event: Event,
    meeting: Option<Meeting>,
    matter: Option<AgendaItem>,
    decision: Option<GroupDecision>,
    item: Option<ActionItem>,
}

impl MeetingEvent {
    fn new(agreement: &Agreement, happened: Happening) -> Self {
        let Happening { event, meeting, matter, decision, item } = happened;
        Self {
            agreement: agreement.clone(),
            event,
            meeting: meeting.map(Permitted::into_inner).map(|view| Meeting::new(agreement, view)),
            matter: matter.map(Permitted::into_inner).map(|view| AgendaItem::new(agreement, view)),
            decision: decision.map(Permitted::into_inner).map(|view| GroupDecision::new(agreement, view)),
            item: item.map(Permitted::into_inner).map(|view| ActionItem::new(agreement, view)),
        }
    }
}

/// Something that happened to a meeting, an agenda, a decision or an action item.
#[graphql_object(scalar = Gql, context = Context)]
impl MeetingEvent {
    /// Its place in the agreement's log, from 1.
    fn number(&self) -> Long {
        Long(self.event.number)
    }

    /// What happened, such as `meeting.started`, `agenda_item.settled`, `decision.voiced`, `minutes.proposed` or `item.assigned`.
    fn kind(&self) -> &str {
        self.event.kind.name()
    }

    /// When.
    fn at(&self) -> Instant {
        self.event.at
    }

    /// Who did it; null for what happened by itself, and for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.event.person?)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// For which company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.event.company?).map(Company::from)
    }

    /// The global id of what it happened to, also of a matter that was taken off its agenda.
    fn subject(&self) -> Option<ID> {
        subject(self.agreement.key(), self.event.kind.name(), self.event.subject).map(ID::from)
    }

    /// The meeting as it is now; null for a decision in writing, and for what somebody is to do outside of any meeting.
    fn meeting(&self) -> Option<&Meeting> {
        self.meeting.as_ref()
    }

    /// The matter of the agenda as it is now; null for anything else, and once it was taken off.
    fn agenda_item(&self) -> Option<&AgendaItem> {
        self.matter.as_ref()
    }

    /// The decision as it is now; null for anything else.
    fn decision(&self) -> Option<&GroupDecision> {
        self.decision.as_ref()
    }

    /// The action item as it is now; null for anything else.
    fn action_item(&self) -> Option<&ActionItem> {
        self.item.as_ref()
    }
}

/// What can be followed of meetings.
pub struct MeetingStreams;

/// What can be followed of meetings.
#[graphql_subscription(scalar = Gql, context = Context)]
impl MeetingStreams {
    /// What happens in an agreement's meetings, to their agendas, decisions, minutes and action items, as it happens and as far
    /// as it is yours to see. With `meeting`, only what belongs to that meeting; with `after`, from that place in the log on.
    async fn meeting_events(
        ctx: &Context,
        agreement: ID,
        meeting: Option<ID>,
        after: Option<Long>,
    ) -> Answer<BoxStream<'static, Result<MeetingEvent, Failure>>> {
        let (id, listener) = (agreement_id(&agreement)?, ctx.listener());
        let only = meeting.as_ref().map(meeting_id).transpose()?.map(|(_, meeting)| meeting);
        let newest = listener.read(move |tx| events::newest_of_meetings(tx, id)).await?;
        let from = after.map_or(newest, |Long(number)| number);
        Ok(following(listener, id, from, move |listener, after| look(listener, id, only, after).boxed()))
    }
}

async fn look(
    listener: Listener,
    id: AgreementId,
    only: Option<MeetingId>,
    after: i64,
) -> Answer<Looked<MeetingEvent>> {
    listener
        .read(move |tx| {
            let found = events::of_meetings(tx, id, EventPage { after, first: LOOK })?;
            let (last, full) = (found.last().map(|event| event.number), found.len() == LOOK);
            if found.is_empty() {
                return Ok(Looked { items: Vec::new(), last, full });
            }
            let agreement = Agreement::new(agreements::agreement(tx, id)?);
            let happened = coordination::happenings(tx, id, found, only)?;
            let items = happened.into_iter().map(|one| MeetingEvent::new(&agreement, one)).collect();
            Ok(Looked { items, last, full })
        })
        .await
}
