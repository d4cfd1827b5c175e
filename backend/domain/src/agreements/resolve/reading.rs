//! Plain values of the file: codes, texts, days, numbers, and names that have to be known.

use super::Resolver;
use crate::agreements::file::{At, Day, Length, Number, nearest};
use crate::kernel::{CompanyId, Decimal, Span};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;
/// The longest text, in characters.
const LONGEST_TEXT: usize = 4_000;
/// The longest code, in characters.
const LONGEST_CODE: usize = 64;
/// The longest length of time: ten years of 365 days.
const LONGEST_SPAN: Span = Span::from_seconds(3_650 * 86_400);

impl Resolver<'_> {
    /// A code: lower-case letters, digits and single hyphens.
    pub(super) fn code(&mut self, path: &str, code: &At<String>) -> String {
        let text = &code.value;
        let letters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let hyphens = text.starts_with('-') || text.ends_with('-') || text.contains("--");
        if text.is_empty() || text.len() > LONGEST_CODE || !letters || hyphens {
            let message = format!(
                "`{}` is no code; write up to {LONGEST_CODE} lower-case letters, digits and single hyphens, such as \
                 sla-met",
                shortened(text)
            );
            self.problems.note(code.place, path, message);
        }
        text.clone()
    }

    /// A name or title.
    pub(super) fn text(&mut self, path: &str, text: &At<String>) -> String {
        self.bounded(path, text, LONGEST_NAME)
    }

    /// A sentence or more.
    pub(super) fn long_text(&mut self, path: &str, text: &At<String>) -> String {
        self.bounded(path, text, LONGEST_TEXT)
    }

    fn bounded(&mut self, path: &str, text: &At<String>, longest: usize) -> String {
        let trimmed = text.value.trim();
        if trimmed.is_empty() || trimmed.chars().count() > longest {
            self.problems.note(text.place, path, format!("write between 1 and {longest} characters here"));
        }
        if trimmed.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t') {
            self.problems.note(text.place, path, "control characters are not allowed here; take them out");
        }
        trimmed.to_owned()
    }

    /// A day between 1901 and 2198.
    pub(super) fn day(&mut self, path: &str, day: &At<Day>) -> Option<NaiveDate> {
        let text = &day.value.0;
        let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|read| read.to_string() == *text);
        let Some(read) = read else {
            let message = format!("`{}` is not a day of the calendar; write it as 2026-03-01", shortened(text));
            self.problems.note(day.place, path, message);
            return None;
        };
        if !(1901..=2198).contains(&read.year()) {
            self.problems.note(day.place, path, format!("{read} is out of range; write a day between 1901 and 2198"));
            return None;
        }
        Some(read)
    }

    /// An exact number.
    pub(super) fn number(&mut self, path: &str, number: &At<Number>) -> Option<Decimal> {
        match Decimal::parse(&number.value.0) {
            Ok(decimal) => Some(decimal),
            Err(error) => {
                self.problems.note(number.place, path, error.to_string());
                None
            }
        }
    }

    /// A length of time that is not below 0, or, where `least` is 1, above it; at most ten years.
    pub(super) fn length(&mut self, path: &str, length: &At<Length>, least: i64) -> Span {
        match Span::parse(&length.value.0) {
            Ok(span) if (least..=LONGEST_SPAN.micros()).contains(&span.micros()) => return span,
            Ok(span) => {
                let least = if least == 0 { "from 0" } else { "above 0" };
                self.problems.note(
                    length.place,
                    path,
                    format!("{span} is out of range; write one {least} up to {LONGEST_SPAN}"),
                );
            }
            Err(error) => self.problems.note(length.place, path, error.to_string()),
        }
        Span::from_seconds(1)
    }

    /// A company that the file declares.
    pub(super) fn company(&mut self, path: &str, code: &At<String>) -> Option<CompanyId> {
        if let Some(id) = self.companies.get(code.value.as_str()) {
            return Some(*id);
        }
        let known: Vec<&str> = self.companies.keys().copied().collect();
        self.dangling(path, code, "company", "companies", &known);
        None
    }

    /// Notes that a name stands for nothing.
    pub(super) fn dangling(&mut self, path: &str, name: &At<String>, noun: &str, list: &str, known: &[&str]) {
        let shown = shortened(&name.value);
        let near = nearest(&name.value, known).map_or_else(
            || format!("declare it under `{list}`"),
            |near| format!("did you mean `{near}`? Otherwise declare it under `{list}`"),
        );
        self.problems.note(name.place, path, format!("there is no {noun} `{shown}`; {near}"));
    }

    /// Notes a code that is given twice in its list; says whether it is new.
    pub(super) fn new_name<'c, T>(
        &mut self,
        path: &str,
        noun: &str,
        code: &'c At<String>,
        seen: &mut BTreeMap<&'c str, T>,
        value: T,
    ) -> bool {
        if seen.contains_key(code.value.as_str()) {
            let message = format!("the {noun} `{}` is given twice; keep one of them", shortened(&code.value));
            self.problems.note(code.place, path, message);
            return false;
        }
        seen.insert(&code.value, value);
        true
    }
}

/// As much of a text as a message should repeat.
pub(super) fn shortened(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(60).collect()
}
