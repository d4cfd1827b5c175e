//! SQL of measurements and their rollups.

mod columns;
mod measurements;
mod rollups;

pub use measurements::Kept;
pub(super) use measurements::{each_fact, insert_new, kept, observed_between, replace, supersede};
pub use rollups::Place;
pub(super) use rollups::{Among, delete, load, put, range, span};
