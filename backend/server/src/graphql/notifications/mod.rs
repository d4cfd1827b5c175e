//! How people and partners' systems are told, over GraphQL.

mod delivery;
mod feed;
mod subject;
mod webhook;
mod webhook_verbs;

pub use delivery::WebhookDelivery;
pub use feed::{CalendarFeed, FeedMutations, feeds};
pub use subject::subject;
pub use webhook::{Webhook, webhooks};
pub use webhook_verbs::WebhookMutations;

use super::kernel::global_id::Tag;

/// The tag of webhooks' global ids.
pub const WEBHOOK: Tag = Tag(b'J');
/// The tag of calendar addresses' global ids.
pub const FEED: Tag = Tag(b'f');
/// The tag of the global ids of messages to webhooks.
pub const DELIVERY: Tag = Tag(b'd');
