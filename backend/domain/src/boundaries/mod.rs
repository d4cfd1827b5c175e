//! Service boundaries: where one company's responsibility for a service element ends and what lies beyond; who covers
//! what is demanded, and where nobody does.
//!
//! A boundary is drawn by the subject-matter experts of its company, reviewed by those of every neighbour, and holds from
//! a date on. The agreement's terms say what is demanded; what the boundaries in force make of it is worked out here.

mod area;
mod checks;
pub mod codes;
mod compare;
mod content;
mod coverage;
mod demand;
mod facts;
mod finding;
mod fit;
mod ground;
pub mod life;
mod needs;
mod neighbours;
mod register;
mod tracking;
pub mod training;
mod words;

pub use area::{Area, Values};
pub use checks::{Known, checked_code};
pub use codes::CODES;
pub use compare::{Conflict, FieldChange, Names, ThreeWay, diff, path_exists, three_way};
pub use content::{Beyond, Content, Limit, Link, TakeOver, Volume, Within};
pub use coverage::{Change, Coverage, Kept, Stretch};
pub use demand::{Answer, Demand, Forecast};
pub use facts::Day;
pub use finding::{Capacity, Finding, FindingKey, FindingKind};
pub use fit::{Fit, Leg, LegKind, Way};
pub use ground::{Drawn, Element, Ground, GroundTeam, Load};
pub use life::{Boundary, Comment, Held, Returned, Version, VersionState};
pub use needs::Needs;
pub use neighbours::neighbours;
pub use register::{
    Candidate, Carried, Checked, Excess, Passed, Point, Proposal, Reason, Receiver, Register, Verdict, Why,
};
pub use tracking::{Tracked, TrackedState, Turn, follow};
pub use training::{Completion, Member, Share, Standing, Training, Waiver};
pub use words::{Dimension, Responsibility};

#[cfg(test)]
mod samples;

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
