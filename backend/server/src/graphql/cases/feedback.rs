//! What the customer says of a case, what is done about it, and what companies dispute.

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
use juniper::{GraphQLEnum, graphql_object};

/// A customer's rating.
#[derive(Clone)]
pub struct Rating(pub rules::Rating);

/// A customer's rating of a case.
#[graphql_object(scalar = Gql, context = Context, name = "CaseRating")]
impl Rating {
    /// When.
    fn at(&self) -> Instant {
        self.0.at
    }

    /// Points from 1 to 5.
    fn points(&self) -> i32 {
        self.0.points.into()
    }

    /// In words.
    fn words(&self) -> Option<&str> {
        self.0.words.as_deref()
    }

    /// Whether it is a good word: 4 or 5 points.
    fn positive(&self) -> bool {
        self.0.is_positive()
    }
}

/// A recovery.
pub struct Recovery {
    agreement: Agreement,
    recovery: rules::Recovery,
}

impl Recovery {
    /// A recovery.
    #[must_use]
    pub fn new(agreement: &Agreement, recovery: rules::Recovery) -> Self {
        Self { agreement: agreement.clone(), recovery }
    }
}

/// The way back from negative to positive feedback. A negative rating opens it, a positive one ends it.
#[graphql_object(scalar = Gql, context = Context, name = "CaseRecovery")]
impl Recovery {
    /// Since when.
    fn opened_at(&self) -> Instant {
        self.recovery.opened
    }

    /// The company that owns it.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.recovery.company?).map(Company::from)
    }

    /// Its person, once somebody has taken it on; null for whoever may not know them.
    fn owner(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.recovery.owner?)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// By when the customer should be content.
    fn due_at(&self) -> Instant {
        self.recovery.due
    }

    /// When a positive rating ended it; null while it goes on.
    fn turned_at(&self) -> Option<Instant> {
        self.recovery.turned.map(|(_, at)| at)
    }
}

/// Where a dispute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum CaseDisputeState {
    /// It waits for the coordination group.
    Open,
    /// The time went elsewhere.
    Upheld,
    /// The time stayed.
    Dismissed,
}

/// A dispute.
pub struct Dispute {
    agreement: Agreement,
    dispute: rules::Dispute,
}

impl Dispute {
    /// A dispute.
    #[must_use]
    pub fn new(agreement: &Agreement, dispute: rules::Dispute) -> Self {
        Self { agreement: agreement.clone(), dispute }
    }
}

/// A company's word that a stretch of a case's time is attributed wrongly, and what was decided.
#[graphql_object(scalar = Gql, context = Context, name = "CaseDispute")]
impl Dispute {
    /// The number by which it is decided.
    fn number(&self) -> Long {
        Long(self.dispute.number)
    }

    /// Who disputes.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.dispute.company?).map(Company::from)
    }

    /// When it was raised.
    fn at(&self) -> Instant {
        self.dispute.at
    }

    /// From when the disputed time runs.
    fn from(&self) -> Instant {
        self.dispute.from
    }

    /// Until when.
    fn until(&self) -> Instant {
        self.dispute.until
    }

    /// Why.
    fn reason(&self) -> &str {
        &self.dispute.reason
    }

    /// Where it stands.
    fn state(&self) -> CaseDisputeState {
        match self.dispute.state() {
            rules::DisputeState::Open => CaseDisputeState::Open,
            rules::DisputeState::Upheld => CaseDisputeState::Upheld,
            rules::DisputeState::Dismissed => CaseDisputeState::Dismissed,
        }
    }

    /// When it was decided; null while it waits.
    fn decided_at(&self) -> Option<Instant> {
        self.dispute.decision.as_ref().map(|decision| decision.at)
    }

    /// Why it was decided so; null while it waits.
    fn decision(&self) -> Option<&str> {
        self.dispute.decision.as_ref().map(|decision| decision.reason.as_str())
    }

    /// The company to which the time was moved, where it was one.
    fn moved_to(&self) -> Option<Company> {
        match self.dispute.decision.as_ref()?.attribution? {
            rules::Attribution::Company(company) => self.agreement.terms().company(company).map(Company::from),
            _ => None,
        }
    }
}
