//! A mail and what becomes of it: it waits, is leased to the server that sends it, and is sent, given up or part of a
//! digest. Each step is refused in a state that does not allow it, so no mail is lost and none is sent twice on purpose.

use super::{Topic, codes::MAIL_NOT_DEAD, retry};
use crate::kernel::{AgreementId, MailId, Moment, PersonId, Span, Verdict};
use serde::{Deserialize, Serialize};

/// How long a server has to send what it has leased. A server that dies leaves its mails to others after that.
pub const LEASE: Span = Span::from_seconds(1_500);

/// A mail to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id, from which its Message-ID follows: the same in every try.
    pub id: MailId,
    /// The agreement that it speaks of.
    pub about: AgreementId,
    /// To whom.
    pub to: PersonId,
    /// What it is about.
    pub topic: Topic,
    /// When it was written.
    pub created_at: Moment,
    /// What has become of it.
    pub state: MailState,
    /// How many tries were made, those under way included.
    pub tries: u32,
    /// When the first try was made that the mail server answered.
    pub first_try: Option<Moment>,
}

/// What has become of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", deny_unknown_fields)]
pub enum MailState {
    /// It is to be sent.
    Waiting {
        /// From when on.
        due: Moment,
    },
    /// A server is sending it.
    Leased {
        /// Until then; afterwards any server may.
        until: Moment,
    },
    /// The mail server has accepted it.
    Sent {
        /// When.
        at: Moment,
    },
    /// It is part of a digest that goes instead.
    Folded {
        /// The digest.
        into: MailId,
    },
    /// It could not be delivered.
    Dead {
        /// What the mail server said.
        reason: String,
        /// When.
        at: Moment,
    },
    /// It could not be delivered, and somebody gave it up.
    Dropped {
        /// When.
        at: Moment,
    },
}

/// The name of a state, as it is kept beside the mail.
pub type MailStateName = &'static str;

impl MailState {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> MailStateName {
        match self {
            Self::Waiting { .. } => "waiting",
            Self::Leased { .. } => "leased",
            Self::Sent { .. } => "sent",
            Self::Folded { .. } => "folded",
            Self::Dead { .. } => "dead",
            Self::Dropped { .. } => "dropped",
        }
    }

    /// When a server looks at it next; never once it is settled.
    #[must_use]
    pub const fn due(&self) -> Option<Moment> {
        match self {
            Self::Waiting { due } => Some(*due),
            Self::Leased { until } => Some(*until),
            Self::Sent { .. } | Self::Folded { .. } | Self::Dead { .. } | Self::Dropped { .. } => None,
        }
    }
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailEvent {
    /// The mail server accepted it.
    Accepted,
    /// It put it off (4xx), or the connection was lost before it answered.
    PutOff(String),
    /// It will never take it (5xx), or there is nobody to send it to.
    Refused(String),
    /// The mail server itself could not be used: nothing was tried.
    Away,
}

impl Mail {
    /// The Message-ID without brackets, the same in every try, so that whoever gets a mail twice can tell.
    #[must_use]
    pub fn message_id(&self, host: &str) -> String {
        format!("{}@{host}", self.id)
    }

    /// Whether a server may take it now: it is due, or the lease of another has ended.
    #[must_use]
    pub fn is_due(&self, now: Moment) -> bool {
        self.state.due().is_some_and(|due| due <= now)
    }

    /// A server takes it to send it; nothing where it is not due.
    #[must_use]
    pub fn lease(self, now: Moment) -> Option<Self> {
        let due = self.is_due(now);
        due.then(|| Self { state: MailState::Leased { until: now.plus(LEASE) }, tries: self.tries + 1, ..self })
    }

    /// What came of the try that the lease was for.
    #[must_use]
    pub fn tried(self, event: MailEvent, now: Moment) -> Self {
        let first_try = self.first_try.unwrap_or(now);
        match event {
            MailEvent::Accepted => Self { state: MailState::Sent { at: now }, first_try: Some(first_try), ..self },
            MailEvent::Refused(reason) => {
                Self { state: MailState::Dead { reason, at: now }, first_try: Some(first_try), ..self }
            }
            MailEvent::PutOff(reason) => {
                let again = retry::next(first_try, self.tries, now).map(|due| MailState::Waiting { due });
                let state = again.unwrap_or(MailState::Dead { reason, at: now });
                Self { state, first_try: Some(first_try), ..self }
            }
            MailEvent::Away => {
                let due = now.plus(retry::AWAY);
                Self { state: MailState::Waiting { due }, tries: self.tries.saturating_sub(1), ..self }
            }
        }
    }

