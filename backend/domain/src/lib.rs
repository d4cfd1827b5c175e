//! The rules of Concordat. Pure: no clock, no database, no network; time, ids and identity are passed in.

pub mod access;
pub mod agreements;
pub mod boundaries;
pub mod calendars;
pub mod cases;
pub mod companies;
pub mod coordination;
pub mod deviations;
pub mod escalations;
pub mod identity;
pub mod kernel;
pub mod kpis;
pub mod notifications;
pub mod satisfaction;
