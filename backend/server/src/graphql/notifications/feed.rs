//! Secret calendar addresses over GraphQL.

use super::FEED;
use crate::graphql::{
    agreements::{Agreement, Group},
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        payload::payload,
        scalar::Gql,
        types::Instant,
    },
};
use concordat_domain::kernel::{AgreementId, FeedId, GroupId};
use concordat_service::notifications::calendars::{self, Feed};
use juniper::{GraphQLInputObject, ID, graphql_object};
use serde::{Deserialize, Serialize};

/// A secret address at which a calendar program reads meetings.
#[derive(Clone, Debug)]
pub struct CalendarFeed(Feed);

/// A secret address at which a calendar program reads meetings: what its owner may see at that moment.
#[graphql_object(scalar = Gql, context = Context)]
impl CalendarFeed {
    /// The address's global id.
    fn id(&self) -> ID {
        GlobalId::new(FEED, AgreementId::INSTANCE, self.0.id.0).encode()
    }

    /// The coordination group whose meetings it shows; null where it shows all of one's own, and for a group that one
    /// sees no more.
    fn group(&self, ctx: &Context) -> Answer<Option<Group>> {
        let Some((agreement, group)) = self.0.group else { return Ok(None) };
        match Agreement::load(ctx, agreement) {
            Ok(seen) => Ok(seen.terms().group(group).is_some().then(|| Group::new(seen.clone(), group))),
            Err(failure) if failure == Failure::NOT_FOUND => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// When it was made.
    fn created_at(&self) -> Instant {
        self.0.created_at
    }

    /// When it was revoked; null unless it was. An address that was made with an API token ends with the token, too.
    fn revoked_at(&self) -> Option<Instant> {
        self.0.revoked_at
    }
}

/// A secret calendar address to be made.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CreateCalendarFeedInput {
    /// The global id of a coordination group; all of one's own meetings without one.
    group: Option<ID>,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A secret calendar address to be revoked.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct RevokeCalendarFeedInput {
    /// The address's global id.
    feed: ID,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A new calendar address with its secret.
pub struct NewCalendarFeed {
    feed: CalendarFeed,
    path: Option<String>,
}

/// A new calendar address with its secret.
#[graphql_object(scalar = Gql, context = Context)]
impl NewCalendarFeed {
    /// The address.
    fn feed(&self) -> &CalendarFeed {
        &self.feed
    }

    /// The path on this server, `/calendar/….ics`, with the secret in it. It is shown now and never again: null when an
    /// `Idempotency-Key` repeats the request.
    fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }
}

payload!(
    /// What `createCalendarFeed` answers.
    NewCalendarFeedPayload {
        /// The address with its secret.
        created: NewCalendarFeed
    }
);
payload!(
    /// What `revokeCalendarFeed` answers.
    CalendarFeedPayload {
        /// The address as it is now.
        feed: CalendarFeed
    }
);

/// What a retry can read back: nothing that is kept may hold a secret.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: FeedId,
    #[serde(skip)]
    path: Option<String>,
}

/// What can be done about calendar addresses.
pub struct FeedMutations;

/// What can be done about calendar addresses.
#[graphql_object(scalar = Gql, context = Context)]
impl FeedMutations {
    /// Makes a secret address at which a calendar program reads one's meetings, or those of one group.
    fn create_calendar_feed(ctx: &Context, input: CreateCalendarFeedInput) -> Answer<NewCalendarFeedPayload> {
        let group = input.group.as_ref().map(group_id).transpose()?;
        if let Some(group) = group {
            ctx.read(|tx| calendars::group_seen(tx, group))?;
        }
        let done = ctx.write(AgreementId::INSTANCE, |tx| {
            let made = calendars::create(tx, group)?;
            Ok(Kept { id: made.feed.id, path: Some(format!("/calendar/{}.ics", made.secret)) })
        });
        let done = done.and_then(|kept| {
            let feed = feeds(ctx)?.into_iter().find(|feed| feed.0.id == kept.id).ok_or(Failure::NOT_FOUND)?;
            Ok(NewCalendarFeed { feed, path: kept.path })
        });
        NewCalendarFeedPayload::of(done, input.client_mutation_id)
    }

    /// Revokes a calendar address of one's own: it stops working at once.
    fn revoke_calendar_feed(ctx: &Context, input: RevokeCalendarFeedInput) -> Answer<CalendarFeedPayload> {
        let id = GlobalId::decode_as(FEED, &input.feed).map(|id| FeedId(id.own)).ok_or(Failure::NOT_FOUND)?;
        let done = ctx.write(AgreementId::INSTANCE, |tx| calendars::revoke(tx, id).map(|feed| feed.id));
        let done = done.and_then(|id| ctx.read(|tx| calendars::feed(tx, id)).map(CalendarFeed));
        CalendarFeedPayload::of(done, input.client_mutation_id)
    }
}

fn group_id(id: &ID) -> Answer<(AgreementId, GroupId)> {
    let id = GlobalId::decode_as(crate::graphql::agreements::GROUP, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, GroupId(id.own)))
}

/// One's own calendar addresses that work.
///
/// # Errors
/// Denied for whoever is no person.
pub fn feeds(ctx: &Context) -> Answer<Vec<CalendarFeed>> {
    Ok(ctx.read(calendars::feeds)?.into_iter().map(CalendarFeed).collect())
}
