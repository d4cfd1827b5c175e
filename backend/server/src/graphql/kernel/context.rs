//! What a resolver may reach: who is asking, one snapshot to read on, and one transaction per change.

use super::{
    errors::{Answer, Failure},
    feed::{Asker, EventFeed, Listener, Recheck},
    rate::RateLimit,
};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::kernel::{Database, Idempotency, No, Outcome, Snapshot, Tx};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

/// The context of one operation over HTTP, or of one subscription.
pub struct Context {
    database: Database,
    actor: Arc<Actor>,
    feed: EventFeed,
    reading: Reading,
    busy: AtomicBool,
    plain: bool,
    once: Option<Idempotency>,
    writes: AtomicU32,
    rate: Option<RateLimit>,
    anywhere: bool,
}

/// Where reads happen.
enum Reading {
    /// All on one snapshot, opened at the first of them.
    Operation(Mutex<Option<Box<Snapshot>>>),
    /// Each on its own: a subscription lives for hours and may hold no connection.
    Subscription(Asker),
}

impl juniper::Context for Context {}

impl Context {
    /// The context of one operation.
    #[must_use]
    pub fn operation(database: Database, actor: Arc<Actor>, feed: EventFeed) -> Self {
        Self::new(database, actor, feed, Reading::Operation(Mutex::new(None)))
    }

    /// The context of one subscription.
    #[must_use]
    pub fn subscription(database: Database, actor: Arc<Actor>, feed: EventFeed, recheck: Recheck) -> Self {
        let asker = Asker::new(actor.clone(), recheck);
        Self::new(database, actor, feed, Reading::Subscription(asker))
    }

    fn new(database: Database, actor: Arc<Actor>, feed: EventFeed, reading: Reading) -> Self {
        let (busy, plain, once, writes, rate) = (AtomicBool::new(false), false, None, AtomicU32::new(0), None);
        Self { database, actor, feed, reading, busy, plain, once, writes, rate, anywhere: false }
    }

    /// Who is asking; in a subscription, who it was when something was read for it last.
    #[must_use]
    pub fn actor(&self) -> Arc<Actor> {
        match &self.reading {
            Reading::Operation(_) => self.actor.clone(),
            Reading::Subscription(asker) => asker.last(),
        }
    }

    /// The database, for what outlives the operation.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// What a subscription reads events with, while it lives.
    #[must_use]
    pub fn listener(&self) -> Listener {
        let actor = self.actor.clone();
        let asker = match &self.reading {
            Reading::Operation(_) => Asker::new(actor.clone(), Arc::new(move || Ok(actor.clone()))),
            Reading::Subscription(asker) => asker.clone(),
        };
        Listener { database: self.database.clone(), feed: self.feed.clone(), asker }
    }

    /// Whether the hot lists must be resolved field by field: the operation asks an object twice under one key, and
    /// juniper merges objects but not lists that are written already.
    #[must_use]
    pub fn plain(&self) -> bool {
        self.plain
    }

    /// The same context, resolving every list field by field.
    #[must_use]
    pub fn resolving_plainly(mut self, plain: bool) -> Self {
        self.plain = plain;
        self
    }

    /// Reads on the operation's one snapshot. Never resolve children inside `work`: they read here too.
    ///
    /// # Errors
    /// What `work` answers; a fault is logged here.
    pub fn read<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Outcome<T>) -> Answer<T> {
        let read = match &self.reading {
            Reading::Subscription(asker) => asker.now().and_then(|actor| self.database.read(&actor, work)),
            Reading::Operation(held) => {
                let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
                let snapshot = match held.take() {
                    Some(snapshot) => Ok(snapshot),
                    None => self.database.snapshot(&self.actor).map(Box::new),
                };
                snapshot.and_then(|snapshot| work(&mut held.insert(snapshot).tx()))
            }
        };
        read.map_err(|no| self.failure(no))
    }

    /// Writes in one transaction of one agreement: what a root field of a mutation does, once. Later reads of the
    /// operation see it. Run again where it meets another writer.
    ///
    /// # Errors
    /// What `work` answers; a fault is logged here.
    ///
    /// With an `Idempotency-Key` the answer is kept with the change: sent again, it is answered again, not done again.
    pub fn write<T: Serialize + DeserializeOwned>(
        &self,
        agreement: AgreementId,
        work: impl FnMut(&mut Tx<'_>) -> Outcome<T>,
    ) -> Answer<T> {
        self.let_go();
        let place = self.writes.fetch_add(1, Ordering::Relaxed);
        let done = match &self.once {
            Some(once) => {
                self.database.write_once(&self.actor, agreement, &Idempotency { place, ..once.clone() }, work)
            }
            None => self.database.write(&self.actor, agreement, work),
        };
        done.map_err(|no| self.failure(no))
    }

    /// The same context, with a key by which its writes are done once.
    #[must_use]
    pub fn once(mut self, once: Option<Idempotency>) -> Self {
        self.once = once;
        self
    }

    /// The same context, with what is left of how often its asker may ask.
    #[must_use]
    pub fn within(mut self, rate: Option<RateLimit>) -> Self {
        self.rate = rate;
        self
    }

    /// The same context, where webhooks may lead into one's own network.
    #[must_use]
    pub fn reaching_anywhere(mut self, anywhere: bool) -> Self {
        self.anywhere = anywhere;
        self
    }

    /// Whether webhooks may lead into one's own network, and without TLS.
    #[must_use]
    pub fn reaches_anywhere(&self) -> bool {
        self.anywhere
    }

    /// What is left of how often the asker may ask, where that is limited.
    #[must_use]
    pub fn rate(&self) -> Option<RateLimit> {
        self.rate
    }

    /// Whether something of the operation failed for want of a connection.
    #[must_use]
    pub fn was_busy(&self) -> bool {
        self.busy.load(Ordering::Relaxed)
    }

    fn failure(&self, no: No) -> Failure {
        let failure = Failure::logged(&self.database, no);
        self.busy.fetch_or(matches!(failure, Failure::Fault { busy: true, .. }), Ordering::Relaxed);
        failure
    }

    /// Gives the snapshot and its connection back.
    fn let_go(&self) {
        if let Reading::Operation(held) = &self.reading {
            held.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
    }
}
