//! PostgreSQL's own programs: found, and run without a password on their command line.

use super::BackupProblem;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Where distributions keep the programs of each version.
const FOLDERS: [&str; 3] = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt/libpq"];

/// A program that connects to the database of a URL.
pub(super) fn connecting(name: &str, url: &str) -> Result<Command, BackupProblem> {
    let mut command = program(name)?;
    let (open, password) = without_password(url);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    command.arg("--dbname").arg(open);
    Ok(command)
}

/// The program of that name: from the path, or the newest that is installed.
pub(super) fn program(name: &str) -> Result<Command, BackupProblem> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    let found = on_path.or_else(|| FOLDERS.iter().find_map(|folder| newest(Path::new(folder), name)));
    found.map(Command::new).ok_or_else(|| {
        BackupProblem::Away(format!("{name} is not installed; it comes with PostgreSQL's client programs"))
    })
}

fn newest(folder: &Path, name: &str) -> Option<PathBuf> {
    let direct = folder.join("bin").join(name);
    if direct.is_file() {
        return Some(direct);
    }
    let version = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
    let mut versions: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    versions.sort_by_key(version);
    versions.into_iter().rev().map(|path| path.join("bin").join(name)).find(|file| file.is_file())
}

/// Runs it and gives what it printed, or says what it said.
pub(super) fn finish(mut command: Command) -> Result<String, BackupProblem> {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let output = command.output().map_err(|why| BackupProblem::Away(format!("{name}: {why}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(BackupProblem::Away(format!("{name} failed: {said}")))
}

/// The URL without its password, and the password.
fn without_password(url: &str) -> (String, Option<String>) {
    let (Some(scheme), Some(at)) = (url.find("://"), url.rfind('@')) else { return (url.to_owned(), None) };
    match url.get(scheme + 3..at).and_then(|user| user.split_once(':')) {
        Some((user, password)) => {
            (format!("{}://{user}{}", &url[..scheme], &url[at..]), Some(percent_decoded(password)))
        }
        None => (url.to_owned(), None),
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_stands_on_a_command_line() {
        let split = |url: &str| without_password(url);
        assert_eq!(split("postgres://o:a%40b%25@h:1/d"), ("postgres://o@h:1/d".into(), Some("a@b%".into())));
        assert_eq!(split("postgres://o@h/d"), ("postgres://o@h/d".into(), None));
        assert_eq!(split("postgres:///d"), ("postgres:///d".into(), None));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let missing = program("pg_no_such_program").unwrap_err().to_string();
        assert!(missing.starts_with("pg_no_such_program is not installed"), "{missing}");
    }
}
