//! The companies that act in agreements, each as itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a company is to an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CompanyKind {
    /// Delivers services under the agreement.
    Supplier,
    /// A local supplier that delivers for another one: a party itself, or bound through one.
    OutsourcedSupplier,
    /// Integrates the services of the others.
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
