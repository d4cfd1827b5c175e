//! What every noun builds on: ids, moments, decimals, periods, refusals, events, pages.

pub mod event;
mod ids;
mod moment;
mod refusal;

pub use event::{Event, Kind};
pub use ids::*;
pub use moment::{Moment, MomentError};
pub use refusal::{Code, Refusal, Refusals, Verdict};
