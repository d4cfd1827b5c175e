//! KPIs: definitions and targets, facts and their buckets, joint figures, contributions, disclosure, scorecards.

mod bucket;
mod codec;
pub mod codes;
mod contribution;
mod disclosure;
mod joint;
mod kpi;
mod measure;
mod measurement;
mod quantile;
mod risk;
mod rollup;
mod scorecard;
mod shares;
mod sheet;
mod standing;
mod table;
mod target;
mod words;

pub use bucket::Bucket;
pub use codec::BucketError;
pub use codes::CODES;
pub use contribution::Contribution;
pub use disclosure::{Viewer, Withheld};
pub use kpi::{Kpi, Reporter, Weight};
pub use measure::{BoundaryMeasure, CaseMeasure, Counted, HealthMeasure, Measure, TeamMeasure};
pub use measurement::{Fact, Measurement, Parts, Reading};
pub use risk::Progress;
pub use rollup::{Rollup, RollupRow, facts_with_quantiles};
pub use scorecard::{By, Cell, Figure, Membership, Request, scorecard};
pub use standing::{Judgement, Standing};
pub use target::{Scope, Target};
pub use words::{Direction, Disclosure, JointMethod, KpiKind, Source, Unit};

#[cfg(test)]
mod samples;
