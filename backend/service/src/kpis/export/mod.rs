//! Figures and measurements as files: CSV, newline-delimited JSON and spreadsheets, written as they are read.

mod measurements;
mod scorecard;
mod table;

pub use measurements::measurements;
pub use scorecard::scorecard;
pub use table::FileKind;
pub(crate) use table::{Table, Value};
