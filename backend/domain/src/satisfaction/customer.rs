//! What a customer sees of what they said: their own words, where it stands, and what came of it; no company, no person.

use super::{Voice, VoiceKind, VoiceState};
use crate::kernel::{CaseId, Moment};

/// Where it stands, as the customer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was taken down.
    Received,
    /// It is being looked at.
    InWork,
    /// The customer was told what came of it.
    Answered,
}

/// Something that a customer said, as the customer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerVoice {
    /// A preference, or an area for improvement.
    pub kind: VoiceKind,
    /// What the customer said.
    pub text: String,
    /// The case in which it came up.
    pub case: Option<CaseId>,
    /// When it was taken down.
    pub recorded: Moment,
    /// By when those concerned are to have looked at it.
    pub due: Moment,
    /// Where it stands.
    pub standing: Standing,
    /// What the customer was told, and when.
    pub told: Option<(Moment, String)>,
}

impl Voice {
    /// What the customer sees of it.
    #[must_use]
    pub fn customer_view(&self) -> CustomerVoice {
        let standing = match self.state() {
            VoiceState::Closed => Standing::Answered,
            VoiceState::Heard => Standing::InWork,
            _ if self.asked.iter().any(|asked| asked.reply.is_some()) => Standing::InWork,
            VoiceState::Waiting | VoiceState::Overdue => Standing::Received,
        };
        CustomerVoice {
            kind: self.kind,
            text: self.text.clone(),
            case: self.case,
            recorded: self.recorded.at,
            due: self.due,
            standing,
            told: self.closed.as_ref().map(|closing| (closing.by.at, closing.words.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::*;
    use crate::satisfaction::Word;

    #[test]
    fn the_customer_reads_their_own_words_and_no_company() {
        let said = voice();
        assert_eq!(said.customer_view().standing, Standing::Received);
        let late = said.clone().pass(moment(99)).unwrap();
        assert_eq!(late.customer_view().standing, Standing::Received, "whose silence it is stays among the companies");
        let one = late.reply(Word::Answer("we train the night shift"), by(1, 10)).unwrap();
        assert_eq!(one.customer_view().standing, Standing::InWork);
        let heard = one.reply(Word::Acknowledge, by(2, 20)).unwrap();
        assert_eq!(heard.customer_view().standing, Standing::InWork);
        let told = heard.close("You are called back within the hour.", |_| true, by(1, 11)).unwrap().customer_view();
        assert_eq!(told.standing, Standing::Answered);
        assert_eq!(told.told, Some((moment(1), "You are called back within the hour.".into())));
        assert_eq!((told.text.as_str(), told.case), ("Call back in the evening", Some(id(40))));
    }
}
