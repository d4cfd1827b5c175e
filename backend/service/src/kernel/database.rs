//! The database of one process: its pools, its clock, its id source, and what it remembers.

use super::db::{DatabaseUrl, Line, Mode, Opener};
use super::shelf::Shelf;
use super::tx::{Committed, Memo, Tx, Work};
use super::{Chance, Clock, Fault, No, Outcome};
use concordat_domain::{access::Actor, kernel::AgreementId};
use diesel::r2d2::{Pool, PooledConnection};
use std::{
    any::Any,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which one.
    pub url: DatabaseUrl,
    /// Connections at most: of the whole pool on `PostgreSQL`, of the readers on `SQLite`.
    pub connections: u32,
    /// How long to wait for a free one before the caller is told to come again.
    pub wait: Duration,
}

/// How full a pool is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoolFigures {
    /// `readers` or `writers`; on `PostgreSQL` one pool is both, called `all`.
    pub name: &'static str,
    /// Connections that are open.
    pub open: u32,
    /// Connections that nobody uses.
    pub idle: u32,
    /// Connections at most.
    pub most: u32,
}

type Listener = Box<dyn Fn(Committed) + Send + Sync>;

pub(super) struct Inner {
    pub(super) readers: Pool<Opener>,
    pub(super) writers: Pool<Opener>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) chance: Arc<dyn Chance>,
    documents: Shelf,
    answers: Shelf,
    standing: Shelf,
    listeners: Mutex<Vec<Listener>>,
    url: DatabaseUrl,
}

/// A handle to the database; cheap to clone.
#[derive(Clone)]
pub struct Database(pub(super) Arc<Inner>);

/// How many documents are kept in memory.
const DOCUMENTS: usize = 256;
/// How many answers are kept in memory; a large one has some hundred kilobytes.
const ANSWERS: usize = 16;
/// How many small things that stand as long as an agreement's log does are kept in memory.
const STANDING: usize = 64;

impl Database {
    /// Opens the pools. Connections are made when they are first needed.
    ///
    /// # Errors
    /// None today beyond what the pool's settings may refuse; the database itself is first asked later.
    pub fn open(settings: &Settings, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Outcome<Self> {
        let pool = |mode, size: u32| {
            Pool::builder()
                .max_size(size.max(1))
                .min_idle(Some(0))
                .test_on_check_out(false)
                .connection_timeout(settings.wait)
                .build_unchecked(Opener { url: settings.url.clone(), mode })
        };
        let (readers, writers) = match settings.url {
            DatabaseUrl::Sqlite(_) => (pool(Mode::Reader, settings.connections), pool(Mode::Writer, 1)),
            DatabaseUrl::Postgres(_) => {
                let both = pool(Mode::Writer, settings.connections);
                (both.clone(), both)
            }
        };
        let (documents, answers, standing) = (Shelf::of(DOCUMENTS), Shelf::of(ANSWERS), Shelf::of(STANDING));
        let (listeners, url) = (Mutex::default(), settings.url.clone());
        Ok(Self(Arc::new(Inner { readers, writers, clock, chance, documents, answers, standing, listeners, url })))
    }

    /// Which database it is.
    #[must_use]
    pub fn url(&self) -> &DatabaseUrl {
        &self.0.url
    }

    /// How full its pools are.
    #[must_use]
    pub fn pools(&self) -> Vec<PoolFigures> {
        let of = |name, pool: &Pool<Opener>| {
            let state = pool.state();
            PoolFigures { name, open: state.connections, idle: state.idle_connections, most: pool.max_size() }
        };
        match self.0.url {
            DatabaseUrl::Sqlite(_) => vec![of("readers", &self.0.readers), of("writers", &self.0.writers)],
            DatabaseUrl::Postgres(_) => vec![of("all", &self.0.readers)],
        }
    }

    /// The one clock.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// The one id source.
    #[must_use]
    pub fn chance(&self) -> &dyn Chance {
        &*self.0.chance
    }

    /// Calls `listener` after every commit of this process that recorded events. A wake-up, not a delivery:
    /// whoever needs the events reads them from the log.
    pub fn on_commit(&self, listener: impl Fn(Committed) + Send + Sync + 'static) {
        self.0.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(listener));
    }

