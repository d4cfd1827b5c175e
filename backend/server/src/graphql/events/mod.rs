//! An agreement's log over GraphQL: read page by page, or followed as it grows.

mod audit;

pub use audit::AuditVerification;

use super::{
    agreements::{Agreement, agreement_id},
    companies::{Company, company_id},
    identity::{Person, person_id},
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        feed::Listener,
        scalar::Gql,
        types::{First, Instant, Long},
    },
};
use concordat_domain::kernel::{self as rules, AgreementId};
use concordat_service::{
    agreements,
    events::{self, EventFilter, EventPage},
    kernel::{Outcome, Tx},
    reactions,
};
use futures_util::{
    FutureExt as _, Stream, StreamExt as _,
    future::BoxFuture,
    stream::{self, BoxStream},
};
use juniper::{GraphQLEnum, GraphQLInputObject, ID, graphql_object, graphql_subscription};

/// Something that happened in an agreement.
#[derive(Clone)]
pub struct Event {
    agreement: Agreement,
    event: rules::Event,
}

connection!(Event, "EventConnection", "EventEdge");

/// Something that happened in an agreement: what was changed, by whom, for which company.
#[graphql_object(scalar = Gql, context = Context)]
impl Event {
    /// Its place in the agreement's log, from 1. Events of what is concealed from you are left out.
    fn number(&self) -> Long {
        Long(self.event.number)
    }

    /// When.
    fn at(&self) -> Instant {
        self.event.at
    }

    /// What: the noun, a dot and the verb in the past tense, such as `deviation.reviewed`.
    fn kind(&self) -> &str {
        self.event.kind.name()
    }

    /// Who did it; null for the console or for somebody whom the terms do not name any more.
    fn person(&self) -> Option<Person> {
        let named = self.agreement.terms().person(self.event.person?)?;
        Some(Person::named(self.agreement.key(), named))
    }

    /// On behalf of which company, where it was one.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.event.company?).map(Company::from)
    }

    /// What else there is to know, as JSON.
    fn detail(&self) -> String {
        self.event.detail.to_string()
    }
}

/// From which end a log is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum EventOrder {
    /// As it happened.
    OldestFirst,
    /// What happened last comes first.
    NewestFirst,
}

/// Which events are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql, name = "EventFilter")]
pub struct Wanted {
    /// What this person did, by their global id.
    person: Option<ID>,
    /// What was done on behalf of this company, by its global id.
    company: Option<ID>,
    /// What happened then or later.
    from: Option<Instant>,
    /// What happened before.
    until: Option<Instant>,
}

impl Wanted {
    pub(super) fn read(&self, kinds: Option<Vec<String>>, order: Option<EventOrder>) -> Answer<EventFilter> {
        Ok(EventFilter {
            kinds: kinds.unwrap_or_default(),
            person: self.person.as_ref().map(person_id).transpose()?,
            company: self.company.as_ref().map(company_id).transpose()?,
            from: self.from,
            until: self.until,
            order: match order {
                None | Some(EventOrder::OldestFirst) => events::EventOrder::OldestFirst,
                Some(EventOrder::NewestFirst) => events::EventOrder::NewestFirst,
            },
        })
    }
}

/// A page of an agreement's log. It ends early, with a cursor, where much of what was read is concealed from the asker.
///
/// # Errors
/// Forbidden for whoever may not read it; not found for what is no person's or company's id.
pub fn page(
    ctx: &Context,
    agreement: &Agreement,
    (first, after): (First, Option<&Cursor>),
    filter: &EventFilter,
) -> Answer<Connection<Event>> {
    let number: Option<i64> = after.map(Cursor::key).transpose()?;
    let page = EventPage { after: number.unwrap_or(0), first: first.items() + 1 };
    let (found, reached) = ctx.read(|tx| shown(tx, agreement.key(), filter, page))?;
    let rows = found.into_iter().map(|event| Event { agreement: agreement.clone(), event }).collect();
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Event| Cursor::of(&row.event.number));
    Ok(match reached {
        Some(number) => page.going_on(Cursor::of(&number)),
        None => page,
    })
}

