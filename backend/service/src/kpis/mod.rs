//! KPIs: facts come in, rollups follow, scorecards are read.

mod asking;
mod batch;
mod bounding;
pub mod export;
mod following;
mod import;
mod listing;
mod names;
mod rebuilding;
mod recording;
mod scoring;
mod staffing;
mod store;

pub use crate::kernel::feed::{Format, Reject, Rejects};
pub use asking::Codes;
pub use bounding::{BOUNDARIES_COUNTED, count_all_boundaries, count_boundaries};
pub use import::{Import, Imported};
pub use listing::{measurements, revisions};
pub use names::{Reported, measurement};
pub use rebuilding::{Difference, REBUILT, rebuild, verify};
pub use recording::{Counts, RECORDED, Recorded, Taken, derive, news, record, report, reporting, reporting_to};
pub use scoring::{Ask, figures, rows, scorecard, viewer};
pub use staffing::{TEAMS_MEASURED, staffing};
pub use store::{After, Kept, Place, Wish};
