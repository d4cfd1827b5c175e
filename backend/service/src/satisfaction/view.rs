//! What customers said as an actor may see it: the companies see all of it, a customer their own in neutral words.

use super::store::{self, VoiceView};
use crate::kernel::{Noun, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, VoiceId},
};

impl Noun for VoiceView {
    type Id = (AgreementId, VoiceId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::shared(self.voice.agreement)
    }

    fn view(&self) -> Verb {
        Verb::VoiceView
    }
}

/// What a customer said, as the customer may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedVoice(pub VoiceView);

impl Noun for FollowedVoice {
    type Id = (AgreementId, VoiceId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        Ok(store::load(tx, agreement, id)?.map(Self))
    }

    fn place(&self) -> Place {
        Place::owned(self.0.voice.agreement, self.0.voice.customer)
    }

    fn view(&self) -> Verb {
        Verb::VoiceFollow
    }
}
