//! What tests stand on.

pub mod agreement;
pub mod case_logs;
pub mod cases;
pub mod deviations;
pub mod escalations;
pub mod followed;
pub mod graphql;
pub mod loopback;
pub mod postgres;
pub mod real_log;
pub mod receiver;
pub mod served;
pub mod small_api;
pub mod smtp;
pub mod socket;
pub mod statements;
pub mod world;
