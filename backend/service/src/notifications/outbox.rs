//! The worker of the outbox. What is due is leased by a conditional update, so two servers never have the same mail; it is
//! sent outside of any transaction; and what came of it is recorded. A server that dies in between leaves its mails to
//! others once the lease has ended: nothing is lost, and a mail goes twice only where the mail server accepted it and the
//! record of that did not reach the database.

use super::{
    frame::digest,
    message::compose,
    post::Post,
    reacting::is_still_told,
    smtp::Mailer,
    store::{
        self,
        mails::{Letter, Stored},
    },
};
use crate::{
    identity,
    kernel::{Database, No, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    identity::Person,
    kernel::{AgreementId, MailId, Moment, PersonId, Span},
    notifications::{Language, Mail, MailEvent, MailState, Setting, Topic, Waits, gathered},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
    thread,
    time::Duration,
};

/// So many mails are leased at a time.
const AT_ONCE: i64 = 20;
/// What is left of a lease when a mail is begun with: enough for every answer that the mail server may take its time for.
const LEFT: Span = Span::from_seconds(900);
/// After these pauses it is tried again to record what came of a mail.
const AGAIN: [Duration; 4] =
    [Duration::from_millis(100), Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(15)];
/// So many mails to one person are looked at to gather them: twice what a digest holds.
const GATHERABLE: i64 = 400;
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

/// A mail that this server has leased.
struct Leased {
    one: Stored,
    to: Option<Person>,
    language: Language,
}

/// Sends the mails that are due, some of them: the answer tells whether there may be more.
///
/// # Errors
/// A fault of the database; what was leased goes out later.
pub fn send_due(database: &Database, post: &Post, mailer: &mut dyn Mailer) -> Outcome<Round> {
    let console = Arc::new(Actor::console());
    // most of the time nothing is due: that is found out without a write
    if database.read(&console, |tx| store::mails::due(tx, 1))?.is_empty() {
        return Ok(Round::default());
    }
    let untold = database.read(&console, untold)?;
    let leased = database.write(&console, AgreementId::INSTANCE, |tx| lease(tx, &untold))?;
    let mut round = Round { more: !leased.is_empty(), ..Round::default() };
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

/// Those of the mails that are due whose recipient may not know any more of what they tell.
fn untold(tx: &mut Tx<'_>) -> Outcome<BTreeSet<(AgreementId, MailId)>> {
    let due = store::mails::due(tx, AT_ONCE)?;
    let of: BTreeSet<(PersonId, AgreementId)> = due.iter().map(|one| (one.mail.to, one.mail.about)).collect();
    let mut untold = BTreeSet::new();
    for (to, about) in of {
        // all that may be gathered with them
        for one in store::mails::due_for(tx, to, about, GATHERABLE)? {
            if !is_still_told(tx, &one)? {
                untold.insert((about, one.mail.id));
            }
        }
    }
    Ok(untold)
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

/// Gives up what its recipient may not know of any more.
fn give_up(tx: &mut Tx<'_>, untold: &BTreeSet<(AgreementId, MailId)>) -> Outcome<()> {
    for (about, id) in untold {
        let Some(one) = store::mails::load(tx, *about, *id)? else { continue };
        let Some(mail) = one.mail.clone().lease(tx.now()) else { continue };
        let event = MailEvent::Refused("the recipient may not know of it any more".into());
        let mail = mail.tried(event, tx.now());
        store::mails::save(tx, &Stored { mail, revision: one.revision + 1, ..one })?;
    }
    Ok(())
}

/// Takes what is due, after what waits for one person was gathered where it is wanted, or too much.
fn lease(tx: &mut Tx<'_>, untold: &BTreeSet<(AgreementId, MailId)>) -> Outcome<Vec<Leased>> {
    give_up(tx, untold)?;
    let mut due = store::mails::due(tx, AT_ONCE)?;
    let wants = store::settings::of(tx, &people(&due))?;
    let language = |person: PersonId| wants.get(&person).map_or(Setting::default(), |one| one.0.clone()).language;
    if gather(tx, &due, language)? {
        due = store::mails::due(tx, AT_ONCE)?;
    }
    let ids = people(&due);
    let wants = store::settings::of(tx, &ids)?;
    let found = identity::store::people_by_ids(tx, &ids)?;
    let found: HashMap<PersonId, Person> = found.into_iter().map(|person| (person.id, person)).collect();
    let mut leased = Vec::new();
    for one in due {
        let Some(mail) = one.mail.clone().lease(tx.now()) else { continue };
        let one = Stored { mail, revision: one.revision + 1, ..one };
        if store::mails::save(tx, &one)? {
            let to = found.get(&one.mail.to).cloned();
            let language = wants.get(&one.mail.to).map(|wants| wants.0.language).unwrap_or_default();
            leased.push(Leased { one, to, language });
        }
    }
    Ok(leased)
}

fn people(due: &[Stored]) -> Vec<PersonId> {
    due.iter().map(|one| one.mail.to).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Makes digests of what is due for the recipients of some mails; tells whether there was one to make.
fn gather(tx: &mut Tx<'_>, due: &[Stored], language: impl Fn(PersonId) -> Language) -> Outcome<bool> {
    let of: BTreeMap<(PersonId, AgreementId), ()> = due.iter().map(|one| ((one.mail.to, one.mail.about), ())).collect();
    let mut made = false;
    for (to, about) in of.into_keys() {
        let waiting = store::mails::due_for(tx, to, about, GATHERABLE)?;
        let waits: Vec<Waits> = waiting.iter().map(waits).collect();
        let some: Vec<&Stored> = gathered(&waits).into_iter().filter_map(|at| waiting.get(at)).collect();
        if !some.is_empty() {
            fold(tx, &some, language(to))?;
            made = true;
        }
    }
    Ok(made)
}

fn waits(one: &Stored) -> Waits {
    let new = matches!(one.mail.state, MailState::Waiting { .. }) && one.mail.tries == 0;
    Waits { digest: one.digest, may: new && one.letter.calendar.is_none() && one.gathered.is_empty() }
}

/// Writes a digest that goes instead of some mails to one person.
fn fold(tx: &mut Tx<'_>, some: &[&Stored], language: Language) -> Outcome<()> {
    let Some(first) = some.first() else { return Ok(()) };
    let (id, now) = (MailId(tx.id()), tx.now());
    for one in some {
        let Some(mail) = one.mail.clone().fold(id) else { continue };
        store::mails::save(tx, &Stored { mail, revision: one.revision + 1, ..(*one).clone() })?;
    }
    let letters: Vec<&Letter> = some.iter().map(|one| &one.letter).collect();
    let topics: BTreeSet<Topic> = some.iter().map(|one| one.mail.topic).collect();
    let (about, to, topic) = (first.mail.about, first.mail.to, first.mail.topic);
    let state = MailState::Waiting { due: now };
    let mail = Mail { id, about, to, topic, created_at: now, state, tries: 0, first_try: None };
    let gathered = topics.into_iter().collect();
    let events = some.iter().flat_map(|one| one.events.iter().copied()).collect();
    let made = Stored { mail, letter: digest(&letters, language)?, digest: true, gathered, events, revision: 1 };
    store::mails::insert(tx, &[made])
}
