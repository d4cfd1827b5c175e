//! SQL of how people want to be told.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{At, Both, Key, tables::mail_settings::dsl},
};
use concordat_domain::{kernel::PersonId, notifications::Setting};
use diesel::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

/// What some people said, with the revision of each.
pub fn of(tx: &mut Tx<'_>, people: &[PersonId]) -> Outcome<HashMap<PersonId, (Setting, i32)>> {
    let ids: Vec<Key> = people.iter().map(|person| Key::from(*person)).collect();
    let found = dsl::mail_settings.filter(dsl::person_id.eq_any(ids));
    let rows: Vec<(Key, Value, i32)> = found.select((dsl::person_id, dsl::body, dsl::revision)).load(tx.reading())?;
    rows.into_iter().map(|(person, body, revision)| Ok((person.into(), (read(body)?, revision)))).collect()
}

/// Keeps what a person says; `read` is the revision of what they said before, 0 where they had not. `false` when that is
/// not so any more.
pub fn save(tx: &mut Tx<'_>, person: PersonId, setting: &Setting, read: i32) -> Outcome<bool> {
    let now = At(tx.now());
    let said = (dsl::body.eq(body(setting)?), dsl::changed_at.eq(now), dsl::revision.eq(read + 1));
    let saved = if read == 0 {
        let row = (dsl::person_id.eq(Key::from(person)), said);
        Both(diesel::insert_into(dsl::mail_settings).values(row).on_conflict_do_nothing()).execute(tx.noting()?)?
    } else {
        let row = dsl::mail_settings.find(Key::from(person)).filter(dsl::revision.eq(read));
        diesel::update(row).set(said).execute(tx.noting()?)?
    };
    Ok(saved == 1)
}
