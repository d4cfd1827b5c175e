//! The kinds of events of trainings.

use crate::kernel::Kind;

/// A training was planned, or planned otherwise.
pub const TRAINING_PLANNED: Kind = Kind::new("training.planned");
/// A new version of the boundary opened it anew.
pub const TRAINING_REOPENED: Kind = Kind::new("training.reopened");
/// A member completed it.
pub const TRAINING_COMPLETED: Kind = Kind::new("training.completed");
/// A member is let off for a while.
pub const TRAINING_WAIVED: Kind = Kind::new("training.waived");
