//! Companies: who takes part, each as itself.

mod company;

pub use company::{Company, CompanyKind};
