//! Migrations of both dialects, and the promise that an old binary refuses a newer schema.

use super::{DatabaseUrl, Db, Mode, Opener, on, statistics};
use diesel::{
    QueryResult, RunQueryDsl, connection::SimpleConnection, migration::MigrationSource, r2d2::ManageConnection,
    sql_query, sql_types::Text,
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// Tables that only grow: the server's role may not change what is in them.
pub(in crate::kernel) const APPEND_ONLY: &str =
    "events, measurement_revisions, assessments, case_events, boundary_drafts, alignment_assessments";

/// What the server's role may do: everything but change what is append-only. Run by the owner after migrating.
fn grants() -> String {
    format!(
        "DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
        GRANT USAGE ON SCHEMA public TO concordat_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO concordat_app;
        REVOKE UPDATE, DELETE ON {APPEND_ONLY} FROM concordat_app;
        REVOKE INSERT, UPDATE, DELETE ON __diesel_schema_migrations FROM concordat_app;
    END IF;
END $$"
    )
}

/// Why the schema could not be brought up to date, or may not be used.
#[derive(Debug)]
pub enum MigrationProblem {
    /// The database could not be reached.
    Connect(String),
    /// The schema has migrations that this binary does not know.
    Newer(Vec<String>),
    /// A migration failed.
    Failed(String),
}

impl std::fmt::Display for MigrationProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Connect(why) => write!(f, "the database cannot be opened: {why}"),
            Self::Newer(names) => {
                write!(f, "the schema is newer than this binary (it has {}); use the newer binary", names.join(", "))
            }
            Self::Failed(why) => write!(f, "a migration failed and was rolled back: {why}"),
        }
    }
}

impl std::error::Error for MigrationProblem {}

fn open(url: &DatabaseUrl) -> Result<Db, MigrationProblem> {
    let opener = Opener { url: url.clone(), mode: Mode::Writer };
    opener.connect().map(|line| line.db).map_err(|error| MigrationProblem::Connect(error.to_string()))
}

/// The versions that are still to be run. Reads only, so the server's role may ask.
///
/// # Errors
/// The database cannot be reached or is newer than this binary.
pub fn pending(url: &DatabaseUrl) -> Result<Vec<String>, MigrationProblem> {
    let mut db = open(url)?;
    let applied = refuse_newer(&mut db)?;
    let known = versions(&db).map_err(|error| MigrationProblem::Failed(error.to_string()))?;
    Ok(known.into_iter().filter(|version| !applied.contains(version)).collect())
}

/// Runs what is pending and returns its names. On `PostgreSQL` the URL must be the owner's, and the role
/// `concordat_app`, where it exists, is given what the server needs.
///
/// # Errors
/// The database cannot be reached, is newer than this binary, or a migration fails.
pub fn migrate(url: &DatabaseUrl) -> Result<Vec<String>, MigrationProblem> {
    let mut db = open(url)?;
    refuse_newer(&mut db)?;
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| MigrationProblem::Failed(error.to_string());
    let run = match &mut db {
        Db::Postgres(native) => native.run_pending_migrations(POSTGRES),
        Db::Sqlite(native) => native.run_pending_migrations(SQLITE),
    };
    let names: Vec<String> = run.map_err(failed)?.iter().map(ToString::to_string).collect();
    settle(&mut db, !names.is_empty()).map_err(|error| MigrationProblem::Failed(error.to_string()))?;
    Ok(names)
}

/// What a schema needs besides its tables: on `PostgreSQL` who may do what, on `SQLite` what the planner is to know.
fn settle(db: &mut Db, has_changed: bool) -> QueryResult<()> {
    match db {
        Db::Postgres(native) => native.batch_execute(&grants()),
        Db::Sqlite(native) => match has_changed || !statistics::are_known(native)? {
            true => statistics::tell(native),
            false => Ok(()),
        },
    }
}

