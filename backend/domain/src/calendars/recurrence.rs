//! When something comes back: a first local time and a recurrence rule in a zone (RFC 5545, `DTSTART` and `RRULE`).

use crate::kernel::Zone;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A series of local times in one zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// The first local time.
    pub starts: NaiveDateTime,
    /// The `RRULE` value, such as `FREQ=WEEKLY;BYDAY=MO`; without it there is one time only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The zone whose wall clock it follows: the local time stays the same over a change of the clock.
    pub zone: Zone,
}
