//! A sign-in that has begun in a browser: what its cookie holds until it comes back.

use crate::{
    identity::TokenKey,
    kernel::{Chance, Outcome},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use concordat_domain::kernel::Moment;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// How long somebody may take at the provider, in seconds.
pub const SECONDS: i64 = 600;

/// What the browser brings back, and nobody else can.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Begun {
    /// Comes back with the code.
    pub(super) state: String,
    /// Comes back within the ID token.
    pub(super) nonce: String,
    /// With which alone the code can be exchanged (PKCE).
    pub(super) verifier: String,
    /// The page that was wanted.
    pub(super) to: String,
    /// When it began, in microseconds since 1970.
    at: i64,
}

impl Begun {
    /// A sign-in that begins now and leads to a page of our own.
    pub(super) fn new(chance: &dyn Chance, now: Moment, to: &str) -> Self {
        let secret = || {
            chance.secret().iter().fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
        };
        let to = if is_our_page(to) { to } else { "/" };
        Self { state: secret(), nonce: secret(), verifier: secret(), to: to.to_owned(), at: now.micros() }
    }

    /// The cookie's value, with our mark.
    pub(super) fn sealed(&self, key: &TokenKey) -> Outcome<String> {
        let text = URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default());
        let mark = key.mark(&words(&text))?;
        Ok(format!("{text}.{mark}"))
    }

    /// What a cookie holds, where it has our mark and is not too old.
    pub(super) fn opened(cookie: &str, key: &TokenKey, now: Moment) -> Option<Self> {
        let (text, mark) = cookie.split_once('.')?;
        if !key.has_marked(&words(text), mark) {
            return None;
        }
        let begun: Self = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        (0..=SECONDS * 1_000_000).contains(&(now.micros() - begun.at)).then_some(begun)
    }
}

/// What is marked: with spaces, so that it is no token.
fn words(text: &str) -> String {
    format!("a sign-in elsewhere {text}")
}

/// Whether an address is a path here, and not one that a browser takes for another host's.
fn is_our_page(to: &str) -> bool {
    let plain = to.len() <= 1_024 && to.bytes().all(|byte| byte.is_ascii_graphic());
    plain && to.starts_with('/') && !to[1..].starts_with(['/', '\\'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::SystemChance;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_cookie_is_ours_for_ten_minutes() {
        let key = TokenKey::new(&[1; 32]);
        let begun = Begun::new(&SystemChance, at("2026-01-01T08:00:00Z"), "/agreements");
        let cookie = begun.sealed(&key).unwrap();
        let opened = |cookie: &str, now: &str| Begun::opened(cookie, &key, at(now));
        assert_eq!(opened(&cookie, "2026-01-01T08:10:00Z"), Some(begun));
        assert_eq!(opened(&cookie, "2026-01-01T08:10:01Z"), None);
        assert_eq!(opened(&cookie, "2026-01-01T07:59:59Z"), None);
        assert_eq!(opened(&cookie.replace('.', "A."), "2026-01-01T08:00:00Z"), None);
        assert_eq!(Begun::opened(&cookie, &TokenKey::new(&[2; 32]), at("2026-01-01T08:00:00Z")), None);
    }

    #[test]
    fn it_leads_to_pages_of_ours_alone() {
        for (to, leads) in [
            ("/agreements?x=1#y", "/agreements?x=1#y"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("/a\r\nset-cookie: x=y", "/"),
            ("", "/"),
        ] {
            assert_eq!(Begun::new(&SystemChance, at("2026-01-01T08:00:00Z"), to).to, leads, "{to:?}");
        }
    }
}
