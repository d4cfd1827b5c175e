//! Companies of the instance.

pub mod store;
