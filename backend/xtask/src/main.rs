//! `cargo xtask …`: what a developer of Concordat runs.

use std::{env, io, process::ExitCode};

use xtask::postgres::Server;

const HELP: &str = "cargo xtask COMMAND

  postgres   start a private PostgreSQL, print its URL, stop it when standard input closes";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["postgres"] => hold_postgres(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown: {}\n\n{HELP}", arguments.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn hold_postgres() -> Result<(), String> {
    let server = Server::open().map_err(|why| why.to_string())?;
    println!("{}", server.admin_url());
    io::copy(&mut io::stdin(), &mut io::sink()).map(drop).map_err(|why| why.to_string())
}
