//! The short tokens (JWT) that partners' systems send: one algorithm, one key, everything required.

use crate::kernel::{Denial, No, Outcome};
use concordat_domain::kernel::{Moment, TokenId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

const ISSUER: &str = "concordat";
const AUDIENCE: &str = "concordat-api";
const LEEWAY: i64 = 5;

/// How long a short token lives, in seconds.
pub(super) const LIFE: i64 = 600;

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Signs and reads short tokens. HS256 with a key of the instance; the subject is the API token's id, so that
/// revoking the API token ends every short one at once.
#[derive(Clone)]
pub struct TokenKey {
    sign: EncodingKey,
    verify: DecodingKey,
}

impl TokenKey {
    /// The name of the secret that holds the key.
    pub(super) const SECRET: &'static str = "token-key";

    /// From 32 secret bytes.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        // the provider is one for the process; a second installation only finds it there already
        let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
        Self { sign: EncodingKey::from_secret(bytes), verify: DecodingKey::from_secret(bytes) }
    }

    /// A short token for an API token, from `now` on.
    ///
    /// # Errors
    /// A fault of the signer.
    pub(super) fn sign(&self, token: TokenId, now: Moment) -> Outcome<String> {
        let now = now.micros().div_euclid(1_000_000);
        let (iss, aud) = (ISSUER.to_owned(), AUDIENCE.to_owned());
        let claims = Claims { iss, aud, sub: token.to_string(), iat: now, nbf: now, exp: now + LIFE };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.sign).map_err(No::broken)
    }

    /// The mark of this instance on some words with spaces, by which it knows them again. No short token has spaces, so
    /// neither can be passed off as the other.
    ///
    /// # Errors
    /// A fault of the signer.
    pub fn mark(&self, words: &str) -> Outcome<String> {
        jsonwebtoken::crypto::sign(words.as_bytes(), &self.sign, Algorithm::HS256).map_err(No::broken)
    }

    /// Whether it is the mark on these words.
    #[must_use]
    pub fn has_marked(&self, words: &str, mark: &str) -> bool {
        jsonwebtoken::crypto::verify(mark, words.as_bytes(), &self.verify, Algorithm::HS256).unwrap_or(false)
    }

    /// The API token behind a short one.
    ///
    /// # Errors
    /// [`Denial::Unauthenticated`] whatever is wrong with it.
    pub(super) fn read(&self, jwt: &str, now: Moment) -> Outcome<TokenId> {
        let mut rules = Validation::new(Algorithm::HS256);
        rules.set_issuer(&[ISSUER]);
        rules.set_audience(&[AUDIENCE]);
        rules.set_required_spec_claims(&["iss", "aud", "exp", "sub", "nbf"]);
        // times are judged below, by the moment of the transaction
        rules.validate_exp = false;
        rules.validate_nbf = false;
        let data = jsonwebtoken::decode::<Claims>(jwt, &self.verify, &rules).map_err(|_| Denial::Unauthenticated)?;
        let now = now.micros().div_euclid(1_000_000);
        if data.claims.exp + LEEWAY < now || data.claims.nbf - LEEWAY > now {
            return Err(Denial::Unauthenticated.into());
        }
        data.claims.sub.parse().map(TokenId).map_err(|_| Denial::Unauthenticated.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_short_token_works_until_its_end_and_for_its_key_only() {
        let (key, other) = (TokenKey::new(&[1; 32]), TokenKey::new(&[2; 32]));
        let id = TokenId(uuid::Uuid::from_u128(7));
        let jwt = key.sign(id, at("2026-01-01T00:00:00Z")).unwrap();
        assert_eq!(key.read(&jwt, at("2026-01-01T00:10:05Z")).unwrap(), id);
        assert!(key.read(&jwt, at("2026-01-01T00:10:06Z")).is_err());
        assert!(key.read(&jwt, at("2025-12-31T23:59:54Z")).is_err());
        assert!(other.read(&jwt, at("2026-01-01T00:00:00Z")).is_err());
    }

    #[test]
    fn algorithm_none_is_refused() {
        let key = TokenKey::new(&[1; 32]);
        // {"alg":"none","typ":"JWT"} . {"iss":"concordat","aud":"concordat-api","sub":"…7","nbf":0,"exp":9999999999}
        let jwt = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJjb25jb3JkYXQiLCJhdWQiOiJjb25jb3JkYXQtYXBpIiwic3ViIjoiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDA3IiwibmJmIjowLCJleHAiOjk5OTk5OTk5OTl9.";
        assert!(key.read(jwt, at("2026-01-01T00:00:00Z")).is_err());
    }
}
