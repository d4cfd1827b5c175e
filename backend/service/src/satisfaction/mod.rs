//! The voice of the customer: taken down at a contact point, answered by every company that was asked.

mod answering;
mod exporting;
mod reading;
mod store;
mod timing;
mod view;

pub use answering::{close, customers_calendar, record, reply};
pub use exporting::export;
pub use reading::{awaiting, count, count_followed, followed, followed_voice, list, since, unanswered, voice};
pub use store::{VoiceFilter, VoiceView};
pub use timing::{fire, fire_due};
pub use view::FollowedVoice;
