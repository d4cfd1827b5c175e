//! SQL of what the group found of the companies' alignment.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{Key, tables::alignment_assessments::dsl},
};
use concordat_domain::{
    coordination::alignment::Assessed,
    kernel::{AgreementId, CompanyId},
};
use diesel::prelude::*;
use serde_json::Value;

/// Everything that was found of a company, or of every one, the latest day first.
pub fn list(tx: &mut Tx<'_>, agreement: AgreementId, company: Option<CompanyId>) -> Outcome<Vec<Assessed>> {
    let mut found = dsl::alignment_assessments.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(company) = company {
        found = found.filter(dsl::company_id.eq(Key::from(company)));
    }
    let order = (dsl::assessed_on.desc(), dsl::id.desc());
    let rows: Vec<Value> = found.order(order).select(dsl::body).load(tx.reading())?;
    rows.into_iter().map(read).collect()
}

/// Adds what was found.
pub fn insert(tx: &mut Tx<'_>, agreement: AgreementId, found: &Assessed) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(agreement)),
        dsl::company_id.eq(Key::from(found.company)),
        dsl::id.eq(Key(found.id)),
        dsl::assessed_on.eq(found.on),
        dsl::body.eq(body(found)?),
    );
    diesel::insert_into(dsl::alignment_assessments).values(row).execute(tx.changing()?)?;
    Ok(())
}
