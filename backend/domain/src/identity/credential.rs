//! Addresses, names, passwords and the wish for an API token.

use super::codes::{EMAIL, LIFE, NAME, PASSWORD, SCOPES};
use crate::{access::Scope, kernel::Verdict};

/// An address as it is stored: trimmed and in lower case.
///
/// # Errors
/// `PERSON_EMAIL_INVALID`.
pub fn check_email(text: &str) -> Verdict<String> {
    let email = text.trim().to_lowercase();
    let plain = |c: char| !c.is_control() && !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | ',' | ';');
    let good = match email.split_once('@') {
        Some((name, domain)) => {
            !name.is_empty()
                && domain.len() >= 3
                && !domain.contains('@')
                && domain.contains('.')
                && !domain.starts_with('.')
        }
        None => false,
    };
    if good && email.len() <= 254 && email.chars().all(plain) {
        Ok(email)
    } else {
        Err(EMAIL.refuse_field("email", format!("{text:?} is not an address such as ana@example.org")).into())
    }
}

/// A name as it is stored: trimmed, one line.
///
/// # Errors
/// `PERSON_NAME_INVALID`.
pub fn check_name(text: &str) -> Verdict<String> {
    let name = text.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err(NAME.refuse_field("name", "give a name of 1 to 200 characters on one line").into());
    }
    Ok(name.to_owned())
}

/// A password that may be set: length is what counts (NIST SP 800-63B, 5.1.1.2).
///
/// # Errors
/// `PASSWORD_TOO_WEAK`.
pub fn check_password(password: &str, email: &str) -> Verdict<()> {
    let length = password.chars().count();
    if !(12..=128).contains(&length) || password.eq_ignore_ascii_case(email) {
        return Err(PASSWORD.refuse_field("password", "use 12 to 128 characters, not your address").into());
    }
    Ok(())
}

/// What an API token should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenWish {
    /// What it is for, in its owner's words.
    pub name: String,
    /// What it may do, sorted, without doubles.
    pub scopes: Vec<Scope>,
    /// How many days it lives.
    pub days: i64,
}

impl TokenWish {
    /// A checked wish.
    ///
    /// # Errors
    /// `PERSON_NAME_INVALID`, `TOKEN_SCOPES_EMPTY` or `TOKEN_LIFE_INVALID`.
    pub fn new(name: &str, mut scopes: Vec<Scope>, days: i64) -> Verdict<Self> {
        let name = check_name(name)?;
        scopes.sort_unstable();
        scopes.dedup();
        if scopes.is_empty() {
            return Err(SCOPES.refuse_field("scopes", "name at least one of read, report, act").into());
        }
        if !(1..=730).contains(&days) {
            return Err(LIFE.refuse_field("days", format!("{days} days is not between 1 and 730")).into());
        }
        Ok(Self { name, scopes, days })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(check_email(" Ana@Example.org ").unwrap(), "ana@example.org");
        for bad in ["", "ana", "@x.org", "a@b", "a@@b.org", "a b@c.org", "a@b.org\nBcc: x@y.org", "<a@b.org>"] {
            assert!(check_email(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn passwords_are_judged_by_length() {
        assert!(check_password("short", "a@b.org").is_err());
        assert!(check_password("long-enough@b.org", "LONG-enough@b.org").is_err());
        assert!(check_password("correct horse battery", "a@b.org").is_ok());
    }

    #[test]
    fn a_token_needs_a_scope_and_an_end() {
        assert!(TokenWish::new("x", vec![], 30).is_err());
        assert!(TokenWish::new("x", vec![Scope::Read], 0).is_err());
        let wish = TokenWish::new("x", vec![Scope::Report, Scope::Read, Scope::Read], 30).unwrap();
        assert_eq!(wish.scopes, [Scope::Read, Scope::Report]);
    }
}
