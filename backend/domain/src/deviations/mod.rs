//! Deviations and joint corrective action: promises missed, what the companies do about them together, and the
//! measurements that alone can close them.
//!
//! ```text
//! deviation  open -> reviewed -> acting -> verifying -> closed
//!             ^ `- reopened one level up when the action's criterion fails -'
//! action     draft -> proposed -> acting -> verifying -> succeeded | failed      (withdrawn before its start)
//! ```

mod by;
mod deviation;
mod figures;
mod raising;

pub use by::By;
pub use deviation::{Closing, Deviation, DeviationKind, Review, ReviewVerdict, State};
pub use figures::{AssessedCell, Bound, CellVerdict, Figures, Key, Scope};
pub use raising::Change;

#[cfg(test)]
mod fixtures;

use crate::kernel::Code;

/// Every refusal of this noun.
pub const CODES: &[Code] = &[
    by::STATEMENT,
    deviation::CLOSED,
    deviation::ACTING,
    deviation::NOT_ACTING,
    deviation::NOT_REVIEWED,
    deviation::WAIVED,
    deviation::DISPUTED,
    deviation::OWN_WAIVER,
    deviation::OTHER_ACTION,
];
