//! What happens because something else happened: the whole choreography on one screen.
//!
//! The event log is the outbox. Whatever happens is written to it in the transaction of the change; here the log of
//! each agreement is followed, in order and behind the lock of its head, and what follows from its events is written in
//! one transaction with how far it was followed. So each event has its consequences once, however many servers look
//! and wherever one of them is stopped.

mod disclosing;
mod store;

pub use disclosing::disclosed;

use crate::{
    agreements::AgreementView,
    escalations,
    events::{self, EventPage},
    kernel::{Database, Noun as _, Outcome, Tx},
    notifications::{self, calendars, webhooks},
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Event, Kind},
};
use serde_json::json;
use std::sync::Arc;

/// So many events are followed in one transaction.
const AT_ONCE: usize = 50;

/// What follows from some events of an agreement. Each noun picks those that it knows.
fn react(tx: &mut Tx<'_>, view: &AgreementView, events: &[Event]) -> Outcome<()> {
    escalations::react(tx, view, events)?;
    notifications::react(tx, view, events)?;
    calendars::react(tx, view, events)?;
    webhooks::react(tx, view, events, &disclosed)
}

/// An event could not be followed: a fault of ours, which must not keep what comes after it from being followed.
const FAILED: Kind = Kind::new("reaction.failed");

/// Follows the log of every agreement to its end; tells how many events there were. An agreement whose log cannot be
/// followed does not keep the others from it; an event that cannot be followed is passed over, and the log says so.
///
/// # Errors
/// A fault of the database: the last one, once every agreement had its turn.
pub fn follow_all(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let (mut followed, mut failed) = (0, None);
    for agreement in database.read(&console, store::behind)? {
        loop {
            match follow_next(database, &console, agreement) {
                Ok(0) => break,
                Ok(some) => followed += some,
                Err(no) => {
                    failed = Some(no);
                    break;
                }
            }
        }
    }
    failed.map_or(Ok(followed), Err)
}

/// Follows some events; where one of them cannot be, one alone; and where that one cannot be, passes it over.
fn follow_next(database: &Database, console: &Arc<Actor>, agreement: AgreementId) -> Outcome<usize> {
    match database.write(console, agreement, |tx| follow(tx, agreement, AT_ONCE)) {
        Err(no) if !no.is_transient() => {}
        done => return done,
    }
    let mut tried = None;
    let alone = database.write(console, agreement, |tx| {
        tried = Some(store::reached(tx, agreement)?);
        follow(tx, agreement, 1)
    });
    match (alone, tried) {
        (Err(no), Some(after)) if !no.is_transient() => {
            tracing::error!(%agreement, after, %no, "an event could not be followed and is passed over");
            database.write(console, agreement, |tx| pass_over(tx, agreement, after))
        }
        (done, _) => done,
    }
}

/// Goes on after the event behind `after`, which cannot be followed, unless another server has gone on meanwhile, and says so in
/// the log; not of what says so itself, or a log of which nothing can be followed would never end. Where the agreement itself
/// cannot be read, that is not the event's fault: it waits.
fn pass_over(tx: &mut Tx<'_>, agreement: AgreementId, after: i64) -> Outcome<usize> {
    AgreementView::load(tx, agreement)?;
    if store::reached(tx, agreement)? != after {
        return Ok(0);
    }
    let Some(event) = events::following(tx, agreement, EventPage { after, first: 1 })?.pop() else { return Ok(0) };
    store::note(tx, agreement, event.number)?;
    if event.kind != FAILED {
        tx.record(FAILED, agreement, None, &json!({ "number": event.number }))?;
    }
    Ok(1)
}

/// Follows the next events of an agreement's log, so many at most; tells how many there were.
///
/// # Errors
/// What one of them meets; then none of them was followed.
pub fn follow(tx: &mut Tx<'_>, agreement: AgreementId, most: usize) -> Outcome<usize> {
    let after = store::reached(tx, agreement)?;
    let events = events::following(tx, agreement, EventPage { after, first: most })?;
    let Some(last) = events.last() else { return Ok(0) };
    if let Some(view) = AgreementView::load(tx, agreement)? {
        react(tx, &view, &events)?;
    }
    store::note(tx, agreement, last.number)?;
    Ok(events.len())
}
