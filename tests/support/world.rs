//! A world of its own for each test: an empty, migrated database with a clock that the test sets.

use super::postgres::server;
use concordat::graphql::kernel::feed::EventFeed;
use concordat_domain::{access::Actor, kernel::Moment};
use concordat_service::kernel::{
    Database, SeededChance, SetClock, Settings,
    db::{DatabaseUrl, migrate, tables_sql},
};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use xtask::postgres::TestDatabase;

/// An empty instance on one of the two databases.
pub struct World {
    /// Its database, opened as the server opens it.
    pub database: Database,
    /// Its clock; it stands at 2026-03-02T08:00:00Z, a Monday.
    pub clock: Arc<SetClock>,
    /// Its feed of committed events.
    pub feed: EventFeed,
    /// The URL that migrations use.
    pub owner_url: String,
    /// The URL that the server uses.
    pub url: String,
    _keep: Keep,
}

enum Keep {
    Sqlite(PathBuf),
    Postgres { _database: TestDatabase<'static> },
}

impl Drop for Keep {
    fn drop(&mut self) {
        if let Self::Sqlite(path) = self {
            for end in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(format!("{}{end}", path.display()));
            }
        }
    }
}

/// Runs a test in a new world on SQLite, and in another one on PostgreSQL where a server is to be had.
pub fn both(test: impl Fn(&World)) {
    test(&World::sqlite());
    if let Some(world) = World::postgres() {
        test(&world);
    }
}

impl World {
    /// On embedded SQLite.
    pub fn sqlite() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("world-{}-{}.db", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let url = format!("sqlite:{}", path.display());
        migrate(&url.parse().unwrap()).unwrap();
        Self::open(url.clone(), url, Keep::Sqlite(path))
    }

    /// On PostgreSQL, in the role that row-level security holds.
    pub fn postgres() -> Option<Self> {
        let digest = tables_sql().bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        let prepare = |owner: &str| {
            let url: DatabaseUrl = owner.parse().map_err(|problem| format!("{problem}"))?;
            migrate(&url).map(|_| ()).map_err(|problem| problem.to_string())
        };
        let template = server()?.template(&format!("world_{digest:x}"), prepare).unwrap();
        let database = template.database("world").unwrap();
        let (owner, app) = (database.owner_url.clone(), database.app_url.clone());
        Some(Self::open(app, owner, Keep::Postgres { _database: database }))
    }

    fn open(url: String, owner_url: String, keep: Keep) -> Self {
        let clock = Arc::new(SetClock::at(Moment::parse("2026-03-02T08:00:00Z").unwrap()));
        let settings = Settings { url: url.parse().unwrap(), connections: 4, wait: Duration::from_secs(5) };
        let chance = Arc::new(SeededChance::new(1, clock.clone()));
        let database = Database::open(&settings, clock.clone(), chance).unwrap();
        let feed = EventFeed::of(&database);
        Self { database, clock, feed, owner_url, url, _keep: keep }
    }

    /// Another empty instance on the same kind of database.
    pub fn like(world: &Self) -> Self {
        match world._keep {
            Keep::Sqlite(_) => Self::sqlite(),
            Keep::Postgres { .. } => Self::postgres().unwrap(),
        }
    }

    /// Closes its connections; the database is gone when the returned value is.
    pub fn close(self) -> impl Sized {
        self._keep
    }

    /// The console as an actor.
    pub fn console(&self) -> Arc<Actor> {
        Arc::new(Actor::console())
    }

    /// Sets the clock.
    pub fn at(&self, text: &str) {
        self.clock.set(Moment::parse(text).unwrap());
    }
}
