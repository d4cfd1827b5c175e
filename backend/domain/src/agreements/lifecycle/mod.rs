//! From draft to signed by every party, amendment by amendment.

mod agreement;
pub mod codes;
mod version;

pub use agreement::{Agreement, AgreementState, Applied};
pub use codes::CODES;
pub use version::{Signature, Version, VersionState};

#[cfg(test)]
mod tests;
