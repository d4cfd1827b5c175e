//! Roles and scopes over GraphQL, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::access;

words! {
    /// What a person is for a company in an agreement.
    Role of access::Role {
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

    /// What an API token may do.
    TokenScope as access::Scope {
        /// Read what the person may see.
        Read,
        /// Report measurements.
        Report,
        /// Everything else the person may do.
        Act,
    }
}
