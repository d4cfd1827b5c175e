//! The inbox of whoever is asking, as things come into it and leave it.

use super::{
    inbox::{InboxItem, key_of, page, subject_of, with_agreements},
    words::InboxKind,
};
use crate::graphql::{
    events::until_denied,
    kernel::{
        connection::Connection,
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        feed::Listener,
        scalar::Gql,
        types::{First, Long},
    },
};
use concordat_domain::notifications::{self as rules, InboxChanges};
use concordat_service::{
    kernel::{Outcome, Tx},
    notifications::{self as service, Watched},
};
use futures_util::{
    StreamExt as _,
    stream::{self, BoxStream},
};
use juniper::{ID, graphql_object, graphql_subscription};
use std::sync::Arc;

/// How much of what became of an inbox is listed at once.
const LISTED: usize = 100;

/// What became of an inbox.
pub struct InboxChange {
    all: Vec<InboxItem>,
    appeared: Vec<InboxItem>,
    changed: Vec<InboxItem>,
    left: Vec<InboxItemGone>,
}

impl InboxChange {
    fn new(tx: &mut Tx<'_>, all: &[rules::InboxItem], changes: InboxChanges) -> Outcome<Self> {
        Ok(Self {
            all: with_agreements(tx, all)?,
            appeared: with_agreements(tx, first_of(&changes.appeared))?,
            changed: with_agreements(tx, first_of(&changes.changed))?,
            left: changes.left.into_iter().take(LISTED).map(InboxItemGone).collect(),
        })
    }
}

fn first_of(items: &[rules::InboxItem]) -> &[rules::InboxItem] {
    items.get(..LISTED).unwrap_or(items)
}

/// What became of an inbox since it was told last. The first one tells nothing but what is there. Of what appeared, changed
/// and left 100 are listed each at most: whoever gets so many reads `inbox` anew.
#[graphql_object(scalar = Gql, context = Context)]
impl InboxChange {
    /// What has begun to wait, the first 100 of it.
    fn appeared(&self) -> &[InboxItem] {
        &self.appeared
    }

    /// What still waits, as it is now: its deadline or its name is another one. The first 100 of it.
    fn changed(&self) -> &[InboxItem] {
        &self.changed
    }

    /// What waits no more, the first 100 of it.
    fn left(&self) -> &[InboxItemGone] {
        &self.left
    }

    /// What waits now, the nearest deadline first.
    fn inbox(&self, first: First, after: Option<Cursor>) -> Answer<Connection<InboxItem>> {
        page(&self.all, first, after.as_ref())
    }

    /// How much waits now.
    fn total_count(&self) -> Long {
        Long(i64::try_from(self.all.len()).unwrap_or(i64::MAX))
    }
}

/// Something that waits no more.
pub struct InboxItemGone(rules::InboxItem);

/// Something that waits no more for whoever is asking: by which it was known while it did.
#[graphql_object(scalar = Gql, context = Context)]
impl InboxItemGone {
    /// The key that the inbox's item had.
    fn key(&self) -> ID {
        key_of(&self.0)
    }

    /// What kind of thing it was.
    fn kind(&self) -> InboxKind {
        self.0.kind.into()
    }

    /// The global id of what waited.
    fn subject(&self) -> ID {
        subject_of(&self.0)
    }
}

/// What can be followed of one's inbox.
pub struct InboxStreams;

/// What can be followed of one's inbox.
#[graphql_subscription(scalar = Gql, context = Context)]
impl InboxStreams {
    /// Your inbox over all your agreements: as it is at once, then again whenever something has come into it, left it or
    /// changed in it, once a second at most.
    async fn my_inbox(ctx: &Context) -> Answer<BoxStream<'static, Result<InboxChange, Failure>>> {
        let listener = ctx.listener();
        let ears = listener.ears();
        let (first, watched) = look(&listener, None).await?;
        let changes = stream::unfold((listener, ears, watched), |(listener, mut ears, mut watched)| async move {
            loop {
                ears.hear_at_rest(|agreement| watched.concerns(agreement)).await?;
                match look(&listener, Some(watched.clone())).await {
                    Ok((change, now)) => {
                        watched = now;
                        if let Some(change) = change {
                            return Some((Ok(change), (listener, ears, watched)));
                        }
                    }
                    Err(failure) => return Some((Err(failure), (listener, ears, watched))),
                }
            }
        });
        Ok(until_denied(stream::iter(first.map(Ok)).chain(changes)).boxed())
    }
}

/// What became of the inbox since it was looked at last, where something did, and what to compare the next look with.
async fn look(listener: &Listener, before: Option<Arc<Watched>>) -> Answer<(Option<InboxChange>, Arc<Watched>)> {
    listener
        .read(move |tx| {
            let now = service::watch(tx, before.clone())?;
            let changes = before.map(|before| InboxChanges::between(&before.items, &now.items));
            if changes.as_ref().is_some_and(InboxChanges::is_empty) {
                return Ok((None, now));
            }
            let change = InboxChange::new(tx, &now.items, changes.unwrap_or_default())?;
            Ok((Some(change), now))
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use concordat_domain::kernel::AgreementId;
    use uuid::Uuid;

    #[test]
    fn a_hundred_are_listed() {
        let item = |n: u128| rules::InboxItem {
            agreement: AgreementId::INSTANCE,
            kind: rules::InboxKind::Review,
            title: String::new(),
            subject: Uuid::from_u128(n),
            part: String::new(),
            deadline: None,
            since: None,
        };
        for (many, listed) in [(0, 0), (99, 99), (100, 100), (150, 100)] {
            assert_eq!(first_of(&(0..many).map(item).collect::<Vec<_>>()).len(), listed);
        }
    }
}
