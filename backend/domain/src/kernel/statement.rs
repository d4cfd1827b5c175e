//! What people state in their own words: within a limit, in readable letters.

use super::{Code, Verdict};

/// The text without spaces around it, if it says something within `limit` characters.
///
/// # Errors
/// `code` on `field` when it is empty, too long, or holds control characters.
pub fn stated(code: Code, text: &str, field: &str, limit: usize) -> Verdict<String> {
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
    Err(code.refuse_field(field, format!("the {field} {fault}; state it in words")).into())
}

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 200;
/// The longest reason, evidence or comment, in characters.
pub const LONGEST_STATEMENT: usize = 4000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_says_something_in_readable_letters_within_its_limit() {
        let code = Code::new("SAID", "");
        assert_eq!(stated(code, "  slow\nsupplier ", "reason", 20), Ok("slow\nsupplier".into()));
        assert_eq!(stated(code, "ééééé", "reason", 5), Ok("ééééé".into()));
        for text in ["", " \n ", "sixsix", "a\u{0}b", "a\u{1b}b"] {
            let refusals = stated(code, text, "reason", 5).unwrap_err();
            assert_eq!((refusals.0[0].code.as_ref(), refusals.0[0].field.as_deref()), ("SAID", Some("reason")));
        }
    }
}
