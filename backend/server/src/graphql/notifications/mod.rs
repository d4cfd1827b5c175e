//! How people and partners' systems are told, over GraphQL: what waits for oneself, mails, calendars and webhooks.

mod delivery;
mod feed;
mod inbox;
mod mails;
mod settings;
mod streams;
mod subject;
mod verbs;
mod webhook;
mod webhook_verbs;
mod words;

pub use delivery::WebhookDelivery;
pub use feed::{CalendarFeed, FeedMutations, feeds};
pub use inbox::{InboxItem, inbox};
pub use mails::{Mail, dead_letters, mail};
pub use settings::{NotificationSettings, settings};
pub use streams::{InboxChange, InboxItemGone, InboxStreams};
pub use subject::subject;
pub use verbs::NotificationMutations;
pub use webhook::{Webhook, webhooks};
pub use webhook_verbs::WebhookMutations;

use super::kernel::global_id::Tag;

/// The tag of webhooks' global ids.
pub const WEBHOOK: Tag = Tag(b'J');
/// The tag of calendar addresses' global ids.
pub const FEED: Tag = Tag(b'f');
/// The tag of the global ids of messages to webhooks.
pub const DELIVERY: Tag = Tag(b'd');
/// The tag of mails' global ids.
pub const MAIL: Tag = Tag(b'Q');
