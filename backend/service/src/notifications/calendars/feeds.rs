//! Secret calendar addresses: made, listed, revoked, and read by calendar programs, which cannot sign in. What an address
//! shows is what its owner may see at that moment.

use crate::{
    agreements::{self, AgreementView},
    coordination, identity,
    kernel::{Chance, Database, Denial, No, Noun as _, Outcome, Tx},
    notifications::store::{self, feeds::Feed},
};
use concordat_domain::{
    access::{Actor, Place, Scope, Verb},
    agreements::Group,
    kernel::{AgreementId, FeedId, GroupId, Kind, Moment, PersonId},
    notifications::calendar::{Calendar, CalendarEvent, Method, Page, of_group},
};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::{fmt::Write as _, sync::Arc};

/// Addresses of a person that work, at most; one more is refused as forbidden.
const MOST: usize = 50;
/// So far back a calendar goes, in days.
const BACK: i64 = 90;
/// So far ahead it is looked which meetings are held otherwise than their rhythm says, in days.
const AHEAD: i64 = 400;
const DAY: i64 = 86_400;

/// A new address with its secret, which is shown once.
#[derive(Clone)]
pub struct FeedMade {
    /// The address.
    pub feed: Feed,
    /// The secret: it stands in the address.
    pub secret: String,
}

/// Whether the actor sees the meetings of a group.
///
/// # Errors
/// Not found for whoever may not see the agreement, sees no meetings of it, or where there is no such group.
pub fn group_seen(tx: &mut Tx<'_>, (agreement, group): (AgreementId, GroupId)) -> Outcome<()> {
    let view = agreements::agreement(tx, agreement)?;
    let seen = tx.actor().may(Verb::MeetingView, Place::shared(agreement));
    if seen && view.terms.group(group).is_some() { Ok(()) } else { Err(Denial::NotFound.into()) }
}

/// Makes a secret address for oneself; of a group that [`group_seen`] let through, or of all one's meetings.
///
/// # Errors
/// Denied for whoever is no person, or has 50 of them that work; and for a token that may not do all that the person may, since whoever
/// has the address reads what the person sees.
pub fn create(tx: &mut Tx<'_>, group: Option<(AgreementId, GroupId)>) -> Outcome<FeedMade> {
    let person = tx.actor().person().ok_or(Denial::Unauthenticated)?;
    keep(tx, person)?;
    if !Scope::ALL.iter().all(|scope| tx.actor().scopes.contains(scope)) {
        return Err(Denial::Forbidden.into());
    }
    if working(tx, person)?.len() >= MOST {
        return Err(Denial::Forbidden.into());
    }
    let secret = fresh(tx.database().chance());
    let (created_at, token) = (tx.now(), tx.actor().token);
    let feed = Feed { id: FeedId(tx.id()), person, group, created_at, revoked_at: None, token };
    store::feeds::insert(tx, &feed, digest(&secret))?;
    tx.record(Kind::new("calendar_feed.created"), feed.id, None, &json!({}))?;
    Ok(FeedMade { feed, secret })
}

/// One's own addresses that work, the oldest first.
///
/// # Errors
/// Denied for whoever is no person.
pub fn feeds(tx: &mut Tx<'_>) -> Outcome<Vec<Feed>> {
    let person = tx.actor().person().ok_or(Denial::Unauthenticated)?;
    keep(tx, person)?;
    working(tx, person)
}

/// Those of a person that work: neither they nor the API tokens with which they were made have ended.
fn working(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Vec<Feed>> {
    let now = tx.now();
    let mut tokens = identity::store::tokens_of(tx, person)?;
    tokens.retain(|token| token.works(now));
    let mut feeds = store::feeds::of(tx, person)?;
    feeds.retain(|feed| feed.token.is_none_or(|made_with| tokens.iter().any(|token| token.id == made_with)));
    Ok(feeds)
}

/// One of one's own, whether it works or not.
///
/// # Errors
/// Not found for another person's.
pub fn feed(tx: &mut Tx<'_>, id: FeedId) -> Outcome<Feed> {
    let feed = store::feeds::load(tx, id)?.filter(|feed| tx.actor().person() == Some(feed.person));
    feed.ok_or_else(|| Denial::NotFound.into())
}

/// Revokes an address: it stops working at once. Revoking twice does nothing.
///
/// # Errors
/// Not found for another person's.
pub fn revoke(tx: &mut Tx<'_>, id: FeedId) -> Outcome<Feed> {
    let feed = feed(tx, id)?;
    keep(tx, feed.person)?;
    if feed.revoked_at.is_none() {
        store::feeds::revoke(tx, id)?;
        tx.record(Kind::new("calendar_feed.revoked"), id, None, &json!({}))?;
    }
    Ok(Feed { revoked_at: feed.revoked_at.or(Some(tx.now())), ..feed })
}

/// A calendar as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The iCalendar text.
    pub text: String,
    /// What tells these bytes from all others, in quotation marks: a strong validator of HTTP.
    pub tag: String,
}

