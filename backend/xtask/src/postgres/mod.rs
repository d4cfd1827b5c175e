//! A real PostgreSQL for the tests: one server per test process, one database per test.
//!
//! ```no_run
//! use xtask::postgres;
//! # fn migrate(_owner_url: &str) -> Result<(), String> { Ok(()) }
//! # fn main() -> Result<(), postgres::Why> {
//! let server = postgres::shared()?;                                  // started once per process
//! let template = server.template("migrated_1f3a", |owner_url| migrate(owner_url))?; // made once per server
//! let database = template.database("who_may_sign")?;                 // a copy of its own; dropped with the value
//! println!("{} {}", database.owner_url, database.app_url);
//! # Ok(()) }
//! ```
//!
//! `TEST_POSTGRES_URL` (a superuser's URL) names a running server to use instead of a private one; `psql` must
//! then be on the `PATH`. Two roles exist on every server: [`OWNER`] owns the databases and runs migrations,
//! [`APP`] is what the product connects as: a login role that owns nothing and cannot pass row-level security.

mod account;
mod binaries;
mod cluster;
mod database;
mod psql;
mod url;

use std::{fmt, sync::OnceLock};

pub use cluster::Cluster;
pub use database::{Template, TestDatabase};
use psql::Psql;
use url::Url;

/// Owns the test databases and runs their migrations; no superuser.
pub const OWNER: &str = "concordat_owner";
/// What the product connects as: may log in, owns nothing, subject to row-level security.
pub const APP: &str = "concordat_app";
/// Names a running server to use in place of a private one.
pub const URL_VARIABLE: &str = "TEST_POSTGRES_URL";

/// Why there is no PostgreSQL to test on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing is installed and nothing was named: tests on PostgreSQL are skipped.
    Missing(String),
    /// Something is there and does not work: tests on PostgreSQL fail.
    Broken(String),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => write!(f, "no PostgreSQL: {what}"),
            Self::Broken(what) => write!(f, "PostgreSQL does not work: {what}"),
        }
    }
}

impl std::error::Error for Why {}

/// A server that databases are made on: the one that `TEST_POSTGRES_URL` names, or a private [`Cluster`].
#[derive(Debug)]
pub struct Server {
    admin: Url,
    psql: Psql,
    cluster: Option<Cluster>,
    /// How `CREATE DATABASE` copies: file by file where that can be asked for, as a small template goes twice as fast.
    strategy: &'static str,
}

/// The server of this process, started at the first call and stopped when the process ends, however it ends.
///
/// # Errors
/// [`Why::Missing`] when there is none to be had, [`Why::Broken`] when it does not start; the same at every call.
pub fn shared() -> Result<&'static Server, Why> {
    static SHARED: OnceLock<Result<Server, Why>> = OnceLock::new();
    SHARED.get_or_init(Server::open).as_ref().map_err(Clone::clone)
}

impl Server {
    /// The server that `TEST_POSTGRES_URL` names, or a private one.
    ///
    /// # Errors
    /// See [`shared`].
    pub fn open() -> Result<Self, Why> {
        let named = std::env::var(URL_VARIABLE).ok().filter(|url| !url.is_empty());
        let mut server = match named {
            Some(text) => {
                let admin = Url::parse(&text).map_err(|why| Why::Broken(format!("{URL_VARIABLE}: {why}")))?;
                Self { admin, psql: Psql::on_path()?, cluster: None, strategy: "" }
            }
            None => {
                let cluster = Cluster::start()?;
                Self { admin: cluster.admin(), psql: cluster.psql(), cluster: Some(cluster), strategy: "" }
            }
        };
        server.make_roles()?;
        let number = server.psql.run(&server.admin, "SHOW server_version_num")?;
        server.strategy =
            if number.parse().is_ok_and(|number: u32| number >= 150_000) { "STRATEGY FILE_COPY" } else { "" };
        Ok(server)
    }

    /// The superuser's URL, to hand to another process as `TEST_POSTGRES_URL`.
    pub fn admin_url(&self) -> String {
        self.admin.to_string()
    }

    /// Whether the server is private to this process.
    pub fn is_private(&self) -> bool {
        self.cluster.is_some()
    }

    /// The server's version as it tells it, e.g. `15.16`.
    ///
    /// # Errors
    /// [`Why::Broken`] when the server does not answer.
    pub fn version(&self) -> Result<String, Why> {
        let told = self.psql.run(&self.admin, "SHOW server_version")?;
        Ok(told.split_whitespace().next().unwrap_or_default().to_owned())
    }

    fn make_roles(&self) -> Result<(), Why> {
        let made = [OWNER, APP].map(|role| {
            format!(
                "DO $$ BEGIN CREATE ROLE {role} LOGIN PASSWORD '{role}' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS; \
                 EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
            )
        });
        self.psql.run(&self.admin, &made.concat()).map(drop)
    }
}
