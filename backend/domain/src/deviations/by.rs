//! Who decided: a named person of a named company, at a moment, in their own words.

use super::codes::DEVIATION_STATEMENT;
use crate::kernel::{CompanyId, Moment, PersonId, Verdict};
use serde::{Deserialize, Serialize};

/// A decision is always a named person's, for a named company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// Who.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
    /// When.
    pub at: Moment,
}

/// The text without spaces around it, if it says something within `limit` characters.
pub(super) fn stated(text: &str, field: &str, limit: usize) -> Verdict<String> {
    let text = text.trim();
    let unreadable = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t' | '\r');
    let fault = if text.is_empty() {
        "says nothing".to_owned()
    } else if text.chars().count() > limit {
        format!("is longer than {limit} characters")
    } else if text.contains(unreadable) {
        "holds control characters".to_owned()
    } else {
        return Ok(text.to_owned());
    };
    Err(DEVIATION_STATEMENT.refuse_field(field, format!("the {field} {fault}; state it in words")).into())
}

/// The longest title, in characters.
pub(super) const TITLE: usize = 200;
/// The longest reason or evidence, in characters.
pub(super) const REASON: usize = 4000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_says_something_in_readable_letters_within_its_limit() {
        assert_eq!(stated("  slow\nsupplier ", "reason", 20), Ok("slow\nsupplier".into()));
        assert_eq!(stated("ééééé", "reason", 5), Ok("ééééé".into()));
        for text in ["", " \n ", "sixsix", "a\u{0}b", "a\u{1b}b"] {
            let refusals = stated(text, "reason", 5).unwrap_err();
            assert_eq!(
                (refusals.0[0].code.as_ref(), refusals.0[0].field.as_deref()),
                (DEVIATION_STATEMENT.name, Some("reason"))
            );
        }
    }
}
