//! SQL of measurements and their rollups.

mod columns;
mod lists;
mod measurements;
mod rollups;

pub use lists::{After, Wish};
pub(super) use lists::{earlier, listed};
pub use measurements::Kept;
pub(super) use measurements::{each_fact, insert_new, kept, observed_between, replace, supersede};
pub use rollups::Place;
pub(super) use rollups::{Among, delete, load, put, range, span};
