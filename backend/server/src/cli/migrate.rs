//! `concordat migrate`: brings the schema up to date, in the owner's name on PostgreSQL.

use super::{
    console::Console,
    outcome::{Answered, Said},
};
use concordat_service::kernel::db;
use serde_json::json;

/// Brings the database's schema up to date
#[derive(clap::Args)]
pub struct Migrate {
    /// Only tell what would be run
    #[arg(long)]
    dry_run: bool,
}

impl Migrate {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let url = console.config.owner_or_database();
        let names = if self.dry_run { db::pending(url)? } else { db::migrate(url)? };
        let text = match (names.is_empty(), self.dry_run) {
            (true, _) => "The schema is up to date.".to_owned(),
            (false, true) => format!("To be run: {}.", names.join(", ")),
            (false, false) => format!("Run: {}.", names.join(", ")),
        };
        let key = if self.dry_run { "pending" } else { "run" };
        Ok(Said::done(text, json!({ "database": url.to_string(), key: names })))
    }
}
