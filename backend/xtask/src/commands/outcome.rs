//! What ran, what was skipped and why, as the table that ends a run.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use super::Skips;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed(String),
    Failed(String),
    Skipped(String),
}

/// One line per part of a run.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<(String, Outcome, Duration)>,
}

impl Table {
    /// Runs a part and keeps how it went and how long it took.
    pub(super) fn run(&mut self, part: &str, work: impl FnOnce() -> Outcome) {
        let begun = Instant::now();
        let outcome = work();
        self.rows.push((part.to_owned(), outcome, begun.elapsed()));
    }

    pub(super) fn append(&mut self, mut other: Self) {
        self.rows.append(&mut other.rows);
    }

    /// Prints the table; fails when a part failed, or was skipped and must not be.
    pub(super) fn finish(self, skips: Skips) -> Result<(), String> {
        println!("\n{}", self.printed());
        let bad = self.rows.iter().filter(|(_, outcome, _)| match outcome {
            Outcome::Passed(_) => false,
            Outcome::Failed(_) => true,
            Outcome::Skipped(_) => skips == Skips::Fail,
        });
        let bad: Vec<&str> = bad.map(|(part, ..)| part.as_str()).collect();
        if bad.is_empty() { Ok(()) } else { Err(format!("not good: {}", bad.join(", "))) }
    }

    fn printed(&self) -> String {
        let wide = self.rows.iter().map(|(part, ..)| part.chars().count()).max().unwrap_or(0);
        let mut text = String::new();
        for (part, outcome, took) in &self.rows {
            let (word, detail) = match outcome {
                Outcome::Passed(detail) => ("passed", detail),
                Outcome::Failed(detail) => ("FAILED", detail),
                Outcome::Skipped(detail) => ("skipped", detail),
            };
            let _ = writeln!(text, "{part:wide$}  {word:7}  {:>6.1} s  {detail}", took.as_secs_f64());
        }
        text
    }
}

impl From<Result<String, String>> for Outcome {
    fn from(done: Result<String, String>) -> Self {
        done.map_or_else(Self::Failed, Self::Passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(outcomes: &[Outcome]) -> Table {
        let mut table = Table::default();
        for outcome in outcomes {
            table.run("part", || outcome.clone());
        }
        table
    }

    #[test]
    fn a_skip_fails_only_where_it_must_not_be() {
        let passed = Outcome::Passed("3 tests".to_owned());
        let skipped = Outcome::Skipped("no node".to_owned());
        let failed = Outcome::Failed("1 test".to_owned());
        for (outcomes, allowed, all) in [
            (vec![passed.clone()], true, true),
            (vec![passed.clone(), skipped], true, false),
            (vec![passed, failed], false, false),
        ] {
            assert_eq!(table(&outcomes).finish(Skips::Allowed).is_ok(), allowed);
            assert_eq!(table(&outcomes).finish(Skips::Fail).is_ok(), all);
        }
    }

    #[test]
    fn every_row_tells_why() {
        assert!(table(&[Outcome::Skipped("no node".to_owned())]).printed().contains("part  skipped"));
        assert!(table(&[Outcome::Skipped("no node".to_owned())]).printed().contains("no node"));
    }
}
