//! SQL of measurements and their rollups.

mod columns;
mod lists;
mod measurements;
mod rollups;

pub use lists::{After, Wish};
pub(super) use lists::{earlier, listed};
pub use measurements::Kept;
pub(super) use measurements::{add, each_fact, kept, observed_between, replace, supersede};
pub use rollups::Place;
pub(super) use rollups::{Among, begin, delete, load, put, range, span};
