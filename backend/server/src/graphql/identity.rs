//! Who is asking, people, roles and API tokens over GraphQL.

use super::{
    agreements::Agreement,
    companies::Company,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::Instant,
    },
};
use crate::graphql::kernel::payload::payload;
use concordat_domain::{
    access::{self, Place, Verb, Who},
    identity::{self as rules, TokenWish},
    kernel::{AgreementId, PersonId, TokenId},
};
use concordat_service::{
    companies,
    identity::{self, NewPerson},
    kernel::{Denial, No},
};
use juniper::{GraphQLEnum, GraphQLInputObject, ID, graphql_object};
use serde::{Deserialize, Serialize};

/// The tag of people's global ids.
pub const PERSON: Tag = Tag(b'P');
/// The tag of API tokens' global ids.
pub const TOKEN: Tag = Tag(b'T');

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

/// A person who acts for a company.
#[graphql_object(scalar = Gql, context = Context, impl = super::node::NodeValue)]
impl Person {
    /// The person's global id, within the agreement in which they are met.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(PERSON, self.agreement, self.person.id.0).encode()
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

/// An API token; its secret is shown once, when it is created.
pub struct Token(rules::Token);

/// An API token; its secret is shown once, when it is created.
#[graphql_object(scalar = Gql, context = Context, name = "ApiToken")]
impl Token {
    /// The token's global id.
    fn id(&self) -> ID {
        GlobalId::new(TOKEN, AgreementId::INSTANCE, self.0.id.0).encode()
    }

    /// What it is for, in its owner's words.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// What it may do.
    fn scopes(&self) -> Vec<TokenScope> {
        self.0.scopes.iter().map(|scope| (*scope).into()).collect()
    }

    /// When it was made.
    fn created_at(&self) -> Instant {
        self.0.created_at
    }

    /// When it ends by itself.
    fn expires_at(&self) -> Instant {
        self.0.expires_at
    }

    /// When it was revoked.
    fn revoked_at(&self) -> Option<Instant> {
        self.0.revoked_at
    }
}

/// Who is asking.
pub struct Viewer(rules::Person);

/// Who is asking: the signed-in person, or the one on whose behalf a partner's system asks.
#[graphql_object(scalar = Gql, context = Context)]
impl Viewer {
    /// The person.
    fn person(&self) -> Person {
        Person { agreement: AgreementId::INSTANCE, person: self.0.clone() }
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
}

/// An API token to be made.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CreateTokenInput {
    /// What it is for.
    name: String,
    /// What it may do; at least one.
    scopes: Vec<TokenScope>,
    /// How many days it lives, 1 to 730.
    days: i32,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// An API token to be revoked.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct RevokeTokenInput {
    /// The token's global id.
    token: ID,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A person to be created.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CreatePersonInput {
    /// Their address.
    email: String,
    /// What they are called.
    name: String,
    /// The code of the company that employs them.
    company: String,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A person to be invited.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct InvitePersonInput {
    /// Their address.
    email: String,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A new token with its secret.
pub struct NewToken {
    token: Token,
    secret: Option<String>,
}

/// A new token with its secret.
#[graphql_object(scalar = Gql, context = Context, name = "NewApiToken")]
impl NewToken {
    /// The token.
    fn token(&self) -> &Token {
        &self.token
    }

    /// The secret to exchange at `POST /auth/token`. It is shown now and never again: null when an `Idempotency-Key`
    /// repeats the request.
    fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }
}

/// A one-time link secret. The answer that is kept for a retry does not hold it.
#[derive(Serialize, Deserialize)]
pub struct Invitation {
    #[serde(skip)]
    secret: Option<String>,
}

/// A one-time link secret.
#[graphql_object(scalar = Gql, context = Context)]
impl Invitation {
    /// The secret with which the person sets their password at `POST /auth/invitation`, within seven days, once. Null
    /// when an `Idempotency-Key` repeats the request.
    fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }
}

payload!(
    /// What `createToken` answers.
    CreateTokenPayload {
        /// The token with its secret.
        created: NewToken
    }
);
payload!(
    /// What `revokeToken` answers.
    TokenPayload {
        /// The token as it is now.
        token: Token
    }
);
payload!(
    /// What `createPerson` answers.
    PersonPayload {
        /// The person.
        person: Person
    }
);
payload!(
    /// What `invitePerson` answers.
    InvitationPayload {
        /// The invitation.
        invitation: Invitation
    }
);

/// What can be told about people and tokens.
pub struct IdentityMutations;

/// A token that a retry can read back, without its secret: nothing that is kept may hold one.
#[derive(Serialize, Deserialize)]
struct Created {
    id: TokenId,
    #[serde(skip)]
    secret: Option<String>,
}

/// What can be told about people and tokens.
#[graphql_object(scalar = Gql, context = Context)]
impl IdentityMutations {
    /// Makes an API token for oneself.
    fn create_token(ctx: &Context, input: CreateTokenInput) -> Answer<CreateTokenPayload> {
        let person = viewer(ctx)?.0;
        let scopes: Vec<_> = input.scopes.iter().map(|scope| access::Scope::from(*scope)).collect();
        let done = ctx.write(AgreementId::INSTANCE, |tx| {
            let wish = TokenWish::new(&input.name, scopes.clone(), input.days.into())?;
            let (token, secret) = identity::create_token(tx, &person, &wish)?;
            Ok(Created { id: token.id, secret: Some(secret) })
        });
        let done = done.and_then(|created| {
            let token = token_of(ctx, person.id, created.id)?;
            Ok(NewToken { token, secret: created.secret })
        });
        CreateTokenPayload::of(done, input.client_mutation_id)
    }

    /// Revokes an API token of one's own; the operator revokes anybody's. It stops working at once.
    fn revoke_token(ctx: &Context, input: RevokeTokenInput) -> Answer<TokenPayload> {
        let id = GlobalId::decode_as(TOKEN, &input.token).map(|id| TokenId(id.own)).ok_or(Failure::NOT_FOUND)?;
        let done = ctx.write(AgreementId::INSTANCE, |tx| identity::revoke_token(tx, id).map(|token| token.person));
        let done = done.and_then(|person| token_of(ctx, person, id));
        TokenPayload::of(done, input.client_mutation_id)
    }

    /// Creates a person who cannot sign in until they accept an invitation. For the operator of the instance.
    fn create_person(ctx: &Context, input: CreatePersonInput) -> Answer<PersonPayload> {
        let new = NewPerson { email: input.email, name: input.name, company: input.company };
        let done =
            ctx.write(AgreementId::INSTANCE, |tx| identity::create_person(tx, &new, false).map(|person| person.id));
        let done = done.and_then(|id| {
            let person = ctx.read(|tx| identity::store::people_by_ids(tx, &[id])?.pop().ok_or(No::NOT_FOUND))?;
            Ok(Person { agreement: AgreementId::INSTANCE, person })
        });
        PersonPayload::of(done, input.client_mutation_id)
    }

    /// Makes the one-time link with which a person sets their password. For the operator of the instance.
    fn invite_person(ctx: &Context, input: InvitePersonInput) -> Answer<InvitationPayload> {
        let done = ctx.write(AgreementId::INSTANCE, |tx| {
            identity::invite(tx, &input.email).map(|secret| Invitation { secret: Some(secret) })
        });
        InvitationPayload::of(done, input.client_mutation_id)
    }
}

fn token_of(ctx: &Context, person: PersonId, id: TokenId) -> Answer<Token> {
    let all = ctx.read(|tx| identity::tokens_of(tx, person))?;
    all.into_iter().find(|token| token.id == id).map(Token).ok_or(Failure::NOT_FOUND)
}
