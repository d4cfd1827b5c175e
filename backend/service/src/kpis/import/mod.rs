//! Measurements are imported: any size in bounded memory, batch by batch, each in its own transaction. A batch that is
//! in is in for good, so an import that broke off is run again from its beginning.

mod json;
mod reading;

use super::recording::{Counts, Taken, record, reporting};
use crate::kernel::{
    Database, Outcome,
    feed::{Format, Reject, broken, in_batches},
};
use concordat_domain::{access::Actor, kernel::AgreementId};
use reading::{Batch, Reader};
use serde::Serialize;
use std::{
    io::{self, BufRead},
    sync::Arc,
};

/// What is imported and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Import {
    /// How the input is written.
    pub format: Format,
    /// Does everything but keep it. A key that returns in another batch is counted as new there.
    pub dry_run: bool,
    /// Measurements to a transaction; 10,000 go well.
    pub batch: usize,
}

/// How far an import has come; at its end, what became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Lines read.
    pub lines: u64,
    /// Bytes read.
    pub bytes: u64,
    /// What became of the measurements.
    #[serde(flatten)]
    pub counts: Counts,
}

impl Import {
    /// An import that keeps what it takes, in transactions of a good size.
    #[must_use]
    pub const fn new(format: Format) -> Self {
        Self { format, dry_run: false, batch: 10_000 }
    }

    /// Imports an input into an agreement. After every batch `rejected` is handed what was not taken of it, and
    /// `seen` hears how far it has come.
    ///
    /// # Errors
    /// Not found or forbidden as for [`record`], `IMPORT_COLUMNS` for a first line that does not name the
    /// columns, `IMPORT_INPUT` when the input breaks off or the rejects cannot be written, or a fault.
    /// Batches before that are in.
    pub fn run(
        self,
        database: &Database,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        input: impl BufRead + Send,
        mut rejected: impl FnMut(&[Reject]) -> io::Result<()>,
        mut seen: impl FnMut(&Imported),
    ) -> Outcome<Imported> {
        let terms = database.read(actor, |tx| Ok(reporting(tx, agreement)?.0.terms))?;
        let mut imported = Imported::default();
        let mut reader = Reader::new(input, self.format, &terms, self.batch.max(1));
        in_batches(
            move || reader.next(),
            |batch| {
                let rejects = self.take(database, actor, agreement, batch, &mut imported)?;
                rejected(&rejects).map_err(|error| broken(&error))?;
                seen(&imported);
                Ok(())
            },
        )?;
        Ok(imported)
    }

    /// Records one batch; answers what was not taken, in order of line.
    fn take(
        self,
        database: &Database,
        actor: &Arc<Actor>,
        agreement: AgreementId,
        batch: Batch,
        imported: &mut Imported,
    ) -> Outcome<Vec<Reject>> {
        let Batch { measurements, lines, mut rejects, line, bytes } = batch;
        imported.counts.rejected += rejects.len() as u64;
        if !measurements.is_empty() {
            let recorded = match self.dry_run {
                true => database.rehearse(actor, agreement, |tx| record(tx, agreement, &measurements)),
                false => database.write(actor, agreement, |tx| record(tx, agreement, &measurements)),
            }?;
            imported.counts += recorded.counts();
            let refused = recorded.taken.into_iter().zip(lines).filter_map(|(taken, line)| match taken {
                Taken::Rejected(why) => Some(Reject { line, refusals: why.0 }),
                Taken::Recorded | Taken::Corrected | Taken::Unchanged => None,
            });
            rejects.extend(refused);
            rejects.sort_by_key(|reject| reject.line);
        }
        (imported.lines, imported.bytes) = (line, bytes);
        Ok(rejects)
    }
}
