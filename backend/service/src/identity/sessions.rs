//! Browsers sign in and out.

use super::{Password, secret, store};
use crate::kernel::{Database, Denial, Outcome, Tx, idempotency::forget_keys};
use concordat_domain::{
    access::Actor,
    identity::Person,
    kernel::{AgreementId, Kind, Moment},
};
use serde_json::{Value, json};
use std::sync::Arc;

/// How long a session lives.
const SESSION_SECONDS: i64 = 12 * 3_600;

/// A session that has just been opened. The secret is shown to the browser and never stored.
pub struct SessionOpened {
    /// What the cookie holds.
    pub secret: String,
    /// When it ends.
    pub expires_at: Moment,
    /// Whose it is.
    pub person: Person,
}

/// Signs a person in. The password is checked outside of the transaction that opens the session, because that
/// takes long on purpose.
///
/// # Errors
/// [`Denial::Unauthenticated`] for an unknown address, a wrong password or a person who may not sign in: the
/// three are not told apart, nor by the time taken.
pub fn sign_in(database: &Database, email: &str, password: &str) -> Outcome<SessionOpened> {
    let nobody = Arc::new(Actor::anonymous());
    let email = email.trim().to_lowercase();
    let found = database.read(&nobody, |tx| store::person_with_password(tx, &email))?;
    let right = Password::matches(found.as_ref().and_then(|(_, hash)| hash.as_deref()), password);
    let Some((person, _)) = found.filter(|(person, _)| right && person.active) else {
        return Err(Denial::Unauthenticated.into());
    };
    database.write(&nobody, AgreementId::INSTANCE, |tx| open(tx, &person, &json!({})))
}

pub(super) fn open(tx: &mut Tx<'_>, person: &Person, detail: &Value) -> Outcome<SessionOpened> {
    store::delete_ended(tx)?;
    forget_keys(tx)?;
    let (secret, expires_at) =
        (secret::fresh(tx.database().chance(), "session"), tx.now().plus_seconds(SESSION_SECONDS));
    store::insert_session(tx, secret::digest(&secret), person.id, expires_at)?;
    tx.record(Kind::new("session.opened"), person.id, Some(person.company), detail)?;
    Ok(SessionOpened { secret, expires_at, person: person.clone() })
}

/// Ends a session; ending one that has ended already does nothing.
///
/// # Errors
/// A fault of the database.
pub fn sign_out(tx: &mut Tx<'_>, secret: &str) -> Outcome<()> {
    store::delete_session(tx, secret::digest(secret))?;
    Ok(())
}
