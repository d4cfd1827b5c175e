//! API tokens of partners' systems: made, listed, revoked, and exchanged for short ones.

use super::{
    secret, store,
    token_key::{LIFE, TokenKey},
};
use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    identity::{Person, Token, TokenWish},
    kernel::{AgreementId, Kind, PersonId, TokenId},
};
use serde_json::json;

/// A short token and how many seconds it lives.
pub struct Exchanged {
    /// The JWT to send as `Authorization: Bearer`.
    pub jwt: String,
    /// Its life in seconds.
    pub seconds: i64,
}

impl TokenKey {
    /// The instance's key; made on first use.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn load(tx: &mut Tx<'_>) -> Outcome<Self> {
        let fresh = tx.database().chance().secret();
        Ok(Self::new(&store::secret(tx, Self::SECRET, &fresh)?))
    }
}

/// Makes a token for oneself (the operator: for anybody). The secret is returned once.
///
/// # Errors
/// Denied for another person's, and for a scope that the credential at hand does not have itself.
pub fn create_token(tx: &mut Tx<'_>, person: &Person, wish: &TokenWish) -> Outcome<(Token, String)> {
    keep(tx, person.id)?;
    if wish.scopes.iter().any(|scope| !tx.actor().scopes.contains(scope)) {
        return Err(Denial::Forbidden.into());
    }
    let shown = secret::fresh(tx.database().chance(), "token");
    let now = tx.now();
    let token = Token {
        id: TokenId(tx.id()),
        person: person.id,
        name: wish.name.clone(),
        scopes: wish.scopes.clone(),
        created_at: now,
        expires_at: now.plus_seconds(wish.days * 86_400),
        revoked_at: None,
    };
    store::insert_token(tx, &token, secret::digest(&shown))?;
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.name()).collect();
    tx.record(Kind::new("token.created"), token.id, Some(person.company), &json!({ "scopes": scopes }))?;
    Ok((token, shown))
}

/// The tokens of a person, oldest first.
///
/// # Errors
/// Denied for another person's.
pub fn tokens_of(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Vec<Token>> {
    keep(tx, person)?;
    store::tokens_of(tx, person)
}

/// Revokes a token: its short tokens stop working at once. Revoking twice does nothing.
///
/// # Errors
/// Not found for another person's.
pub fn revoke_token(tx: &mut Tx<'_>, id: TokenId) -> Outcome<Token> {
    let token = store::token_by_id(tx, id)?.ok_or(Denial::NotFound)?;
    keep(tx, token.person).map_err(|_| Denial::NotFound)?;
    if token.revoked_at.is_none() {
        store::save_revoked(tx, id)?;
        tx.record(Kind::new("token.revoked"), id, None, &json!({}))?;
    }
    Ok(Token { revoked_at: token.revoked_at.or(Some(tx.now())), ..token })
}

/// Exchanges an API token for a short one.
///
/// # Errors
/// [`Denial::Unauthenticated`] for a token that does not, or no longer, work.
pub fn exchange_token(tx: &mut Tx<'_>, key: &TokenKey, shown: &str) -> Outcome<Exchanged> {
    let token = store::token_by_digest(tx, secret::digest(shown))?.filter(|token| token.works(tx.now()));
    let token = token.ok_or(Denial::Unauthenticated)?;
    Ok(Exchanged { jwt: key.sign(token.id, tx.now())?, seconds: LIFE })
}

fn keep(tx: &Tx<'_>, person: PersonId) -> Outcome<()> {
    let actor = tx.actor();
    let own = actor.person() == Some(person) && actor.scopes.contains(&Verb::TokenKeep.scope());
    let all = actor.may(Verb::InstanceOperate, Place::shared(AgreementId::INSTANCE));
    if own || all { Ok(()) } else { Err(Denial::Forbidden.into()) }
}
