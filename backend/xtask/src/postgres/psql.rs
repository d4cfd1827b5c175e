//! Statements for the server's administration, spoken through its own client `psql`.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use super::{Why, binaries, url::Url};

/// The client program.
#[derive(Debug, Clone)]
pub(super) struct Psql(pub(super) PathBuf);

impl Psql {
    /// The client of the `PATH`.
    pub(super) fn on_path() -> Result<Self, Why> {
        binaries::on_path("psql")
            .map(Self)
            .ok_or_else(|| Why::Broken(format!("{} is set, but there is no psql on the PATH", super::URL_VARIABLE)))
    }

    /// Runs SQL and answers what it printed, trimmed; the first failing statement ends it.
    pub(super) fn run(&self, url: &Url, sql: &str) -> Result<String, Why> {
        let output = Command::new(&self.0)
            .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--command", sql])
            .arg(url.to_string())
            .stdin(Stdio::null())
            .env("PGOPTIONS", "-c client_min_messages=warning")
            .output()
            .map_err(|why| Why::Broken(format!("{}: {why}", self.0.display())))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        } else {
            Err(Why::Broken(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
        }
    }
}
