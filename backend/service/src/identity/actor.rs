//! From a credential to the actor it stands for.

use super::{store, token_key::TokenKey};
use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{
    access::{Actor, Scope, Who},
    identity::Person,
    kernel::TokenId,
};
use std::sync::Arc;

/// What a request brings along.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// Nothing.
    None,
    /// A browser's session cookie.
    Session(String),
    /// A partner system's short token (JWT).
    Bearer(String),
}

/// The actor of a credential: two statements at most.
///
/// # Errors
/// [`Denial::Unauthenticated`] for a credential that does not, or no longer, work.
pub fn authenticate(tx: &mut Tx<'_>, key: &TokenKey, credential: &Credential) -> Outcome<Arc<Actor>> {
    match credential {
        Credential::None => Ok(Arc::new(Actor::anonymous())),
        Credential::Session(secret) => {
            let person = store::person_by_session(tx, super::secret::digest(secret))?;
            actor(tx, &person.ok_or(Denial::Unauthenticated)?, Scope::ALL.to_vec(), None)
        }
        Credential::Bearer(jwt) => {
            let id = key.read(jwt, tx.now())?;
            let token = store::token_by_id(tx, id)?.ok_or(Denial::Unauthenticated)?;
            if !token.works(tx.now()) {
                return Err(Denial::Unauthenticated.into());
            }
            let person = store::person_by_id(tx, token.person)?.filter(|person| person.active);
            actor(tx, &person.ok_or(Denial::Unauthenticated)?, token.scopes, Some(id))
        }
    }
}

/// The actor that a person is, with every scope: for commands that are run in somebody's name.
///
/// # Errors
/// A fault of the database.
pub fn actor_of_person(tx: &mut Tx<'_>, person: &Person) -> Outcome<Arc<Actor>> {
    actor(tx, person, Scope::ALL.to_vec(), None)
}

fn actor(tx: &mut Tx<'_>, person: &Person, scopes: Vec<Scope>, token: Option<TokenId>) -> Outcome<Arc<Actor>> {
    let today = tx.now().utc().date_naive();
    let (grants, prospects) = store::grants_of(tx, person.id, today)?;
    let who = Who::Person { id: person.id, company: person.company, operator: person.operator };
    Ok(Arc::new(Actor { who, grants, prospects, scopes, token }))
}
