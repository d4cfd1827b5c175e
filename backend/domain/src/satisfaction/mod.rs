//! The voice of the customer: what customers prefer and want improved, recorded at a contact point, put before the
//! companies concerned, and answered by each of them in good time.
//!
//! ```text
//! voice  waiting -> heard -> closed      heard once every company asked has acknowledged or answered
//!          `-> overdue -^               once its time to answer has passed without that
//! ```

pub mod codes;
mod customer;
pub mod events;
#[cfg(test)]
mod fixtures;
mod voice;

pub use codes::CODES;
pub use customer::{CustomerVoice, Standing};
pub use voice::{Asked, OPEN_DAYS, Recorded, Reply, Voice, VoiceKind, VoiceState, Word, answer_by};
