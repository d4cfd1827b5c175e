//! SQL of the accounts with which people sign in elsewhere, and of the sign-ins that have come back from there.

use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Both, Key,
        tables::{openid_accounts, openid_returns},
    },
};
use concordat_domain::kernel::{Moment, PersonId};
use diesel::prelude::*;

/// Who comes in with which account of a provider, as far as it concerns that person or that account.
pub fn bound(tx: &mut Tx<'_>, issuer: &str, person: PersonId, subject: &str) -> Outcome<Vec<(PersonId, String)>> {
    let concerned = openid_accounts::person_id.eq(Key::from(person)).or(openid_accounts::subject.eq(subject));
    let rows: Vec<(Key, String)> = openid_accounts::table
        .filter(openid_accounts::issuer.eq(issuer).and(concerned))
        .select((openid_accounts::person_id, openid_accounts::subject))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(person, subject)| (person.into(), subject)).collect())
}

/// From now on a person comes in with this account of that provider and with no other.
pub fn bind(tx: &mut Tx<'_>, issuer: &str, person: PersonId, subject: &str) -> Outcome<()> {
    let row = (
        openid_accounts::person_id.eq(Key::from(person)),
        openid_accounts::issuer.eq(issuer),
        openid_accounts::subject.eq(subject),
        openid_accounts::bound_at.eq(At(tx.now())),
    );
    diesel::insert_into(openid_accounts::table).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Forgets with which accounts a person came in.
pub fn unbind(tx: &mut Tx<'_>, person: PersonId) -> Outcome<()> {
    let of = openid_accounts::person_id.eq(Key::from(person));
    diesel::delete(openid_accounts::table.filter(of)).execute(tx.changing()?)?;
    Ok(())
}

/// Notes that a sign-in has come back, until it would be too old anyway; `false` where it has before.
pub fn note_return(tx: &mut Tx<'_>, digest: Vec<u8>, expires: Moment) -> Outcome<bool> {
    let now = At(tx.now());
    diesel::delete(openid_returns::table.filter(openid_returns::expires_at.le(now))).execute(tx.noting()?)?;
    let row = (openid_returns::digest.eq(digest), openid_returns::expires_at.eq(At(expires)));
    Ok(Both(diesel::insert_into(openid_returns::table).values(row).on_conflict_do_nothing()).execute(tx.noting()?)?
        == 1)
}
