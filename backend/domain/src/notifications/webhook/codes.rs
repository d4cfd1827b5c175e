//! Why a rule of webhooks says no.

use crate::kernel::Code;

macro_rules! codes {
    ($($name:ident = $text:literal, $meaning:literal;)*) => {
        $(pub(super) const $name: Code = Code::new($text, $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    URL = "WEBHOOK_URL_INVALID", "An address of a webhook is https, names a host on the open network, and carries neither a name and password nor a fragment.";
    KINDS = "WEBHOOK_KINDS_INVALID", "A webhook names 1 to 50 kinds of events: one such as `deviation.raised`, or all of a noun such as `deviation.*`.";
    TOO_MANY = "WEBHOOK_TOO_MANY", "A company has 10 webhooks in an agreement at most; remove one that is not needed.";
    STALE = "WEBHOOK_STALE", "Somebody has changed the webhook meanwhile; read it again and decide on what it is now.";
    ROTATING = "WEBHOOK_ROTATING", "The secret was changed less than 24 hours ago, and the old one still counts; try again later.";
    DISABLED = "WEBHOOK_DISABLED", "The webhook is disabled; enable it first.";
}
