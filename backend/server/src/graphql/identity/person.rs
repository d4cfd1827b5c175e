//! People and the roles that they hold.

use super::{PERSON, words::Role};
use crate::graphql::{
    agreements::Agreement,
    companies::Company,
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
        types::First,
    },
};
use concordat_domain::{
    access::{self, Place, Verb},
    identity as rules,
    kernel::{AgreementId, PersonId},
};
use concordat_service::companies;
use juniper::{ID, graphql_object};
use uuid::Uuid;

/// The person of a global id.
///
/// # Errors
/// Not found for what is no person's id.
pub fn person_id(id: &ID) -> Answer<PersonId> {
    GlobalId::decode_as(PERSON, id).map(|id| PersonId(id.own)).ok_or(Failure::NOT_FOUND)
}

/// A person who acts for a company.
#[derive(Clone, Debug)]
pub struct Person {
    /// In which agreement the actor meets them.
    pub agreement: AgreementId,
    /// Who they are.
    pub person: rules::Person,
}

impl Person {
    /// Somebody whom an agreement's terms name.
    #[must_use]
    pub fn named(agreement: AgreementId, person: &concordat_domain::agreements::Person) -> Self {
        let (id, email, name, company) = (person.id, person.email.clone(), person.name.clone(), person.company);
        Self { agreement, person: rules::Person { id, email, name, company, operator: false, active: true } }
    }
}

impl Person {
    /// The same for whoever may know their name.
    #[must_use]
    pub fn seen(self, ctx: &Context) -> Option<Self> {
        let own = ctx.actor().person() == Some(self.person.id);
        let place = Place::owned(self.agreement, self.person.company);
        (own || ctx.actor().may(Verb::PersonView, place)).then_some(self)
    }
}

/// A person who acts for a company.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Person {
    /// The person's global id, within the agreement in which they are met.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(PERSON, self.agreement, self.person.id.0).encode()
    }

    /// Whether it is whoever is asking.
    fn is_viewer(&self, ctx: &Context) -> bool {
        ctx.actor().person() == Some(self.person.id)
    }

    /// What they are called.
    fn name(&self) -> &str {
        &self.person.name
    }

    /// The address; null for whoever may not reach them: it is shown to their own company, the steward, the auditor.
    fn email(&self, ctx: &Context) -> Option<&str> {
        let own = ctx.actor().person() == Some(self.person.id);
        let place = Place::owned(self.agreement, self.person.company);
        (own || ctx.actor().may(Verb::PersonContact, place)).then_some(&*self.person.email)
    }

    /// The company that employs them.
    fn company(&self, ctx: &Context) -> Answer<Company> {
        let id = self.person.company;
        if ctx.actor().person() == Some(self.person.id) {
            let found = ctx.read(|tx| companies::store::by_ids(tx, &[id]))?;
            return found.into_iter().next().map(Company::from).ok_or(Failure::NOT_FOUND);
        }
        ctx.read(|tx| companies::company(tx, id)).map(Company::from)
    }
}

connection!(Person, "PersonConnection", "PersonEdge");

/// The people whom an agreement's terms name, by name, as far as the actor may know them.
///
/// # Errors
/// Refused for another list's cursor.
pub fn people(ctx: &Context, of: &Agreement, first: First, after: Option<&Cursor>) -> Answer<Connection<Person>> {
    let behind: Option<(String, Uuid)> = after.map(Cursor::key).transpose()?;
    let key = |person: &Person| (person.person.name.clone(), person.person.id.0);
    let named = of.terms().people.iter().filter_map(|named| Person::named(of.key(), named).seen(ctx));
    let mut found: Vec<_> = named.filter(|person| behind.as_ref().is_none_or(|behind| key(person) > *behind)).collect();
    found.sort_by_cached_key(key);
    found.truncate(first.items() + 1);
    Ok(Connection::cut(found, first.items(), after.is_some(), |person| Cursor::of(&key(person))))
}

/// A role that somebody holds for a company in an agreement.
#[derive(Clone)]
pub struct RoleGrant {
    /// The agreement.
    pub agreement: Agreement,
    /// Who.
    pub person: Person,
    /// For which company.
    pub company: Company,
    /// As what.
    pub role: access::Role,
}

/// A role that somebody holds for a company in an agreement.
#[graphql_object(scalar = Gql, context = Context)]
impl RoleGrant {
    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// Who holds it.
    fn person(&self) -> &Person {
        &self.person
    }

    /// For which company.
    fn company(&self) -> &Company {
        &self.company
    }

    /// As what.
    fn role(&self) -> Role {
        self.role.into()
    }
}
