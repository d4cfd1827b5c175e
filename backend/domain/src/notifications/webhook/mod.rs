//! Webhooks: a company's own system is told what happened, as Standard Webhooks (standardwebhooks.com) lays down.
//!
//! A message is thin: what happened, when, in which agreement and to what. Whoever receives it asks for the rest with their
//! own token, so that no message can tell more than its receiver may see.

mod address;
mod codes;
mod delivery;
mod events;
mod hook;
mod url;

pub use address::unreachable;
pub use codes::CODES;
pub use delivery::{Answer, Attempt, Delivery, DeliveryState, LADDER, Verdict, judge};
pub use events::{
    EVENTS, WEBHOOK_ADDED, WEBHOOK_CHANGED, WEBHOOK_DISABLED, WEBHOOK_REMOVED, WEBHOOK_ROTATED, WEBHOOK_SENT_AGAIN,
};
pub use hook::{HookSecret, MOST, OVERLAP, Webhook, WebhookState, WebhookWish};
pub use url::check as check_url;
