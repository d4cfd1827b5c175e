//! The file of rejects: for each reason one record with the line's number, the code, the field and the remedy.

use super::{Format, Reject};
use serde_json::json;
use std::{
    borrow::Cow,
    io::{self, Write},
};

/// Writes rejects as they come.
pub struct Rejects<W> {
    out: W,
    format: Format,
    begun: bool,
}

impl<W: Write> Rejects<W> {
    /// A file of rejects in one of the two formats; nothing is written before the first reject.
    pub const fn new(out: W, format: Format) -> Self {
        Self { out, format, begun: false }
    }

    /// Adds some.
    ///
    /// # Errors
    /// What the file answers.
    pub fn write(&mut self, rejects: &[Reject]) -> io::Result<()> {
        match self.format {
            Format::Csv => self.write_csv(rejects),
            Format::Ndjson => self.write_json(rejects),
        }
    }

    fn write_csv(&mut self, rejects: &[Reject]) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(&mut self.out);
        for Reject { line, refusals } in rejects {
            if !self.begun {
                csv.write_record(["line", "code", "field", "message"])?;
                self.begun = true;
            }
            for refusal in refusals {
                let field = refusal.field.as_deref().unwrap_or_default();
                csv.write_record([&line.to_string(), refusal.code.as_ref(), field, &plain(&refusal.message)])?;
            }
        }
        csv.flush()
    }

    fn write_json(&mut self, rejects: &[Reject]) -> io::Result<()> {
        for Reject { line, refusals } in rejects {
            for refusal in refusals {
                let record = json!({
                    "line": line, "code": refusal.code, "field": refusal.field, "message": refusal.message,
                });
                writeln!(self.out, "{record}")?;
            }
        }
        self.out.flush()
    }
}

/// Text that no spreadsheet takes for a formula.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
