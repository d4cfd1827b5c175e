//! Meetings in people's own calendars: secret addresses that their programs read, and invitations by mail.

mod feeds;
mod inviting;

pub use super::store::feeds::Feed;
pub use feeds::{FeedMade, Written, create, feed, feeds, group_seen, read, revoke};
pub(super) use inviting::left;
pub use inviting::react;
