//! SQL of what will happen to cases by time alone.

use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, on,
        tables::case_timers::{self, dsl},
    },
};
use concordat_domain::kernel::{AgreementId, CaseId, Moment};
use diesel::prelude::*;

/// Rows to a statement.
const ROWS: usize = 1_000;

/// Something that will happen to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// The case.
    pub case: CaseId,
    /// What, by a name that is the same as long as it is the same.
    pub name: String,
    /// When.
    pub at: Moment,
    /// The revision of the case from which it follows.
    pub revision: i32,
}

#[derive(Insertable)]
#[diesel(table_name = case_timers)]
struct Row {
    agreement_id: Key,
    case_id: Key,
    name: String,
    at: At,
    revision: i32,
}

/// Replaces what was to happen to some cases.
pub fn replace(tx: &mut Tx<'_>, agreement: AgreementId, cases: &[CaseId], timers: &[Set]) -> Outcome<()> {
    for some in cases.chunks(ROWS) {
        let ids: Vec<Key> = some.iter().map(|id| Key::from(*id)).collect();
        let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::case_id.eq_any(ids));
        diesel::delete(dsl::case_timers.filter(of)).execute(tx.changing()?)?;
    }
    for some in timers.chunks(ROWS) {
        let row = |Set { case, name, at, revision }: &'_ Set| Row {
            agreement_id: agreement.into(),
            case_id: (*case).into(),
            name: name.clone(),
            at: (*at).into(),
            revision: *revision,
        };
        let rows: Vec<Row> = some.iter().map(row).collect();
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::case_timers).values(&rows).execute(native))?;
    }
    Ok(())
}

/// What was to happen by now, in order of time, so many at most.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<Set>> {
    let now = At(tx.now());
    let rows: Vec<(Key, String, At, i32)> = dsl::case_timers
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::at.le(now)))
        .order((dsl::at, dsl::case_id, dsl::name))
        .limit(limit)
        .select((dsl::case_id, dsl::name, dsl::at, dsl::revision))
        .load(tx.reading())?;
    Ok(rows
        .into_iter()
        .map(|(case, name, at, revision)| Set { case: case.into(), name, at: at.into(), revision })
        .collect())
}

/// Takes one away because it has happened; `false` when somebody else has.
pub fn remove(tx: &mut Tx<'_>, agreement: AgreementId, timer: &Set) -> Outcome<bool> {
    let row = dsl::case_timers.find((Key::from(agreement), Key::from(timer.case), timer.name.clone()));
    Ok(diesel::delete(row).execute(tx.changing()?)? == 1)
}

/// The agreements in which something was to happen by now.
pub fn agreements(tx: &mut Tx<'_>) -> Outcome<Vec<AgreementId>> {
    let now = At(tx.now());
    let found: Vec<Key> =
        dsl::case_timers.filter(dsl::at.le(now)).select(dsl::agreement_id).distinct().load(tx.reading())?;
    Ok(found.into_iter().map(Into::into).collect())
}
