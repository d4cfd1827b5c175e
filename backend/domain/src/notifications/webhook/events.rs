//! What happens to webhooks, as the log tells it.

use crate::kernel::Kind;

/// A company's system is to be told.
pub const WEBHOOK_ADDED: Kind = Kind::new("webhook.added");
/// It is told elsewhere, or of other things, or is enabled again.
pub const WEBHOOK_CHANGED: Kind = Kind::new("webhook.changed");
/// It is told no more until somebody enables it.
pub const WEBHOOK_DISABLED: Kind = Kind::new("webhook.disabled");
/// It is told no more.
pub const WEBHOOK_REMOVED: Kind = Kind::new("webhook.removed");
/// It got a new secret; the old one counts a while longer.
pub const WEBHOOK_ROTATED: Kind = Kind::new("webhook.rotated");
/// Somebody had a message sent again.
pub const WEBHOOK_SENT_AGAIN: Kind = Kind::new("webhook.sent_again");

/// All of them. No webhook is told of these.
pub const EVENTS: &[Kind] =
    &[WEBHOOK_ADDED, WEBHOOK_CHANGED, WEBHOOK_DISABLED, WEBHOOK_REMOVED, WEBHOOK_ROTATED, WEBHOOK_SENT_AGAIN];
