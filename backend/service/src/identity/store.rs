//! SQL of people, sessions, invitations, tokens and grants.

pub(super) mod openid;

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Both, Key,
        tables::{agreements, api_tokens, grants, invitations, parties, people, secrets, sessions},
    },
};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Grant, Role, Scope},
    identity::{Person, Token},
    kernel::{AgreementId, CompanyId, Moment, PersonId, TokenId},
};
use diesel::prelude::*;

type PersonRow = (Key, String, String, Key, bool, bool);
type PersonColumns = (people::id, people::email, people::name, people::company_id, people::operator, people::active);

const PERSON: PersonColumns =
    (people::id, people::email, people::name, people::company_id, people::operator, people::active);

fn person((id, email, name, company, operator, active): PersonRow) -> Person {
    Person { id: id.into(), email, name, company: company.into(), operator, active }
}

/// The person with that id.
pub(crate) fn person_by_id(tx: &mut Tx<'_>, id: PersonId) -> Outcome<Option<Person>> {
    let row = people::table.find(Key::from(id)).select(PERSON).first::<PersonRow>(tx.reading()).optional()?;
    Ok(row.map(person))
}

/// The people with these ids.
///
/// # Errors
/// A fault of the database.
pub fn people_by_ids(tx: &mut Tx<'_>, ids: &[PersonId]) -> Outcome<Vec<Person>> {
    let keys: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let rows = people::table.filter(people::id.eq_any(keys)).select(PERSON).load::<PersonRow>(tx.reading())?;
    Ok(rows.into_iter().map(person).collect())
}

/// The people with these addresses.
///
/// # Errors
/// A fault of the database.
pub fn people_by_emails(tx: &mut Tx<'_>, emails: &[String]) -> Outcome<Vec<Person>> {
    let rows = people::table.filter(people::email.eq_any(emails)).select(PERSON).load::<PersonRow>(tx.reading())?;
    Ok(rows.into_iter().map(person).collect())
}

/// So many people in the order of their addresses, after an address, each with whether they have a password.
pub(super) fn page(
    tx: &mut Tx<'_>,
    company: Option<CompanyId>,
    after: &str,
    first: usize,
) -> Outcome<Vec<(Person, bool)>> {
    let wanted = people::table.filter(people::email.gt(after)).order(people::email);
    let wanted =
        wanted.limit(i64::try_from(first).unwrap_or(i64::MAX)).select((PERSON, people::password.is_not_null()));
    let rows: Vec<(PersonRow, bool)> = match company {
        Some(id) => wanted.filter(people::company_id.eq(Key::from(id))).load(tx.reading())?,
        None => wanted.load(tx.reading())?,
    };
    Ok(rows.into_iter().map(|(row, password)| (person(row), password)).collect())
}

/// The person with that address and the hash of their password.
pub(super) fn person_with_password(tx: &mut Tx<'_>, email: &str) -> Outcome<Option<(Person, Option<String>)>> {
    let row = people::table
        .filter(people::email.eq(email))
        .select((PERSON, people::password))
        .first::<(PersonRow, Option<String>)>(tx.reading())
        .optional()?;
    Ok(row.map(|(row, password)| (person(row), password)))
}

/// Whether anybody operates the instance yet.
pub(super) fn has_operator(tx: &mut Tx<'_>) -> Outcome<bool> {
    let found: i64 = people::table.filter(people::operator.eq(true)).count().get_result(tx.reading())?;
    Ok(found > 0)
}

/// Adds a person without a password.
///
/// # Errors
/// A fault of the database.
pub fn insert_person(tx: &mut Tx<'_>, person: &Person) -> Outcome<()> {
    let row = (
        people::id.eq(Key::from(person.id)),
        people::email.eq(&person.email),
        people::name.eq(&person.name),
        people::company_id.eq(Key::from(person.company)),
        people::operator.eq(person.operator),
        people::active.eq(person.active),
        people::created_at.eq(At(tx.now())),
    );
    diesel::insert_into(people::table).values(row).execute(tx.changing()?)?;
    Ok(())
}

pub(super) fn save_password(tx: &mut Tx<'_>, person: PersonId, hash: &str) -> Outcome<()> {
    diesel::update(people::table.find(Key::from(person))).set(people::password.eq(hash)).execute(tx.changing()?)?;
    Ok(())
}

