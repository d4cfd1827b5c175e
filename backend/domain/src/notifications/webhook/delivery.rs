//! A message to a partner's system on its way: tried until it is taken, on a ladder of waits.

use crate::kernel::{AgreementId, DeliveryId, Moment, Span, WebhookId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long it waits after each try that failed, in seconds: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h.
pub const LADDER: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
/// So much of a wait may be added to it, in thousandths, so that what failed together does not come back together.
const JITTER: i64 = 100;

/// What a system answered to one try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A status and how its body begins.
    Status(u16, String),
    /// Nothing: why.
    Nothing(String),
}

/// One try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When it was over.
    pub at: Moment,
    /// The status that was answered; none where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// How the answer begins, or why there was none.
    pub answer: String,
}

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// It is to be tried, again.
    Waiting,
    /// It was taken.
    Taken,
    /// It was tried to the end of the ladder, or the system is gone.
    GivenUp,
}

impl DeliveryState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::GivenUp => "given_up",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Taken, Self::GivenUp].into_iter().find(|state| state.name() == name)
    }
}

/// A message to one webhook about one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its id: the same in every try (`webhook-id`), so that a system knows what it has taken already.
    pub id: DeliveryId,
    /// To which webhook.
    pub webhook: WebhookId,
    /// Of which agreement.
    pub agreement: AgreementId,
    /// The number of the event in its log.
    pub event: i64,
    /// What happened.
    pub kind: String,
    /// To what.
    pub subject: Uuid,
    /// When it happened.
    pub at: Moment,
    /// Where it stands.
    pub state: DeliveryState,
    /// When it is to be tried next.
    pub due: Moment,
    /// The tries on this round of the ladder.
    pub tries: u32,
    /// Every try there was.
    pub attempts: Vec<Attempt>,
}

/// What follows from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was taken.
    Taken,
    /// Once more, after this wait.
    Again(Span),
    /// No more.
    GivenUp,
    /// No more, and the webhook is disabled: the system says that it is gone (410).
    Gone,
}

/// What follows from the answer to a try, after `before` tries that failed. `chance` spreads the waits.
#[must_use]
pub fn judge(answer: &Answer, before: u32, chance: u32) -> Verdict {
    match answer {
        Answer::Status(200..=299, _) => Verdict::Taken,
        Answer::Status(410, _) => Verdict::Gone,
        _ => {
            let step = usize::try_from(before).ok().and_then(|place| LADDER.get(place));
            step.map_or(Verdict::GivenUp, |seconds| {
                let whole = seconds * 1_000_000;
                let most = whole / 1_000 * JITTER;
                Verdict::Again(Span::from_micros(whole + most * i64::from(chance % 1_001) / 1_000))
            })
        }
    }
}

impl Delivery {
    /// What it is after a try.
    #[must_use]
    pub fn after(mut self, answer: &Answer, chance: u32, at: Moment) -> (Self, Verdict) {
        let (status, told) = match answer {
            Answer::Status(status, told) => (Some(*status), told),
            Answer::Nothing(why) => (None, why),
        };
        self.attempts.push(Attempt { at, status, answer: told.clone() });
        let verdict = judge(answer, self.tries, chance);
        self.tries += 1;
        match verdict {
            Verdict::Taken => self.state = DeliveryState::Taken,
            Verdict::Again(wait) => self.due = at.plus(wait),
            Verdict::GivenUp | Verdict::Gone => self.state = DeliveryState::GivenUp,
        }
        (self, verdict)
    }

    /// To be sent again now, with the whole ladder before it.
    #[must_use]
    pub fn again(self, now: Moment) -> Self {
        Self { state: DeliveryState::Waiting, due: now, tries: 0, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_is_climbed_and_ends() {
        let down = Answer::Nothing("refused".into());
        let waits: Vec<_> = (0..10).map(|before| judge(&down, before, 0)).collect();
        let expected: Vec<_> = LADDER.iter().map(|seconds| Verdict::Again(Span::from_seconds(*seconds))).collect();
        assert_eq!(waits[..9], expected[..]);
        assert_eq!(waits[9], Verdict::GivenUp);
    }

    #[test]
    fn waits_grow_by_a_tenth_at_most() {
        for chance in [0, 1, 500, 1_000, 1_001, u32::MAX] {
            let Verdict::Again(wait) = judge(&Answer::Status(503, String::new()), 1, chance) else { panic!() };
            assert!((300_000_000..=330_000_000).contains(&wait.micros()), "{chance}: {wait:?}");
        }
    }

    #[test]
    fn statuses() {
        let of = |status| judge(&Answer::Status(status, String::new()), 0, 0);
        assert_eq!((of(200), of(204), of(299)), (Verdict::Taken, Verdict::Taken, Verdict::Taken));
        assert_eq!(of(410), Verdict::Gone);
        for again in [100, 301, 302, 307, 400, 401, 404, 429, 500, 503] {
            assert!(matches!(of(again), Verdict::Again(_)), "{again}");
        }
    }
}
