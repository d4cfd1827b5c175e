//! What every noun builds on: ids, moments, decimals, periods, refusals, events, pages.

mod ids;
mod moment;
mod refusal;

pub use ids::*;
pub use moment::{Moment, MomentError};
pub use refusal::{Code, Refusal, Refusals, Verdict};
