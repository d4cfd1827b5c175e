//! What is fed in as a file: lines read one at a time in bounded memory, batch by batch beside the writing of the batch
//! before; what is not taken is told line by line.

mod csv;
mod lines;
mod rejects;

pub(crate) use csv::{Header, fields};
pub(crate) use lines::{Lines, broken, wrong};
pub use rejects::Rejects;
pub(crate) use rejects::plain;

use super::{No, Outcome};
use concordat_domain::kernel::{Code, Refusal, Verdict};
use serde::Serialize;
use std::sync::mpsc;

/// A line that is no record.
pub const IMPORT_LINE: Code = Code::new(
    "IMPORT_LINE",
    "A record stands on one line of at most 65,536 bytes of UTF-8, as CSV with all its columns or as one JSON object.",
);
/// The input broke off.
pub const IMPORT_INPUT: Code = Code::new(
    "IMPORT_INPUT",
    "The input could not be read to its end; what came before is in, so the same import can be run again.",
);

/// The body is not in the parts that it should have.
pub const IMPORT_PARTS: Code = Code::new(
    "IMPORT_PARTS",
    "A body in parts has one part `mapping`, where a mapping reads the log, and after it one part `log`, CSV or NDJSON.",
);

/// Every code of this part of the kernel.
pub const CODES: &[Code] = &[IMPORT_LINE, IMPORT_INPUT, IMPORT_PARTS];

/// How the input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values with a line of column names.
    Csv,
    /// One JSON object a line.
    Ndjson,
}

/// A line that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reject {
    /// Its number, counted from 1.
    pub line: u64,
    /// Every reason why.
    pub refusals: Vec<Refusal>,
}

/// Takes batches as they are read: one is read while the one before it is taken.
///
/// # Errors
/// What reading or taking answers first; the batches before that are taken.
pub(crate) fn in_batches<B: Send>(
    mut next: impl FnMut() -> Verdict<Option<B>> + Send,
    mut take: impl FnMut(B) -> Outcome<()>,
) -> Outcome<()> {
    std::thread::scope(|scope| {
        let (sender, batches) = mpsc::sync_channel::<Verdict<B>>(1);
        scope.spawn(move || {
            while let Some(next) = next().transpose() {
                let over = next.is_err();
                if sender.send(next).is_err() || over {
                    return;
                }
            }
        });
        for batch in batches {
            take(batch.map_err(No::from)?)?;
        }
        Ok(())
    })
}
