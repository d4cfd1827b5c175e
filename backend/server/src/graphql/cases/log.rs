//! The log of a case.

use crate::graphql::{
    agreements::Agreement,
    companies::Company,
    identity::Person,
    kernel::{
        context::Context,
        scalar::Gql,
        types::{Instant, Long},
    },
};
use concordat_domain::cases as rules;
use juniper::graphql_object;

/// One event of a case's log.
pub struct CaseEvent {
    agreement: Agreement,
    event: rules::CaseEvent,
}

impl CaseEvent {
    /// An event.
    #[must_use]
    pub fn new(agreement: &Agreement, event: rules::CaseEvent) -> Self {
        Self { agreement: agreement.clone(), event }
    }
}

/// One event of a case's log: all that is said of the case follows from these.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseEvent {
    /// Its place in the log as it was recorded, from 1.
    fn number(&self) -> Long {
        Long(self.event.number)
    }

    /// When it happened.
    fn at(&self) -> Instant {
        self.event.at
    }

    /// What happened, by the word of canonical case logs, such as `accepted`.
    fn kind(&self) -> &str {
        self.event.what.name()
    }

    /// Who said so; null for an imported event, for whom the agreement names no more, and for whoever may not know
    /// them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.event.person?)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// On behalf of which company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.event.company?).map(Company::from)
    }

    /// The system that it was imported from; null for what was done here.
    fn source(&self) -> Option<&str> {
        self.event.source.as_deref()
    }

    /// What else it says, as JSON.
    fn detail(&self) -> String {
        serde_json::to_string(&self.event.what).unwrap_or_default()
    }
}
