//! The voice of the customer over GraphQL: what customers prefer and want improved, what the companies say to it, and
//! what the customers see of that.

mod customer;
mod inputs;
mod pages;
mod verbs;
mod voice;
mod words;

pub use customer::CustomerVoice;
pub use inputs::VoiceFilter;
pub use pages::{customer_voices, voices};
pub use verbs::SatisfactionMutations;
pub use voice::Voice;

use super::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
};
use concordat_domain::kernel::{AgreementId, VoiceId};
use juniper::ID;

/// The tag of voices' global ids.
pub const VOICE: Tag = Tag(b'V');

/// Reads the id of a voice that a client sent.
///
/// # Errors
/// Not found for what is no voice's id.
pub fn voice_id(id: &ID) -> Answer<(AgreementId, VoiceId)> {
    let id = GlobalId::decode_as(VOICE, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, VoiceId(id.own)))
}

/// The voice behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn voice(ctx: &Context, id: GlobalId) -> Answer<Voice> {
    Voice::load(ctx, id.agreement, VoiceId(id.own))
}
