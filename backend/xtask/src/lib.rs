//! What developers of Concordat run and what its tests stand on: commands, house rules, a private PostgreSQL.
//!
//! Standard library only, so that `cargo xtask` answers after a second of compiling.

pub mod house;
pub mod postgres;
