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

/// Every code of this noun.
pub const CODES: &[Code] = &[MAIL_STALE, MAIL_NOT_DEAD, SETTING_HOURS];
