//! What developers of Concordat run and what its tests stand on: commands, and a private PostgreSQL.
//!
//! Standard library only, so that `cargo xtask` answers after a second of compiling.

pub mod postgres;
