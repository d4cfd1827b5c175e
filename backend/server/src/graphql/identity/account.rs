//! People as the operator of the instance knows them.

use super::person::Person;
use crate::graphql::kernel::{
    connection::{Connection, connection},
    context::Context,
    cursor::Cursor,
    errors::Answer,
    scalar::Gql,
    types::First,
};
use concordat_domain::kernel::{AgreementId, CompanyId};
use concordat_service::identity;
use juniper::graphql_object;

/// A person's account on the instance.
pub struct Account(identity::Account);

connection!(Account, "AccountConnection", "AccountEdge");

/// A person's account on the instance. For its operator.
#[graphql_object(scalar = Gql, context = Context)]
impl Account {
    /// Who it is.
    fn person(&self) -> Person {
        Person { agreement: AgreementId::INSTANCE, person: self.0.person.clone() }
    }

    /// Whether they operate the instance.
    fn operator(&self) -> bool {
        self.0.person.operator
    }

    /// Whether they may sign in.
    fn active(&self) -> bool {
        self.0.person.active
    }

    /// Whether they have set a password: whoever has not waits for an invitation, or signs in elsewhere.
    fn has_password(&self) -> bool {
        self.0.has_password
    }
}

/// A page of the instance's accounts.
///
/// # Errors
/// Forbidden for all but the operator.
pub(super) fn page(
    ctx: &Context,
    company: Option<CompanyId>,
    first: First,
    after: Option<&Cursor>,
) -> Answer<Connection<Account>> {
    let email: Option<String> = after.map(Cursor::key).transpose()?;
    let found = ctx.read(|tx| identity::accounts(tx, company, email.as_deref(), first.items() + 1))?;
    let rows = found.into_iter().map(Account).collect();
    Ok(Connection::cut(rows, first.items(), after.is_some(), |row: &Account| Cursor::of(&row.0.person.email)))
}
