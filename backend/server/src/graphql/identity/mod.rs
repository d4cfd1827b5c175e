//! Who is asking, people, roles and API tokens over GraphQL.

mod account;
mod person;
mod token;
mod verbs;
mod words;

pub use person::{Person, RoleGrant, people, person_id};
pub use token::Token;
pub use verbs::IdentityMutations;
pub use words::{Role, TokenScope};

use super::{
    agreements::Agreement,
    companies::{Company, company_id},
    kernel::{
        connection::Connection,
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::{First, Instant},
    },
    notifications::{self, CalendarFeed, InboxItem, NotificationSettings, feeds},
};
use concordat_domain::{
    access::{Place, Verb, Who},
    identity as rules,
    kernel::{AgreementId, PersonId},
};
use concordat_service::{identity, kernel::Denial};
use juniper::{ID, graphql_object};

/// The tag of people's global ids.
pub const PERSON: Tag = Tag(b'P');
/// The tag of API tokens' global ids.
pub const TOKEN: Tag = Tag(b'T');

/// Who is asking.
pub struct Viewer(rules::Person);

/// Who is asking: the signed-in person, or the one on whose behalf a partner's system asks.
#[graphql_object(scalar = Gql, context = Context)]
impl Viewer {
    /// The person.
    fn person(&self) -> Person {
        Person { agreement: AgreementId::INSTANCE, person: self.0.clone() }
    }

    /// What the instance's clock says: deadlines are told by it, whatever the caller's own clock says.
    fn now(&self, ctx: &Context) -> Instant {
        ctx.database().clock().now()
    }

    /// Whether they operate the instance.
    fn operator(&self) -> bool {
        self.0.operator
    }

    /// The roles they hold, by agreement.
    fn grants(&self, ctx: &Context) -> Answer<Vec<RoleGrant>> {
        let mut grants = Vec::new();
        for held in &ctx.actor().grants {
            let agreement = Agreement::load(ctx, held.agreement)?;
            let Some(company) = agreement.terms().company(held.company).map(Company::from) else { continue };
            let person = Person { agreement: held.agreement, person: self.0.clone() };
            grants.push(RoleGrant { agreement, person, company, role: held.role });
        }
        Ok(grants)
    }

    /// Their secret calendar addresses that work, oldest first.
    fn calendar_feeds(&self, ctx: &Context) -> Answer<Vec<CalendarFeed>> {
        feeds(ctx)
    }

    /// What waits for them over all of their agreements, the nearest deadline first.
    fn inbox(&self, ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<InboxItem>> {
        notifications::inbox(ctx, first, after.as_ref())
    }

    /// How they want to be told of what happens.
    fn notification_settings(&self, ctx: &Context) -> Answer<NotificationSettings> {
        notifications::settings(ctx)
    }

    /// Their API tokens, oldest first.
    fn tokens(&self, ctx: &Context) -> Answer<Vec<Token>> {
        let id = self.0.id;
        Ok(ctx.read(|tx| identity::tokens_of(tx, id))?.into_iter().map(Token).collect())
    }
}

/// The person behind a global id.
///
/// # Errors
/// Not found for whoever may not see the agreement in which they are named.
pub fn node(ctx: &Context, id: GlobalId) -> Answer<Person> {
    let own = PersonId(id.own);
    if ctx.actor().person() == Some(own) && id.agreement == AgreementId::INSTANCE {
        return Ok(Person { agreement: id.agreement, person: viewer(ctx)?.0 });
    }
    if ctx.actor().operates() && id.agreement == AgreementId::INSTANCE {
        let person = ctx.read(|tx| identity::person(tx, own))?;
        return Ok(Person { agreement: id.agreement, person });
    }
    let agreement = Agreement::load(ctx, id.agreement)?;
    let place = |company| Place::owned(id.agreement, company);
    match agreement.terms().person(own) {
        Some(named) if ctx.actor().may(Verb::PersonView, place(named.company)) => {
            Ok(Person::named(id.agreement, named))
        }
        _ => Err(Failure::NOT_FOUND),
    }
}

fn viewer(ctx: &Context) -> Answer<Viewer> {
    let Who::Person { id, .. } = ctx.actor().who else { return Err(Denial::Unauthenticated.into()) };
    let found = ctx.read(|tx| identity::store::people_by_ids(tx, &[id]))?;
    found.into_iter().next().map(Viewer).ok_or(Failure::NOT_FOUND)
}

/// What can be asked about oneself.
pub struct IdentityQueries;

/// What can be asked about oneself.
#[graphql_object(scalar = Gql, context = Context)]
impl IdentityQueries {
    /// Who is asking; null when nobody is signed in.
    fn viewer(ctx: &Context) -> Answer<Option<Viewer>> {
        match ctx.actor().who {
            Who::Person { .. } => viewer(ctx).map(Some),
            Who::Anonymous | Who::Console => Ok(None),
        }
    }

    /// Everybody who can be let in to the instance, by address; of one company where it is named. For its operator;
    /// others meet people in their agreements.
    fn people(
        ctx: &Context,
        first: First,
        after: Option<Cursor>,
        company: Option<ID>,
    ) -> Answer<Connection<account::Account>> {
        let company = company.as_ref().map(company_id).transpose()?;
        account::page(ctx, company, first, after.as_ref())
    }
}
