//! A database for a journey: an embedded file, or one on the private PostgreSQL.

use crate::support::postgres::server;
use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};
use xtask::postgres::TestDatabase;

/// Where a journey's data are; gone with it.
pub enum Place {
    /// A folder with the file in it.
    Sqlite(PathBuf),
    /// A database of its own.
    Postgres(TestDatabase<'static>),
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Sqlite(folder) = self {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

impl Place {
    /// An embedded file.
    pub fn sqlite() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("journey-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self::Sqlite(folder)
    }

    /// An empty database on PostgreSQL, where there is one.
    pub fn postgres() -> Option<Self> {
        Some(Self::Postgres(server()?.database("journey").unwrap()))
    }

    /// The arguments that name it.
    pub fn arguments(&self) -> Vec<String> {
        match self {
            Self::Sqlite(folder) => vec!["--database-url".into(), format!("sqlite:{}/concordat.db", folder.display())],
            Self::Postgres(database) => {
                let names = ["--database-url", &database.app_url, "--owner-url", &database.owner_url];
                names.map(str::to_owned).to_vec()
            }
        }
    }

    /// A file beside it.
    pub fn file(&self, name: &str) -> String {
        match self {
            Self::Sqlite(folder) => folder.join(name).display().to_string(),
            Self::Postgres(_) => {
                let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
                folder.join(format!("{}-{name}", std::process::id())).display().to_string()
            }
        }
    }
}

/// Goes on a journey on SQLite, and on PostgreSQL where a server is to be had.
pub fn both(journey: impl Fn(&Place, &[&str])) {
    for place in [Some(Place::sqlite()), Place::postgres()].into_iter().flatten() {
        let arguments = place.arguments();
        journey(&place, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    }
}
