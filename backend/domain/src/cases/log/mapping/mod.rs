//! A mapping: how the log of another system is read.

mod build;
mod facts;
mod field;
mod file;
mod reading;
mod times;

pub use field::Record;
pub use file::{
    ColumnsEntry, FactEntry, FieldEntry, GoodEntry, HoursBetweenEntry, MappingFile, Meaning, StatusEntry, TimeEntry,
};

#[cfg(test)]
mod tests;

use super::codes;
use crate::agreements::{FileProblems, file::read};
use crate::kernel::{Refusals, Verdict};
use facts::{Fact, Measure};
use field::{Field, Pattern};
use serde_json::Value;
use std::sync::LazyLock;
use times::Times;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(MappingFile).to_value());

/// The JSON Schema of the mapping file, as published in `schema/mapping.schema.json`.
#[must_use]
pub fn mapping_schema() -> String {
    let mut text = format!("{:#}", *SCHEMA);
    text.push('\n');
    text
}

/// A mapping that reads the rows of a log.
#[derive(Clone, Debug)]
pub struct Mapper {
    source: String,
    times: Times,
    missing: Vec<String>,
    wanted: Vec<String>,
    /// How many of the wanted columns say something about the case; the others are for KPIs alone.
    told: usize,
    columns: Columns,
    rules: Vec<Rule>,
    /// The columns that make a status: those of which every rule speaks.
    status: Vec<usize>,
    facts: Vec<Fact>,
}

/// Which column is what, by its place among those that are wanted.
#[derive(Clone, Debug)]
struct Columns {
    case: usize,
    at: usize,
    order: Option<usize>,
    key: Vec<usize>,
    opened_at: Option<usize>,
    team: Field,
    company: Option<Field>,
    person: Option<Field>,
    priority: Field,
    service: Field,
    customer: Option<Field>,
    kind: Option<Field>,
    title: Option<Field>,
    region: Option<Field>,
    language: Option<Field>,
    product: Option<Field>,
    skills: Option<Field>,
    rating: Option<Field>,
}

/// What a status means.
#[derive(Clone, Debug)]
struct Rule {
    when: Vec<(usize, Pattern)>,
    means: Meaning,
    reason: Option<Field>,
    responds: bool,
}

impl Mapper {
    /// Reads a mapping file: YAML in UTF-8.
    ///
    /// # Errors
    /// Everything that is wrong with it, with line and column.
    pub fn of(bytes: &[u8]) -> Result<Self, FileProblems> {
        let (file, problems) = read::<MappingFile>(bytes, &SCHEMA)?;
        build::Builder::build(&file, problems)
    }

    /// The system's name.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The columns that it reads.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.wanted
    }

    /// Where each of [`Mapper::columns`] stands in a file with these columns.
    ///
    /// # Errors
    /// [`codes::CASE_LOG_COLUMNS`] for each that the file lacks or names twice.
    pub fn places(&self, header: &[impl AsRef<str>]) -> Verdict<Vec<usize>> {
        let (mut places, mut problems) = (Vec::new(), Vec::new());
        for wanted in &self.wanted {
            let mut found = (0..header.len()).filter(|place| header[*place].as_ref().trim() == wanted);
            match (found.next(), found.next()) {
                (Some(place), None) => places.push(place),
                (Some(_), Some(_)) => problems.push(refuse(format!("{wanted} is named twice"))),
                (None, _) => problems.push(refuse(format!("the mapping names the column {wanted}, which is missing"))),
            }
        }
        if problems.is_empty() { Ok(places) } else { Err(Refusals(problems)) }
    }
}

fn refuse(message: String) -> crate::kernel::Refusal {
    codes::CASE_LOG_COLUMNS.refuse_field("columns", message)
}

/// The refusals of a mapping file.
#[must_use]
pub fn mapping_refusals(problems: &FileProblems) -> Refusals {
    let refusal = |problem: &crate::agreements::FileProblem| {
        let message = format!("line {}, column {}: {}", problem.line, problem.column, problem.message);
        codes::CASE_LOG_MAPPING.refuse_field(problem.path.clone(), message)
    };
    Refusals(problems.0.iter().map(refusal).collect())
}
