//! What can be done with people and tokens.

use super::{TOKEN, person::Person, token::Token, viewer, words::TokenScope};
use crate::graphql::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::GlobalId,
    payload::payload,
    scalar::Gql,
};
use concordat_domain::{
    access,
    identity::TokenWish,
    kernel::{AgreementId, PersonId, TokenId},
};
use concordat_service::{
    identity::{self, NewPerson},
    kernel::No,
};
use juniper::{GraphQLInputObject, ID, graphql_object};
use serde::{Deserialize, Serialize};

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