/// So many of the events as were asked for, without those of what is concealed from the actor; and where there may be more
/// of them, the number up to which the log was read.
fn shown(
    tx: &mut Tx<'_>,
    id: AgreementId,
    filter: &EventFilter,
    page: EventPage,
) -> Outcome<(Vec<rules::Event>, Option<i64>)> {
    let (mut shown, mut after) = (Vec::new(), page.after);
    for _ in 0..LOOKS {
        let found = events::events(tx, id, filter, EventPage { after, first: LOOK })?;
        let full = found.len() == LOOK;
        after = found.last().map_or(after, |last| last.number);
        shown.extend(reactions::disclosed(tx, id, found)?);
        if shown.len() >= page.first || !full {
            shown.truncate(page.first);
            return Ok((shown, None));
        }
    }
    Ok((shown, Some(after)))
}

/// How many events one look into the log brings.
pub(super) const LOOK: usize = 100;
/// How many looks into the log a page takes at most.
const LOOKS: usize = 10;

/// What can be followed.
pub struct EventStreams;

/// What can be followed.
#[graphql_subscription(scalar = Gql, context = Context)]
impl EventStreams {
    /// Each event of an agreement as it happens, in order, none left out; with `after`, from that number on. `kinds`
    /// narrows it to kinds such as `deviation.raised`. For steward, coordinators, auditors.
    async fn agreement_events(
        ctx: &Context,
        agreement: ID,
        kinds: Option<Vec<String>>,
        after: Option<Long>,
    ) -> Answer<BoxStream<'static, Result<Event, Failure>>> {
        let (id, listener) = (agreement_id(&agreement)?, ctx.listener());
        let from = match after {
            Some(Long(number)) => number,
            None => listener.read(move |tx| events::newest(tx, id)).await?,
        };
        let filter = EventFilter { kinds: kinds.unwrap_or_default(), ..EventFilter::default() };
        Ok(following(listener, id, from, move |listener, after| look(listener, id, filter.clone(), after).boxed()))
    }
}

/// What a log brings as it grows, look by look. What ends the permission ends it.
pub(super) fn following<T: Send + 'static>(
    listener: Listener,
    id: AgreementId,
    from: i64,
    look: impl Fn(Listener, i64) -> BoxFuture<'static, Answer<Looked<T>>> + Clone + Send + 'static,
) -> BoxStream<'static, Result<T, Failure>> {
    let wakes = listener.wakes(id).boxed();
    let grown = stream::unfold((wakes, from, false), move |(mut wakes, mut after, more)| {
        let (listener, look) = (listener.clone(), look.clone());
        async move {
            if !more {
                wakes.next().await?;
            }
            let (items, more) = match look(listener, after).await {
                Ok(Looked { items, last, full }) => {
                    after = last.unwrap_or(after);
                    (items.into_iter().map(Ok).collect(), full)
                }
                Err(failure) => (vec![Err(failure)], false),
            };
            Some((stream::iter(items), (wakes, after, more)))
        }
    });
    until_denied(grown.flatten()).boxed()
}

/// What is told up to the first failure, which is told as the last.
pub(super) fn until_denied<T: Send>(
    told: impl Stream<Item = Result<T, Failure>> + Send,
) -> impl Stream<Item = Result<T, Failure>> + Send {
    let mut ended = false;
    told.take_while(move |item| {
        let go_on = !ended;
        ended = item.is_err();
        std::future::ready(go_on)
    })
}

/// What a look into the log brought.
pub(super) struct Looked<T> {
    /// What it shows.
    pub(super) items: Vec<T>,
    /// The number of the last event that was looked at.
    pub(super) last: Option<i64>,
    /// Whether there may be more already.
    pub(super) full: bool,
}

async fn look(listener: Listener, id: AgreementId, filter: EventFilter, after: i64) -> Answer<Looked<Event>> {
    listener
        .read(move |tx| {
            let found = events::events(tx, id, &filter, EventPage { after, first: LOOK })?;
            let (last, full) = (found.last().map(|event| event.number), found.len() == LOOK);
            let found = reactions::disclosed(tx, id, found)?;
            if found.is_empty() {
                return Ok(Looked { items: Vec::new(), last, full });
            }
            let agreement = Agreement::new(agreements::agreement(tx, id)?);
            let items = found.into_iter().map(|event| Event { agreement: agreement.clone(), event }).collect();
            Ok(Looked { items, last, full })
        })
        .await
}
