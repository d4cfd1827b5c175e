//! Looking at an inbox again and again: read anew only where something may have become of it.

use super::inbox;
use crate::{
    events,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Moment, Span},
    notifications::InboxItem,
};
use std::sync::Arc;

/// What comes by time alone, such as a meeting that is near now, may be told so much later.
const BY_TIME: Span = Span::from_seconds(60);

/// An inbox as it was when somebody looked, and what that rests on.
#[derive(Clone, Debug)]
pub struct Watched {
    /// What waited, the nearest deadline first.
    pub items: Vec<InboxItem>,
    actor: Arc<Actor>,
    heads: Vec<(AgreementId, i64)>,
    at: Moment,
}

impl Watched {
    /// Whether what happens in an agreement may become something of the inbox.
    #[must_use]
    pub fn concerns(&self, agreement: AgreementId) -> bool {
        self.heads.iter().any(|(known, _)| *known == agreement)
    }
}

/// Looks at the actor's inbox; where it rests on the same as before, it is as before: whatever changes it is an event of one of
/// their agreements, another role of theirs, or comes by time.
///
/// # Errors
/// Forbidden for whoever is no person; a fault of the database.
pub fn watch(tx: &mut Tx<'_>, before: Option<Arc<Watched>>) -> Outcome<Arc<Watched>> {
    let (actor, at) = (tx.actor().clone(), tx.now());
    let heads = events::heads(tx, &actor.agreements())?;
    let stands = |before: &Watched| before.actor == actor && before.heads == heads && at < before.at.plus(BY_TIME);
    match before {
        Some(before) if stands(&before) => Ok(before),
        _ => Ok(Arc::new(Watched { items: inbox(tx)?, actor, heads, at })),
    }
}
