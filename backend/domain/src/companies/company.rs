//! A company and its kind.

use crate::kernel::CompanyId;
use serde::{Deserialize, Serialize};

/// What a company is to the services of its agreements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CompanyKind {
    /// Delivers services.
    Supplier,
    /// A local supplier to whom a party has outsourced; a party itself, or bound through one.
    OutsourcedSupplier,
    /// Coordinates the suppliers (SIAM's service integrator).
    Integrator,
    /// Receives the services.
    Customer,
}

impl CompanyKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Supplier, Self::OutsourcedSupplier, Self::Integrator, Self::Customer];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supplier => "supplier",
            Self::OutsourcedSupplier => "outsourced_supplier",
            Self::Integrator => "integrator",
            Self::Customer => "customer",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A company of the instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Which.
    pub id: CompanyId,
    /// The short code that files use.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: CompanyKind,
}
