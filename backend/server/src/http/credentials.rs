//! What a request brings along to say who is asking.

use actix_web::http::header::{self, HeaderMap};
use concordat_domain::access::Actor;
use concordat_service::{
    identity::{self, Credential, TokenKey},
    kernel::{Database, Outcome},
};
use std::sync::Arc;

/// The cookie of a browser's session.
pub const SESSION_COOKIE: &str = "concordat_session";

/// Finds out who is asking. Blocks on the database; a credential that does not count is a denial, none is anonymous.
pub type Welcome = Arc<dyn Fn(&Credential) -> Outcome<Arc<Actor>> + Send + Sync>;

/// Finds out who is asking by the people, sessions and tokens of a database.
#[must_use]
pub fn welcome(database: Database, key: TokenKey) -> Welcome {
    let nobody = Arc::new(Actor::anonymous());
    Arc::new(move |credential| match credential {
        Credential::None => Ok(nobody.clone()),
        _ => database.read(&nobody, |tx| identity::authenticate(tx, &key, credential)),
    })
}

/// The credential in the headers of a request. A partner system's token counts before a browser's session.
#[must_use]
pub fn credential(headers: &HeaderMap) -> Credential {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| bearer(value.to_str().ok()?));
    let session = || headers.get_all(header::COOKIE).find_map(|value| session(value.to_str().ok()?));
    bearer.map(Credential::Bearer).or_else(|| session().map(Credential::Session)).unwrap_or(Credential::None)
}

/// The token of an `Authorization` value of the scheme `Bearer`.
#[must_use]
pub fn bearer(authorization: &str) -> Option<String> {
    let (scheme, token) = authorization.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then(|| token.to_owned())
}

/// The session's secret in a `Cookie` header.
fn session(cookies: &str) -> Option<String> {
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == SESSION_COOKIE).map(|(_, secret)| secret.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headers: &[(&'static str, &str)]) -> Credential {
        let pairs = headers.iter().map(|(name, value)| {
            (header::HeaderName::from_static(name), header::HeaderValue::from_str(value).unwrap())
        });
        credential(&pairs.collect())
    }

    #[test]
    fn tokens_and_cookies_are_read() {
        let cookie = ("cookie", "theme=dark; concordat_session=def; concordat_session2=ghi");
        assert!(read(&[]) == Credential::None);
        assert!(read(&[cookie]) == Credential::Session("def".into()));
        assert!(read(&[("authorization", "bearer  abc"), cookie]) == Credential::Bearer("abc".into()));
        for nothing in ["Basic abc", "Bearer ", "Bearer", ""] {
            assert!(read(&[("authorization", nothing), ("cookie", "concordat_sessions=x")]) == Credential::None);
        }
    }
}
