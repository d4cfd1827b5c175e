//! Who may do what: roles, verbs, and the one table that joins them.

mod actor;
mod policy;
mod role;
mod verb;

pub use actor::{Actor, Grant, Place, Who};
pub use policy::{Reach, print, reach};
pub use role::Role;
pub use verb::{Scope, Verb};
