//! The commands by name, and how each runs the programs it needs.

mod bench;
mod check;
mod console;
mod contract;
mod demo;
mod node;
mod outcome;
mod test;

use std::{
    env, io,
    path::{Path, PathBuf},
    process::Command,
};

use xtask::postgres::Server;

use outcome::Outcome;

const HELP: &str = "cargo xtask COMMAND

  test [--all]         every test, on SQLite and PostgreSQL; ends with what ran and what was skipped and why
  check [--all]        format, house rules, lints, contract, then test
  contract [--write]   compare schema/ with what the code generates, or rewrite it
  console              build the web console, where something it is made of has changed; the binary embeds it
  bench [NAME]         list the benchmarks, or run one; `cases` and `queue` take how many: `bench cases 200000`
  postgres             start a private PostgreSQL, print its URL, stop it when standard input closes
  demo [-- OPTION...]  build the console, build and run `concordat demo`; `cargo demo` is short for it

With --all a skip is a failure.";

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["test"] => test::run(Skips::Allowed),
        ["test", "--all"] => test::run(Skips::Fail),
        ["check"] => check::run(Skips::Allowed),
        ["check", "--all"] => check::run(Skips::Fail),
        ["contract"] => contract::compare(),
        ["contract", "--write"] => contract::write(),
        ["console"] => build_console(),
        ["bench"] => bench::list(),
        ["bench", name, ref options @ ..] => bench::run(name, options),
        ["postgres"] => hold_postgres(),
        ["demo", ref options @ ..] => demo::run(options),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown: {}\n\n{HELP}", arguments.join(" "))),
    }
}

/// Whether what cannot run here is told or fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Skips {
    Allowed,
    Fail,
}

/// The repository's root.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The cargo that runs this command, at the root.
fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// Says what runs, runs it with this terminal, and fails when it fails.
fn step(command: &mut Command) -> Result<(), String> {
    let said = said(command);
    eprintln!("$ {said}");
    let status = command.status().map_err(|why| format!("{said}: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {said} ({status})")) }
}

fn said(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn build_console() -> Result<(), String> {
    match console::build() {
        Outcome::Passed(how) => {
            println!("{how}");
            Ok(())
        }
        Outcome::Failed(why) | Outcome::Skipped(why) => Err(why),
    }
}

fn hold_postgres() -> Result<(), String> {
    let server = Server::open().map_err(|why| why.to_string())?;
    println!("{}", server.admin_url());
    io::copy(&mut io::stdin(), &mut io::sink()).map(drop).map_err(|why| why.to_string())
}
