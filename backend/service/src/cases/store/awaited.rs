//! SQL of the answers for which cases wait.

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, on,
        tables::case_awaited::{self, dsl},
    },
};
use concordat_domain::{
    cases::{Awaited, AwaitedKind},
    kernel::{AgreementId, CaseId},
};
use diesel::prelude::*;

/// Rows to a statement.
const ROWS: usize = 1_000;

#[derive(Insertable, Queryable)]
#[diesel(table_name = case_awaited, treat_none_as_default_value = false)]
struct Row {
    agreement_id: Key,
    case_id: Key,
    number: i64,
    kind: String,
    company_id: Option<Key>,
    since: At,
}

/// Replaces what some cases wait for.
pub fn replace(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    cases: &[CaseId],
    awaited: &[(CaseId, Awaited)],
) -> Outcome<()> {
    for some in cases.chunks(ROWS) {
        let ids: Vec<Key> = some.iter().map(|id| Key::from(*id)).collect();
        let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::case_id.eq_any(ids));
        diesel::delete(dsl::case_awaited.filter(of)).execute(tx.changing()?)?;
    }
    for some in awaited.chunks(ROWS) {
        let row = |(case, it): &(CaseId, Awaited)| Row {
            agreement_id: agreement.into(),
            case_id: (*case).into(),
            number: it.number,
            kind: it.kind.name().to_owned(),
            company_id: it.company.map(Key::from),
            since: it.since.into(),
        };
        let rows: Vec<Row> = some.iter().map(row).collect();
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::case_awaited).values(&rows).execute(native))?;
    }
    Ok(())
}

/// What the cases of an agreement wait for, the longest first, so many at most.
pub fn list(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<(CaseId, Awaited)>> {
    let rows: Vec<Row> = dsl::case_awaited
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .order((dsl::since, dsl::case_id, dsl::number))
        .limit(limit)
        .load(tx.reading())?;
    let awaited = |row: Row| {
        let kind =
            AwaitedKind::named(&row.kind).ok_or_else(|| No::broken(format!("{} is no awaited answer", row.kind)))?;
        let company = row.company_id.map(Into::into);
        Ok((row.case_id.into(), Awaited { number: row.number, kind, company, since: row.since.into() }))
    };
    rows.into_iter().map(awaited).collect()
}
