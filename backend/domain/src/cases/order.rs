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
            Self::Specified { .. } => 4,
            Self::Refused { .. } => 5,
            Self::Offered { .. } => 6,
            Self::Accepted { .. } => 7,
            Self::Swarmed { .. } => 8,
            Self::Unclear { .. } => 9,
            Self::Paused { .. } => 10,
            Self::PauseConsented => 11,
            Self::Responded => 12,
            Self::Updated { .. } => 13,
            Self::Resolved { .. } => 14,
            Self::Cancelled { .. } => 15,
            Self::Closed => 16,
            Self::Rated { .. } => 17,
            Self::Recovering { .. } => 18,
            Self::Disputed { .. } => 19,
            Self::Decided { .. } => 20,
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
