//! Where the server's programs live: the `PATH`, what `pg_config` tells, Debian's versioned folders.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::Why;

/// The folder that holds `initdb`, `pg_ctl`, `postgres` and `psql`; the newest version where there are several.
pub(super) fn folder() -> Result<PathBuf, Why> {
    let on_path = env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>()).unwrap_or_default();
    on_path
        .into_iter()
        .chain(told_by_pg_config())
        .chain(versioned(Path::new("/usr/lib/postgresql")))
        .find(|folder| ["initdb", "pg_ctl", "postgres", "psql"].iter().all(|name| folder.join(name).is_file()))
        .ok_or_else(|| {
            Why::Missing(
                "initdb, pg_ctl, postgres and psql stand together neither on the PATH nor in /usr/lib/postgresql"
                    .to_owned(),
            )
        })
}

/// A program of the `PATH`.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn told_by_pg_config() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    output.status.success().then(|| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

fn versioned(root: &Path) -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(root)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    found.sort_by_key(|&(version, _)| std::cmp::Reverse(version));
    found.into_iter().map(|(_, folder)| folder).collect()
}
