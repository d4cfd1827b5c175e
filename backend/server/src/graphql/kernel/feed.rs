//! Wake-ups for whoever listens to an agreement: after each commit of this process, and now and then for the others'.

use super::errors::{Answer, Failure};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::kernel::{Committed, Database, No, Outcome, Tx};
use futures_util::{Stream, StreamExt as _, stream};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{
        Semaphore,
        broadcast::{self, error::RecvError},
    },
    task::spawn_blocking,
    time::{Instant, sleep_until, timeout_at},
};

/// How many commits may pass a slow listener before it is only told that it missed some.
const KEPT: usize = 256;

/// How long a listener waits before it looks into the log by itself: another process may have written.
const LOOK: Duration = Duration::from_secs(5);

/// How long a listener rests that works something out anew as a whole.
const REST: Duration = Duration::from_secs(1);

/// How many listeners read at a time: a commit wakes all of them, and operations need connections too.
const READERS: usize = 2;

/// Who a subscription's credential stands for by now: a session or a token may end while it runs.
pub type Recheck = Arc<dyn Fn() -> Outcome<Arc<Actor>> + Send + Sync>;

/// Who a subscription is of: found out anew whenever something is read for it, so that a role that has ended meanwhile shows
/// nothing more. Cheap to clone.
#[derive(Clone)]
pub struct Asker {
    recheck: Recheck,
    last: Arc<Mutex<Arc<Actor>>>,
}

impl Asker {
    /// Somebody who was found out just now, and how to find out again.
    #[must_use]
    pub fn new(actor: Arc<Actor>, recheck: Recheck) -> Self {
        Self { recheck, last: Arc::new(Mutex::new(actor)) }
    }

    /// Who it is by now.
    ///
    /// # Errors
    /// A denial where the credential has ended, after which it is nobody; a fault.
    pub fn now(&self) -> Outcome<Arc<Actor>> {
        let found = (self.recheck)();
        let actor = found.as_ref().map_or_else(|_| Arc::new(Actor::anonymous()), Arc::clone);
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = actor;
        found
    }

    /// Who it was when something was read last.
    #[must_use]
    pub fn last(&self) -> Arc<Actor> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The commits of this process as they happen. Cheap to clone.
///
/// It wakes, it does not deliver: a listener reads the events after the last one it has seen from the log, so a lost
/// wake-up delays an event and never loses it.
#[derive(Clone, Debug)]
pub struct EventFeed {
    commits: broadcast::Sender<Committed>,
    readers: Arc<Semaphore>,
}

impl EventFeed {
    /// The feed of a database's commits.
    #[must_use]
    pub fn of(database: &Database) -> Self {
        let (commits, _) = broadcast::channel(KEPT);
        let told = commits.clone();
        // nobody listening is no error
        database.on_commit(move |committed| drop(told.send(committed)));
        Self { commits, readers: Arc::new(Semaphore::new(READERS)) }
    }
}

/// What hears the commits of this process.
pub struct Ears {
    commits: broadcast::Receiver<Committed>,
    rests: Instant,
}

impl Ears {
    /// Waits for a commit in one of those agreements, or for a few seconds. Nothing when the process ends.
    pub async fn hear(&mut self, concerns: impl Fn(AgreementId) -> bool) -> Option<()> {
        let look = Instant::now() + LOOK;
        loop {
            match timeout_at(look, self.commits.recv()).await {
                Ok(Ok(committed)) if !concerns(committed.agreement) => {}
                Ok(Err(RecvError::Closed)) => return None,
                Ok(Ok(_) | Err(RecvError::Lagged(_))) | Err(_) => return Some(()),
            }
        }
    }

    /// The same once a second at most: for what is worked out anew as a whole. Whatever happens in between is heard as one.
    pub async fn hear_at_rest(&mut self, concerns: impl Fn(AgreementId) -> bool) -> Option<()> {
        self.hear(concerns).await?;
        sleep_until(self.rests).await;
        self.rests = Instant::now() + REST;
        self.commits = self.commits.resubscribe();
        Some(())
    }
}

/// What a subscription listens and reads with. Cheap to clone.
#[derive(Clone)]
pub struct Listener {
    pub(super) database: Database,
    pub(super) feed: EventFeed,
    pub(super) asker: Asker,
}

impl Listener {
    /// Wakes at once, after each commit in the agreement, and every few seconds besides. Ends with the process.
    pub fn wakes(&self, agreement: AgreementId) -> impl Stream<Item = ()> + Send + use<> {
        stream::once(async {}).chain(stream::unfold(self.ears(), move |mut ears| async move {
            ears.hear(|committed| committed == agreement).await?;
            Some(((), ears))
        }))
    }

    /// What hears the commits from now on.
    #[must_use]
    pub fn ears(&self) -> Ears {
        Ears { commits: self.feed.commits.subscribe(), rests: Instant::now() + REST }
    }

    /// Reads on a snapshot of its own, as whoever the credential stands for by now.
    ///
    /// # Errors
    /// What `work` answers, a denial where the credential has ended, or a fault, which is logged here.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Outcome<T> + Send + 'static,
    ) -> Answer<T> {
        let turn = self.feed.readers.clone().acquire_owned().await;
        let (database, asker) = (self.database.clone(), self.asker.clone());
        let read = spawn_blocking(move || {
            let _turn = turn;
            let actor = asker.now()?;
            database.read(&actor, work)
        });
        let read = read.await.unwrap_or_else(|error| Err(No::broken(error)));
        read.map_err(|no| Failure::logged(&self.database, no))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;
    use uuid::Uuid;

    #[tokio::test]
    async fn what_happens_while_it_rests_is_heard_as_one() {
        let (commits, heard) = broadcast::channel(KEPT);
        let one = AgreementId(Uuid::from_u128(1));
        let commit = || commits.send(Committed { agreement: one, number: 1 }).unwrap();
        let mut ears = Ears { commits: heard, rests: Instant::now() };
        for _ in 0..KEPT / 2 {
            commit();
        }
        ears.hear_at_rest(|agreement| agreement == one).await.unwrap();
        assert_eq!(ears.hear(|_| true).now_or_never(), None, "nothing is left to be heard");
        ears.rests = Instant::now() + LOOK * 1_000;
        commit();
        assert_eq!(ears.hear_at_rest(|_| true).now_or_never(), None, "it rests");
        commit();
        ears.rests = Instant::now();
        assert_eq!(ears.hear_at_rest(|_| true).await, Some(()));
    }

    #[test]
    fn whose_credential_has_ended_is_nobody() {
        let asker = Asker::new(Arc::new(Actor::console()), Arc::new(|| Err(No::NOT_FOUND)));
        assert!(asker.last().operates());
        assert!(asker.now().is_err() && !asker.last().operates());
    }
}
