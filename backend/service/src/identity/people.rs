//! People come in: the one-time set-up of the instance, new people, and the links that set a password.

use super::{Password, secret, store};
use crate::{
    companies,
    kernel::{Denial, Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    companies::{Company, CompanyKind},
    identity::{Person, check_email, check_name, codes},
    kernel::{AgreementId, CompanyId, Kind, PersonId},
};
use serde_json::json;

const INVITATION_SECONDS: i64 = 7 * 86_400;

/// Somebody to be created.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Their address.
    pub email: String,
    /// What they are called.
    pub name: String,
    /// The code of the company that employs them.
    pub company: String,
}

/// Whether somebody operates the instance already.
///
/// # Errors
/// A fault of the database.
pub fn is_set_up(tx: &mut Tx<'_>) -> Outcome<bool> {
    store::has_operator(tx)
}

/// Makes the one-time set-up token of an instance that nobody operates yet; an earlier one ends.
///
/// # Errors
/// A fault of the database.
pub fn offer_set_up(tx: &mut Tx<'_>) -> Outcome<Option<String>> {
    if store::has_operator(tx)? {
        return Ok(None);
    }
    store::delete_set_up(tx)?;
    let token = secret::fresh(tx.database().chance(), "setup");
    store::insert_invitation(tx, secret::digest(&token), None, tx.now().plus_seconds(INVITATION_SECONDS))?;
    Ok(Some(token))
}

/// Sets the instance up: its first operator, with a password.
///
/// # Errors
/// `INVITATION_INVALID`, or what is wrong with the person.
pub fn set_up(tx: &mut Tx<'_>, token: &str, new: &NewPerson, password: &Password) -> Outcome<Person> {
    let open = !store::has_operator(tx)?;
    if store::take_invitation(tx, secret::digest(token))? != Some(None) || !open {
        return Err(codes::LINK.refuse_field("token", "the set-up token does not work").into());
    }
    let company = match companies::store::by_codes(tx, std::slice::from_ref(&new.company))?.pop() {
        Some(company) => company,
        None => {
            let (code, name) = (new.company.clone(), new.company.clone());
            let company = Company { id: CompanyId(tx.id()), code, name, kind: CompanyKind::Integrator };
            companies::store::insert(tx, &company)?;
            company
        }
    };
    let person = insert(tx, new, &company, true)?;
    store::save_password(tx, person.id, &password.0)?;
    Ok(person)
}

/// Creates a person who cannot sign in until they have set a password.
///
/// # Errors
/// Denied to all but the operator; refused for a bad or known address or an unknown company.
pub fn create_person(tx: &mut Tx<'_>, new: &NewPerson, operator: bool) -> Outcome<Person> {
    operate(tx)?;
    let found = companies::store::by_codes(tx, std::slice::from_ref(&new.company))?.pop();
    let Some(company) = found else {
        return Err(codes::COMPANY.refuse_field("company", format!("there is no company {:?}", new.company)).into());
    };
    insert(tx, new, &company, operator)
}

fn insert(tx: &mut Tx<'_>, new: &NewPerson, company: &Company, operator: bool) -> Outcome<Person> {
    let (email, name) = (check_email(&new.email)?, check_name(&new.name)?);
    if !store::people_by_emails(tx, std::slice::from_ref(&email))?.is_empty() {
        return Err(codes::TAKEN.refuse_field("email", format!("{email} belongs to somebody already")).into());
    }
    let person = Person { id: PersonId(tx.id()), email, name, company: company.id, operator, active: true };
    store::insert_person(tx, &person)?;
    let detail = json!({ "email": person.email, "company": company.code, "operator": operator });
    tx.record(Kind::new("person.created"), person.id, Some(company.id), &detail)?;
    Ok(person)
}

/// A one-time link secret with which a person sets their password. With which account they came in elsewhere is forgotten:
/// the next one counts.
///
/// # Errors
/// Denied to all but the operator; not found.
pub fn invite(tx: &mut Tx<'_>, email: &str) -> Outcome<String> {
    operate(tx)?;
    let person = person_by_email(tx, email)?;
    store::openid::unbind(tx, person.id)?;
    let link = secret::fresh(tx.database().chance(), "invite");
    store::insert_invitation(tx, secret::digest(&link), Some(person.id), tx.now().plus_seconds(INVITATION_SECONDS))?;
    tx.record(Kind::new("person.invited"), person.id, Some(person.company), &json!({}))?;
    Ok(link)
}

/// Sets the password of the person whom a link invites; their sessions end.
///
/// # Errors
/// `INVITATION_INVALID`.
pub fn accept_invitation(tx: &mut Tx<'_>, link: &str, password: &Password) -> Outcome<Person> {
    let invited = store::take_invitation(tx, secret::digest(link))?.flatten();
    let person = match invited {
        Some(id) => store::person_by_id(tx, id)?,
        None => None,
    };
    let Some(person) = person else { return Err(codes::LINK.refuse_field("link", "the link does not work").into()) };
    store::save_password(tx, person.id, &password.0)?;
    store::delete_sessions_of(tx, person.id)?;
    tx.record(Kind::new("person.password_set"), person.id, Some(person.company), &json!({}))?;
    Ok(person)
}

/// A person as the operator of the instance knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Who it is.
    pub person: Person,
    /// Whether they have set a password.
    pub has_password: bool,
}

/// A page of the instance's people by address, after that address; of one company where it is named.
///
/// # Errors
/// Denied to all but the operator.
pub fn accounts(
    tx: &mut Tx<'_>,
    company: Option<CompanyId>,
    after: Option<&str>,
    first: usize,
) -> Outcome<Vec<Account>> {
    operate(tx)?;
    let found = store::page(tx, company, after.unwrap_or_default(), first)?;
    Ok(found.into_iter().map(|(person, has_password)| Account { person, has_password }).collect())
}

/// The person with that id.
///
/// # Errors
/// Denied to all but the operator; not found.
pub fn person(tx: &mut Tx<'_>, id: PersonId) -> Outcome<Person> {
    operate(tx)?;
    store::person_by_id(tx, id)?.ok_or_else(|| Denial::NotFound.into())
}

/// The person of an address.
///
/// # Errors
/// Denied to all but the operator; not found.
pub fn person_by_email(tx: &mut Tx<'_>, email: &str) -> Outcome<Person> {
    operate(tx)?;
    let email = email.trim().to_lowercase();
    store::people_by_emails(tx, &[email])?.pop().ok_or_else(|| Denial::NotFound.into())
}

fn operate(tx: &Tx<'_>) -> Outcome<()> {
    let may = tx.actor().may(Verb::InstanceOperate, Place::shared(AgreementId::INSTANCE));
    if may { Ok(()) } else { Err(Denial::Forbidden.into()) }
}
