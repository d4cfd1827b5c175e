//! From lines to batches of measurements, with what was wrong on the way.

use super::json;
use crate::{
    kernel::feed::{Format, Header, Lines, Reject, broken},
    kpis::names::{Reported, measurement},
};
use concordat_domain::{
    agreements::Terms,
    kernel::{Code, Decimal, Moment, Refusal, Verdict},
    kpis::{Measurement, Parts, codes},
};
use std::io::BufRead;

/// The columns there are, and whether a file must have each.
const COLUMNS: [(&str, bool); 10] = [
    ("kpi", true),
    ("company", true),
    ("service", true),
    ("observed_at", true),
    ("source", true),
    ("source_key", true),
    ("value", false),
    ("good", false),
    ("total", false),
    ("weight", false),
];

type Columns = Header<{ COLUMNS.len() }>;

/// Measurements of neighbouring lines.
#[derive(Default)]
pub(super) struct Batch {
    /// What was reported.
    pub(super) measurements: Vec<Measurement>,
    /// The line of each.
    pub(super) lines: Vec<u64>,
    /// What is no measurement of the agreement.
    pub(super) rejects: Vec<Reject>,
    /// The last line.
    pub(super) line: u64,
    /// How many bytes of the input lie behind it.
    pub(super) bytes: u64,
}

/// The most bytes of input in one batch.
const BYTES: u64 = 4 * 1024 * 1024;

/// Reads an input batch by batch.
pub(super) struct Reader<'t, R> {
    lines: Lines<R>,
    format: Format,
    header: Option<Columns>,
    terms: &'t Terms,
    size: usize,
}

impl<'t, R: BufRead> Reader<'t, R> {
    pub(super) const fn new(input: R, format: Format, terms: &'t Terms, size: usize) -> Self {
        Self { lines: Lines::new(input), format, header: None, terms, size }
    }

    /// The next batch; nothing at the end of the input.
    ///
    /// # Errors
    /// [`codes::IMPORT_COLUMNS`] for a first line that does not name the columns, `IMPORT_INPUT` when the
    /// input breaks off.
    pub(super) fn next(&mut self) -> Verdict<Option<Batch>> {
        let mut batch = Batch::default();
        let begun = self.lines.bytes();
        if self.format == Format::Csv && self.header.is_none() {
            self.header = Some(header(&mut self.lines)?);
        }
        while batch.lines.len() + batch.rejects.len() < self.size && self.lines.bytes() - begun < BYTES {
            let number = self.lines.number() + 1;
            let Some(line) = self.lines.next().map_err(|error| broken(&error))? else { break };
            let read = line.and_then(|line| match (&self.header, line) {
                (_, "") => Ok(None),
                (Some(header), line) => of_csv(header, line, self.terms).map(Some),
                (None, line) => of_json(line, self.terms).map(Some),
            });
            match read {
                Ok(Some(measurement)) => {
                    batch.measurements.push(measurement);
                    batch.lines.push(number);
                }
                Ok(None) => {}
                Err(why) => batch.rejects.push(Reject { line: number, refusals: why.0 }),
            }
        }
        batch.line = self.lines.number();
        batch.bytes = self.lines.bytes();
        Ok((self.lines.bytes() > begun).then_some(batch))
    }
}

fn header(lines: &mut Lines<impl BufRead>) -> Verdict<Columns> {
    match lines.next().map_err(|error| broken(&error))? {
        Some(line) => Header::read(line?, &COLUMNS, codes::IMPORT_COLUMNS, "measurements"),
        None => Err(codes::IMPORT_COLUMNS.refuse_field("columns", "the file is empty").into()),
    }
}

fn of_csv(header: &Columns, line: &str, terms: &Terms) -> Verdict<Measurement> {
    let record = header.record(line)?;
    let [kpi, company, service, at, source, source_key, numbers @ ..] = &record;
    let [value, good, total, weight] = numbers;
    let parts = Parts {
        value: number("value", value)?,
        weight: number("weight", weight)?,
        good: number("good", good)?,
        total: number("total", total)?,
    };
    let observed_at = Moment::parse(at).map_err(|error| field("observed_at", &error))?;
    measurement(terms, &Reported { kpi, company, service, observed_at, parts, source, source_key })
}

fn number(name: &str, text: &str) -> Result<Option<Decimal>, Refusal> {
    if text.is_empty() { Ok(None) } else { Decimal::parse(text).map(Some).map_err(|error| field(name, &error)) }
}

fn field(name: &str, error: &impl ToString) -> Refusal {
    const FIELD: Code = codes::IMPORT_FIELD;
    FIELD.refuse_field(name, error.to_string())
}

fn of_json(line: &str, terms: &Terms) -> Verdict<Measurement> {
    let record = json::Record::read(line)?;
    let reported = Reported {
        kpi: &record.kpi,
        company: &record.company,
        service: &record.service,
        observed_at: record.observed_at,
        parts: record.parts(),
        source: &record.source,
        source_key: &record.source_key,
    };
    measurement(terms, &reported)
}
