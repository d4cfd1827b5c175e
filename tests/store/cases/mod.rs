//! Cases on both databases: what is kept of them equals what their logs say, time alone is told of once, and later
//! KPIs know of them.

mod kept;
mod later;
mod once;
mod timers;
