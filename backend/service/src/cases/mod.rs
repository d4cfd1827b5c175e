//! Cases: taken in, handed over, paused, resolved and rated, each by its log; ledgers and clocks follow from it.

mod store;

pub use store::{Sight, rows::CaseFilter};
