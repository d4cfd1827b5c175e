//! Escalations on both databases: nothing raised is lost or climbs twice, wherever a server stops, and what happened raises
//! what the agreement says.

mod many;
mod model;
mod triggers;