    /// It becomes part of a digest; nothing where it does not wait.
    #[must_use]
    pub fn fold(self, into: MailId) -> Option<Self> {
        let waits = matches!(self.state, MailState::Waiting { .. });
        waits.then_some(Self { state: MailState::Folded { into }, ..self })
    }

    /// Somebody has what could not be delivered tried again, from the first rung of the ladder.
    ///
    /// # Errors
    /// `MAIL_NOT_UNDELIVERABLE`.
    pub fn retry(self, now: Moment) -> Verdict<Self> {
        self.undeliverable()?;
        Ok(Self { state: MailState::Waiting { due: now }, tries: 0, first_try: None, ..self })
    }

    /// Somebody gives up what could not be delivered.
    ///
    /// # Errors
    /// `MAIL_NOT_UNDELIVERABLE`.
    pub fn drop(self, now: Moment) -> Verdict<Self> {
        self.undeliverable()?;
        Ok(Self { state: MailState::Dropped { at: now }, ..self })
    }

    fn undeliverable(&self) -> Verdict<()> {
        match self.state {
            MailState::Dead { .. } => Ok(()),
            _ => Err(MAIL_NOT_DEAD.refuse(MAIL_NOT_DEAD.meaning).into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(seconds: i64) -> Moment {
        Moment::EPOCH.plus_seconds(seconds)
    }

    fn mail(state: MailState) -> Mail {
        let (id, about, to) = (MailId(Uuid::from_u128(1)), AgreementId::INSTANCE, PersonId(Uuid::from_u128(2)));
        Mail { id, about, to, topic: Topic::Actions, created_at: at(0), state, tries: 0, first_try: None }
    }

    fn waiting() -> Mail {
        mail(MailState::Waiting { due: at(10) })
    }

    #[test]
    fn a_mail_is_leased_when_due_and_again_when_the_lease_has_ended() {
        assert_eq!(waiting().lease(at(9)), None);
        let leased = waiting().lease(at(10)).unwrap();
        assert_eq!((leased.tries, leased.state.name()), (1, "leased"));
        assert_eq!(leased.clone().lease(at(1_509)), None, "another server waits for the lease to end");
        assert_eq!(leased.lease(at(1_510)).unwrap().tries, 2);
    }

    #[test]
    fn every_answer_has_its_consequence() {
        let after = |event| waiting().lease(at(10)).unwrap().tried(event, at(12));
        assert_eq!(after(MailEvent::Accepted).state, MailState::Sent { at: at(12) });
        assert_eq!(after(MailEvent::PutOff("451".into())).state, MailState::Waiting { due: at(72) });
        assert_eq!(after(MailEvent::Refused("550".into())).state, MailState::Dead { reason: "550".into(), at: at(12) });
        let away = after(MailEvent::Away);
        assert_eq!((away.state, away.tries, away.first_try), (MailState::Waiting { due: at(72) }, 0, None));
    }

    #[test]
    fn what_is_put_off_for_five_days_is_given_up_and_what_meets_no_server_never_is() {
        let (mut put_off, mut now) = (waiting(), at(10));
        while let Some(due) = put_off.state.due() {
            now = due;
            put_off = put_off.lease(now).unwrap().tried(MailEvent::PutOff("451 later".into()), now);
        }
        assert!(matches!(put_off.state, MailState::Dead { .. }) && now.since(at(10)) > Span::from_seconds(4 * 86_400));
        let mut away = waiting();
        for _ in 0..20_000 {
            now = away.state.due().unwrap();
            away = away.lease(now).unwrap().tried(MailEvent::Away, now);
        }
        assert_eq!((away.state.name(), away.tries), ("waiting", 0));
    }

    #[test]
    fn only_what_could_not_be_delivered_is_tried_again_or_given_up() {
        let states = [
            MailState::Waiting { due: at(1) },
            MailState::Leased { until: at(1) },
            MailState::Sent { at: at(1) },
            MailState::Folded { into: MailId(Uuid::nil()) },
            MailState::Dead { reason: "550".into(), at: at(1) },
            MailState::Dropped { at: at(1) },
        ];
        for state in states {
            let dead = state.name() == "dead";
            assert_eq!(mail(state.clone()).retry(at(5)).is_ok(), dead, "{state:?}");
            assert_eq!(mail(state.clone()).drop(at(5)).is_ok(), dead, "{state:?}");
            assert_eq!(mail(state.clone()).fold(MailId(Uuid::nil())).is_some(), state.name() == "waiting");
        }
    }

    #[test]
    fn the_message_id_follows_from_the_mail_alone() {
        let (first, later) = (waiting(), waiting().lease(at(10)).unwrap());
        assert_eq!(first.message_id("concordat.example.org"), later.message_id("concordat.example.org"));
    }
}
