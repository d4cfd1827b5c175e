//! How people want to be told.

use super::store;
use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{
    access::Verb,
    kernel::{Kind, PersonId},
    notifications::{Language, Setting, codes::SETTING_STALE},
};
use serde_json::json;

/// How a person wants to be told; what they have not said is as it is by itself. No permission is checked: for verbs
/// that write to them.
///
/// # Errors
/// A fault of the database.
pub fn setting(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Setting> {
    Ok(store::settings::of(tx, &[person])?.remove(&person).unwrap_or_default().0)
}

/// The language in which a person is written to.
///
/// # Errors
/// A fault of the database.
pub fn language(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Language> {
    Ok(setting(tx, person)?.language)
}

/// How the actor wants to be told, with how often they have changed that.
///
/// # Errors
/// Forbidden for whoever is no person.
pub fn own(tx: &mut Tx<'_>) -> Outcome<(Setting, i32)> {
    let person = oneself(tx, Verb::InboxView)?;
    Ok(store::settings::of(tx, &[person])?.remove(&person).unwrap_or_default())
}

/// The actor says how they want to be told. In a transaction of the instance.
///
/// # Errors
/// Forbidden for whoever is no person; `NOTIFICATION_SETTING_STALE` when it is not at `revision`.
pub fn change(tx: &mut Tx<'_>, revision: i32, setting: &Setting) -> Outcome<(Setting, i32)> {
    let person = oneself(tx, Verb::InboxKeep)?;
    let known = store::settings::of(tx, &[person])?.remove(&person).unwrap_or_default().1;
    if known != revision || !store::settings::save(tx, person, setting, revision)? {
        return Err(SETTING_STALE.refuse_field("revision", SETTING_STALE.meaning).into());
    }
    tx.record(Kind::new("notifications.chosen"), person, None, &json!({}))?;
    Ok((setting.clone(), revision + 1))
}

/// Whether the actor may say how they are told.
///
/// # Errors
/// Forbidden for whoever is no person, and for a token that is limited to less.
pub fn may_choose(tx: &Tx<'_>) -> Outcome<()> {
    oneself(tx, Verb::InboxKeep).map(|_| ())
}

/// The actor as a person who looks after what is their own, in whatever agreement, with a credential that carries it.
///
/// # Errors
/// Forbidden for whoever is no person, and for a token that is limited to less.
pub(super) fn oneself(tx: &Tx<'_>, verb: Verb) -> Outcome<PersonId> {
    let person = tx.actor().person().filter(|_| tx.actor().scopes.contains(&verb.scope()));
    person.ok_or_else(|| Denial::Forbidden.into())
}
