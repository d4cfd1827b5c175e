//! A pause: the case's clocks stand still, for a reason, at somebody's expense, with consent or dispute.

use crate::agreements::Claimed;
use crate::kernel::Moment;

/// A pause of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The number of the event that began it.
    pub number: i64,
    /// From when.
    pub from: Moment,
    /// When somebody ended it.
    pub resumed: Option<Moment>,
    /// When it ends by itself.
    pub cap: Option<Moment>,
    /// The reason's code.
    pub reason: String,
    /// Against whom the time is claimed.
    pub against: Claimed,
    /// Whether it counts only with consent.
    pub needs_consent: bool,
    /// When consent was given.
    pub consented: Option<Moment>,
}

impl Pause {
    /// When it ends, as far as is known: when somebody ended it or at its cap, whichever came first.
    #[must_use]
    pub fn end(&self) -> Option<Moment> {
        match (self.resumed, self.cap) {
            (Some(resumed), Some(cap)) => Some(resumed.min(cap)),
            (resumed, cap) => resumed.or(cap),
        }
    }

    /// Whether it stops clocks and has a part of its own in the ledger.
    ///
    /// One that needs consent counts only once it has been given, and then from its beginning: until then clocks run
    /// and the time is its holder's, and what is derived after the consent says so for the whole pause. A dispute that
    /// was decided overrides both.
    #[must_use]
    pub const fn counts(&self) -> bool {
        !self.needs_consent || self.consented.is_some()
    }
}
