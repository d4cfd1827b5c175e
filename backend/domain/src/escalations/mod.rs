//! Escalations: a matter that was not dealt with climbs a ladder of levels, each with its time to answer, until somebody
//! with the power to do so has answered whoever raised it.
//!
//! ```text
//! open -> answered -> closed          (withdrawn by whoever raised it, from either)
//!  ^ `- a level up at each deadline, and when the answer is rejected
//! ```

mod answering;
mod climbing;
pub mod codes;
mod customer;
mod escalation;
pub mod events;
#[cfg(test)]
mod fixtures;
mod paths;
mod sight;
mod sound;
mod subject;

pub use codes::CODES;
pub use customer::{CustomerState, CustomerStep, CustomerView};
pub use escalation::{Answer, Climb, Escalation, Matter, Owner, State, Taken, Why};
pub use paths::Paths;
pub use sight::sees_path;
pub use subject::{Fact, Subject, trigger_name};

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
