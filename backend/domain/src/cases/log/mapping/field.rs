//! One value of a row: taken from a column or constant, translated by a table.

use crate::cases::log::{codes, names::shown};
use crate::kernel::Verdict;
use std::{borrow::Cow, collections::HashMap};

/// A row of a log as it is read: its fields, and where each of the mapping's columns stands among them.
#[derive(Clone, Copy, Debug)]
pub struct Record<'r> {
    /// The fields of the row, in the order of the file.
    pub fields: &'r [Cow<'r, str>],
    /// For each of [`Mapper::columns`](super::Mapper::columns), its place among the fields.
    pub places: &'r [usize],
}

impl<'r> Record<'r> {
    /// What stands in a column, without blanks around it.
    pub(super) fn text(self, column: usize) -> &'r str {
        let field = self.places.get(column).and_then(|place| self.fields.get(*place));
        field.map_or("", |field| field.trim())
    }
}

/// Where a value comes from, ready to be taken.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) source: Source,
    pub(super) table: HashMap<String, String>,
    pub(super) slug: bool,
    pub(super) otherwise: Option<String>,
    pub(super) empty: Option<String>,
}

/// A column with its place among the mapping's columns and its name, or a constant.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Column(usize, String),
    Constant(String),
}

impl Field {
    /// The value of a row; empty where there is none.
    pub(super) fn take<'a>(&'a self, record: Record<'a>, missing: &[String]) -> Verdict<Cow<'a, str>> {
        let (column, name) = match &self.source {
            Source::Constant(text) => return Ok(Cow::Borrowed(text)),
            Source::Column(column, name) => (*column, name),
        };
        let text = known(record.text(column), missing);
        if text.is_empty() {
            return Ok(Cow::Borrowed(self.empty.as_deref().unwrap_or_default()));
        }
        if let Some(meaning) = self.table.get(text) {
            return Ok(Cow::Borrowed(meaning));
        }
        match (&self.otherwise, self.slug) {
            (_, true) => Ok(Cow::Owned(slug(text))),
            (Some(otherwise), false) => Ok(Cow::Borrowed(otherwise)),
            (None, false) if self.table.is_empty() => Ok(Cow::Borrowed(text)),
            (None, false) => {
                let message =
                    format!("{name} is {}, which the mapping's table of {} does not have", shown(text), self.name);
                Err(codes::CASE_LOG_VALUE.refuse_field(self.name, message).into())
            }
        }
    }
}

/// The text, or nothing where it means that nothing is known.
pub(super) fn known<'a>(text: &'a str, missing: &[String]) -> &'a str {
    if missing.iter().any(|one| one == text) { "" } else { text }
}

/// A code made of a text.
fn slug(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            code.push(letter.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    code.truncate(code.trim_end_matches('-').len());
    code
}

/// A text in which `*` stands for any letters, also none.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Vec<String>);

impl Pattern {
    pub(super) fn of(text: &str) -> Self {
        Self(text.split('*').map(str::to_owned).collect())
    }

    pub(super) fn fits(&self, text: &str) -> bool {
        let Some((first, others)) = self.0.split_first() else { return text.is_empty() };
        let Some((last, middle)) = others.split_last() else { return text == first };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        for part in middle {
            let Some(found) = rest.find(part.as_str()) else { return false };
            rest = &rest[found + part.len()..];
        }
        rest.ends_with(last.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_letters() {
        let cases = [
            ("Wait*", "Wait", true),
            ("Wait*", "Wait - User", true),
            ("Wait*", "wait", false),
            ("*", "", true),
            ("", "x", false),
            ("a*b*c", "axbxc", true),
            ("a*b*c", "acb", false),
            ("ab*ba", "aba", false),
            ("*User", "Wait - User", true),
        ];
        for (pattern, text, fits) in cases {
            assert_eq!(Pattern::of(pattern).fits(text), fits, "{pattern} {text}");
        }
    }

    #[test]
    fn texts_become_codes() {
        let cases =
            [("Group 56", "group-56"), ("  J11 2nd", "j11-2nd"), ("Org line V7n", "org-line-v7n"), ("Ä / B!", "b")];
        for (text, code) in cases {
            assert_eq!(slug(text), code);
        }
    }
}
