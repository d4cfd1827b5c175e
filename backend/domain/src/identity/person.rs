//! A person, as others may come to see them.

use crate::access::Scope;
use crate::kernel::{CompanyId, Moment, PersonId, TokenId};

/// Somebody who works for a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The address they sign in with.
    pub email: String,
    /// What they are called.
    pub name: String,
    /// The company that employs them.
    pub company: CompanyId,
    /// Whether they operate the instance.
    pub operator: bool,
    /// Whether they may sign in.
    pub active: bool,
}

/// A partner system's API token; the secret itself is shown once and never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Which.
    pub id: TokenId,
    /// On whose behalf it acts.
    pub person: PersonId,
    /// What it is for, in its owner's words.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Moment,
    /// When it ends by itself.
    pub expires_at: Moment,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl Token {
    /// Whether it works at that moment.
    #[must_use]
    pub fn works(&self, at: Moment) -> bool {
        self.revoked_at.is_none() && at < self.expires_at
    }
}
