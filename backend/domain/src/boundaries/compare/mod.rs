//! Two or three texts of a boundary side by side: what became of each field, and what two experts changed at once.
//!
//! A field has a path: `title`, `team`, `responsibility`, `included.2` (statements are counted from 1), `excluded.1`,
//! `limits.order`, `limits.hours.within`, `limits.hours.beyond.note`, `limits.hours.beyond.take_over`,
//! `limits.hours.beyond.take_over.information`, `limits.hours.beyond.take_over.acceptance`, `evidence.1`.

mod diff;
mod lists;
mod merge;
mod path;
mod text;

pub use diff::{FieldChange, diff};
pub use merge::{Conflict, ThreeWay, three_way};
pub use path::path_exists;
pub use text::Names;
