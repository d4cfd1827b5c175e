//! Two databases, one model: which one is decided by the URL, at run time.

mod both;
mod connect;
mod migrate;
pub mod tables;
mod types;
mod url;

pub use both::Both;
pub use connect::{Manager, Mode};
pub use migrate::{MigrationProblem, migrate, pending, tables_sql};
pub use types::{AnyId, Db, Instant, MultiBackend, Uid};
pub use url::{DatabaseUrl, UrlProblem};

pub(crate) use both::on;
