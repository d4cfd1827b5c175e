//! Copies of the whole database, made while it is written to, and put back.

mod postgres;
mod program;
mod sqlite;

use super::db::DatabaseUrl;
use std::path::Path;

/// Why there is no copy, or why none was put back.
#[derive(Debug, PartialEq, Eq)]
pub enum BackupProblem {
    /// The database or a program that is needed for it cannot be reached.
    Away(String),
    /// The file is not there, is there already, or cannot be written.
    File(String),
    /// The copy is not sound, or is newer than this binary.
    Unsound(String),
    /// The target holds data and nobody said that they may go.
    NotEmpty(String),
}

impl std::fmt::Display for BackupProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Away(why) | Self::File(why) | Self::Unsound(why) | Self::NotEmpty(why)) = self;
        f.write_str(why)
    }
}

impl std::error::Error for BackupProblem {}

/// Copies one consistent state of the database to a new file, readable by its owner alone. Writers go on. On
/// `PostgreSQL` the URL is the owner's, and `pg_dump` does the work.
///
/// # Errors
/// The file exists, the database or `pg_dump` is away, or the copy is not sound.
pub fn backup(url: &DatabaseUrl, to: &Path) -> Result<(), BackupProblem> {
    if to.exists() {
        return Err(BackupProblem::File(format!("{} exists; name a new file", to.display())));
    }
    let part = beside(to, ".part");
    private(&part).map_err(|why| BackupProblem::File(format!("{}: {why}", part.display())))?;
    let copied = match url {
        DatabaseUrl::Sqlite(path) => sqlite::backup(path, &part),
        DatabaseUrl::Postgres(owner) => postgres::backup(owner, &part),
    };
    let kept = copied.and_then(|()| settle(&part, to).map_err(|why| BackupProblem::File(why.to_string())));
    kept.inspect_err(|_| drop(std::fs::remove_file(&part)))
}

/// Puts a copy in the place of a database. The server must not run. On `PostgreSQL` the URL is the owner's, and
/// `pg_restore` does the work, all of it or nothing.
///
/// # Errors
/// The target holds data and `force` is not set, the copy is not sound or newer than this binary, or something is away.
pub fn restore(url: &DatabaseUrl, from: &Path, force: bool) -> Result<(), BackupProblem> {
    if !from.is_file() {
        return Err(BackupProblem::File(format!("there is no file {}", from.display())));
    }
    match url {
        DatabaseUrl::Sqlite(path) => sqlite::restore(path, from, force),
        DatabaseUrl::Postgres(owner) => postgres::restore(owner, from, force),
    }
}

fn beside(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// An empty file that only its owner may read: the copy holds every secret of the database.
fn private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    if path.exists() {
        std::fs::remove_file(path)?;
    }
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

/// Makes sure that a file is on the disk before it has its name.
fn settle(part: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::File::open(part)?.sync_all()?;
    std::fs::rename(part, to)?;
    match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

fn not_empty(target: impl std::fmt::Display) -> BackupProblem {
    BackupProblem::NotEmpty(format!("{target} holds data; --force replaces them"))
}
