//! How a command ends: what it prints, and the exit code that a script can rely on.

use concordat_service::kernel::{Denial, Fault, No, db::MigrationProblem};
use serde_json::{Value, json};
use std::io::{self, Write as _};

/// Done.
pub const DONE: u8 = 0;
/// A rule refused it, or a check failed.
pub const REFUSED: u8 = 1;
/// The command line or the configuration is wrong.
pub const USAGE: u8 = 2;
/// Not permitted, or not found.
pub const DENIED: u8 = 3;
/// The database is away or busy.
pub const AWAY: u8 = 4;
/// Done, but some rows were rejected.
pub const REJECTS: u8 = 5;
/// We failed.
pub const FAULT: u8 = 6;

/// What a command says when it has done its work.
#[derive(Debug)]
pub struct Said {
    /// For people.
    pub text: String,
    /// For programs.
    pub json: Value,
    /// The exit code.
    pub code: u8,
}

impl Said {
    /// Done, with something to say.
    pub fn done(text: impl Into<String>, json: Value) -> Self {
        Self { text: text.into(), json, code: DONE }
    }

    /// Done, with nothing to say.
    pub fn nothing() -> Self {
        Self::done("", Value::Null)
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub struct Failed {
    /// The exit code.
    pub code: u8,
    /// The kind of no, as over GraphQL.
    pub kind: &'static str,
    /// What is wrong and what would mend it.
    pub message: String,
    /// The rules that refused, where some did.
    pub refusals: Value,
}

impl Failed {
    /// A failure of its own making.
    pub fn new(code: u8, kind: &'static str, message: impl Into<String>) -> Self {
        Self { code, kind, message: message.into(), refusals: Value::Null }
    }

    /// Something outside, such as a file, does not work.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(USAGE, "USAGE", message)
    }
}

/// What a command answers.
pub type Answered = Result<Said, Failed>;

impl From<No> for Failed {
    fn from(no: No) -> Self {
        let (code, kind) = match &no {
            No::Refused(_) => (REFUSED, "REFUSED"),
            No::Denied(Denial::NotFound) => (DENIED, "NOT_FOUND"),
            No::Denied(Denial::Forbidden) => (DENIED, "FORBIDDEN"),
            No::Denied(Denial::Unauthenticated) => (DENIED, "UNAUTHENTICATED"),
            No::Fault(Fault::Busy(_)) => (AWAY, "BUSY"),
            No::Fault(_) => (FAULT, "FAULT"),
        };
        let mut failed = Self::new(code, kind, no.to_string());
        if let No::Refused(refusals) = &no {
            failed.refusals = json!(refusals.0);
        }
        failed
    }
}

impl From<MigrationProblem> for Failed {
    fn from(problem: MigrationProblem) -> Self {
        let (code, kind) = match problem {
            MigrationProblem::Connect(_) => (AWAY, "BUSY"),
            MigrationProblem::Newer(_) => (REFUSED, "SCHEMA_NEWER"),
            MigrationProblem::Failed(_) => (FAULT, "FAULT"),
        };
        Self::new(code, kind, problem.to_string())
    }
}

impl From<crate::config::ConfigProblem> for Failed {
    fn from(problem: crate::config::ConfigProblem) -> Self {
        Self::new(USAGE, "CONFIG", problem.to_string())
    }
}

/// Prints what came of a command and gives its exit code.
pub fn print(answered: Answered, as_json: bool) -> u8 {
    let (code, written) = match answered {
        Ok(said) if as_json && said.json.is_null() => (said.code, Ok(())),
        Ok(said) if as_json => (said.code, writeln!(io::stdout().lock(), "{:#}", said.json)),
        Ok(said) if said.text.is_empty() => (said.code, Ok(())),
        Ok(said) => (said.code, writeln!(io::stdout().lock(), "{}", said.text.trim_end_matches('\n'))),
        Err(failed) if as_json => {
            let error = json!({ "code": failed.kind, "message": failed.message, "refusals": failed.refusals });
            (failed.code, writeln!(io::stderr().lock(), "{}", json!({ "error": error })))
        }
        Err(failed) => (failed.code, writeln!(io::stderr().lock(), "concordat: {}", failed.message)),
    };
    // a reader that went away is no failure of the command
    drop(written);
    code
}

/// Prints a line at once: for what a running command tells.
pub fn say(line: &str) {
    let mut out = io::stdout().lock();
    // a reader that went away is no failure of the command
    drop(writeln!(out, "{line}").and_then(|()| out.flush()));
}
