//! The refusal codes of calendars.

use crate::kernel::Code;

/// Two intervals of one date share time.
pub const CALENDAR_OVERLAP: Code = Code::new(
    "CALENDAR_OVERLAP",
    "Two intervals of the same date overlap; join them or let one end where the other begins.",
);
/// Nothing is ever open.
pub const CALENDAR_NEVER_OPEN: Code = Code::new(
    "CALENDAR_NEVER_OPEN",
    "The calendar has no open second, so no clock would ever run; give at least one interval.",
);
/// A date lies out of range.
pub const CALENDAR_YEAR: Code =
    Code::new("CALENDAR_YEAR", "Holidays and exceptions lie in the years 1900 to 2199; correct the date.");

/// All of them.
pub const CODES: &[Code] = &[CALENDAR_OVERLAP, CALENDAR_NEVER_OPEN, CALENDAR_YEAR];
