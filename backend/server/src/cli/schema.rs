//! `concordat schema`: every contract as the code has it, for review and for partners' tools.

use super::outcome::{Answered, Failed, REFUSED, Said};
use crate::{
    graphql::{self, TOO_MANY_IDS, kernel::cursor::CURSOR_UNKNOWN, kpis::SCORECARD_SIZE},
    http::export::EXPORT_ASKED,
};
use concordat_domain::{
    access, agreements, calendars, cases,
    coordination::{self, alignment, vocabulary},
    deviations, escalations, identity,
    kernel::Code,
    kpis,
    notifications::{self, webhook},
    satisfaction,
};
use concordat_service::kernel::{db, feed, idempotency};
use serde_json::json;
use std::{fs, path::PathBuf};

/// Prints the GraphQL schema
#[derive(clap::Args)]
pub struct Schema {
    /// Write every contract into this folder instead
    #[arg(long, value_name = "FOLDER")]
    all: Option<PathBuf>,
    /// Write nothing; fail where the folder differs
    #[arg(long, requires = "all")]
    check: bool,
}

impl Schema {
    pub(super) fn run(&self) -> Answered {
        let Some(folder) = &self.all else {
            let sdl = sdl()?;
            return Ok(Said::done(sdl.clone(), json!({ "sdl": sdl })));
        };
        let contracts = contracts()?;
        let differs =
            |(name, text): &&(&str, String)| fs::read(folder.join(name)).ok().as_deref() != Some(text.as_bytes());
        let different: Vec<&str> = contracts.iter().filter(differs).map(|(name, _)| *name).collect();
        if self.check {
            return if different.is_empty() {
                Ok(Said::done("Every contract is as the code has it.", json!({ "different": different })))
            } else {
                Err(Failed::new(REFUSED, "CONTRACT", format!("not as the code has it: {}", different.join(", "))))
            };
        }
        let written = fs::create_dir_all(folder).and_then(|()| {
            let changed = contracts.iter().filter(|(name, _)| different.contains(name));
            changed.into_iter().try_for_each(|(name, text)| fs::write(folder.join(name), text))
        });
        written.map_err(|why| Failed::usage(format!("{}: {why}", folder.display())))?;
        Ok(Said::done(different.join("\n"), json!({ "written": different })))
    }
}

/// Every contract by its file's name.
fn contracts() -> Result<Vec<(&'static str, String)>, Failed> {
    Ok(vec![
        ("agreement.schema.json", agreements::agreement_schema()),
        ("mapping.schema.json", cases::log::mapping_schema()),
        ("permissions.txt", format!("{}\n{}", access::print(), graphql::permissions::print())),
        ("schema.graphql", sdl()?),
        ("refusals.txt", refusals()),
        ("tables.sql", db::tables_sql()),
    ])
}

/// Every code that a rule may refuse with and what it means, sorted, one a line.
fn refusals() -> String {
    let nouns = [
        identity::codes::CODES,
        agreements::CODES,
        calendars::CODES,
        kpis::CODES,
        cases::CODES,
        cases::log::CODES,
        deviations::CODES,
        satisfaction::CODES,
        vocabulary::CODES,
        alignment::CODES,
        escalations::CODES,
        webhook::CODES,
        coordination::CODES,
        notifications::codes::CODES,
        &[CURSOR_UNKNOWN, EXPORT_ASKED, SCORECARD_SIZE, TOO_MANY_IDS],
        idempotency::CODES,
        feed::CODES,
    ];
    let mut all: Vec<Code> = nouns.concat();
    all.sort_by_key(|code| code.name);
    let wide = all.iter().map(|code| code.name.len()).max().unwrap_or(0);
    all.iter().map(|Code { name, meaning }| format!("{name:wide$}  {meaning}\n")).collect()
}

fn sdl() -> Result<String, Failed> {
    let api = graphql::schema::api().map_err(|twice| Failed::usage(twice.to_string()))?;
    Ok(api.sdl())
}