/// What a person may do where: their grants for companies that are parties on that day, and those for companies
/// that have been asked to join.
pub(super) fn grants_of(tx: &mut Tx<'_>, person: PersonId, on: NaiveDate) -> Outcome<(Vec<Grant>, Vec<Grant>)> {
    let rows: Vec<(Key, Key, String, bool)> = grants::table
        .inner_join(
            parties::table
                .on(parties::agreement_id.eq(grants::agreement_id).and(parties::company_id.eq(grants::company_id))),
        )
        .filter(grants::person_id.eq(Key::from(person)))
        .filter(parties::leaves.is_null().or(parties::leaves.gt(on)))
        .select((grants::agreement_id, grants::company_id, grants::role, grants::prospect))
        .load(tx.reading())?;
    let (mut held, mut prospects) = (Vec::new(), Vec::new());
    for (agreement, company, role, prospect) in rows {
        let role = Role::named(&role).ok_or_else(|| No::broken(format!("a grant of the role {role}")))?;
        let grant = Grant { agreement: agreement.into(), company: company.into(), role };
        if prospect { prospects.push(grant) } else { held.push(grant) }
    }
    Ok((held, prospects))
}

/// Everybody's roles in one agreement.
///
/// # Errors
/// A fault of the database.
pub fn grants_in(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<(PersonId, Grant)>> {
    let rows: Vec<(Key, Key, String)> = grants::table
        .filter(grants::agreement_id.eq(Key::from(agreement)))
        .order((grants::company_id, grants::person_id, grants::role))
        .select((grants::person_id, grants::company_id, grants::role))
        .load(tx.reading())?;
    let grant = |(person, company, role): (Key, Key, String)| {
        let role = Role::named(&role).ok_or_else(|| No::broken(format!("a grant of the role {role}")))?;
        Ok((person.into(), Grant { agreement, company: company.into(), role }))
    };
    rows.into_iter().map(grant).collect()
}

/// Every agreement's id and code: the directory that sign-in and the console start from.
///
/// # Errors
/// A fault of the database.
pub fn agreement_by_code(tx: &mut Tx<'_>, code: &str) -> Outcome<Option<AgreementId>> {
    let row = agreements::table.filter(agreements::code.eq(code)).select(agreements::id).first::<Key>(tx.reading());
    Ok(row.optional()?.map(AgreementId::from))
}

pub(super) fn insert_session(tx: &mut Tx<'_>, digest: Vec<u8>, person: PersonId, expires: Moment) -> Outcome<()> {
    let row = (
        sessions::id.eq(Key(tx.id())),
        sessions::digest.eq(digest),
        sessions::person_id.eq(Key::from(person)),
        sessions::created_at.eq(At(tx.now())),
        sessions::expires_at.eq(At(expires)),
    );
    diesel::insert_into(sessions::table).values(row).execute(tx.noting()?)?;
    Ok(())
}

/// The person of a session that has not ended.
pub(super) fn person_by_session(tx: &mut Tx<'_>, digest: Vec<u8>) -> Outcome<Option<Person>> {
    let now = At(tx.now());
    let row = sessions::table
        .inner_join(people::table.on(people::id.eq(sessions::person_id)))
        .filter(sessions::digest.eq(digest).and(sessions::expires_at.gt(now)).and(people::active.eq(true)))
        .select(PERSON)
        .first::<PersonRow>(tx.reading());
    Ok(row.optional()?.map(person))
}

pub(super) fn delete_session(tx: &mut Tx<'_>, digest: Vec<u8>) -> Outcome<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::digest.eq(digest))).execute(tx.noting()?)?)
}

pub(super) fn delete_ended(tx: &mut Tx<'_>) -> Outcome<()> {
    let now = At(tx.now());
    diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(tx.noting()?)?;
    diesel::delete(invitations::table.filter(invitations::expires_at.le(now))).execute(tx.noting()?)?;
    Ok(())
}

/// Ends every session of a person: after their password changed.
pub(super) fn delete_sessions_of(tx: &mut Tx<'_>, person: PersonId) -> Outcome<()> {
    diesel::delete(sessions::table.filter(sessions::person_id.eq(Key::from(person)))).execute(tx.noting()?)?;
    Ok(())
}

/// A one-time link: to set a person's password, or, without a person, to set the instance up.
pub(super) fn insert_invitation(
    tx: &mut Tx<'_>,
    digest: Vec<u8>,
    person: Option<PersonId>,
    expires: Moment,
) -> Outcome<()> {
    let row = (
        invitations::digest.eq(digest),
        invitations::person_id.eq(person.map(Key::from)),
        invitations::created_at.eq(At(tx.now())),
        invitations::expires_at.eq(At(expires)),
    );
    diesel::insert_into(invitations::table).values(row).execute(tx.noting()?)?;
    Ok(())
}

/// Takes an invitation that has not ended: it works once.
pub(super) fn take_invitation(tx: &mut Tx<'_>, digest: Vec<u8>) -> Outcome<Option<Option<PersonId>>> {
    let now = At(tx.now());
    let found = invitations::table
        .filter(invitations::digest.eq(digest.clone()).and(invitations::expires_at.gt(now)))
        .select(invitations::person_id)
        .first::<Option<Key>>(tx.reading())
        .optional()?;
    let Some(person) = found else { return Ok(None) };
    diesel::delete(invitations::table.filter(invitations::digest.eq(digest))).execute(tx.noting()?)?;
    Ok(Some(person.map(PersonId::from)))
}

/// Takes back every set-up link: there is one at a time.
pub(super) fn delete_set_up(tx: &mut Tx<'_>) -> Outcome<()> {
    diesel::delete(invitations::table.filter(invitations::person_id.is_null())).execute(tx.noting()?)?;
    Ok(())
}

type TokenRow = (Key, Key, String, String, At, At, Option<At>);
type TokenColumns = (
    api_tokens::id,
    api_tokens::person_id,
    api_tokens::name,
    api_tokens::scopes,
    api_tokens::created_at,
    api_tokens::expires_at,
    api_tokens::revoked_at,
);

const TOKEN: TokenColumns = (
    api_tokens::id,
    api_tokens::person_id,
    api_tokens::name,
    api_tokens::scopes,
    api_tokens::created_at,
    api_tokens::expires_at,
    api_tokens::revoked_at,
);

fn token((id, person, name, scopes, created_at, expires_at, revoked_at): TokenRow) -> Token {
    Token {
        id: id.into(),
        person: person.into(),
        name,
        scopes: scopes.split(' ').filter_map(Scope::named).collect(),
        created_at: created_at.into(),
        expires_at: expires_at.into(),
        revoked_at: revoked_at.map(Moment::from),
    }
}

pub(super) fn insert_token(tx: &mut Tx<'_>, token: &Token, digest: Vec<u8>) -> Outcome<()> {
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.name()).collect();
    let row = (
        api_tokens::id.eq(Key::from(token.id)),
        api_tokens::digest.eq(digest),
        api_tokens::person_id.eq(Key::from(token.person)),
        api_tokens::name.eq(&token.name),
        api_tokens::scopes.eq(scopes.join(" ")),
        api_tokens::created_at.eq(At(token.created_at)),
        api_tokens::expires_at.eq(At(token.expires_at)),
    );
    diesel::insert_into(api_tokens::table).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// The API token with that id.
pub fn token_by_id(tx: &mut Tx<'_>, id: TokenId) -> Outcome<Option<Token>> {
    let row = api_tokens::table.find(Key::from(id)).select(TOKEN).first::<TokenRow>(tx.reading()).optional()?;
    Ok(row.map(token))
}

pub(super) fn token_by_digest(tx: &mut Tx<'_>, digest: Vec<u8>) -> Outcome<Option<Token>> {
    let found = api_tokens::table.filter(api_tokens::digest.eq(digest)).select(TOKEN);
    Ok(found.first::<TokenRow>(tx.reading()).optional()?.map(token))
}

pub(crate) fn tokens_of(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Vec<Token>> {
    let rows = api_tokens::table
        .filter(api_tokens::person_id.eq(Key::from(person)))
        .order(api_tokens::id)
        .select(TOKEN)
        .load::<TokenRow>(tx.reading())?;
    Ok(rows.into_iter().map(token).collect())
}

pub(super) fn save_revoked(tx: &mut Tx<'_>, id: TokenId) -> Outcome<()> {
    let now = At(tx.now());
    diesel::update(api_tokens::table.find(Key::from(id)))
        .set(api_tokens::revoked_at.eq(Some(now)))
        .execute(tx.changing()?)?;
    Ok(())
}

/// A secret of the instance; the first caller's value stays.
pub(super) fn secret(tx: &mut Tx<'_>, name: &str, fresh: &[u8]) -> Outcome<Vec<u8>> {
    let row = (secrets::name.eq(name), secrets::value.eq(fresh), secrets::created_at.eq(At(tx.now())));
    Both(diesel::insert_into(secrets::table).values(row).on_conflict_do_nothing()).execute(tx.noting()?)?;
    Ok(secrets::table.find(name).select(secrets::value).first(tx.reading())?)
}