/// What a calendar program reads at an address.
///
/// # Errors
/// Not found for a secret that does not, or no longer, work: it, or the API token with which it was made.
pub fn read(database: &Database, secret: &str) -> Outcome<Written> {
    let console = Arc::new(Actor::console());
    let (feed, owner) = database.read(&console, |tx| {
        let feed = store::feeds::by_digest(tx, digest(secret))?.ok_or(Denial::NotFound)?;
        if let Some(token) = feed.token {
            let now = tx.now();
            identity::store::token_by_id(tx, token)?.filter(|token| token.works(now)).ok_or(Denial::NotFound)?;
        }
        let person = identity::store::people_by_ids(tx, &[feed.person])?.pop().filter(|person| person.active);
        let owner = identity::actor_of_person(tx, &person.ok_or(Denial::NotFound)?)?;
        Ok((feed, owner))
    })?;
    let text = database.read(&owner, |tx| calendar(tx, &feed))?.write();
    let tag = format!("\"{}\"", hex(&digest(&text)[..16]));
    Ok(Written { text, tag })
}

fn calendar(tx: &mut Tx<'_>, feed: &Feed) -> Outcome<Calendar> {
    let (mut name, mut events) = ("Concordat".to_owned(), Vec::new());
    match feed.group {
        Some((agreement, group)) => {
            group_seen(tx, (agreement, group))?;
            let view = AgreementView::load(tx, agreement)?.ok_or(No::NOT_FOUND)?;
            let group = view.terms.group(group).ok_or(No::NOT_FOUND)?;
            name.clone_from(&group.name);
            events = shown(tx, &view, &[group])?;
        }
        None => {
            for agreement in tx.actor().agreements() {
                if !tx.actor().may(Verb::MeetingView, Place::shared(agreement)) {
                    continue;
                }
                let Some(view) = AgreementView::load(tx, agreement)? else { continue };
                let own = |group: &&Group| group.members.iter().any(|member| member.seats(feed.person));
                let groups: Vec<&Group> = view.terms.groups.iter().filter(own).collect();
                events.extend(shown(tx, &view, &groups)?);
            }
        }
    }
    Ok(Calendar { method: Method::Publish, name: Some(name), events })
}

/// What a calendar shows of some groups of an agreement.
fn shown(tx: &mut Tx<'_>, view: &AgreementView, groups: &[&Group]) -> Outcome<Vec<CalendarEvent>> {
    // of the day, so that a calendar in which nothing changed is the same all day
    let stamp = start_of_day(tx.now());
    let (since, until) = (stamp.plus_seconds(-BACK * DAY), stamp.plus_seconds(AHEAD * DAY));
    let meetings = coordination::meetings_between(tx, view.agreement.id, since, until)?;
    let meetings: Vec<_> = meetings.into_iter().map(|view| view.meeting).collect();
    let held = view.agreement.versions.iter().find(|version| version.digest == view.terms.digest());
    let page = Page { since, stamp, version: held.map_or(0, |version| version.number) };
    Ok(groups.iter().flat_map(|group| of_group(group, &meetings, page)).collect())
}

fn start_of_day(now: Moment) -> Moment {
    now.plus_seconds(-now.micros().div_euclid(1_000_000).rem_euclid(DAY))
}

fn keep(tx: &Tx<'_>, person: PersonId) -> Outcome<()> {
    let own = tx.actor().scopes.contains(&Verb::InboxKeep.scope()) && tx.actor().person() == Some(person);
    if own { Ok(()) } else { Err(Denial::Forbidden.into()) }
}

/// 256 random bits.
fn fresh(chance: &dyn Chance) -> String {
    hex(&chance.secret())
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// What is stored of a secret. It has 256 bits of entropy, so a plain hash is enough.
fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}
