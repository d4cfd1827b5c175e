//! Cursors: where a page ends, opaque to clients, the key of the last item to us.

use super::scalar::Gql;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use concordat_domain::kernel::{Code, Refusal};
use juniper::GraphQLScalar;
use serde::{Serialize, de::DeserializeOwned};

/// A cursor was not given out by this list.
pub const CURSOR_UNKNOWN: Code =
    Code::new("CURSOR_UNKNOWN", "the cursor is not one of this list's; take `endCursor` of the page before");

/// Where a page of a list ends. Opaque: take it from `pageInfo` or an edge and send it back as `after`.
#[derive(Clone, Debug, PartialEq, Eq, GraphQLScalar)]
#[graphql(scalar = Gql, transparent)]
pub struct Cursor(String);

impl Cursor {
    /// The cursor of the item with this key: the columns that the list is ordered by, as a tuple.
    #[must_use]
    pub fn of<K: Serialize>(key: &K) -> Self {
        Self(URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default()))
    }

    /// The key back.
    ///
    /// # Errors
    /// [`CURSOR_UNKNOWN`] for what is no cursor, or one of another list.
    pub fn key<K: DeserializeOwned>(&self) -> Result<K, Refusal> {
        let bytes = URL_SAFE_NO_PAD.decode(&self.0).ok();
        bytes
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or_else(|| CURSOR_UNKNOWN.refuse_field("after", CURSOR_UNKNOWN.meaning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_and_a_stranger_is_refused() {
        let key = ("2026-03".to_owned(), 42_i64);
        assert_eq!(Cursor::of(&key).key::<(String, i64)>(), Ok(key));
        for stranger in ["", "é", "bm90IGpzb24", "WzFd"] {
            let refusal = Cursor(stranger.to_owned()).key::<(String, i64)>().unwrap_err();
            assert_eq!(refusal.code, "CURSOR_UNKNOWN", "{stranger:?}");
        }
    }
}
