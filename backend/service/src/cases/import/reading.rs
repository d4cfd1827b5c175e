//! From lines to batches of rows, with what was wrong on the way. A batch ends between two cases where it can.

use crate::kernel::feed::{Format, Header, Lines, Reject, broken, fields, wrong};
use concordat_domain::{
    cases::log::{COLUMNS, Entry, Mapper, Names, Record, Row, Step, codes},
    kernel::{Refusal, Verdict},
};
use serde_json::{Map, Value};
use std::{borrow::Cow, collections::BTreeMap, io::BufRead};

/// What a line says.
pub(super) enum Read {
    /// An event.
    Entry(Box<Entry>),
    /// How things stand.
    Step(Box<Step>),
}

impl Read {
    pub(super) fn case(&self) -> &str {
        match self {
            Self::Entry(entry) => &entry.case,
            Self::Step(step) => &step.case,
        }
    }
}

/// A line that was read.
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: u64,
    /// What it says.
    pub(super) read: Read,
}

/// Neighbouring lines.
#[derive(Default)]
pub(super) struct Batch {
    /// What they say.
    pub(super) rows: Vec<Line>,
    /// What is no row of the agreement.
    pub(super) rejects: Vec<Reject>,
    /// Statuses without a rule, and how many rows have them.
    pub(super) unclear: BTreeMap<String, u64>,
    /// The last line.
    pub(super) line: u64,
    /// How many bytes of the input lie behind it.
    pub(super) bytes: u64,
}

/// The most bytes of input in one batch.
const BYTES: u64 = 8 * 1024 * 1024;

/// How the lines of an input are told apart.
enum Form<'t> {
    Events(Header<{ COLUMNS.len() }>),
    EventObjects,
    Statuses(&'t Mapper, Vec<usize>, usize),
    StatusObjects(&'t Mapper, Vec<usize>),
}

/// Reads an input batch by batch.
pub(super) struct Reader<'t, R> {
    lines: Lines<R>,
    format: Format,
    mapper: Option<&'t Mapper>,
    names: Names<'t>,
    form: Option<Form<'t>>,
    size: usize,
    /// The first line of the next batch.
    held: Option<Line>,
}

impl<'t, R: BufRead> Reader<'t, R> {
    pub(super) const fn new(
        input: R,
        format: Format,
        mapper: Option<&'t Mapper>,
        names: Names<'t>,
        size: usize,
    ) -> Self {
        Self { lines: Lines::new(input), format, mapper, names, form: None, size, held: None }
    }

    /// The next batch; nothing at the end of the input.
    ///
    /// # Errors
    /// [`codes::CASE_LOG_COLUMNS`] for a first line that does not name the columns, `IMPORT_INPUT` when the input
    /// breaks off.
    pub(super) fn next(&mut self) -> Verdict<Option<Batch>> {
        let mut batch = Batch::default();
        let begun = self.lines.bytes();
        let form = match self.form.take() {
            Some(form) => form,
            None => self.form()?,
        };
        batch.rows.extend(self.held.take());
        loop {
            let full = batch.rows.len() + batch.rejects.len() >= self.size || self.lines.bytes() - begun >= BYTES;
            let over = batch.rows.len() >= self.size * 2;
            if over || full && batch.rows.is_empty() {
                break;
            }
            let number = self.lines.number() + 1;
            let Some(line) = self.lines.next().map_err(|error| broken(&error))? else { break };
            match line.and_then(|line| if line.is_empty() { Ok(None) } else { form.read(&self.names, line).map(Some) })
            {
                Ok(Some(read)) => {
                    let read = Line { number, read };
                    if full && batch.rows.last().is_some_and(|last| last.read.case() != read.read.case()) {
                        self.held = Some(read);
                        break;
                    }
                    batch.count(&read.read);
                    batch.rows.push(read);
                }
                Ok(None) => {}
                Err(why) => batch.rejects.push(Reject { line: number, refusals: why.0 }),
            }
        }
        self.form = Some(form);
        batch.line = self.lines.number() - u64::from(self.held.is_some());
        batch.bytes = self.lines.bytes();
        Ok((self.lines.bytes() > begun || !batch.rows.is_empty()).then_some(batch))
    }

    fn form(&mut self) -> Verdict<Form<'t>> {
        match (self.format, self.mapper) {
            (Format::Ndjson, None) => Ok(Form::EventObjects),
            (Format::Ndjson, Some(mapper)) => Ok(Form::StatusObjects(mapper, (0..mapper.columns().len()).collect())),
            (Format::Csv, mapper) => {
                let Some(line) = self.lines.next().map_err(|error| broken(&error))? else {
                    return Err(codes::CASE_LOG_COLUMNS.refuse_field("columns", "the file is empty").into());
                };
                let line = line?;
                let Some(mapper) = mapper else {
                    return Header::read(line, &COLUMNS, codes::CASE_LOG_COLUMNS, "case logs").map(Form::Events);
                };
                let header = fields(line)?;
                Ok(Form::Statuses(mapper, mapper.places(&header)?, header.len()))
            }
        }
    }
}

impl Batch {
    fn count(&mut self, read: &Read) {
        if let Read::Step(step) = read
            && let Some(status) = &step.unknown
        {
            *self.unclear.entry(status.clone()).or_default() += 1;
        }
    }
}

impl Form<'_> {
    fn read(&self, names: &Names<'_>, line: &str) -> Verdict<Read> {
        match self {
            Self::Events(header) => {
                Row::of(header.record(line)?).resolve(names).map(|entry| Read::Entry(Box::new(entry)))
            }
            Self::EventObjects => {
                if !line.trim_start().starts_with('{') {
                    return Err(wrong("the line is no JSON object").into());
                }
                let row: Row<'_> = serde_json::from_str(line).map_err(|error| no_object(&error))?;
                row.resolve(names).map(|entry| Read::Entry(Box::new(entry)))
            }
            Self::Statuses(mapper, places, count) => {
                let fields = fields(line)?;
                if fields.len() != *count {
                    let message = format!("the line has {} fields, the first line names {count}", fields.len());
                    return Err(wrong(message).into());
                }
                let step = mapper.read(names, Record { fields: &fields, places })?;
                Ok(Read::Step(Box::new(step)))
            }
            Self::StatusObjects(mapper, places) => {
                let object: Map<String, Value> = serde_json::from_str(line).map_err(|error| no_object(&error))?;
                let fields: Vec<_> = mapper.columns().iter().map(|name| text(object.get(name))).collect();
                let step = mapper.read(names, Record { fields: &fields, places })?;
                Ok(Read::Step(Box::new(step)))
            }
        }
    }
}

fn no_object(error: &serde_json::Error) -> Refusal {
    wrong(error.to_string().chars().take(300).collect::<String>())
}

/// A value as a text; one that has parts is written as JSON.
fn text(value: Option<&Value>) -> Cow<'_, str> {
    match value {
        None | Some(Value::Null) => Cow::Borrowed(""),
        Some(Value::String(text)) => Cow::Borrowed(text),
        Some(other) => Cow::Owned(other.to_string()),
    }
}
