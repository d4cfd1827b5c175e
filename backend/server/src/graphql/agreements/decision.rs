//! Who decided: a named person of a named company, at a moment.

use super::Agreement;
use crate::graphql::{
    companies::Company,
    identity::Person,
    kernel::{context::Context, scalar::Gql, types::Instant},
};
use concordat_domain::kernel::By;
use juniper::graphql_object;

/// Who decided, for which company, and when.
pub struct Decision {
    agreement: Agreement,
    by: By,
}

impl Decision {
    /// A decision by somebody of the agreement.
    #[must_use]
    pub fn new(agreement: &Agreement, by: By) -> Self {
        Self { agreement: agreement.clone(), by }
    }
}

/// Who decided, for which company, and when.
#[graphql_object(scalar = Gql, context = Context)]
impl Decision {
    /// The person; null for somebody whom the agreement names no more, and for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.by.person)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// The company for which they decided.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.by.company).map(Company::from)
    }

    /// When.
    fn at(&self) -> Instant {
        self.by.at
    }
}
