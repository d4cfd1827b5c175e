//! What is due is looked at, gathered and leased: nothing goes out of which it was not asked just before whether its
//! recipient may still know of it.

use super::{
    frame::digest,
    rechecking::{Left, Readers},
    store::{
        self,
        mails::{Letter, Stored},
    },
};
use crate::{
    identity,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    identity::Person,
    kernel::{AgreementId, MailId, PersonId},
    notifications::{GATHERED, Language, Mail, MailEvent, MailState, Topic, Waits, gathered},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many mails are leased at a time.
const AT_ONCE: usize = 20;
/// So many mails to one person are looked at to gather them: what two digests hold.
const GATHERABLE: usize = 2 * GATHERED;

/// What is due, as it was looked at: what goes out, and what does not, with why.
#[derive(Default)]
pub(super) struct Looked {
    told: Vec<Stored>,
    kept_back: Vec<(Stored, MailEvent)>,
}

/// A mail that this server has leased.
pub(super) struct Leased {
    pub(super) one: Stored,
    pub(super) to: Option<Person>,
    pub(super) language: Language,
}

impl Looked {
    /// Whether nothing was due.
    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty() && self.kept_back.is_empty()
    }
}

/// Looks at some of what is due, with all that may be gathered with it.
///
/// # Errors
/// A fault of the database. What a mail speaks of and does not read puts off that mail alone.
pub(super) fn look(tx: &mut Tx<'_>) -> Outcome<Looked> {
    let due = store::mails::due(tx, AT_ONCE as i64)?;
    let of: BTreeSet<(PersonId, AgreementId)> = due.iter().map(|one| (one.mail.to, one.mail.about)).collect();
    let (mut looked, mut readers) = (Looked::default(), Readers::default());
    let untold = || MailEvent::Refused("the recipient may not know of it any more".into());
    for (to, about) in of {
        for one in store::mails::due_for(tx, to, about, GATHERABLE as i64)? {
            match readers.left(tx, &one) {
                Ok(Left::All) => looked.told.push(one),
                Ok(Left::Nothing) => looked.kept_back.push((one, untold())),
                Ok(Left::Less(less, out)) => {
                    looked.told.push(*less);
                    looked.kept_back.extend(out.into_iter().map(|part| (part, untold())));
                }
                Err(no) if no.is_transient() => return Err(no),
                Err(no) => {
                    tracing::error!(mail = %one.mail.id, %no, "what a mail tells of does not read; it is put off");
                    looked.kept_back.push((one, MailEvent::PutOff("what it tells of does not read".into())));
                }
            }
        }
    }
    Ok(looked)
}

/// Takes what was looked at and may go out, after what waits for one person was gathered where it is wanted, or too much.
/// What somebody else has changed since is left to them.
///
/// # Errors
/// A fault of the database.
pub(super) fn lease(tx: &mut Tx<'_>, looked: &Looked) -> Outcome<Vec<Leased>> {
    for (one, event) in &looked.kept_back {
        keep_back(tx, one, event)?;
    }
    let ids: BTreeSet<PersonId> = looked.told.iter().map(|one| one.mail.to).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let wants = store::settings::of(tx, &ids)?;
    let language = |person: PersonId| wants.get(&person).map(|wants| wants.0.language).unwrap_or_default();
    let found = identity::store::people_by_ids(tx, &ids)?;
    let found: HashMap<PersonId, Person> = found.into_iter().map(|person| (person.id, person)).collect();
    let mut due = gather(tx, &looked.told, language)?;
    due.sort_by_key(|one| (one.mail.state.due(), one.mail.id));
    let mut leased = Vec::new();
    for one in due.into_iter().take(AT_ONCE) {
        let Some(mail) = one.mail.clone().lease(tx.now()) else { continue };
        let one = Stored { mail, revision: one.revision + 1, ..one };
        if store::mails::save(tx, &one)? {
            let (to, language) = (found.get(&one.mail.to).cloned(), language(one.mail.to));
            leased.push(Leased { one, to, language });
        }
    }
    Ok(leased)
}

/// Notes of a mail why it does not go out. A part of a digest is not due by itself.
fn keep_back(tx: &mut Tx<'_>, one: &Stored, event: &MailEvent) -> Outcome<()> {
    let mail = one.mail.clone().lease(tx.now()).unwrap_or_else(|| one.mail.clone());
    let mail = mail.tried(event.clone(), tx.now());
    store::mails::save(tx, &Stored { mail, revision: one.revision + 1, ..one.clone() })?;
    Ok(())
}

/// Some mails, with digests in the place of what is gathered of them.
fn gather(tx: &mut Tx<'_>, told: &[Stored], language: impl Fn(PersonId) -> Language) -> Outcome<Vec<Stored>> {
    let mut of = BTreeMap::<(PersonId, AgreementId), Vec<&Stored>>::new();
    for one in told {
        of.entry((one.mail.to, one.mail.about)).or_default().push(one);
    }
    let mut due = Vec::new();
    for ((to, _), mut waiting) in of {
        loop {
            let some = gathered(&waiting.iter().map(|one| waits(one)).collect::<Vec<_>>());
            if some.is_empty() {
                break;
            }
            let folded: Vec<&Stored> = some.iter().filter_map(|at| waiting.get(*at).copied()).collect();
            due.extend(fold(tx, &folded, language(to))?);
            waiting.retain(|one| folded.iter().all(|part| part.mail.id != one.mail.id));
        }
        due.extend(waiting.into_iter().cloned());
    }
    Ok(due)
}

fn waits(one: &Stored) -> Waits {
    let new = matches!(one.mail.state, MailState::Waiting { .. }) && one.mail.tries == 0;
    Waits { digest: one.digest, may: new && one.letter.calendar.is_none() && one.gathered.is_empty() }
}

/// Writes a digest that goes instead of some mails to one person, as far as nobody else has taken them.
fn fold(tx: &mut Tx<'_>, some: &[&Stored], language: Language) -> Outcome<Option<Stored>> {
    let (id, now) = (MailId(tx.id()), tx.now());
    let mut parts = Vec::with_capacity(some.len());
    for one in some {
        let Some(mail) = one.mail.clone().fold(id) else { continue };
        if store::mails::save(tx, &Stored { mail, revision: one.revision + 1, ..(*one).clone() })? {
            parts.push(*one);
        }
    }
    let Some(first) = parts.first() else { return Ok(None) };
    let letters: Vec<&Letter> = parts.iter().map(|one| &one.letter).collect();
    let topics: BTreeSet<Topic> = parts.iter().map(|one| one.mail.topic).collect();
    let (about, to, topic) = (first.mail.about, first.mail.to, first.mail.topic);
    let state = MailState::Waiting { due: now };
    let mail = Mail { id, about, to, topic, created_at: now, state, tries: 0, first_try: None };
    let gathered = topics.into_iter().collect();
    let events = parts.iter().flat_map(|one| one.events.iter().copied()).collect();
    let letter = digest(&letters, language)?;
    let made = Stored { mail, letter, digest: true, gathered, events, invites: None, revision: 1 };
    store::mails::insert(tx, std::slice::from_ref(&made))?;
    Ok(Some(made))
}
