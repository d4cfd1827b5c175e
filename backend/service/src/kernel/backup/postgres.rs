//! Copies of a PostgreSQL database with its own programs, in the owner's name.
//!
//! Row-level security holds the owner too, so the dump is made inside every agreement of one snapshot: the programs
//! are told the agreements that the snapshot has. A role that passes row-level security needs none of that.

use super::{
    BackupProblem, not_empty,
    program::{connecting, finish, program},
};
use crate::kernel::db::{DatabaseUrl, newer_than_known};
use concordat_domain::kernel::AgreementId;
use diesel::{
    Connection as _, PgConnection, QueryResult, RunQueryDsl as _,
    connection::SimpleConnection as _,
    sql_query,
    sql_types::{BigInt, Bool, Text},
};
use std::path::Path;

/// Agreements whose ids fit into one setting of a program's environment.
const MOST_AGREEMENTS: usize = 3_000;

#[derive(diesel::QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    word: String,
}

#[derive(diesel::QueryableByName)]
struct Flag {
    #[diesel(sql_type = Bool)]
    flag: bool,
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

pub(super) fn backup(owner: &str, part: &Path) -> Result<(), BackupProblem> {
    let mut dump = connecting("pg_dump", owner)?;
    dump.args(["--format=custom", "--no-owner", "--no-privileges"]).arg("--file").arg(part);
    let mut connection = open(owner)?;
    let held = inside_all(&mut connection).map_err(|why| BackupProblem::Away(why.to_string()))?;
    if let Some((snapshot, agreements)) = held {
        if agreements.len() > MOST_AGREEMENTS {
            let why = "too many agreements for the owner's role; back up with a role that has BYPASSRLS";
            return Err(BackupProblem::Away(why.into()));
        }
        dump.arg("--snapshot").arg(snapshot).arg("--enable-row-security");
        dump.env("PGOPTIONS", format!("-c concordat.agreements={}", agreements.join(",")));
    }
    finish(dump)?;
    // the snapshot lived as long as this transaction
    drop(connection);
    let mut list = program("pg_restore")?;
    list.arg("--list").arg(part);
    finish(list).map(drop).map_err(|why| BackupProblem::Unsound(why.to_string()))
}

pub(super) fn restore(owner: &str, from: &Path, force: bool) -> Result<(), BackupProblem> {
    let mut connection = open(owner)?;
    let (tables, people) = content(&mut connection).map_err(|why| BackupProblem::Away(why.to_string()))?;
    if people && !force {
        return Err(not_empty(DatabaseUrl::Postgres(owner.to_owned())));
    }
    drop(connection);
    known(from)?;
    let mut put_back = connecting("pg_restore", owner)?;
    put_back.args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]);
    if tables {
        put_back.args(["--clean", "--if-exists"]);
    }
    put_back.arg(from);
    finish(put_back).map(drop)
}

fn open(url: &str) -> Result<PgConnection, BackupProblem> {
    PgConnection::establish(url).map_err(|why| BackupProblem::Away(why.to_string()))
}

/// A snapshot that lives as long as the connection, and the agreements in it; nothing for a role that passes
/// row-level security anyway.
fn inside_all(connection: &mut PgConnection) -> QueryResult<Option<(String, Vec<String>)>> {
    let passes = "SELECT rolsuper OR rolbypassrls AS flag FROM pg_roles WHERE rolname = current_user";
    if sql_query(passes).get_result::<Flag>(connection)?.flag {
        return Ok(None);
    }
    connection.batch_execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
    let snapshot = sql_query("SELECT pg_export_snapshot() AS word").get_result::<Word>(connection)?.word;
    let ids = sql_query("SELECT id::text AS word FROM agreements").load::<Word>(connection)?;
    let mut agreements: Vec<String> = ids.into_iter().map(|row| row.word).collect();
    agreements.push(AgreementId::INSTANCE.to_string());
    Ok(Some((snapshot, agreements)))
}

/// Whether there are tables, and whether there are people in them.
fn content(connection: &mut PgConnection) -> QueryResult<(bool, bool)> {
    let tables = "SELECT count(*) AS count FROM pg_tables WHERE schemaname = 'public'";
    let people = "SELECT to_regclass('public.people') IS NOT NULL AS flag";
    let tables = sql_query(tables).get_result::<Count>(connection)?.count > 0;
    if !sql_query(people).get_result::<Flag>(connection)?.flag {
        // tables of something else are somebody's data too
        return Ok((tables, tables));
    }
    let people = sql_query("SELECT EXISTS (SELECT FROM people) AS flag").get_result::<Flag>(connection)?.flag;
    Ok((tables, people))
}

/// Whether this binary knows the schema of a dump.
fn known(from: &Path) -> Result<(), BackupProblem> {
    let mut versions = program("pg_restore")?;
    versions.args(["--data-only", "--table=__diesel_schema_migrations", "--file=-"]).arg(from);
    let data = finish(versions).map_err(|why| BackupProblem::Unsound(format!("{}: {why}", from.display())))?;
    let rows = data.lines().skip_while(|line| !line.starts_with("COPY ")).skip(1).take_while(|line| *line != "\\.");
    let versions: Vec<String> = rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect();
    if versions.is_empty() {
        return Err(BackupProblem::Unsound(format!("{} is no backup of this product", from.display())));
    }
    match newer_than_known(&versions) {
        Ok(newer) if newer.is_empty() => Ok(()),
        Ok(newer) => Err(BackupProblem::Unsound(format!(
            "the copy is newer than this binary (it has {}); use the newer binary",
            newer.join(", ")
        ))),
        Err(why) => Err(BackupProblem::Unsound(why.to_string())),
    }
}
