//! Secrets that are handed out once: the database keeps their digests only.

use crate::kernel::Chance;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A fresh secret as text, with a prefix that tells scanners and people what it is.
pub(super) fn fresh(chance: &dyn Chance, prefix: &str) -> String {
    let mut text = format!("{prefix}_");
    for byte in chance.secret() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// What is stored of it. The secret has 256 bits of entropy, so a plain hash is enough.
pub(super) fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}
