//! What customers said and companies left unanswered: found once, in order of time, however many servers look.

use super::store::{self, VoiceView};
use crate::{
    agreements,
    kernel::{Database, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, CompanyId},
    satisfaction::events,
};
use serde_json::json;
use std::sync::Arc;

/// So much is found in one transaction.
const AT_ONCE: i64 = 200;

/// Records of every agreement what is overdue by now; tells how much there was.
///
/// # Errors
/// A fault of the database; what was recorded before it stays so.
pub fn fire_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut fired = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        while !database.read(&console, |tx| store::due(tx, agreement, 1))?.is_empty() {
            let now = database.write(&console, agreement, |tx| fire(tx, agreement))?;
            if now == 0 {
                break;
            }
            fired += now;
        }
        Ok(())
    })?;
    Ok(fired)
}

/// Records what is overdue by now in an agreement, the earliest first. Behind the lock of the agreement's log, so whoever
/// comes second finds nothing.
///
/// # Errors
/// A fault of the database.
pub fn fire(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let due = store::due(tx, agreement, AT_ONCE)?;
    let mut fired = 0;
    for known in due {
        let Some(voice) = known.voice.pass(tx.now()) else { continue };
        let read = known.revision;
        let passed = VoiceView { voice, revision: read + 1, ..known };
        store::save(tx, &passed, read)?;
        let silent: Vec<CompanyId> = passed.voice.silent().collect();
        let detail = json!({ "silent": silent, "due": passed.voice.due, "revision": passed.revision });
        tx.record(events::VOICE_OVERDUE, passed.voice.id, None, &detail)?;
        fired += 1;
    }
    Ok(fired)
}
