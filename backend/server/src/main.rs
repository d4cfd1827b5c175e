//! `concordat`: the server and its command line.

use std::{env, process::ExitCode};

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    concordat::cli::run(env::args_os()).into()
}
