//! The verbs of Concordat: one transaction each, the same on `SQLite` and `PostgreSQL`.

pub mod kernel;
