//! The verbs of Concordat: one transaction each, the same on `SQLite` and `PostgreSQL`.

pub mod agreements;
pub mod boundaries;
pub mod cases;
pub mod companies;
pub mod coordination;
pub mod deviations;
pub mod escalations;
pub mod events;
pub mod identity;
pub mod kernel;
pub mod kpis;
pub mod notifications;
pub mod reactions;
pub mod satisfaction;
