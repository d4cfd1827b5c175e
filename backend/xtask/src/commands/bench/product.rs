//! The product as a process: commands on a database, an import that is watched, a server for a while.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{self, Child, ChildStdout, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use xtask::postgres::{Server, TestDatabase, Why};

use super::{
    Built,
    client::{number, text},
    figures::peak,
};
use crate::commands::{cargo, root, step};

/// How often the memory of a process is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// The folder of the scripts' files, made where it is not there.
pub(super) fn folder() -> Result<PathBuf, String> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    Ok(folder)
}

/// Builds the product, and tells where its program is.
pub(super) fn build(built: Built) -> Result<PathBuf, String> {
    let (more, folder): (&[&str], _) = match built {
        Built::Release => (&["--release"], "release"),
        Built::Dev => (&[], "debug"),
    };
    step(cargo(&["build", "--package", "concordat"]).args(more))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(target.join(folder).join("concordat"))
}

/// The product on a database.
pub(super) struct Product<'a> {
    program: PathBuf,
    place: Place<'a>,
}

enum Place<'a> {
    Sqlite(PathBuf),
    Postgres(TestDatabase<'a>),
}

/// What an import came to.
pub(super) struct Imported {
    /// How long the process ran.
    pub(super) took: Duration,
    /// The most memory it had resident, in bytes; none where the system does not tell.
    pub(super) peak: Option<u64>,
    /// How many events it recorded.
    pub(super) recorded: u64,
}

/// Where new databases of one kind come from.
pub(super) struct Source {
    program: PathBuf,
    server: Option<Server>,
    /// What the kind is called in what is printed.
    pub(super) name: &'static str,
}

/// Does something with the product on new SQLite files, and on PostgreSQL where there is one.
pub(super) fn both(program: &Path, mut each: impl FnMut(&Source) -> Result<(), String>) -> Result<(), String> {
    let source = |server, name| Source { program: program.to_owned(), server, name };
    each(&source(None, "SQLite"))?;
    match Server::open() {
        Ok(server) => each(&source(Some(server), "PostgreSQL")),
        Err(why @ Why::Missing(_)) => {
            println!("PostgreSQL  skipped: {why}");
            Ok(())
        }
        Err(why) => Err(why.to_string()),
    }
}

impl Source {
    /// The product on a database that is empty; the name is for its files.
    pub(super) fn product(&self, name: &str) -> Result<Product<'_>, String> {
        let place = if let Some(server) = &self.server {
            Place::Postgres(server.database(name).map_err(|why| why.to_string())?)
        } else {
            let place = folder()?.join(format!("{name}-{}", process::id()));
            fs::create_dir_all(&place).map_err(|why| format!("{}: {why}", place.display()))?;
            Place::Sqlite(place)
        };
        Ok(Product { program: self.program.clone(), place })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if let Self::Sqlite(folder) = self {
            drop(fs::remove_dir_all(folder));
        }
    }
}

impl Product<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(words).arg("--json");
        match &self.place {
            Place::Sqlite(folder) => {
                command.arg("--database-url").arg(format!("sqlite:{}/concordat.db", folder.display()));
            }
            Place::Postgres(database) => {
                command.args(["--database-url", &database.app_url, "--owner-url", &database.owner_url]);
            }
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).env_remove("CONCORDAT_CONFIG").env_remove("DATABASE_URL");
        command
    }

    /// Runs a command to its end, which must be good, and gives what it printed.
    pub(super) fn told(&self, words: &[&str]) -> Result<String, String> {
        let output = self.command(words).stderr(Stdio::inherit()).output();
        let output = output.map_err(|why| format!("{}: {why}", self.program.display()))?;
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() { Ok(told) } else { Err(format!("concordat {}: {told}", words.join(" "))) }
    }

    /// Imports a log of cases, all of which must go in, and watches the process.
    pub(super) fn import(&self, log: &Path, agreement: &str) -> Result<Imported, String> {
        let log = log.to_string_lossy();
        let words = ["import", "cases", &log, "--agreement", agreement];
        let begun = Instant::now();
        let mut process = self.command(&words).spawn().map_err(|why| format!("{}: {why}", self.program.display()))?;
        let status = format!("/proc/{}/status", process.id());
        let mut highest = None;
        let ended = loop {
            highest = fs::read_to_string(&status).ok().as_deref().and_then(peak).max(highest);
            match process.try_wait().map_err(|why| why.to_string())? {
                Some(ended) => break ended,
                None => thread::sleep(LOOK),
            }
        };
        let took = begun.elapsed();
        let mut told = String::new();
        if let Some(mut stdout) = process.stdout.take() {
            stdout.read_to_string(&mut told).map_err(|why| why.to_string())?;
        }
        let recorded = number(&told, "events").filter(|_| ended.success());
        let recorded = recorded.ok_or_else(|| format!("concordat {} ({ended}): {told}", words.join(" ")))?;
        Ok(Imported { took, peak: highest, recorded })
    }

    /// Starts the server on a free port.
    pub(super) fn serve(&self) -> Result<Serving, String> {
        let words = ["serve", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0"];
        let quiet = ["--log-filter", "error", "--requests-per-minute", "1000000"];
        let started = self.command(&[&words[..], &quiet[..]].concat()).spawn();
        let mut process = started.map_err(|why| format!("{}: {why}", self.program.display()))?;
        let stdout = process.stdout.take();
        let mut serving = Serving { process, address: String::new(), _stdout: None };
        let mut lines = BufReader::new(stdout.ok_or("a server without standard output")?);
        let mut line = String::new();
        lines.read_line(&mut line).map_err(|why| why.to_string())?;
        let listening = text(&line, "listening").and_then(|url| url.strip_prefix("http://"));
        serving.address = listening.ok_or_else(|| format!("a server that does not listen: {line}"))?.to_owned();
        serving._stdout = Some(lines);
        Ok(serving)
    }

    /// The statistics that plans are made from, where a server that is left to itself would have gathered them.
    pub(super) fn analyze(&self) -> Result<(), String> {
        match &self.place {
            Place::Sqlite(_) => Ok(()),
            Place::Postgres(database) => database.analyze().map_err(|why| why.to_string()),
        }
    }
}

/// A server that runs until it is dropped.
pub(super) struct Serving {
    process: Child,
    /// Where it listens: `ADDRESS:PORT`.
    pub(super) address: String,
    /// Held open, so that what it prints later finds a reader.
    _stdout: Option<BufReader<ChildStdout>>,
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
