//! Roles and scopes over GraphQL, one for one those of the rules.

use concordat_domain::access;
use juniper::GraphQLEnum;

/// What a person is for a company in an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum Role {
    /// Keeps the agreement on behalf of all parties.
    Steward,
    /// Signs for a company.
    Signatory,
    /// Sits in the coordination group for a company.
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

impl From<access::Role> for Role {
    fn from(role: access::Role) -> Self {
        match role {
            access::Role::Steward => Self::Steward,
            access::Role::Signatory => Self::Signatory,
            access::Role::Coordinator => Self::Coordinator,
            access::Role::Sme => Self::Sme,
            access::Role::ContactAgent => Self::ContactAgent,
            access::Role::Engineer => Self::Engineer,
            access::Role::Analyst => Self::Analyst,
            access::Role::Customer => Self::Customer,
            access::Role::Auditor => Self::Auditor,
        }
    }
}

/// What an API token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum TokenScope {
    /// Read what the person may see.
    Read,
    /// Report measurements.
    Report,
    /// Everything else the person may do.
    Act,
}

impl From<TokenScope> for access::Scope {
    fn from(scope: TokenScope) -> Self {
        match scope {
            TokenScope::Read => Self::Read,
            TokenScope::Report => Self::Report,
            TokenScope::Act => Self::Act,
        }
    }
}

impl From<access::Scope> for TokenScope {
    fn from(scope: access::Scope) -> Self {
        match scope {
            access::Scope::Read => Self::Read,
            access::Scope::Report => Self::Report,
            access::Scope::Act => Self::Act,
        }
    }
}