    /// Opens a snapshot that stays the same until it is dropped.
    ///
    /// # Errors
    /// [`Fault::Busy`] where no connection is to be had in time.
    pub fn snapshot(&self, actor: &Arc<Actor>) -> Outcome<Snapshot> {
        // a connection that died while it lay in the pool is found out here; the next one is new
        let mut last = None;
        for _ in 0..=self.0.readers.max_size() {
            let mut line = connection(&self.0.readers)?;
            match super::begin::begin_reading(&mut line, actor) {
                Ok(()) => {
                    let (database, actor) = (self.clone(), actor.clone());
                    return Ok(Snapshot { line, database, actor, memo: Memo::new() });
                }
                Err(no) => last = Some(no),
            }
        }
        Err(last.unwrap_or_else(|| No::broken("a pool without connections")))
    }

    /// Reads on one snapshot.
    ///
    /// # Errors
    /// What `work` answers, or a fault.
    pub fn read<T>(&self, actor: &Arc<Actor>, work: impl FnOnce(&mut Tx<'_>) -> Outcome<T>) -> Outcome<T> {
        work(&mut self.snapshot(actor)?.tx())
    }

    /// Writes in one transaction of one agreement: all of it, with its events, or nothing.
    /// Conflicts with other writers are tried again.
    ///
    /// # Errors
    /// Not found for whoever has no place in the agreement; what `work` answers, or a fault.
    pub fn write<T>(
        &self,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        mut work: impl FnMut(&mut Tx<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        if !actor.enters(agreement) {
            return Err(No::NOT_FOUND);
        }
        let mut tries = 0;
        loop {
            let mut line = connection(&self.0.writers)?;
            match super::tx::write_once(&mut line, &self.0, actor, agreement, &mut work) {
                Ok((answer, committed)) => {
                    drop(line);
                    if let Some(committed) = committed {
                        self.tell(committed);
                    }
                    return Ok(answer);
                }
                Err(again) if again.retry && tries < 8 => tries += 1,
                Err(failed) => return Err(failed.no),
            }
        }
    }

    /// Does the work of a write and takes it back: what it would have answered, with nothing changed.
    ///
    /// # Errors
    /// What `work` answers, or a fault.
    pub fn rehearse<T>(
        &self,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        mut work: impl FnMut(&mut Tx<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        let mut answer = None;
        let taken_back: Outcome<()> = self.write(actor, agreement, |tx| {
            answer = Some(work(tx)?);
            Err(No::broken("a rehearsal is taken back"))
        });
        answer.map_or_else(|| taken_back.and_then(|()| Err(No::broken("a rehearsal without an answer"))), Ok)
    }

    fn tell(&self, committed: Committed) {
        for listener in self.0.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(committed);
        }
    }

    /// A document that never changes, by its digest: made once, then kept in memory.
    ///
    /// # Errors
    /// What `make` answers.
    pub fn remember<T: Any + Send + Sync>(
        &self,
        digest: [u8; 32],
        make: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<Arc<T>> {
        self.0.documents.take(digest, make)
    }

    /// An answer, by the digest of all that it rests on: kept for the next who asks the same.
    ///
    /// # Errors
    /// What `make` answers.
    pub fn answer_again<T: Any + Send + Sync>(
        &self,
        rests_on: [u8; 32],
        make: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<Arc<T>> {
        self.0.answers.take(rests_on, make)
    }

    /// Something small, by the digest of all that it rests on, see [`Tx::while_it_stands`].
    pub(super) fn stands_again<T: Any + Send + Sync>(
        &self,
        rests_on: [u8; 32],
        make: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<Arc<T>> {
        self.0.standing.take(rests_on, make)
    }
}

fn connection(pool: &Pool<Opener>) -> Outcome<PooledConnection<Opener>> {
    pool.get().map_err(|error| No::Fault(Fault::Busy(error.to_string())))
}

/// One connection in one read-only transaction.
pub struct Snapshot {
    line: PooledConnection<Opener>,
    database: Database,
    actor: Arc<Actor>,
    memo: Memo,
}

impl Snapshot {
    /// A transaction that reads on it.
    pub fn tx(&mut self) -> Tx<'_> {
        let line: &mut Line = &mut self.line;
        Tx::new(&mut line.db, &self.actor, &self.database.0, Work::Reading).with_memo(&mut self.memo)
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        super::begin::end_reading(&mut self.line);
    }
}
