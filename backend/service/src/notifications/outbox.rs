//! The worker of the outbox. What is due is leased by a conditional update, so two servers never have the same mail; it is
//! sent outside of any transaction; and what came of it is recorded. A server that dies in between leaves its mails to
//! others once the lease has ended: nothing is lost, and a mail goes twice only where the mail server accepted it and the
//! record of that did not reach the database.

use super::{
    leasing::{Leased, lease, look},
    message::compose,
    post::Post,
    smtp::Mailer,
    store::{self, mails::Stored},
};
use crate::kernel::{Database, No, Outcome, Tx};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Moment, Span},
    notifications::{MailEvent, MailState},
};
use std::{sync::Arc, thread, time::Duration};

/// What is left of a lease when a mail is begun with: enough for every answer that the mail server may take its time for.
const LEFT: Span = Span::from_seconds(900);
/// After these pauses it is tried again to record what came of a mail.
const AGAIN: [Duration; 4] =
    [Duration::from_millis(100), Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(15)];
/// How long it is remembered that a mail was sent.
const REMEMBERED: i64 = 30 * 86_400;

/// What came of some mails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Accepted by the mail server.
    pub sent: usize,
    /// Put off, to be tried again.
    pub put_off: usize,
    /// Not deliverable.
    pub dead: usize,
    /// Whether the mail server could not be used.
    pub away: bool,
    /// Whether there may be more that is due.
    pub more: bool,
}

/// Sends the mails that are due, some of them: the answer tells whether there may be more.
///
/// # Errors
/// A fault of the database; what was leased goes out later.
pub fn send_due(database: &Database, post: &Post, mailer: &mut dyn Mailer) -> Outcome<Round> {
    let console = Arc::new(Actor::console());
    let looked = database.read(&console, look)?;
    // most of the time nothing is due: that is found out without a write
    if looked.is_empty() {
        return Ok(Round::default());
    }
    let leased = database.write(&console, AgreementId::INSTANCE, |tx| lease(tx, &looked))?;
    let mut round = Round { more: true, ..Round::default() };
    for (place, one) in leased.iter().enumerate() {
        let now = database.clock().now();
        if one.one.mail.state.due().is_none_or(|until| until.since(now) < LEFT) {
            // the mail server was slow: who takes it next has all the time that it needs
            continue;
        }
        let event = sent(post, one, mailer, now)?;
        if event == MailEvent::Away {
            let rest = leased.get(place..).unwrap_or_default();
            round.put_off += rest.len();
            database.write(&console, AgreementId::INSTANCE, |tx| wait(tx, rest))?;
            return Ok(Round { away: true, more: false, ..round });
        }
        match recorded(database, &one.one, &event)? {
            Some(MailState::Sent { .. }) => round.sent += 1,
            Some(MailState::Dead { .. }) => round.dead += 1,
            _ => round.put_off += 1,
        }
    }
    Ok(round)
}

/// Keeps what came of a try, and tries that more than once: a mail that was accepted and is not known to be goes twice.
fn recorded(database: &Database, one: &Stored, event: &MailEvent) -> Outcome<Option<MailState>> {
    let console = Arc::new(Actor::console());
    let mut pauses = AGAIN.into_iter();
    loop {
        let done = database.write(&console, AgreementId::INSTANCE, |tx| record(tx, one, event.clone()));
        match (&done, pauses.next()) {
            (Err(No::Fault(why)), Some(pause)) => {
                tracing::warn!(mail = %one.mail.id, %why, "what came of a mail is not recorded; once more");
                thread::sleep(pause);
            }
            _ => return done,
        }
    }
}

/// What was leased waits for a mail server that can be used.
fn wait(tx: &mut Tx<'_>, leased: &[Leased]) -> Outcome<()> {
    leased.iter().try_for_each(|one| record(tx, &one.one, MailEvent::Away).map(|_| ()))
}

/// Forgets what was sent long ago; tells how many mails.
///
/// # Errors
/// A fault of the database.
pub fn forget_sent(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    database.write(&console, AgreementId::INSTANCE, |tx| {
        let before = tx.now().plus_seconds(-REMEMBERED);
        store::mails::forget(tx, before)
    })
}

fn sent(post: &Post, leased: &Leased, mailer: &mut dyn Mailer, now: Moment) -> Outcome<MailEvent> {
    let Some(to) = leased.to.as_ref().filter(|to| to.active) else {
        return Ok(MailEvent::Refused("the recipient is no longer here".into()));
    };
    Ok(match compose(post, &leased.one, to, leased.language, now) {
        Ok(Ok(ready)) => mailer.hand_over(&ready),
        Ok(Err(reason)) => MailEvent::Refused(reason),
        // one that cannot be written does not keep the others from going out
        Err(no) => MailEvent::Refused(format!("it cannot be written: {no}")),
    })
}

/// Keeps what came of a try; nothing where the lease went to somebody else meanwhile.
fn record(tx: &mut Tx<'_>, leased: &Stored, event: MailEvent) -> Outcome<Option<MailState>> {
    let mail = leased.mail.clone().tried(event, tx.now());
    let state = mail.state.clone();
    let kept = store::mails::save(tx, &Stored { mail, revision: leased.revision + 1, ..leased.clone() })?;
    Ok(kept.then_some(state))
}
