//! Two databases, one model: which one is decided by the URL, at run time.

mod both;
mod connect;
mod migrate;
mod statistics;
pub(crate) mod tables;
mod types;
mod url;

pub use both::Both;
pub use connect::{Line, Mode, Opener};
pub(super) use migrate::APPEND_ONLY;
pub use migrate::{MigrationProblem, migrate, newer_than_known, pending, tables_sql};
pub use types::{At, Db, Instant, Key, MultiBackend, Uid};
pub use url::{DatabaseUrl, UrlProblem};

pub(crate) use both::on;
