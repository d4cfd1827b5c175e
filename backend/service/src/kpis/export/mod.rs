//! Figures and measurements as files: CSV, newline-delimited JSON and spreadsheets, written as they are read.

mod measurements;
mod scorecard;

pub use measurements::measurements;
pub use scorecard::scorecard;
