//! Agreements: described by a file, signed by every party, amended version by version.

mod applying;
mod reading;
mod signing;
mod standing;
pub mod store;

pub use applying::{AppliedFile, Plan, apply, apply_file, described, export, plan};
pub use reading::{AgreementView, agreement, by_code, each, list, terms, terms_of_version};
pub use signing::{end, missing_signatures, propose, settle, settle_due, sign, withdraw};
