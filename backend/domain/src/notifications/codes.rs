//! Why something about mails is refused.

use crate::kernel::Code;

/// Somebody else changed it meanwhile.
pub const MAIL_STALE: Code =
    Code::new("MAIL_STALE", "The mail was changed after it was read; read it again and decide on what it is now.");
/// Only what could not be delivered is tried again or given up.
pub const MAIL_NOT_DEAD: Code = Code::new(
    "MAIL_NOT_UNDELIVERABLE",
    "The mail is none that could not be delivered: it waits, is being sent, was sent or was given up.",
);

/// Hours that begin when they end.
pub const SETTING_HOURS: Code =
    Code::new("NOTIFICATION_HOURS_INVALID", "The hours begin when they end; leave them out to be told at any time.");

/// A time of day that does not read.
pub const SETTING_TIME: Code =
    Code::new("NOTIFICATION_TIME_INVALID", "A time of day is written HH:MM, from 00:00 to 23:59.");
/// A zone that does not exist.
pub const SETTING_ZONE: Code =
    Code::new("NOTIFICATION_ZONE_UNKNOWN", "There is no such time zone; give an IANA name such as Europe/Zurich.");
/// Somebody else, or the same person elsewhere, changed it meanwhile.
pub const SETTING_STALE: Code = Code::new(
    "NOTIFICATION_SETTING_STALE",
    "How you want to be told was changed after it was read; read it again and decide on what it is now.",
);

/// Every code of this noun.
pub const CODES: &[Code] = &[MAIL_STALE, MAIL_NOT_DEAD, SETTING_HOURS, SETTING_TIME, SETTING_ZONE, SETTING_STALE];
