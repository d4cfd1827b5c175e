//! SQL of how far KPIs have taken their measures from the cases that were there before them.

use crate::kernel::{
    Outcome, Tx,
    db::{
        Key, on,
        tables::case_measures::{self, dsl},
    },
};
use concordat_domain::kernel::{AgreementId, CaseId};
use diesel::{prelude::*, upsert::excluded};

/// How far they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What was taken, as a digest.
    pub measures: String,
    /// The last case from which it was taken; none once it was from all.
    pub last: Option<CaseId>,
}

#[derive(Insertable)]
#[diesel(table_name = case_measures, treat_none_as_default_value = false)]
struct Row {
    agreement_id: Key,
    measures: String,
    last_case: Option<Key>,
}

/// How far they came in an agreement.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<Reached>> {
    let found = dsl::case_measures.find(Key::from(agreement)).select((dsl::measures, dsl::last_case));
    let row: Option<(String, Option<Key>)> = found.first(tx.reading()).optional()?;
    Ok(row.map(|(measures, last)| Reached { measures, last: last.map(Into::into) }))
}

/// Notes how far they came.
pub fn note(tx: &mut Tx<'_>, agreement: AgreementId, reached: &Reached) -> Outcome<()> {
    let row = Row {
        agreement_id: agreement.into(),
        measures: reached.measures.clone(),
        last_case: reached.last.map(Key::from),
    };
    let db = tx.noting()?;
    on!(db, |native| diesel::insert_into(dsl::case_measures)
        .values(&row)
        .on_conflict(dsl::agreement_id)
        .do_update()
        .set((dsl::measures.eq(excluded(dsl::measures)), dsl::last_case.eq(excluded(dsl::last_case))))
        .execute(native))?;
    Ok(())
}
