//! In whose name mails go out, and how their recipients hear no more.

use super::store::{self, mails::Stored};
use crate::{
    identity::TokenKey,
    kernel::{Denial, No, Outcome, Tx},
};
use concordat_domain::{
    kernel::PersonId,
    notifications::{Channel, Topic},
};
use lettre::message::Mailbox;
use uuid::Uuid;

/// In whose name this instance writes.
#[derive(Clone)]
pub struct Post {
    pub(super) from: Mailbox,
    pub(super) base: String,
    key: TokenKey,
}

impl Post {
    /// Writes as `from`, such as `Concordat <concordat@example.org>`, for the instance that browsers find at `base`.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn new(from: &str, base: &str, key: TokenKey) -> Result<Self, String> {
        let from = sender(from)?;
        Ok(Self { from, base: base.trim_end_matches('/').to_owned(), key })
    }

    /// The host by which the ids of its mails are told from those of others.
    #[must_use]
    pub fn host(&self) -> &str {
        self.from.email.domain()
    }

    /// The address at which a person hears no more of what a mail is about.
    ///
    /// # Errors
    /// A fault of the signer.
    pub fn unsubscribe(&self, one: &Stored) -> Outcome<String> {
        let topics: Vec<&str> = one.topics().iter().map(|topic| topic.name()).collect();
        let (person, topics) = (one.mail.to, topics.join("."));
        let mark = self.key.mark(&words(person, &topics))?;
        Ok(format!("{}/mail/unsubscribe?person={person}&topics={topics}&mark={mark}", self.base))
    }
}

/// Reads the address in whose name mails go out.
///
/// # Errors
/// What is wrong with it.
pub fn sender(from: &str) -> Result<Mailbox, String> {
    from.parse().map_err(|why| format!("{from:?} is no address such as Concordat <concordat@example.org>: {why}"))
}

fn words(person: PersonId, topics: &str) -> String {
    format!("unsubscribe {person} {topics}")
}

/// A person hears no more of some topics by mail: by the address in one of their mails, which only this instance can have
/// made.
///
/// # Errors
/// Not found for an address that it has not.
pub fn unsubscribe(tx: &mut Tx<'_>, key: &TokenKey, person: Uuid, topics: &str, mark: &str) -> Outcome<Vec<Topic>> {
    let person = PersonId(person);
    if !key.has_marked(&words(person, topics), mark) {
        return Err(Denial::NotFound.into());
    }
    let topics: Vec<Topic> = topics.split('.').filter_map(Topic::named).collect();
    let (mut setting, revision) = store::settings::of(tx, &[person])?.remove(&person).unwrap_or_default();
    for topic in &topics {
        setting.choose(*topic, Channel::Nothing);
    }
    match store::settings::save(tx, person, &setting, revision)? {
        true => Ok(topics),
        false => Err(No::broken("a setting that was changed at the same time")),
    }
}
