//! What every command starts from: the configuration, the database, and in whose name it acts.

use super::{
    log,
    outcome::{Failed, REFUSED},
};
use crate::config::{Config, Overrides};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::{
    identity,
    kernel::{Database, Outcome, SystemChance, SystemClock, Tx, db},
};
use std::{path::Path, sync::Arc};

/// The machine's console: whoever can read the configuration may run the instance.
pub struct Console {
    /// What is configured.
    pub config: Config,
    /// Whether it prints JSON.
    pub json: bool,
    name: Option<String>,
}

/// A database that is open, and the actor in whose name the command works.
pub struct Desk {
    /// The database.
    pub database: Database,
    /// The actor.
    pub actor: Arc<Actor>,
}

impl Console {
    pub(super) fn new(
        file: Option<&Path>,
        settings: &Overrides,
        json: bool,
        name: Option<String>,
    ) -> Result<Self, Failed> {
        Ok(Self { config: Config::read(file, settings)?, json, name })
    }

    /// Opens the database for a command. An `SQLite` file is brought up to date on the way.
    ///
    /// # Errors
    /// The database is away, its schema is not this binary's, or nobody has the name of `--as`.
    pub fn open(&self) -> Result<Desk, Failed> {
        log::start(&self.config, "warn");
        self.bring_up_to_date()?;
        let database = self.database()?;
        let actor = self.actor(&database)?;
        Ok(Desk { database, actor })
    }

    /// The database as it is.
    ///
    /// # Errors
    /// A fault of the pools.
    pub fn database(&self) -> Outcome<Database> {
        Database::open(&self.config.settings(), Arc::new(SystemClock), Arc::new(SystemChance))
    }

    /// Migrates where that needs nobody's consent: an embedded file, or with the owner's URL. Returns what was run.
    ///
    /// # Errors
    /// Migrations are pending and the server's role may not run them, or the schema is newer than this binary.
    pub fn bring_up_to_date(&self) -> Result<Vec<String>, Failed> {
        let (database, owner) = (&self.config.database, self.config.owner.as_ref());
        if let db::DatabaseUrl::Sqlite(path) = database {
            no_folder(path)?;
            return Ok(db::migrate(database)?);
        }
        let pending = db::pending(database)?;
        match owner {
            _ if pending.is_empty() => Ok(Vec::new()),
            Some(owner) => Ok(db::migrate(owner)?),
            None => {
                let why = format!(
                    "the schema lacks {}; run `concordat migrate` with the owner's URL, or set owner_url",
                    pending.join(", ")
                );
                Err(Failed::new(REFUSED, "SCHEMA_OLDER", why))
            }
        }
    }

    fn actor(&self, database: &Database) -> Result<Arc<Actor>, Failed> {
        let console = Arc::new(Actor::console());
        let Some(email) = &self.name else { return Ok(console) };
        let found = database.read(&console, |tx| {
            let person = identity::person_by_email(tx, email)?;
            identity::actor_of_person(tx, &person)
        });
        found.map_err(|no| Failed { message: format!("--as {email}: {no}"), ..Failed::from(no) })
    }
}

impl Desk {
    /// Reads in the actor's name.
    ///
    /// # Errors
    /// What `work` answers.
    pub fn read<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Outcome<T>) -> Result<T, Failed> {
        Ok(self.database.read(&self.actor, work)?)
    }

    /// Changes what belongs to the instance, in the actor's name.
    ///
    /// # Errors
    /// What `work` answers.
    pub fn write<T>(&self, work: impl FnMut(&mut Tx<'_>) -> Outcome<T>) -> Result<T, Failed> {
        Ok(self.database.write(&self.actor, AgreementId::INSTANCE, work)?)
    }
}

/// Says so where a file cannot be made for want of its folder: the database's own message does not.
fn no_folder(path: &Path) -> Result<(), Failed> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(Failed::usage(format!("there is no folder {}; create it first", folder.display())))
        }
        _ => Ok(()),
    }
}
