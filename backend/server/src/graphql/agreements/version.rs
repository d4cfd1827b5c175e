//! A version of an agreement and its signatures.

use super::{Agreement, verbs::Change};
use crate::graphql::{
    companies::Company,
    identity::Person,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        scalar::Gql,
        types::{Date, Instant},
    },
};
use concordat_domain::agreements::{self as rules, VersionState as Standing};
use concordat_service::agreements;
use juniper::{GraphQLEnum, graphql_object};

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "VersionState")]
pub enum State {
    /// Being written; may change.
    Draft,
    /// Put before the parties; its terms stand still.
    Proposed,
    /// Signed by every party that has to.
    Active,
    /// A later version has become active.
    Superseded,
}

/// One version of an agreement.
pub struct Version {
    agreement: Agreement,
    version: rules::Version,
}

impl Version {
    /// A version of the agreement.
    #[must_use]
    pub fn new(agreement: &Agreement, version: rules::Version) -> Self {
        Self { agreement: agreement.clone(), version }
    }
}

/// One version of an agreement: a document that the parties sign.
#[graphql_object(scalar = Gql, context = Context, name = "AgreementVersion")]
impl Version {
    /// 1, 2, 3 …
    fn number(&self) -> i32 {
        i32::try_from(self.version.number).unwrap_or(i32::MAX)
    }

    /// Where it stands.
    fn state(&self) -> State {
        match self.version.state {
            Standing::Draft => State::Draft,
            Standing::Proposed { .. } => State::Proposed,
            Standing::Active { .. } => State::Active,
            Standing::Superseded { .. } => State::Superseded,
        }
    }

    /// The SHA-256 digest of its terms: what is signed.
    fn digest(&self) -> String {
        self.version.digest.to_string()
    }

    /// The first day on which it holds, once it is active.
    fn effective_from(&self) -> Date {
        self.version.effective_from.into()
    }

    /// Who has signed so far.
    fn signatures(&self, ctx: &Context) -> Answer<Vec<Signature>> {
        let number = self.version.number;
        let terms = ctx.read(|tx| agreements::terms_of_version(tx, self.agreement.key(), number))?;
        let given = self.version.state.signatures();
        let signature = |signature: &rules::Signature| {
            // a signatory in force may be gone from the terms that they signed
            let named = terms.person(signature.person).or_else(|| self.agreement.terms().person(signature.person));
            let company = terms.company(signature.company).ok_or(Failure::NOT_FOUND)?;
            Ok(Signature {
                company: company.into(),
                person: named.map(|named| Person::named(self.agreement.key(), named)),
                at: signature.at,
            })
        };
        given.iter().map(signature).collect()
    }

    /// The companies that still have to sign; none unless it is proposed.
    fn missing_signatures(&self, ctx: &Context) -> Answer<Vec<Company>> {
        if !matches!(self.version.state, Standing::Proposed { .. }) {
            return Ok(Vec::new());
        }
        let missing = ctx.read(|tx| agreements::missing_signatures(tx, self.agreement.view()))?;
        let id = self.agreement.key();
        let terms = ctx.read(|tx| agreements::terms_of_version(tx, id, self.version.number))?;
        let named = |id| terms.company(id).or_else(|| self.agreement.terms().company(id)).map(Company::from);
        Ok(missing.into_iter().filter_map(named).collect())
    }

    /// What it changes against the version before it, readable, by path. Of people and their addresses only what
    /// concerns companies whose people you may reach; of escalation paths not those of other customers, for customers.
    fn changes(&self, ctx: &Context) -> Answer<Vec<Change>> {
        let number = self.version.number;
        ctx.read(|tx| {
            let after = agreements::terms_of_version(tx, self.agreement.key(), number)?;
            let before = match number {
                0 | 1 => None,
                number => Some(agreements::terms_of_version(tx, self.agreement.key(), number - 1)?),
            };
            Ok(Change::between(before.as_deref(), &after, &ctx.actor(), self.agreement.key()))
        })
    }
}

/// A company's signature under a version.
pub struct Signature {
    company: Company,
    person: Option<Person>,
    at: Instant,
}

/// A company's signature under a version.
#[graphql_object(scalar = Gql, context = Context)]
impl Signature {
    /// The company that is bound by it.
    fn company(&self) -> &Company {
        &self.company
    }

    /// The signatory; null where no version that you read names them any more, and for whoever may not know.
    fn person(&self, ctx: &Context) -> Option<Person> {
        self.person.clone()?.seen(ctx)
    }

    /// When.
    fn signed_at(&self) -> Instant {
        self.at
    }
}
