//! Whole days of work over real HTTP, with a server process of its own for each.

mod away;
mod case_log;
mod client;
mod demo;
mod first_day;
mod imported;
mod killed;
mod load;
mod outage;
mod place;
mod process;
mod schema;
mod signed;
mod stopping;
mod strangers;
