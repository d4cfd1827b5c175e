//! Global ids: opaque to clients, and they carry the agreement, so that `node(id)` asks one shard and not all.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use concordat_domain::kernel::AgreementId;
use juniper::ID;
use uuid::Uuid;

/// Which noun an id is of: one letter, given out once and never again. The nouns own theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tag(pub u8);

/// A type's tag, the agreement and the id within it.
///
/// What belongs to no agreement (companies, people) says [`AgreementId::INSTANCE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GlobalId {
    /// Which noun.
    pub tag: Tag,
    /// Whose fact it is.
    pub agreement: AgreementId,
    /// The noun's own id.
    pub own: Uuid,
}

impl GlobalId {
    const LENGTH: usize = 33;

    /// The id of something in an agreement.
    #[must_use]
    pub fn new(tag: Tag, agreement: AgreementId, own: Uuid) -> Self {
        Self { tag, agreement, own }
    }

    /// The text that clients see.
    #[must_use]
    pub fn encode(self) -> ID {
        let mut bytes = [self.tag.0; Self::LENGTH];
        bytes[1..17].copy_from_slice(self.agreement.0.as_bytes());
        bytes[17..].copy_from_slice(self.own.as_bytes());
        ID::new(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads what a client sent. `None` for what this server never gave out: to the client, nothing is there.
    #[must_use]
    pub fn decode(id: &ID) -> Option<Self> {
        let bytes: [u8; Self::LENGTH] = URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?.try_into().ok()?;
        let (agreement, own) = (Uuid::from_slice(&bytes[1..17]).ok()?, Uuid::from_slice(&bytes[17..]).ok()?);
        Some(Self::new(Tag(bytes[0]), AgreementId(agreement), own))
    }

    /// Reads an id that must be of one noun.
    #[must_use]
    pub fn decode_as(tag: Tag, id: &ID) -> Option<Self> {
        Self::decode(id).filter(|id| id.tag == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_encoded_decodes(tag in any::<u8>(), agreement in any::<u128>(), own in any::<u128>()) {
            let id = GlobalId::new(Tag(tag), AgreementId(Uuid::from_u128(agreement)), Uuid::from_u128(own));
            let text = id.encode();
            prop_assert_eq!(text.len(), 44);
            prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
            prop_assert_eq!(GlobalId::decode(&text), Some(id));
            prop_assert_eq!(GlobalId::decode_as(Tag(tag), &text), Some(id));
            prop_assert_eq!(GlobalId::decode_as(Tag(tag ^ 1), &text), None);
        }

        #[test]
        fn anything_else_is_nothing(text in ".{0,60}") {
            if let Some(id) = GlobalId::decode(&ID::new(text.clone())) {
                prop_assert_eq!(&*id.encode(), text.as_str());
            }
        }
    }
}
