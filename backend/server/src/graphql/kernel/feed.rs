//! Wake-ups for whoever listens to an agreement: after each commit of this process, and now and then for the others'.

use concordat_domain::kernel::AgreementId;
use concordat_service::kernel::{Committed, Database};
use futures_util::{Stream, StreamExt as _, stream};
use std::time::Duration;
use tokio::{
    sync::broadcast::{self, error::RecvError},
    time::{Instant, timeout_at},
};

/// How many commits may pass a slow listener before it is only told that it missed some.
const KEPT: usize = 256;

/// How long a listener waits before it looks into the log by itself: another process may have written.
const LOOK: Duration = Duration::from_secs(5);

/// The commits of this process as they happen. Cheap to clone.
///
/// It wakes, it does not deliver: a listener reads the events after the last one it has seen from the log, so a lost
/// wake-up delays an event and never loses it.
#[derive(Clone, Debug)]
pub struct EventFeed(broadcast::Sender<Committed>);

impl EventFeed {
    /// The feed of a database's commits.
    #[must_use]
    pub fn of(database: &Database) -> Self {
        let (sender, _) = broadcast::channel(KEPT);
        let told = sender.clone();
        // nobody listening is no error
        database.on_commit(move |committed| drop(told.send(committed)));
        Self(sender)
    }

    /// Wakes at once, after each commit in the agreement, and every few seconds besides. Ends with the process.
    pub fn wakes(&self, agreement: AgreementId) -> impl Stream<Item = ()> + Send + use<> {
        let commits = self.0.subscribe();
        stream::once(async {}).chain(stream::unfold(commits, move |mut commits| async move {
            let look = Instant::now() + LOOK;
            loop {
                match timeout_at(look, commits.recv()).await {
                    Ok(Ok(committed)) if committed.agreement != agreement => {}
                    Ok(Err(RecvError::Closed)) => return None,
                    Ok(Ok(_) | Err(RecvError::Lagged(_))) | Err(_) => return Some(((), commits)),
                }
            }
        }))
    }
}
