//! What is wrong with an agreement file: where, and what would mend it.

use super::Place;
use crate::{agreements::lifecycle::codes, kernel::Refusals};
use serde::Serialize;

/// One thing wrong in an agreement file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileProblem {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The path of the value, such as `kpis.sla-met.targets`.
    pub path: String,
    /// What is wrong and what would mend it.
    pub message: String,
}

impl std::fmt::Display for FileProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}: {}", self.line, self.column, self.path, self.message)
    }
}

/// Everything wrong with an agreement file, in the order of the file; never empty when given as an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FileProblems(pub Vec<FileProblem>);

impl FileProblems {
    /// More problems than this are not listed: nobody mends a thousand lines at once.
    const MOST: usize = 500;

    /// Notes one problem.
    pub(crate) fn note(&mut self, place: Place, path: impl Into<String>, message: impl Into<String>) {
        if self.0.len() < Self::MOST {
            let Place { line, column } = place;
            self.0.push(FileProblem { line, column, path: path.into(), message: message.into() });
        }
    }

    /// Nothing when there is no problem, otherwise all of them in the order of the file.
    ///
    /// # Errors
    /// The problems themselves.
    pub(crate) fn verdict(mut self) -> Result<(), Self> {
        if self.0.is_empty() {
            return Ok(());
        }
        self.0.sort_by_key(|problem| (problem.line, problem.column));
        self.0.dedup();
        Err(self)
    }
}

impl std::fmt::Display for FileProblems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, problem) in self.0.iter().enumerate() {
            write!(f, "{}{problem}", if place > 0 { "\n" } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for FileProblems {}

impl From<FileProblems> for Refusals {
    /// One refusal for each problem: the field is the path in the file, the message begins with line and column.
    fn from(problems: FileProblems) -> Self {
        let refusal = |problem: FileProblem| {
            let message = format!("line {}, column {}: {}", problem.line, problem.column, problem.message);
            codes::FILE.refuse_field(problem.path, message)
        };
        Self(problems.0.into_iter().map(refusal).collect())
    }
}
