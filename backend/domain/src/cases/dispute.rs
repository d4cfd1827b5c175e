//! A dispute: a company says that a stretch of time is attributed wrongly, and the coordination group decides.

use super::Attribution;
use crate::kernel::{CompanyId, Moment};

/// A dispute about a stretch of a case's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The number of the event that raised it.
    pub number: i64,
    /// Who disputes.
    pub company: Option<CompanyId>,
    /// When it was raised.
    pub at: Moment,
    /// From when the disputed time runs.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// Why, in words.
    pub reason: String,
    /// What was decided.
    pub decision: Option<Decision>,
}

/// What the coordination group decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The number of the event.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// To whom the time belongs; none: it stays where it was.
    pub attribution: Option<Attribution>,
    /// Why, in words.
    pub reason: String,
}

/// Where a dispute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisputeState {
    /// It waits for the coordination group.
    Open,
    /// The time went elsewhere.
    Upheld,
    /// The time stayed.
    Dismissed,
}

impl Dispute {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> DisputeState {
        match &self.decision {
            None => DisputeState::Open,
            Some(decision) if decision.attribution.is_some() => DisputeState::Upheld,
            Some(_) => DisputeState::Dismissed,
        }
    }

    /// Whether it touches a stretch of time.
    #[must_use]
    pub fn touches(&self, from: Moment, until: Option<Moment>) -> bool {
        from < self.until && until.is_none_or(|until| self.from < until)
    }
}
