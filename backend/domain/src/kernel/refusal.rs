//! A rule says no: data for the caller, from a closed list of codes.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One code of the closed list, with what it means. Printed to `schema/refusals.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable name, upper snake case, noun first.
    pub name: &'static str,
    /// When it is given and what to do about it.
    pub meaning: &'static str,
}

impl Code {
    /// A code and its meaning.
    #[must_use]
    pub const fn new(name: &'static str, meaning: &'static str) -> Self {
        Self { name, meaning }
    }

    /// The refusal that says so of no field in particular.
    #[must_use]
    pub fn refuse(self, message: impl Into<String>) -> Refusal {
        Refusal { code: Cow::Borrowed(self.name), field: None, message: message.into() }
    }

    /// The refusal that says so of one input field, named by its path.
    #[must_use]
    pub fn refuse_field(self, field: impl Into<String>, message: impl Into<String>) -> Refusal {
        Refusal { code: Cow::Borrowed(self.name), field: Some(field.into()), message: message.into() }
    }
}

/// One rule's no: the code, the input field it speaks of, and a sentence with the remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// A [`Code`]'s name.
    pub code: Cow<'static, str>,
    /// The path of the input field, where there is one.
    pub field: Option<String>,
    /// What is wrong and what would mend it.
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.field {
            Some(field) => write!(f, "{} ({field}): {}", self.code, self.message),
            None => write!(f, "{}: {}", self.code, self.message),
        }
    }
}

/// Every reason why a verb was not done; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusals(pub Vec<Refusal>);

impl From<Refusal> for Refusals {
    fn from(one: Refusal) -> Self {
        Self(vec![one])
    }
}

impl std::fmt::Display for Refusals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, refusal) in self.0.iter().enumerate() {
            write!(f, "{}{refusal}", if place > 0 { "; " } else { "" })?;
        }
        Ok(())
    }
}

/// What a rule answers: the thing done, or why not.
pub type Verdict<T> = Result<T, Refusals>;
