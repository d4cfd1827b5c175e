//! `concordat completions`: a script that teaches a shell the commands and flags.

use super::outcome::{Answered, Said};
use clap_complete::Shell;
use serde_json::Value;

/// Prints a completion script
#[derive(clap::Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, mut command: clap::Command) -> Answered {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "concordat", &mut script);
        let script = String::from_utf8_lossy(&script).into_owned();
        Ok(Said::done(script.clone(), Value::String(script)))
    }
}
