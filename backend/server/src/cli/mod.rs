//! The command line: one file per command, the same verbs as over GraphQL.
//!
//! What a command prints goes to standard output, as text or with `--json` as one JSON document; the log and what
//! went wrong go to standard error. Nothing is ever asked for: a command has what it needs, or says what is missing.

mod agreement;
mod assess;
mod audit;
mod backup;
mod completions;
mod config;
mod console;
mod demo;
mod doctor;
mod import;
mod log;
mod migrate;
mod outcome;
mod replay;
mod rollups;
mod schema;
mod serve;
mod table;
mod token;
mod user;

use crate::config::{FILE_VARIABLE, Overrides};
use clap::{CommandFactory as _, Parser, Subcommand};
use console::Console;
use outcome::Answered;
use std::{ffi::OsString, path::PathBuf};

const EXIT_CODES: &str = "Exit codes:
  0  done
  1  a rule refused it, or a check failed
  2  the command line or the configuration is wrong
  3  not permitted, or not found
  4  the database is away or busy
  5  done, but some rows were rejected
  6  we failed; the log says more";

/// The neutral ground for multi-vendor service agreements.
#[derive(Parser)]
#[command(name = "concordat", version, after_help = EXIT_CODES, max_term_width = 110)]
struct Cli {
    /// The configuration file [default: concordat.toml, where there is one]
    #[arg(long, global = true, value_name = "FILE", env = FILE_VARIABLE)]
    config: Option<PathBuf>,
    /// Print JSON
    #[arg(long, global = true)]
    json: bool,
    /// Act in the name of this person; otherwise as the console: operator and steward, but no company's voice
    #[arg(long = "as", global = true, value_name = "EMAIL")]
    acting_as: Option<String>,
    #[command(flatten)]
    settings: Overrides,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve GraphQL and the rest over HTTP until told to stop
    Serve(serve::Serve),
    /// Fill a scratch database with the sample agreement and fourteen months of its life, and serve it
    Demo(demo::Demo),
    /// Bring the database's schema up to date
    Migrate(migrate::Migrate),
    /// Show what applying an agreement file would change
    Plan(agreement::Plan),
    /// Apply an agreement file: as a new agreement, its draft, or an amendment
    Apply(agreement::Apply),
    /// Print what is there as a file
    #[command(subcommand)]
    Export(agreement::Export),
    /// Import facts from a file
    #[command(subcommand)]
    Import(import::Import),
    /// Assess a period: freeze its figures, raise deviations
    Assess(assess::Assess),
    /// What if: replay past cases under other rules and compare
    Replay(replay::Replay),
    /// Rollups of facts: verify them, make them anew
    #[command(subcommand)]
    Rollups(rollups::Rollups),
    /// People: create them, invite them to set a password
    #[command(subcommand)]
    User(user::User),
    /// API tokens of partners' systems: create, list, revoke
    #[command(subcommand)]
    Token(token::Token),
    /// The logs of events: verify that nobody tampered with them
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Copy the database to a file while the server runs, and check the copy
    Backup(backup::Backup),
    /// Put a copy in the place of the database
    Restore(backup::Restore),
    /// Look at the database, its schema, roles and logs, the clock and the disk
    Doctor(doctor::Doctor),
    /// What is configured, and whether it makes sense
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// Print the GraphQL schema, or write every contract into a folder
    Schema(schema::Schema),
    /// Print a completion script for a shell
    Completions(completions::Completions),
}

/// Runs the command line and tells the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // help and version are no errors; a closed pipe is nobody's business
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(outcome::USAGE);
        }
    };
    let json = cli.json;
    outcome::print(execute(cli), json)
}

fn execute(cli: Cli) -> Answered {
    let console = || Console::new(cli.config.as_deref(), &cli.settings, cli.json, cli.acting_as.clone());
    match cli.command {
        Command::Schema(command) => command.run(),
        Command::Completions(command) => command.run(Cli::command()),
        Command::Serve(command) => command.run(console()?),
        Command::Demo(command) => command.run(cli.config.as_deref(), cli.settings, cli.json),
        Command::Migrate(command) => command.run(&console()?),
        Command::Plan(command) => command.run(&console()?),
        Command::Apply(command) => command.run(&console()?),
        Command::Export(command) => command.run(&console()?),
        Command::Import(command) => command.run(&console()?),
        Command::Assess(command) => command.run(&console()?),
        Command::Replay(command) => command.run(&console()?),
        Command::Rollups(command) => command.run(&console()?),
        Command::User(command) => command.run(&console()?),
        Command::Token(command) => command.run(&console()?),
        Command::Audit(command) => command.run(&console()?),
        Command::Backup(command) => command.run(&console()?),
        Command::Restore(command) => command.run(&console()?),
        Command::Doctor(command) => command.run(&console()?),
        Command::Config(command) => command.run(&console()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
