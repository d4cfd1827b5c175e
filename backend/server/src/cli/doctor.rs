//! `concordat doctor`: what an operator should know before it hurts.

use super::{
    console::Console,
    outcome::{Answered, REFUSED, Said},
    table::table,
};
use concordat_domain::access::Actor;
use concordat_service::{
    agreements, escalations, events,
    kernel::{
        SystemClock,
        condition::{Finding, Grade, examine},
        db::{self, DatabaseUrl, MigrationProblem},
    },
    kpis, notifications,
};
use serde_json::json;
use std::{path::Path, process::Command, sync::Arc};

/// Space that an embedded database should have left.
const SPARE_MIB: u64 = 1_024;

/// Agreements that are listed at a time.
const PAGE: usize = 50;

/// Looks at the configuration, the database, its schema, roles and logs, the clock and the disk
#[derive(clap::Args)]
pub struct Doctor {
    /// Do not verify the logs of events and the rollups: on a large database that takes a while
    #[arg(long)]
    quick: bool,
}

impl Doctor {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let config = &console.config;
        let mut found = vec![Finding::new("configuration", Grade::Good, "makes sense")];
        if let DatabaseUrl::Sqlite(path) = &config.database {
            found.push(match path.is_file() {
                true => disk(path),
                false => Finding::new(
                    "database",
                    Grade::Bad,
                    "there is none yet; `concordat migrate` or the first start makes it",
                ),
            });
        }
        if found.iter().all(|finding| finding.grade != Grade::Bad) {
            let schema = schema(&config.database);
            let usable = schema.grade == Grade::Good;
            found.push(schema);
            if usable {
                found.extend(examine(&config.database, &SystemClock));
                found.push(mail(console));
            }
            if usable && !self.quick {
                found.push(logs(console));
                found.push(rollups(console));
                found.push(ladders(console));
            }
        }
        Ok(report(&found))
    }
}

fn schema(url: &DatabaseUrl) -> Finding {
    let finding = |grade, says: String| Finding::new("schema", grade, says);
    match db::pending(url) {
        Ok(pending) if pending.is_empty() => finding(Grade::Good, "is this binary's".into()),
        Ok(pending) => finding(Grade::Bad, format!("lacks {}; run `concordat migrate`", pending.join(", "))),
        Err(MigrationProblem::Connect(why)) => Finding::new("database", Grade::Bad, format!("cannot be opened: {why}")),
        Err(problem) => finding(Grade::Bad, problem.to_string()),
    }
}

/// Whether mails go out.
fn mail(console: &Console) -> Finding {
    let has_server = console.config.mail.is_some();
    let condition = console
        .database()
        .and_then(|database| database.read(&Arc::new(Actor::console()), |tx| notifications::condition(tx, has_server)));
    condition.unwrap_or_else(|no| Finding::new("mail", Grade::Bad, no.to_string()))
}

fn logs(console: &Console) -> Finding {
    let finding = |grade, says: String| Finding::new("event logs", grade, says);
    let audited = console
        .database()
        .and_then(|database| database.read(&Arc::new(Actor::console()), |tx| events::audit_verify(tx, None)));
    match audited {
        Err(no) => finding(Grade::Bad, no.to_string()),
        Ok(audited) => match audited.iter().find_map(|log| Some((log.agreement, log.verdict.as_ref().err()?))) {
            Some((agreement, tampered)) => finding(Grade::Bad, format!("of {agreement}: {tampered}")),
            None => finding(Grade::Good, format!("{} verified", audited.len())),
        },
    }
}

/// Whether every agreement's buckets are what its facts add up to.
fn rollups(console: &Console) -> Finding {
    let finding = |grade, says: String| Finding::new("rollups", grade, says);
    let (actor, mut months) = (Arc::new(Actor::console()), 0);
    let wrong = console.database().and_then(|database| {
        let mut after: Option<String> = None;
        loop {
            let page = database.read(&actor, |tx| agreements::list(tx, after.as_deref(), PAGE))?;
            for view in page.iter().take(PAGE) {
                if database.read(&actor, |tx| kpis::verify(tx, view.agreement.id, |_| months += 1))?.is_some() {
                    return Ok(Some(view.agreement.code.clone()));
                }
            }
            match page.get(PAGE - 1).filter(|_| page.len() > PAGE) {
                Some(last) => after = Some(last.agreement.code.clone()),
                None => return Ok(None),
            }
        }
    });
    match wrong {
        Ok(None) => finding(Grade::Good, format!("{months} months are what the facts add up to")),
        Ok(Some(code)) => finding(Grade::Bad, format!("of {code} have gone astray; run `concordat rollups rebuild`")),
        Err(no) => finding(Grade::Bad, no.to_string()),
    }
}

/// Whether every escalation that is not over has an owner and a next deadline.
fn ladders(console: &Console) -> Finding {
    let finding = |grade, says: String| Finding::new("escalations", grade, says);
    match console.database().and_then(|database| escalations::unsound(&database)) {
        Ok(unsound) => match unsound.first() {
            Some(one) => finding(
                Grade::Bad,
                format!("{} have gone astray, such as {}: {}", unsound.len(), one.id, one.faults.join(", ")),
            ),
            None => finding(Grade::Good, "each has an owner and a deadline".into()),
        },
        Err(no) => finding(Grade::Bad, no.to_string()),
    }
}

/// The space left beside a file, as `df` tells it.
fn disk(path: &Path) -> Finding {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let told = Command::new("df").arg("-Pk").arg(folder).output().ok();
    let free = told.and_then(|output| {
        let text = String::from_utf8(output.stdout).ok()?;
        text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok()
    });
    match free.map(|kib| kib / 1_024) {
        Some(mib) if mib >= SPARE_MIB => Finding::new("disk", Grade::Good, format!("{mib} MiB left")),
        Some(mib) => Finding::new("disk", Grade::Doubtful, format!("only {mib} MiB left; make room")),
        None => Finding::new("disk", Grade::Doubtful, "the space left is not known: `df` does not tell"),
    }
}

fn report(found: &[Finding]) -> Said {
    let grade = |grade: Grade| match grade {
        Grade::Good => "ok",
        Grade::Doubtful => "LOOK",
        Grade::Bad => "BAD",
    };
    let rows: Vec<[String; 3]> = found
        .iter()
        .map(|finding| [grade(finding.grade).to_owned(), finding.of.to_owned(), finding.says.clone()])
        .collect();
    let told =
        found.iter().map(|finding| json!({ "of": finding.of, "is": grade(finding.grade), "says": finding.says }));
    let mut said = Said::done(table(["", "of", "says"], &rows), told.collect());
    if found.iter().any(|finding| finding.grade == Grade::Bad) {
        said.code = REFUSED;
    }
    said
}
