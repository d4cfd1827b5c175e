//! PostgreSQL refuses to run as root: then its programs run as an ordinary account of this machine.

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Stdio},
};

use super::Why;

/// Whom the server's programs run as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Account {
    /// Whoever runs the tests.
    Own,
    /// An unprivileged account, because the tests run as root.
    Other { uid: u32, gid: u32 },
}

impl Account {
    /// The account for whoever made `folder`, which becomes that account's own.
    pub(super) fn taking(folder: &Path) -> Result<Self, Why> {
        let owner = fs::metadata(folder).map_err(|why| Why::Broken(format!("{}: {why}", folder.display())))?.uid();
        if owner != 0 {
            return Ok(Self::Own);
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let (uid, gid) = ["postgres", "nobody"].iter().find_map(|name| ids_of(&accounts, name)).ok_or_else(|| {
            Why::Broken("root may not run PostgreSQL, and there is no account postgres or nobody".to_owned())
        })?;
        chown(folder, Some(uid), Some(gid)).map_err(|why| Why::Broken(format!("{}: {why}", folder.display())))?;
        Ok(Self::Other { uid, gid })
    }

    /// A command that runs as this account (without root's supplementary groups), in a folder it may enter.
    pub(super) fn command(self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder);
        if let Self::Other { uid, gid } = self {
            command.gid(gid).uid(uid).env("HOME", folder);
        }
        command
    }
}

fn ids_of(accounts: &str, name: &str) -> Option<(u32, u32)> {
    accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        (fields.next() == Some(name)).then_some(())?;
        Some((fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
    })
}

/// Runs a command to its end; the error is what it said.
pub(super) fn finish(mut command: Command) -> Result<(), Why> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|why| Why::Broken(format!("{program}: {why}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(Why::Broken(format!("{program}: {}", String::from_utf8_lossy(&said).trim())))
}

#[cfg(test)]
mod tests {
    use super::ids_of;

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let accounts =
            "root:x:0:0:root:/root:/bin/sh\npostgres2:x:7:8::/:/bin/sh\npostgres:x:101:104:,,,:/var/lib:/bin/bash\n";
        assert_eq!(ids_of(accounts, "postgres"), Some((101, 104)));
        assert_eq!(ids_of(accounts, "nobody"), None);
    }
}
