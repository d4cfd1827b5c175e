//! A private cluster in a scratch folder: loopback only, no socket file, nothing left when its process is gone.

use std::{
    env, fs, io,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, Child, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use super::{Why, account, account::Account, binaries, psql::Psql, url::Url};

const SUPERUSER: &str = "postgres";

/// Waits until its standard input closes (the cluster was dropped, or its process died) and then clears away.
const WATCH: &str =
    r#"trap '' INT TERM HUP; cat >/dev/null; "$1" -D "$2/data" -m immediate stop >/dev/null 2>&1; cd /; rm -rf "$2""#;

/// A running server of its own. Dropping it stops the server and removes its folder; so does the death of the
/// process that started it, even by SIGKILL.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    watch: Child,
}

impl Cluster {
    /// Creates and starts a cluster.
    ///
    /// # Errors
    /// [`Why::Missing`] without server programs, [`Why::Broken`] when they fail, with what they said.
    pub fn start() -> Result<Self, Why> {
        let programs = binaries::folder()?;
        let folder = scratch().map_err(|why| Why::Broken(format!("no scratch folder: {why}")))?;
        let begun = Account::taking(&folder).and_then(|account| {
            let watch = watch(account, &programs, &folder)?;
            initialise(account, &programs, &folder).map(|()| (account, watch))
        });
        let (account, watch) = begun.inspect_err(|_| drop(fs::remove_dir_all(&folder)))?;
        let mut cluster = Self { programs, folder, port: 0, watch };
        cluster.listen(account)?;
        Ok(cluster)
    }

    /// Where the server listens on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The scratch folder, which goes with the cluster.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn admin(&self) -> Url {
        Url::loopback(SUPERUSER, self.port)
    }

    pub(super) fn psql(&self) -> Psql {
        Psql(self.programs.join("psql"))
    }

    /// Starts the server on a free port. Another process may take the port in between, so it tries a few.
    fn listen(&mut self, account: Account) -> Result<(), Why> {
        let mut last = Why::Broken("no free port".to_owned());
        for _ in 0..5 {
            self.port = free_port().map_err(|why| Why::Broken(format!("no free port: {why}")))?;
            let mut start = account.command(&self.programs.join("pg_ctl"), &self.folder);
            start.args(["start", "--wait", "--timeout=60", "--silent", "-D", "data", "-l", "log", "-o"]);
            start.arg(settings(self.port));
            match account::finish(start) {
                Ok(()) => return Ok(()),
                Err(why) => last = why,
            }
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Why::Broken(format!("{last}\n{log}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        drop(self.watch.wait());
    }
}

/// Speed before durability: the data live as long as the tests.
fn settings(port: u16) -> String {
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "autovacuum=off",
        "max_connections=200",
        "timezone=UTC",
    ]
    .iter()
    .fold(format!("-p {port}"), |all, setting| format!("{all} -c {setting}"))
}

fn initialise(account: Account, programs: &Path, folder: &Path) -> Result<(), Why> {
    let mut initdb = account.command(&programs.join("initdb"), folder);
    initdb.args(["-D", "data", "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
    account::finish(initdb)
}

fn watch(account: Account, programs: &Path, folder: &Path) -> Result<Child, Why> {
    account
        .command(Path::new("/bin/sh"), folder)
        .args(["-c", WATCH, "watch"])
        .args([programs.join("pg_ctl").as_path(), folder])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(|why| Why::Broken(format!("no watch over the cluster: {why}")))
}

fn scratch() -> io::Result<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let name = format!("concordat-postgres-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        match fs::create_dir(&folder) {
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
