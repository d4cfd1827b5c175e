//! KPIs: facts come in, rollups follow, scorecards are read.

mod batch;
mod following;
mod names;
mod rebuilding;
mod recording;
mod store;

pub use names::{Reported, measurement};
pub use rebuilding::{Difference, REBUILT, rebuild, verify};
pub use recording::{Counts, RECORDED, Recorded, Taken, record};
pub use store::{Kept, Place};
