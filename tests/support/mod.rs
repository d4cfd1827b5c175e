//! What tests stand on.

pub mod agreement;
pub mod postgres;
pub mod world;
