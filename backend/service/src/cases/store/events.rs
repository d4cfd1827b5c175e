//! SQL of the logs of cases.

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, on,
        tables::case_events::{self, dsl},
    },
};
use concordat_domain::{
    cases::CaseEvent,
    kernel::{AgreementId, CaseId},
};
use diesel::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

/// Rows to a statement: eleven values each, far below what either database takes.
const ROWS: usize = 1_000;

/// An event of a case, with the key that it has where it was imported from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The event.
    pub event: CaseEvent,
    /// Its key in its source.
    pub source_key: Option<String>,
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = case_events, treat_none_as_default_value = false)]
struct Row {
    agreement_id: Key,
    case_id: Key,
    number: i64,
    at: At,
    kind: String,
    person_id: Option<Key>,
    company_id: Option<Key>,
    source: Option<String>,
    source_key: Option<String>,
    body: Value,
    recorded_at: At,
}

fn logged(row: Row) -> Outcome<(CaseId, Logged)> {
    let event = CaseEvent {
        at: row.at.into(),
        number: row.number,
        what: serde_json::from_value(row.body).map_err(No::broken)?,
        person: row.person_id.map(Into::into),
        company: row.company_id.map(Into::into),
        source: row.source,
    };
    Ok((row.case_id.into(), Logged { event, source_key: row.source_key }))
}

/// The logs of some cases, each in the order in which it was recorded.
pub fn logs(tx: &mut Tx<'_>, agreement: AgreementId, cases: &[CaseId]) -> Outcome<HashMap<CaseId, Vec<Logged>>> {
    let mut logs: HashMap<CaseId, Vec<Logged>> = HashMap::with_capacity(cases.len());
    for some in cases.chunks(ROWS) {
        let ids: Vec<Key> = some.iter().map(|id| Key::from(*id)).collect();
        let rows: Vec<Row> = dsl::case_events
            .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::case_id.eq_any(ids)))
            .order((dsl::case_id, dsl::number))
            .select(Row::as_select())
            .load(tx.reading())?;
        for row in rows {
            let (case, event) = logged(row)?;
            logs.entry(case).or_default().push(event);
        }
    }
    Ok(logs)
}

/// Adds events to the logs of their cases.
pub fn append(tx: &mut Tx<'_>, agreement: AgreementId, events: &[(CaseId, Logged)]) -> Outcome<()> {
    let now = At(tx.now());
    for some in events.chunks(ROWS) {
        let rows = some.iter().map(|(case, logged)| row(agreement, *case, logged, now)).collect::<Outcome<Vec<_>>>()?;
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::case_events).values(&rows).execute(native))?;
    }
    Ok(())
}

fn row(agreement: AgreementId, case: CaseId, Logged { event, source_key }: &Logged, now: At) -> Outcome<Row> {
    Ok(Row {
        agreement_id: agreement.into(),
        case_id: case.into(),
        number: event.number,
        at: event.at.into(),
        kind: event.what.name().to_owned(),
        person_id: event.person.map(Key::from),
        company_id: event.company.map(Key::from),
        source: event.source.clone(),
        source_key: source_key.clone(),
        body: serde_json::to_value(&event.what).map_err(No::broken)?,
        recorded_at: now,
    })
}
