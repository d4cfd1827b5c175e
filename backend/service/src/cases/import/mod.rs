//! Case logs are imported: any size in bounded memory, batch by batch, each in its own transaction. A row is known by
//! its key, so the same log again changes nothing, and an import that broke off is run again from its beginning.

mod growing;
mod reading;
mod taking;

use crate::{
    agreements::AgreementView,
    identity,
    kernel::{
        Database, Denial, Noun as _, Outcome, Tx,
        feed::{Format, Reject, broken, in_batches},
    },
    kpis,
};
use concordat_domain::{
    access::{Actor, Place, Verb},
    cases::log::{Mapper, Names, codes},
    kernel::{AgreementId, Verdict},
};
use reading::{Batch, Reader};
use serde::Serialize;
use std::{
    collections::{BTreeMap, HashSet},
    io::{self, BufRead},
    sync::Arc,
};

/// What is imported and how.
#[derive(Clone, Debug)]
pub struct Import {
    /// How the input is written.
    pub format: Format,
    /// How another system's log is read; without it, the log is in the canonical form.
    pub mapper: Option<Arc<Mapper>>,
    /// The system from which a log in the canonical form comes; a mapping names its own.
    pub source: String,
    /// Does everything but keep it. Of rows of one case that lie in different batches only the first are checked
    /// against what came before them.
    pub dry_run: bool,
    /// Rows to a transaction, about; 5,000 go well.
    pub batch: usize,
}

/// How far an import has come; at its end, what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Lines read.
    pub lines: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Rows that said something new.
    pub recorded: u64,
    /// Rows that were known.
    pub unchanged: u64,
    /// Lines that were not taken, or not whole.
    pub rejected: u64,
    /// How often a case was opened or grew.
    pub cases: u64,
    /// Events recorded.
    pub events: u64,
    /// What became of the facts of KPIs that the log reports.
    pub facts: kpis::Counts,
    /// Statuses without a rule in the mapping, and how many rows have them.
    pub unclear: BTreeMap<String, u64>,
}

/// So many statuses without a rule are told by name.
const STATUSES: usize = 200;

impl Imported {
    /// What became of the rows, as it is counted of every import.
    #[must_use]
    pub const fn rows(&self) -> kpis::Counts {
        kpis::Counts { recorded: self.recorded, corrected: 0, unchanged: self.unchanged, rejected: self.rejected }
    }
}

impl Import {
    /// The source of logs in the canonical form that name none.
    pub const SOURCE: &str = "log";

    /// An import that keeps what it takes, of a log in the canonical form or, with a mapping, in another.
    #[must_use]
    pub fn new(format: Format, mapper: Option<Mapper>) -> Self {
        let source = mapper.as_ref().map_or(Self::SOURCE, Mapper::source).to_owned();
        Self { format, mapper: mapper.map(Arc::new), source, dry_run: false, batch: 5_000 }
    }

    /// The same of a log from the system of that name; nothing keeps the name there is.
    ///
    /// # Errors
    /// `CASE_LOG_FIELD` for a name that is empty, too long, or holds control characters.
    pub fn from(mut self, source: Option<String>) -> Verdict<Self> {
        if let Some(source) = source {
            if source.is_empty() || source.chars().count() > 200 || source.chars().any(char::is_control) {
                let message = "name the system with 1 to 200 characters and no control characters";
                return Err(codes::CASE_LOG_FIELD.refuse_field("source", message).into());
            }
            self.source = source;
        }
        Ok(self)
    }

    /// Imports an input into an agreement. After every batch `rejected` is handed what was not taken of it, and
    /// `seen` hears how far it has come.
    ///
    /// # Errors
    /// Not found or forbidden for whoever imports nothing, `CASE_LOG_AGREEMENT` where the agreement takes no cases,
    /// `CASE_LOG_COLUMNS` for a first line that does not name the columns, `IMPORT_INPUT` when the input breaks off or
    /// the rejects cannot be written, or a fault. Batches before that are in.
    pub fn run(
        &self,
        database: &Database,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        input: impl BufRead + Send,
        mut rejected: impl FnMut(&[Reject]) -> io::Result<()>,
        mut seen: impl FnMut(&Imported),
    ) -> Outcome<Imported> {
        let terms = database.read(actor, |tx| Ok(importing(tx, agreement)?.terms))?;
        let names = Names::of(&terms)?;
        let (mut imported, mut begun) = (Imported::default(), HashSet::new());
        let mut reader = Reader::new(input, self.format, self.mapper.as_deref(), names, self.batch.max(1));
        in_batches(
            move || reader.next(),
            |batch| {
                let rejects = self.take(database, actor, agreement, batch, &mut begun, &mut imported)?;
                rejected(&rejects).map_err(|error| broken(&error))?;
                seen(&imported);
                Ok(())
            },
        )?;
        Ok(imported)
    }

    /// Takes one batch; answers what was not taken, in order of line.
    fn take(
        &self,
        database: &Database,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        batch: Batch,
        begun: &mut HashSet<String>,
        imported: &mut Imported,
    ) -> Outcome<Vec<Reject>> {
        let Batch { rows, mut rejects, unclear, line, bytes } = batch;
        let mut work = |tx: &mut Tx<'_>| taking::take(tx, agreement, &self.source, &rows, begun);
        let taken = match self.dry_run {
            true => database.rehearse(actor, agreement, &mut work),
            false => database.write(actor, agreement, &mut work),
        }?;
        if self.dry_run {
            begun.extend(rows.iter().map(|row| row.read.case().to_owned()));
        }
        rejects.extend(taken.rejects);
        rejects.sort_by_key(|reject| reject.line);
        let mut lines: Vec<u64> = rejects.iter().map(|reject| reject.line).collect();
        lines.dedup();
        imported.rejected += lines.len() as u64;
        imported.recorded += taken.recorded;
        imported.unchanged += taken.unchanged;
        imported.cases += taken.cases;
        imported.events += taken.events;
        imported.facts += taken.facts;
        for (status, rows) in unclear {
            let known = imported.unclear.len() < STATUSES || imported.unclear.contains_key(&status);
            *imported.unclear.entry(if known { status } else { "others".to_owned() }).or_default() += rows;
        }
        (imported.lines, imported.bytes) = (line, bytes);
        Ok(rejects)
    }
}

/// The agreement, for whoever imports case logs into it.
///
/// # Errors
/// Not found for whoever may not see it; forbidden for whoever imports nothing.
pub fn importing(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<AgreementView> {
    if tx.actor().on_behalf(Verb::CaseImport, agreement).is_some() {
        let seen = tx.actor().may(Verb::AgreementView, Place::shared(agreement));
        return Err(if seen { Denial::Forbidden } else { Denial::NotFound }.into());
    }
    Ok(AgreementView::load(tx, agreement)?.ok_or(Denial::NotFound)?)
}

/// The agreement with that code, for whoever imports case logs into it.
///
/// # Errors
/// As for [`importing`].
pub fn importing_to(tx: &mut Tx<'_>, code: &str) -> Outcome<AgreementId> {
    let id = identity::store::agreement_by_code(tx, code)?.ok_or(Denial::NotFound)?;
    Ok(importing(tx, id)?.agreement.id)
}
