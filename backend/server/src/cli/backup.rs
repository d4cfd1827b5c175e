//! `concordat backup` and `concordat restore`: a consistent copy of everything, checked, and put back.

use super::{
    audit,
    console::Console,
    outcome::{AWAY, Answered, Failed, REFUSED, Said},
};
use crate::config::Config;
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::{
    events::{self, Audited},
    kernel::{
        Database, Outcome, Settings, SystemChance, SystemClock,
        backup::{self, BackupProblem},
        db::{self, DatabaseUrl},
    },
};
use serde_json::json;
use std::{path::PathBuf, sync::Arc};

/// Copies the database to a file while the server runs, and checks the copy
#[derive(clap::Args)]
pub struct Backup {
    /// The new file; it holds every secret of the database
    file: PathBuf,
}

/// Puts a copy in the place of the database
#[derive(clap::Args)]
pub struct Restore {
    /// The copy
    file: PathBuf,
    /// Replace what the database holds
    #[arg(long)]
    force: bool,
}

impl From<BackupProblem> for Failed {
    fn from(problem: BackupProblem) -> Self {
        let message = problem.to_string();
        match problem {
            BackupProblem::Away(_) => Self::new(AWAY, "AWAY", message),
            BackupProblem::File(_) => Self::usage(message),
            BackupProblem::Unsound(_) => Self::new(REFUSED, "UNSOUND", message),
            BackupProblem::NotEmpty(_) => Self::new(REFUSED, "NOT_EMPTY", message),
        }
    }
}

impl Backup {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let config = &console.config;
        backup::backup(config.owner_or_database(), &self.file)?;
        let bytes = self.file.metadata().map_or(0, |file| file.len());
        let file = self.file.display().to_string();
        let mut text = format!("{file}: {bytes} bytes");
        let mut entries = None;
        if let DatabaseUrl::Sqlite(_) = config.database {
            let audited = verified(config, &DatabaseUrl::Sqlite(self.file.clone()))?;
            whole(&audited)?;
            text = format!("{text}, pages, references and {} logs of events verified", audited.len());
            entries = Some(logged(&audited));
        }
        Ok(Said::done(text, json!({ "file": file, "bytes": bytes, "entries": entries })))
    }
}

impl Restore {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let config = &console.config;
        let url = config.owner_or_database();
        backup::restore(url, &self.file, self.force)?;
        let run = db::migrate(url)?;
        let audited = verified(config, url)?;
        whole(&audited)?;
        let entries = logged(&audited);
        let text = format!("Restored; {entries} events in {} logs verified.", audited.len());
        Ok(Said::done(text, json!({ "restored": self.file, "migrations": run, "entries": entries })))
    }
}

/// Verifies every log of a database that is not the configured one.
fn verified(config: &Config, url: &DatabaseUrl) -> Outcome<Vec<Audited>> {
    let settings = Settings { url: url.clone(), ..config.settings() };
    let database = Database::open(&settings, Arc::new(SystemClock), Arc::new(SystemChance))?;
    database.read(&Arc::new(Actor::console()), |tx| events::audit_verify(tx, None::<AgreementId>))
}

fn whole(audited: &[Audited]) -> Result<(), Failed> {
    let said = audit::report(audited);
    if audited.iter().all(|log| log.verdict.is_ok()) {
        Ok(())
    } else {
        Err(Failed::new(REFUSED, "TAMPERED", said.text))
    }
}

fn logged(audited: &[Audited]) -> i64 {
    audited.iter().filter_map(|log| log.verdict.as_ref().ok()).map(|head| head.number).sum()
}
