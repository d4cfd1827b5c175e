//! What a person is for a company in an agreement.

use serde::{Deserialize, Serialize};

/// A role, granted per agreement and company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Keeps the agreement on behalf of all parties: describes it, proposes it, sees every figure.
    Steward,
    /// Signs for a company.
    Signatory,
    /// Sits in the coordination group for a company: reviews deviations, decides on corrective action.
    Coordinator,
    /// Subject-matter expert of a company.
    Sme,
    /// Faces the customer at a contact point.
    ContactAgent,
    /// Installs, maintains, troubleshoots and repairs.
    Engineer,
    /// Reports and reads a company's measurements.
    Analyst,
    /// Speaks for a customer.
    Customer,
    /// Reads everything, changes nothing.
    Auditor,
}

impl Role {
    /// Every role, in the order of the policy's columns.
    pub const ALL: [Self; 9] = [
        Self::Steward,
        Self::Signatory,
        Self::Coordinator,
        Self::Sme,
        Self::ContactAgent,
        Self::Engineer,
        Self::Analyst,
        Self::Customer,
        Self::Auditor,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steward => "steward",
            Self::Signatory => "signatory",
            Self::Coordinator => "coordinator",
            Self::Sme => "sme",
            Self::ContactAgent => "contact_agent",
            Self::Engineer => "engineer",
            Self::Analyst => "analyst",
            Self::Customer => "customer",
            Self::Auditor => "auditor",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}
