//! Deviations and joint corrective action: promises missed, what the companies do about them together, and the
//! measurements that alone can close them.
//!
//! ```text
//! deviation  open -> reviewed -> acting -> verifying -> closed
//!             ^ `- reopened one level up when the action's criterion fails -'
//! action     draft -> proposed -> acting -> verifying -> succeeded | failed      (withdrawn before its start)
//! ```

mod action;
mod agreed;
mod appraising;
mod assessment;
pub mod codes;
mod criterion;
mod deviation;
pub mod events;
mod figures;
#[cfg(test)]
mod fixtures;
mod overdue;
mod proving;
mod raising;
mod task;

pub use action::{Action, ActionState, Consent};
pub use agreed::Beholder;
pub use appraising::{Appraised, FrozenFigure, appraise};
pub use assessment::{Assessment, Books, Changed, Restatement};
pub use codes::CODES;
pub use criterion::{Criterion, Measure, Progress};
pub use deviation::{Closing, Deviation, DeviationKind, Review, ReviewVerdict, State};
pub use figures::{AssessedCell, CellVerdict, Figures, Key};
pub use raising::Change;
pub use task::{Request, Task, TaskState};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_distinct_and_say_what_they_mean() {
        let names: BTreeSet<_> = CODES.iter().map(|code| code.name).collect();
        assert_eq!(names.len(), CODES.len());
        assert!(CODES.iter().all(|code| code.meaning.ends_with('.')));
    }
}
