//! What every request of one server shares: the database, who is who, the limits, and whether it is stopping.

use super::{answers, console::Console, credentials::Welcome, endpoint::Endpoint, rates::Rates};
use crate::config::{Config, PublicUrl};
use actix_web::{HttpResponse, http::StatusCode, web};
use concordat_service::{
    identity::{TokenKey, openid::OpenId},
    kernel::{Database, Fault, No, Outcome},
    notifications::{Post, Smtp, SmtpServer},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{sync::Semaphore, time::timeout};

/// Passwords that are hashed at a time: each takes 19 MiB and a core for a while, on purpose.
const PASSWORDS: usize = 2;

/// Sign-ins elsewhere at a time: each waits for somebody else's server.
const ELSEWHERE: usize = 4;
/// Files that are imported or exported at a time: each lasts as long as the other side takes.
const FILES: usize = 4;

/// The way out of mails.
#[derive(Clone)]
pub struct Outgoing {
    /// In whose name they go.
    pub post: Post,
    /// Who takes them.
    pub server: SmtpServer,
}

impl Outgoing {
    fn of(config: &Config, key: &TokenKey) -> Option<Self> {
        let (server, from) = config.mail.clone()?;
        // the address was read when the configuration was
        let post = Post::new(&from, &config.public.origin, key.clone()).ok()?;
        Some(Self { post, server })
    }

    /// A way to the mail server; it connects when the first mail goes.
    #[must_use]
    pub fn smtp(&self) -> Smtp {
        Smtp::new(self.server.clone(), self.post.host())
    }
}

/// One running server.
pub struct Instance {
    /// Its database.
    pub database: Database,
    /// Its GraphQL endpoint.
    pub graphql: Arc<Endpoint>,
    /// Finds out who is asking.
    pub welcome: Welcome,
    /// Signs and reads short tokens.
    pub key: TokenKey,
    /// Its address as browsers see it.
    pub public: PublicUrl,
    /// How often somebody may ask.
    pub rates: Rates,
    /// Whether a proxy tells the caller's address.
    pub behind_proxy: bool,
    /// The largest body of a request.
    pub body_bytes: usize,
    /// The console that browsers get.
    pub console: Console,
    /// The OpenID Connect provider at which people may sign in as well, where there is one.
    pub openid: Option<Arc<OpenId>>,
    /// The way out of mails; without one they wait.
    pub outgoing: Option<Outgoing>,
    turns: Arc<Semaphore>,
    passwords: Arc<Semaphore>,
    elsewhere: Arc<Semaphore>,
    files: Arc<Semaphore>,
    wait: Duration,
    patience: Duration,
    stopping: AtomicBool,
}

impl Instance {
    /// The instance of a configuration.
    #[must_use]
    pub fn new(config: &Config, database: Database, key: TokenKey, welcome: Welcome, graphql: Arc<Endpoint>) -> Self {
        let keys = &config.keys;
        let outgoing = Outgoing::of(config, &key);
        Self {
            database,
            welcome,
            key,
            public: config.public.clone(),
            rates: Rates::new(keys.requests_per_minute, keys.sign_ins_per_minute),
            behind_proxy: keys.behind_proxy,
            body_bytes: keys.body_bytes,
            console: Console::BUILT_IN,
            openid: config.openid.clone(),
            outgoing,
            turns: graphql.turns(),
            graphql,
            passwords: Arc::new(Semaphore::new(PASSWORDS)),
            elsewhere: Arc::new(Semaphore::new(ELSEWHERE)),
            files: Arc::new(Semaphore::new(FILES)),
            wait: Duration::from_secs(keys.wait_seconds.into()),
            patience: Duration::from_secs(keys.answer_seconds.into()),
            stopping: AtomicBool::new(false),
        }
    }

    /// From now on every answer closes its connection, `/readyz` is red, and sockets are closed.
    pub fn begin_stopping(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.graphql.close_sockets();
    }

    /// Whether the server was told to stop.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// Runs `work` where it may block on the database, after waiting for a turn.
    ///
    /// # Errors
    /// The answer to send instead: too busy, too slow, or the work's no.
    pub async fn section<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Outcome<T> + Send + 'static,
    ) -> Result<T, HttpResponse> {
        let turns = self.turns.clone();
        self.within(self.clone().in_turn(turns, work)).await
    }

    /// The same for work with passwords, of which there is less at a time.
    ///
    /// # Errors
    /// The answer to send instead: too busy, too slow, or the work's no.
    pub async fn password_section<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Outcome<T> + Send + 'static,
    ) -> Result<T, HttpResponse> {
        let passwords = self.passwords.clone();
        self.within(self.clone().in_turn(passwords, work)).await
    }

    /// The same for work that waits for somebody else's server.
    ///
    /// # Errors
    /// The answer to send instead: too busy, too slow, or the work's no.
    pub async fn elsewhere_section<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Outcome<T> + Send + 'static,
    ) -> Result<T, HttpResponse> {
        let elsewhere = self.elsewhere.clone();
        self.within(self.clone().in_turn(elsewhere, work)).await
    }

    /// The same for files on their way in or out, which last as long as the other side takes.
    ///
    /// # Errors
    /// The answer to send instead: too busy, or the work's no.
    pub async fn file_section<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Outcome<T> + Send + 'static,
    ) -> Result<T, HttpResponse> {
        let files = self.files.clone();
        self.in_turn(files, work).await
    }

    /// The answer of some work, or that it took too long: a database that says nothing keeps nobody waiting.
    async fn within<T>(&self, work: impl Future<Output = Result<T, HttpResponse>>) -> Result<T, HttpResponse> {
        match timeout(self.wait + self.patience, work).await {
            Ok(done) => done,
            Err(_) => {
                let message = "the answer took too long; try again in a moment";
                Err(answers::said(StatusCode::GATEWAY_TIMEOUT, "TIMEOUT", message))
            }
        }
    }

    async fn in_turn<T: Send + 'static>(
        self: Arc<Self>,
        turns: Arc<Semaphore>,
        work: impl FnOnce(&Self) -> Outcome<T> + Send + 'static,
    ) -> Result<T, HttpResponse> {
        let Ok(Ok(turn)) = timeout(self.wait, turns.acquire_owned()).await else {
            return Err(answers::no(&self, &No::Fault(Fault::Busy("no turn in time".into()))));
        };
        let (instance, span) = (self.clone(), tracing::Span::current());
        let done = web::block(move || {
            let _turn = turn;
            span.in_scope(|| work(&instance))
        });
        match done.await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(no)) => Err(answers::no(&self, &no)),
            Err(_) => Err(answers::no(&self, &No::broken("a blocking section ended early"))),
        }
    }
}
