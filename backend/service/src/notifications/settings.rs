//! How people want to be told.

use super::store;
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    kernel::PersonId,
    notifications::{Language, Setting},
};

/// How a person wants to be told; what they have not said is as it is by itself. No permission is checked: for verbs
/// that write to them.
///
/// # Errors
/// A fault of the database.
pub fn setting(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Setting> {
    Ok(store::settings::of(tx, &[person])?.remove(&person).map_or_else(Setting::default, |(setting, _)| setting))
}

/// The language in which a person is written to.
///
/// # Errors
/// A fault of the database.
pub fn language(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Language> {
    Ok(setting(tx, person)?.language)
}
