//! Who comes in, once a provider has said whose address it is: that is decided here.

use super::{Provider, Refused, SECONDS};
use crate::{
    identity::{SessionOpened, secret, sessions, store},
    kernel::{Database, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    identity::Person,
    kernel::{AgreementId, Kind},
};
use serde_json::json;
use std::sync::Arc;

/// What a provider has said of whoever came back from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The provider's own id of the account, which never changes.
    pub subject: String,
    /// The address, which the provider has verified.
    pub email: String,
}

/// A sign-in comes back: `false` where it has before.
pub(super) fn comes_back(database: &Database, state: &str) -> Outcome<bool> {
    database.write(&Arc::new(Actor::anonymous()), AgreementId::INSTANCE, |tx| {
        // one that is older has ended by itself
        let expires = tx.now().plus_seconds(SECONDS + 1);
        store::openid::note_return(tx, secret::digest(state), expires)
    })
}

/// Signs in the person of whom a provider has told.
///
/// # Errors
/// [`Refused::Unknown`] for an address for which the provider may not speak, that is nobody's, or somebody's who may not sign
/// in so; and for another account than the one with which that person came in first.
pub fn come_in(database: &Database, provider: &Provider, told: &Told) -> Result<SessionOpened, Refused> {
    if !provider.speaks_for(&told.email) {
        return Err(Refused::Unknown("the provider may not speak for addresses of that domain"));
    }
    let emails = [told.email.to_ascii_lowercase()];
    database.write(&Arc::new(Actor::anonymous()), AgreementId::INSTANCE, |tx| {
        let person = store::people_by_emails(tx, &emails)?.pop().filter(|person| person.active);
        let Some(person) = person else { return Ok(Err(Refused::Unknown("the address is nobody's here"))) };
        if person.operator && !provider.operators {
            return Ok(Err(Refused::Unknown("the provider may not speak for operators")));
        }
        if !is_the_same(tx, &person, &provider.issuer, &told.subject)? {
            return Ok(Err(Refused::Unknown("this person came in with another account first")));
        }
        sessions::open(tx, &person, &json!({ "by": "openid" })).map(Ok)
    })?
}

/// Whether it is the account with which a person came in first: now, where they never did and nobody else came in with it.
fn is_the_same(tx: &mut Tx<'_>, person: &Person, issuer: &str, subject: &str) -> Outcome<bool> {
    let bound = store::openid::bound(tx, issuer, person.id, subject)?;
    if bound.is_empty() {
        store::openid::bind(tx, issuer, person.id, subject)?;
        tx.record(Kind::new("person.bound"), person.id, Some(person.company), &json!({ "issuer": issuer }))?;
    }
    Ok(bound.iter().all(|(of, with)| *of == person.id && with == subject))
}

impl Provider {
    /// Whether it may say whose an address is: one of the domains that it was given. Letters beyond ASCII are what they are:
    /// some of them become others where their case is changed.
    fn speaks_for(&self, email: &str) -> bool {
        let domain = email.rsplit_once('@').map(|(_, domain)| domain);
        domain.is_some_and(|domain| self.domains.iter().any(|own| own.eq_ignore_ascii_case(domain)))
    }
}
