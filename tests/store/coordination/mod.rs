//! Coordination groups on both databases.

mod agenda;
