//! API tokens.

use super::{TOKEN, words::TokenScope};
use crate::graphql::kernel::{context::Context, global_id::GlobalId, scalar::Gql, types::Instant};
use concordat_domain::{identity as rules, kernel::AgreementId};
use juniper::{ID, graphql_object};

/// An API token; its secret is shown once, when it is created.
pub struct Token(pub(super) rules::Token);

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
