//! The life of a boundary: drawn as a draft, proposed to its neighbours, approved by them, in force from a date until
//! the next approved version.
//!
//! ```text
//! draft -> proposed -> approved (in force from its date until a later version's)
//!   ^  `- withdrawn `- objected to or taken back: a draft again, with the reason kept
//! ```

mod boundary;
mod events;
#[cfg(test)]
pub(super) mod fixtures;
mod history;
mod review;
mod version;

pub use boundary::Boundary;
pub use events::*;
pub use history::Held;
pub use version::{Comment, Returned, Version, VersionState};
