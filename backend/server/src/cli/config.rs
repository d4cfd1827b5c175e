//! `concordat config`: what is in force, and whether it makes sense.

use super::{
    console::Console,
    outcome::{Answered, Failed, Said},
};
use serde_json::json;

/// What is configured
#[derive(clap::Subcommand)]
pub enum ConfigCommand {
    /// Read the file, the environment and the flags, and tell what is wrong with them
    Check,
    /// Print what is in force, without passwords
    Show,
}

impl ConfigCommand {
    pub(super) fn run(&self, console: &Console) -> Answered {
        match self {
            Self::Check => Ok(Said::done("The configuration makes sense.", json!({ "ok": true }))),
            Self::Show => {
                let keys = json!(console.config.keys.redacted());
                let lines = keys.as_object().into_iter().flatten().map(|(key, value)| format!("{key} = {value}"));
                let text = lines.collect::<Vec<_>>().join("\n");
                if text.is_empty() { Err(Failed::usage("nothing is configured")) } else { Ok(Said::done(text, keys)) }
            }
        }
    }
}
