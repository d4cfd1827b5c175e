//! Opening connections: the dialect follows the URL's scheme, every connection gets its manners.

use super::{DatabaseUrl, Db};
use diesel::{
    Connection, ConnectionError, PgConnection, SqliteConnection,
    connection::{SimpleConnection, TransactionManager},
    r2d2::{Error, ManageConnection},
};

/// What a pool's connections are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Snapshots only.
    Reader,
    /// Write transactions.
    Writer,
}

/// Opens connections of one mode to one database.
#[derive(Clone, Debug)]
pub struct Opener {
    /// The database.
    pub url: DatabaseUrl,
    /// What its connections are for.
    pub mode: Mode,
}

/// A pooled connection, and whether it was found dead.
pub struct Line {
    pub(crate) db: Db,
    pub(crate) lost: bool,
}

const SQLITE: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; \
     PRAGMA mmap_size = 67108864; PRAGMA trusted_schema = OFF;";
const POSTGRES: &str = "SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s'; \
     SET lock_timeout = '10s'; SET client_min_messages = warning; SET TIME ZONE 'UTC'";
/// Writers change what plans rest on: one that was made for a table that was empty then is planned anew each time, not
/// kept until somebody analyses the table in the midst of an import.
const POSTGRES_WRITER: &str = "SET plan_cache_mode = force_custom_plan";

impl Opener {
    fn open(&self) -> Result<Db, ConnectionError> {
        let query = ConnectionError::CouldntSetupConfiguration;
        match &self.url {
            DatabaseUrl::Sqlite(path) => {
                let mut sqlite = SqliteConnection::establish(&path.to_string_lossy())?;
                sqlite.batch_execute(SQLITE).map_err(query)?;
                if self.mode == Mode::Reader {
                    sqlite.batch_execute("PRAGMA query_only = ON").map_err(query)?;
                }
                Ok(Db::Sqlite(sqlite))
            }
            DatabaseUrl::Postgres(url) => {
                let mut postgres = PgConnection::establish(&impatient(url))?;
                postgres.batch_execute(POSTGRES).map_err(query)?;
                if self.mode == Mode::Writer {
                    postgres.batch_execute(POSTGRES_WRITER).map_err(query)?;
                }
                Ok(Db::Postgres(postgres))
            }
        }
    }
}

/// How long a connection may take to be made, and how long the network may stay silent under a statement. Without
/// them a line that is cut without a word holds a thread for a quarter of an hour.
const PATIENCE: [(&str, &str); 3] =
    [("connect_timeout", "5"), ("tcp_user_timeout", "15000"), ("keepalives_idle", "30")];

/// The URL with those options of [`PATIENCE`] that it does not set itself.
fn impatient(url: &str) -> String {
    let mut patient = url.to_owned();
    for (option, value) in PATIENCE.iter().filter(|(option, _)| !url.contains(&format!("{option}="))) {
        let between = if patient.contains('?') { '&' } else { '?' };
        patient = format!("{patient}{between}{option}={value}");
    }
    patient
}

impl ManageConnection for Opener {
    type Connection = Line;
    type Error = Error;

    fn connect(&self) -> Result<Line, Error> {
        self.open().map(|db| Line { db, lost: false }).map_err(Error::ConnectionError)
    }

    fn is_valid(&self, line: &mut Line) -> Result<(), Error> {
        line.db.batch_execute("SELECT 1").map_err(Error::QueryError)
    }

    fn has_broken(&self, line: &mut Line) -> bool {
        line.lost
            || std::thread::panicking()
            || <Db as Connection>::TransactionManager::is_broken_transaction_manager(&mut line.db)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operator_s_own_patience_counts() {
        assert_eq!(
            impatient("postgres://a@b/c"),
            "postgres://a@b/c?connect_timeout=5&tcp_user_timeout=15000&keepalives_idle=30"
        );
        assert_eq!(
            impatient("postgres://a@b/c?sslmode=require&connect_timeout=60"),
            "postgres://a@b/c?sslmode=require&connect_timeout=60&tcp_user_timeout=15000&keepalives_idle=30"
        );
    }
}
