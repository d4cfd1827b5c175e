//! Training on a boundary: what a team has to learn of one version of it, who has, and who may take duty without.
//!
//! A completion counts for its version alone: when the next version comes into force, its training is open for all.

mod duty;
mod events;
mod plan;
mod standing;

pub use duty::{in_force, may_take_duty};
pub use events::*;
pub use plan::{Completion, Member, Training, Waiver};
pub use standing::{Share, Standing};
