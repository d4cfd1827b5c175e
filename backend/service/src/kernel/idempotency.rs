//! A write that a client may send again without doing it twice: what it answered is kept in its own transaction.

use super::{
    Database, No, Outcome, Tx,
    db::{At, Key, tables::idempotency},
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Code, Moment},
};
use diesel::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use uuid::Uuid;

/// The key was used for another request.
pub const KEY_REUSED: Code = Code::new(
    "IDEMPOTENCY_KEY_REUSED",
    "The Idempotency-Key was used for another request; take a fresh key for each request.",
);

/// Every code of this part of the kernel.
pub const CODES: &[Code] = &[KEY_REUSED];

/// How long a key is remembered.
const KEPT_SECONDS: i64 = 7 * 86_400;

/// A key that the client chose, and what it was sent with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idempotency {
    /// The client's key.
    pub key: String,
    /// The digest of the request: another one under the same key is refused.
    pub request: [u8; 32],
    /// Which of the request's writes: its place among them.
    pub place: u32,
}

impl Idempotency {
    /// A client's key and the body that came with it.
    #[must_use]
    pub fn of(key: String, body: &[u8]) -> Self {
        Self { key, request: Sha256::digest(body).into(), place: 0 }
    }
}

impl Database {
    /// Writes as [`Database::write`], once per key: the first answer is kept with the change itself, so that a retry,
    /// even after a crash, gets it again and does nothing.
    ///
    /// # Errors
    /// As [`Database::write`]; `IDEMPOTENCY_KEY_REUSED`.
    pub fn write_once<T: Serialize + DeserializeOwned>(
        &self,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        once: &Idempotency,
        mut work: impl FnMut(&mut Tx<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        let caller = Key(actor.person().map_or(Uuid::nil(), |person| person.0));
        let field = once.place.to_string();
        self.write(actor, agreement, |tx| {
            let kept = idempotency::table
                .find((caller, &once.key, &field))
                .select((idempotency::request, idempotency::answer))
                .first::<(Vec<u8>, String)>(tx.reading())
                .optional()?;
            if let Some((request, answer)) = kept {
                if request != once.request {
                    return Err(KEY_REUSED.refuse(KEY_REUSED.meaning).into());
                }
                return serde_json::from_str(&answer).map_err(No::broken);
            }
            let done = work(tx)?;
            let row = (
                idempotency::caller.eq(caller),
                idempotency::key.eq(&once.key),
                idempotency::field.eq(&field),
                idempotency::request.eq(once.request.to_vec()),
                idempotency::answer.eq(serde_json::to_string(&done).map_err(No::broken)?),
                idempotency::created_at.eq(At(tx.now())),
            );
            diesel::insert_into(idempotency::table).values(row).execute(tx.noting()?)?;
            Ok(done)
        })
    }
}

/// Forgets keys whose time is over.
///
/// # Errors
/// A fault of the database.
pub fn forget_keys(tx: &mut Tx<'_>) -> Outcome<()> {
    let before: Moment = tx.now().plus_seconds(-KEPT_SECONDS);
    diesel::delete(idempotency::table.filter(idempotency::created_at.lt(At(before)))).execute(tx.noting()?)?;
    Ok(())
}