/// The versions that were applied; refuses a schema that has more than this binary knows.
fn refuse_newer(db: &mut Db) -> Result<Vec<String>, MigrationProblem> {
    let known = versions(db).map_err(|error| MigrationProblem::Failed(error.to_string()))?;
    let applied = applied(db).map_err(|error| MigrationProblem::Connect(error.to_string()))?;
    let newer: Vec<String> = applied.iter().filter(|version| !known.contains(version)).cloned().collect();
    if newer.is_empty() { Ok(applied) } else { Err(MigrationProblem::Newer(newer)) }
}

/// Those of the versions of a `PostgreSQL` schema that this binary does not know.
///
/// # Errors
/// The migrations that were built in do not read.
pub fn newer_than_known(versions: &[String]) -> Result<Vec<String>, MigrationProblem> {
    let known = names::<diesel::pg::Pg>(&POSTGRES).map_err(|error| MigrationProblem::Failed(error.to_string()))?;
    Ok(versions.iter().filter(|version| !known.contains(version)).cloned().collect())
}

fn applied(db: &mut Db) -> QueryResult<Vec<String>> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        version: String,
    }
    let exists = match db {
        Db::Postgres(_) => "SELECT relname::text AS version FROM pg_class WHERE relname = '__diesel_schema_migrations'",
        Db::Sqlite(_) => "SELECT name AS version FROM sqlite_master WHERE name = '__diesel_schema_migrations'",
    };
    let all = "SELECT version FROM __diesel_schema_migrations ORDER BY version";
    on!(db, |native| {
        if sql_query(exists).load::<Row>(native)?.is_empty() {
            return Ok(Vec::new());
        }
        Ok(sql_query(all).load::<Row>(native)?.into_iter().map(|row| row.version).collect())
    })
}

fn names<B: diesel::backend::Backend>(embedded: &EmbeddedMigrations) -> diesel::migration::Result<Vec<String>> {
    let all = MigrationSource::<B>::migrations(embedded)?;
    Ok(all.iter().map(|migration| migration.name().version().to_string()).collect())
}

fn versions(db: &Db) -> diesel::migration::Result<Vec<String>> {
    match db {
        Db::Postgres(_) => names::<diesel::pg::Pg>(&POSTGRES),
        Db::Sqlite(_) => names::<diesel::sqlite::Sqlite>(&SQLITE),
    }
}

/// Every table as the migrations define it on `PostgreSQL`, for review: printed to `schema/tables.sql`.
#[must_use]
pub fn tables_sql() -> String {
    [
        include_str!("../../../../../migrations/postgres/0001_kernel_events/up.sql"),
        include_str!("../../../../../migrations/postgres/0002_identity_people/up.sql"),
        include_str!("../../../../../migrations/postgres/0003_agreements_versions/up.sql"),
        include_str!("../../../../../migrations/postgres/0004_kpis_measurements/up.sql"),
        include_str!("../../../../../migrations/postgres/0005_deviations_actions/up.sql"),
        include_str!("../../../../../migrations/postgres/0006_cases_logs/up.sql"),
        include_str!("../../../../../migrations/postgres/0007_boundaries_findings/up.sql"),
        include_str!("../../../../../migrations/postgres/0008_cases_measures/up.sql"),
        include_str!("../../../../../migrations/postgres/0009_coordination_meetings/up.sql"),
        include_str!("../../../../../migrations/postgres/0010_escalations_ladders/up.sql"),
        include_str!("../../../../../migrations/postgres/0011_notifications_mails/up.sql"),
        include_str!("../../../../../migrations/postgres/0012_satisfaction_voices/up.sql"),
        include_str!("../../../../../migrations/postgres/0013_notifications_webhooks/up.sql"),
        include_str!("../../../../../migrations/postgres/0014_notifications_feeds/up.sql"),
        include_str!("../../../../../migrations/postgres/0015_kernel_reactions/up.sql"),
        include_str!("../../../../../migrations/postgres/0016_cases_awaited/up.sql"),
        include_str!("../../../../../migrations/postgres/0017_notifications_feed_tokens/up.sql"),
        include_str!("../../../../../migrations/postgres/0018_identity_openid/up.sql"),
    ]
    .join("\n")
}
