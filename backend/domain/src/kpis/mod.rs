//! KPIs: definitions and targets, facts and their buckets, joint figures, contributions, disclosure, scorecards.

mod bucket;
mod codec;
pub mod codes;
mod kpi;
mod measurement;
mod quantile;
mod rollup;
mod target;
mod words;

pub use bucket::Bucket;
pub use codec::BucketError;
pub use codes::CODES;
pub use kpi::{Kpi, Reporter, Weight};
pub use measurement::{Fact, Measurement, Parts, Reading};
pub use rollup::{Rollup, RollupRow, facts_with_quantiles};
pub use target::{Scope, Target};
pub use words::{Direction, Disclosure, JointMethod, KpiKind, Source, Unit};

#[cfg(test)]
mod samples;
