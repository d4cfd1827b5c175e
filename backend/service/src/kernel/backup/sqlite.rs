//! Copies of an embedded file, without any program beside this one.

use super::{BackupProblem, beside, not_empty, private, settle};
use crate::kernel::db::{DatabaseUrl, pending};
use diesel::{
    Connection as _, QueryResult, RunQueryDsl as _, SqliteConnection,
    connection::SimpleConnection as _,
    sql_query,
    sql_types::{BigInt, Text},
};
use std::path::Path;

#[derive(diesel::QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    word: String,
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

pub(super) fn backup(path: &Path, part: &Path) -> Result<(), BackupProblem> {
    let mut source = open(path)?;
    let copied = sql_query("VACUUM INTO ?").bind::<Text, _>(part.to_string_lossy()).execute(&mut source);
    copied.map_err(|why| BackupProblem::Away(format!("{}: {why}", path.display())))?;
    sound(part)
}

pub(super) fn restore(path: &Path, from: &Path, force: bool) -> Result<(), BackupProblem> {
    if path.exists() {
        let mut target = open(path)?;
        if !force && holds_data(&mut target) {
            return Err(not_empty(path.display()));
        }
        quiet(&mut target, path)?;
    }
    let part = beside(path, ".part");
    let copied = private(&part).and_then(|()| std::fs::copy(from, &part));
    copied.map_err(|why| BackupProblem::File(format!("{}: {why}", part.display())))?;
    let checked = sound(&part).and_then(|()| known(&part)).and_then(|()| {
        for ending in ["-wal", "-shm"] {
            drop(std::fs::remove_file(beside(path, ending)));
        }
        settle(&part, path).map_err(|why| BackupProblem::File(why.to_string()))
    });
    checked.inspect_err(|_| drop(std::fs::remove_file(&part)))
}

fn open(path: &Path) -> Result<SqliteConnection, BackupProblem> {
    if !path.is_file() {
        return Err(BackupProblem::Away(format!("there is no database {}", path.display())));
    }
    let away = |why: String| BackupProblem::Away(format!("{}: {why}", path.display()));
    let mut file = SqliteConnection::establish(&path.to_string_lossy()).map_err(|why| away(why.to_string()))?;
    file.batch_execute("PRAGMA busy_timeout = 10000").map_err(|why| away(why.to_string()))?;
    Ok(file)
}

/// Whether it is a whole database, page by page and reference by reference.
fn sound(path: &Path) -> Result<(), BackupProblem> {
    let mut file = open(path)?;
    let mut found = || -> QueryResult<Vec<String>> {
        let pages = sql_query("SELECT integrity_check AS word FROM pragma_integrity_check").load::<Word>(&mut file)?;
        let mut words: Vec<String> = pages.into_iter().map(|row| row.word).filter(|word| word != "ok").collect();
        let lost =
            sql_query("SELECT count(*) AS count FROM pragma_foreign_key_check").get_result::<Count>(&mut file)?;
        if lost.count > 0 {
            words.push(format!("{} rows refer to nothing", lost.count));
        }
        Ok(words)
    };
    let words = found().unwrap_or_else(|why| vec![why.to_string()]);
    if words.is_empty() {
        return Ok(());
    }
    Err(BackupProblem::Unsound(format!("the copy is not sound: {}", words.join("; "))))
}

/// Whether this binary knows its schema. Leaves one file behind, without a journal beside it.
fn known(path: &Path) -> Result<(), BackupProblem> {
    let pending = pending(&DatabaseUrl::Sqlite(path.to_owned()));
    pending.map_err(|problem| BackupProblem::Unsound(problem.to_string()))?;
    quiet(&mut open(path)?, path)
}

/// Whether anybody's data are in it; a file that is no database is taken to hold some.
fn holds_data(file: &mut SqliteConnection) -> bool {
    let tables = "SELECT count(*) AS count FROM sqlite_schema WHERE name IN ('people', 'events')";
    let rows = "SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM events) AS count";
    match sql_query(tables).get_result::<Count>(file) {
        Ok(Count { count: 0 }) => false,
        Ok(_) => !matches!(sql_query(rows).get_result(file), Ok(Count { count: 0 })),
        Err(_) => true,
    }
}

/// Takes the journal into the file, which works only where nobody else has it open.
fn quiet(file: &mut SqliteConnection, path: &Path) -> Result<(), BackupProblem> {
    let quiet = file
        .batch_execute("PRAGMA busy_timeout = 500")
        .and_then(|()| sql_query("PRAGMA journal_mode = DELETE").load::<Mode>(file));
    match quiet.map(|rows| rows.into_iter().map(|row| row.journal_mode).collect::<String>()).as_deref() {
        Ok("delete") => Ok(()),
        _ => Err(BackupProblem::Away(format!("{} is in use; stop the server first", path.display()))),
    }
}

#[derive(diesel::QueryableByName)]
struct Mode {
    #[diesel(sql_type = Text)]
    journal_mode: String,
}
