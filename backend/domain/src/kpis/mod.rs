//! KPIs: definitions and targets, facts and their buckets, joint figures, contributions, disclosure, scorecards.

pub mod codes;
mod kpi;
mod target;
mod words;

pub use codes::CODES;
pub use kpi::{Kpi, Reporter, Weight};
pub use target::{Scope, Target};
pub use words::{Direction, Disclosure, JointMethod, KpiKind, Source, Unit};

#[cfg(test)]
mod samples;
