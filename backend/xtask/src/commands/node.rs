//! Packages of the Node world: whether they can be installed here, and installing them when their list has changed.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use super::{outcome::Outcome, step};

/// The oldest Node that builds the console.
const OLDEST: u32 = 20;

/// A command of npm in a folder.
pub(super) fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut npm = Command::new("npm");
    npm.args(arguments).current_dir(folder);
    npm
}

/// Why nothing of Node's world runs here, where it does not.
pub(super) fn missing() -> Option<String> {
    let told = |program: &str| {
        let output = Command::new(program).arg("--version").stderr(Stdio::null()).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let (Some(node), Some(_)) = (told("node"), told("npm")) else {
        return Some("there is no Node (node and npm) here".to_owned());
    };
    (major(&node)? < OLDEST).then(|| format!("Node {node} is too old: {OLDEST} or later"))
}

/// The first number of what `node --version` says.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs a folder's packages as its lock file names them, unless that was done since the lock file changed.
pub(super) fn install(folder: &Path) -> Outcome {
    if let Some(why) = missing() {
        return Outcome::Skipped(why);
    }
    let modified = |name: &str| folder.join(name).metadata().and_then(|file| file.modified()).ok();
    if modified("node_modules/.package-lock.json") > modified("package-lock.json") {
        return Outcome::Passed("installed before".to_owned());
    }
    step(&mut npm(folder, &["ci", "--no-audit", "--no-fund"])).map(|()| "npm ci".to_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_begins_with_its_number() {
        assert_eq!((major("v20.20.2"), major("v9.1.0"), major("")), (Some(20), Some(9), None));
    }
}
