//! Argon2id hashes of passwords. They take their time, so they are made outside of any transaction.

use crate::kernel::{Chance, No, Outcome};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use concordat_domain::identity::check_password;

/// A hashed password, in PHC form.
#[derive(Clone)]
pub struct Password(pub(super) String);

impl Password {
    /// Checks and hashes a password.
    ///
    /// # Errors
    /// `PASSWORD_TOO_WEAK`, or a fault.
    pub fn new(chance: &dyn Chance, password: &str, email: &str) -> Outcome<Self> {
        check_password(password, email)?;
        let salt = chance.secret();
        let hash = Argon2::default()
            .hash_password_with_salt(password.as_bytes(), &salt[..16])
            .map_err(|error| No::broken(format!("argon2: {error}")))?;
        Ok(Self(hash.to_string()))
    }

    /// Whether it was made from `password`. Without a stored one the same work is done for nothing, so that
    /// the time taken does not tell whether an address is known.
    #[must_use]
    pub fn matches(stored: Option<&str>, password: &str) -> bool {
        const NOBODY: &str =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && stored.is_some()
    }
}
