//! `cargo demo`: builds the product with what this machine has, and lets it take over.

use std::{
    env,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::Command,
};

use super::{cargo, console, outcome::Outcome};

/// Becomes `concordat demo OPTIONS`; returns only when that cannot be started.
pub(super) fn run(options: &[&str]) -> Result<(), String> {
    let options = options.strip_prefix(&["--"]).unwrap_or(options);
    match console::build() {
        Outcome::Passed(_) => {}
        Outcome::Skipped(why) => eprintln!("Without the web console: {why}. Everything else is as it should be."),
        Outcome::Failed(why) => eprintln!("The web console could not be built, so it is missing or old: {why}."),
    }
    // cargo shows how far it is: a newcomer should not stare at nothing for minutes
    let mut build = vec!["run", "--package", "concordat"];
    if !has_libpq() {
        eprintln!("No libpq on this machine: building it too, which takes a minute longer.");
        build.extend(["--features", "bundled-libpq"]);
    }
    build.extend(["--", "demo"]);
    let mut command = cargo(&build);
    let why = command.args(options).exec();
    Err(format!("cargo does not start: {why}"))
}

/// Whether the linker will find the system's libpq, looked for where the build of `pq-sys` looks.
fn has_libpq() -> bool {
    let told = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let folders = env::var_os("PQ_LIB_DIR").map(PathBuf::from).into_iter();
    told("pkg-config", &["--libs", "libpq"]).is_some()
        || folders
            .chain(told("pg_config", &["--libdir"]).map(PathBuf::from))
            .chain(["/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/opt/libpq/lib"].map(PathBuf::from))
            .any(|folder| holds_libpq(&folder))
}

fn holds_libpq(folder: &Path) -> bool {
    ["libpq.so", "libpq.a", "libpq.dylib"].iter().any(|name| folder.join(name).exists())
}
