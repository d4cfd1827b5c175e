//! SQL of companies.

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key,
        tables::{companies, parties},
    },
};
use concordat_domain::{
    companies::{Company, CompanyKind},
    kernel::{AgreementId, CompanyId},
};
use diesel::prelude::*;

type Row = (Key, String, String, String);

const COLUMNS: (companies::id, companies::code, companies::name, companies::kind) =
    (companies::id, companies::code, companies::name, companies::kind);

fn company((id, code, name, kind): Row) -> Outcome<Company> {
    let kind = CompanyKind::named(&kind).ok_or_else(|| No::broken(format!("company {code} of kind {kind}")))?;
    Ok(Company { id: id.into(), code, name, kind })
}

/// The companies with these codes.
///
/// # Errors
/// A fault of the database.
pub fn by_codes(tx: &mut Tx<'_>, codes: &[String]) -> Outcome<Vec<Company>> {
    let rows: Vec<Row> = companies::table.filter(companies::code.eq_any(codes)).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(company).collect()
}

/// So many companies in the order of their codes, after a code.
pub(super) fn page(tx: &mut Tx<'_>, after: &str, first: usize) -> Outcome<Vec<Company>> {
    let wanted = companies::table.filter(companies::code.gt(after)).order(companies::code).select(COLUMNS);
    let rows: Vec<Row> = wanted.limit(i64::try_from(first).unwrap_or(i64::MAX)).load(tx.reading())?;
    rows.into_iter().map(company).collect()
}

/// The companies with these ids.
///
/// # Errors
/// A fault of the database.
pub fn by_ids(tx: &mut Tx<'_>, ids: &[CompanyId]) -> Outcome<Vec<Company>> {
    let keys: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = companies::table.filter(companies::id.eq_any(keys)).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(company).collect()
}

/// The company with that id, where it is a party of one of these agreements.
///
/// # Errors
/// A fault of the database.
pub fn sharing(tx: &mut Tx<'_>, id: CompanyId, agreements: &[AgreementId]) -> Outcome<Option<Company>> {
    let keys: Vec<Key> = agreements.iter().map(|id| Key::from(*id)).collect();
    let bound = parties::table
        .filter(parties::company_id.eq(Key::from(id)).and(parties::agreement_id.eq_any(keys)))
        .select(parties::company_id);
    let row =
        companies::table.filter(companies::id.eq_any(bound)).select(COLUMNS).first::<Row>(tx.reading()).optional()?;
    row.map(company).transpose()
}

/// Adds one.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, company: &Company) -> Outcome<()> {
    let row = (
        companies::id.eq(Key::from(company.id)),
        companies::code.eq(&company.code),
        companies::name.eq(&company.name),
        companies::kind.eq(company.kind.name()),
        companies::created_at.eq(At(tx.now())),
    );
    diesel::insert_into(companies::table).values(row).execute(tx.changing()?)?;
    Ok(())
}
