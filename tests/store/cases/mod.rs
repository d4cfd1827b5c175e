//! Cases on both databases: what is kept of them equals what their logs say, and time alone is told of once.

mod kept;
mod once;
mod timers;
