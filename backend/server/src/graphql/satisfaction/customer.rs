//! What a customer sees of what they said.

use super::words::{VoiceKind, VoiceStanding};
use crate::graphql::kernel::{context::Context, scalar::Gql, types::Instant};
use concordat_domain::{kernel::VoiceId, satisfaction as rules};
use concordat_service::satisfaction::FollowedVoice;
use juniper::graphql_object;

/// Something that a customer said, as the customer sees it.
pub struct CustomerVoice {
    key: VoiceId,
    shown: rules::CustomerVoice,
}

impl CustomerVoice {
    /// One that was permitted.
    #[must_use]
    pub fn new(followed: &FollowedVoice) -> Self {
        Self { key: followed.0.voice.id, shown: followed.0.voice.customer_view() }
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> VoiceId {
        self.key
    }
}

/// Something that a customer prefers or wants improved, as the customer sees it: no company and no person is named.
#[graphql_object(scalar = Gql, context = Context)]
impl CustomerVoice {
    /// A preference, or an area for improvement.
    fn kind(&self) -> VoiceKind {
        self.shown.kind.into()
    }

    /// What the customer said.
    fn text(&self) -> &str {
        &self.shown.text
    }

    /// When it was taken down.
    fn recorded_at(&self) -> Instant {
        self.shown.recorded
    }

    /// By when it is looked at.
    fn due_at(&self) -> Instant {
        self.shown.due
    }

    /// Where it stands.
    fn standing(&self) -> VoiceStanding {
        self.shown.standing.into()
    }

    /// What came of it, as the customer was told; null before that.
    fn told(&self) -> Option<&str> {
        self.shown.told.as_ref().map(|(_, words)| words.as_str())
    }

    /// When they were told.
    fn told_at(&self) -> Option<Instant> {
        self.shown.told.as_ref().map(|(at, _)| *at)
    }
}
