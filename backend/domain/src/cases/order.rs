//! The one order of a case's events, whatever order they arrive in.

use super::{CaseEvent, What};
use std::cmp::Ordering;

impl What {
    /// Which of two events at one moment comes first: what ends something before what begins something, hands before
    /// pauses, resolution after work, words after deeds.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Opened { .. } => 0,
            Self::Reopened { .. } => 1,
            Self::Resumed => 2,
            Self::Reprioritised { .. } => 3,
            Self::Refused { .. } => 4,
            Self::Offered { .. } => 5,
            Self::Accepted { .. } => 6,
            Self::Swarmed { .. } => 7,
            Self::Unclear { .. } => 8,
            Self::Paused { .. } => 9,
            Self::PauseConsented => 10,
            Self::Responded => 11,
            Self::Updated { .. } => 12,
            Self::Resolved { .. } => 13,
            Self::Cancelled { .. } => 14,
            Self::Closed => 15,
            Self::Rated { .. } => 16,
            Self::Recovering { .. } => 17,
            Self::Disputed { .. } => 18,
            Self::Decided { .. } => 19,
        }
    }
}

/// The events by moment, then by rank, then by what they say, then by number: so events of one moment and rank may be
/// recorded in any order. A log that knows better puts a microsecond between them.
pub(super) fn in_order(events: &[CaseEvent]) -> Vec<&CaseEvent> {
    let mut sorted: Vec<&CaseEvent> = events.iter().collect();
    sorted.sort_by(|a, b| compare(a, b));
    sorted
}

fn compare(a: &CaseEvent, b: &CaseEvent) -> Ordering {
    let order = (a.at, a.what.rank()).cmp(&(b.at, b.what.rank()));
    order.then_with(|| said(a).cmp(&said(b))).then_with(|| a.number.cmp(&b.number))
}

/// What an event says, as text; asked for only where two events tie.
fn said(event: &CaseEvent) -> String {
    let said = (&event.what, event.company, event.person, &event.source);
    serde_json::to_string(&said).unwrap_or_default()
}
