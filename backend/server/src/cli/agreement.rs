//! `concordat plan`, `apply` and `export agreement`: an agreement as one file.

use super::{
    console::Console,
    outcome::{Answered, Failed, Said},
};
use concordat_domain::agreements::{Applied, Change, Plan as Changes, file::with_holidays};
use concordat_service::{
    agreements::{self, Plan as Planned},
    boundaries,
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Shows what applying an agreement file would change
#[derive(clap::Args)]
pub struct Plan {
    /// The agreement file (YAML)
    file: PathBuf,
}

/// Applies an agreement file: as a new agreement, its draft, or an amendment. Nobody signs by it
#[derive(clap::Args)]
pub struct Apply {
    /// The agreement file (YAML)
    file: PathBuf,
}

/// Prints what is there as a file
#[derive(clap::Subcommand)]
pub enum Export {
    /// An agreement as the file that applies again without a change
    Agreement {
        /// Its code
        code: String,
        /// One version, by its number; otherwise what is in force
        #[arg(long, value_name = "NUMBER")]
        version: Option<u32>,
    },
}

impl Plan {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let file = read(&self.file)?;
        let desk = console.open()?;
        let (plan, drafts) = desk.read(|tx| boundaries::plan_file(tx, &file))?;
        let changes = changes(&plan, drafts);
        Ok(Said::done(changes.to_string(), json!(changes)))
    }
}

impl Apply {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let file = read(&self.file)?;
        let desk = console.open()?;
        let (applied, drafts) = boundaries::apply_file(&desk.database, &desk.actor, &file)?;
        let changes = changes(&applied.plan, drafts);
        let (became, version) = match applied.applied {
            Applied::Unchanged => ("nothing was to be done".to_owned(), None),
            Applied::Drafted(version) => (format!("drafted as version {version}"), Some(version)),
            Applied::Redrafted(version) => (format!("the draft, version {version}, says so now"), Some(version)),
        };
        let text = format!("{changes}\n{}: {became}", applied.plan.after.code);
        let id = applied.agreement;
        Ok(Said::done(text, json!({ "agreement": id, "version": version, "changes": changes.changes })))
    }
}

impl Export {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let Self::Agreement { code, version } = self;
        let desk = console.open()?;
        let file = desk.read(|tx| {
            let id = agreements::by_code(tx, code)?.agreement.id;
            boundaries::agreement_file(tx, id, *version)
        })?;
        Ok(Said::done(file.clone(), json!({ "code": code, "file": file })))
    }
}

/// The agreement file, with the holidays of the files that it names, which lie in folders beside it.
fn read(path: &Path) -> Result<Vec<u8>, Failed> {
    let told = |path: &Path, why: std::io::Error| format!("{}: {why}", path.display());
    let file = fs::read(path).map_err(|why| Failed::usage(told(path, why)))?;
    let beside = |named: &str| path.parent().unwrap_or(path).join(named);
    let holidays = with_holidays(&file, &mut |named| {
        let path = beside(named);
        fs::read_to_string(&path).map_err(|why| told(&path, why))
    });
    holidays.map_err(|problems| Failed::usage(problems.to_string()))
}

fn changes(plan: &Planned, drafts: Vec<Change>) -> Changes {
    let mut changes = Changes::between(plan.before.as_deref(), &plan.after);
    changes.changes.extend(drafts);
    changes
}
