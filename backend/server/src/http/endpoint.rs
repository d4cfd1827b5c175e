//! What the GraphQL endpoint and its sockets share: the API, the database, who is who, and how much at a time.

use super::credentials::Welcome;
use crate::graphql::kernel::{
    api::{Api, Reply, Request, Taken},
    context::Context,
    errors::{Answer, Failure},
    feed::EventFeed,
    rate::RateLimit,
};
use concordat_domain::access::Actor;
use concordat_service::{
    identity::Credential,
    kernel::{Database, Idempotency},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::{Semaphore, watch};

/// How much the endpoint takes on.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Operations at a time: as many as there are connections, so that nobody waits for one inside a thread.
    pub at_once: usize,
    /// How long an operation waits for its turn before the client is told to come again.
    pub wait: Duration,
    /// How long a body may take to arrive, and an operation to run.
    pub patience: Duration,
    /// The largest body, in bytes.
    pub body: usize,
    /// Subscriptions that one socket may have open.
    pub subscriptions: usize,
    /// Sockets at a time.
    pub sockets: usize,
    /// How long a new socket may take to say who it is.
    pub greeting: Duration,
    /// Whether webhooks may lead into one's own network, and without TLS.
    pub webhooks_anywhere: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            at_once: 8,
            wait: Duration::from_secs(2),
            patience: Duration::from_secs(30),
            body: 1024 * 1024,
            subscriptions: 20,
            sockets: 500,
            greeting: Duration::from_secs(5),
            webhooks_anywhere: false,
        }
    }
}

/// An operation and what came with it.
pub(super) struct Asked {
    pub(super) request: Request,
    pub(super) credential: Credential,
    pub(super) taken: Taken,
    pub(super) once: Option<Idempotency>,
    pub(super) rate: Option<RateLimit>,
}

/// The GraphQL endpoint of one server.
pub struct Endpoint {
    pub(super) api: Arc<Api>,
    pub(super) database: Database,
    pub(super) feed: EventFeed,
    pub(super) welcome: Welcome,
    pub(super) limits: Limits,
    pub(super) turns: Arc<Semaphore>,
    pub(super) sockets: Arc<Semaphore>,
    stopping: watch::Sender<bool>,
}

impl Endpoint {
    /// An endpoint that answers `api` from `database`.
    #[must_use]
    pub fn new(api: Arc<Api>, database: Database, welcome: Welcome, limits: Limits) -> Self {
        let feed = EventFeed::of(&database);
        let (turns, sockets) = (Arc::new(Semaphore::new(limits.at_once)), Arc::new(Semaphore::new(limits.sockets)));
        Self { api, database, feed, welcome, limits, turns, sockets, stopping: watch::Sender::new(false) }
    }

    /// The turns of those who ask the database: whatever else of the server asks it waits for one of them.
    #[must_use]
    pub fn turns(&self) -> Arc<Semaphore> {
        self.turns.clone()
    }

    /// Closes every socket: the server stops, and clients may go elsewhere.
    pub fn close_sockets(&self) {
        self.stopping.send_replace(true);
    }

    /// Tells when sockets have to close.
    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }

    /// Runs one operation. Blocks.
    pub(super) fn run(&self, asked: &Asked) -> Answer<Reply> {
        let actor = self.actor(&asked.credential)?;
        let context = Context::operation(self.database.clone(), actor, self.feed.clone());
        let context = context.once(asked.once.clone()).within(asked.rate);
        let context = context.reaching_anywhere(self.limits.webhooks_anywhere);
        Ok(self.api.run(&asked.request, context, asked.taken))
    }

    /// Who the credential stands for. Blocks.
    pub(super) fn actor(&self, credential: &Credential) -> Answer<Arc<Actor>> {
        (self.welcome)(credential).map_err(|no| Failure::logged(&self.database, no))
    }

    /// The context of one subscription of whoever the credential stands for.
    pub(super) fn subscription(&self, actor: Arc<Actor>, credential: Credential) -> Context {
        let welcome = self.welcome.clone();
        let recheck = Arc::new(move || welcome(&credential));
        Context::subscription(self.database.clone(), actor, self.feed.clone(), recheck)
    }
}
