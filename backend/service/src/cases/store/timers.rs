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
    /// What, by name.
    pub name: String,
    /// When.
    pub at: Moment,
}

#[derive(Insertable)]
#[diesel(table_name = case_timers, treat_none_as_default_value = false)]
struct Row {
    agreement_id: Key,
    case_id: Key,
    name: String,
    at: At,
    fired: bool,
}

/// Replaces what is to happen to some cases. What has happened already does not happen again at the same moment.
pub fn replace(tx: &mut Tx<'_>, agreement: AgreementId, cases: &[CaseId], timers: &[Set]) -> Outcome<()> {
    for some in cases.chunks(ROWS) {
        let ids: Vec<Key> = some.iter().map(|id| Key::from(*id)).collect();
        let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::case_id.eq_any(ids));
        diesel::delete(dsl::case_timers.filter(of.and(dsl::fired.eq(false)))).execute(tx.changing()?)?;
    }
    for some in timers.chunks(ROWS) {
        let row = |Set { case, name, at }: &'_ Set| Row {
            agreement_id: agreement.into(),
            case_id: (*case).into(),
            name: name.clone(),
            at: (*at).into(),
            fired: false,
        };
        let rows: Vec<Row> = some.iter().map(row).collect();
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::case_timers).values(&rows).on_conflict_do_nothing().execute(native))?;
    }
    Ok(())
}

/// What was to happen by now and has not, in order of time, so many at most.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<Set>> {
    let waiting = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::fired.eq(false));
    let rows: Vec<(Key, String, At)> = dsl::case_timers
        .filter(waiting.and(dsl::at.le(At(tx.now()))))
        .order((dsl::at, dsl::case_id, dsl::name))
        .limit(limit)
        .select((dsl::case_id, dsl::name, dsl::at))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(case, name, at)| Set { case: case.into(), name, at: at.into() }).collect())
}

/// Marks one as happened; `false` when somebody else has.
pub fn fire(tx: &mut Tx<'_>, agreement: AgreementId, timer: &Set) -> Outcome<bool> {
    let key = (Key::from(agreement), Key::from(timer.case), timer.name.clone(), At(timer.at));
    let waiting = dsl::case_timers.find(key).filter(dsl::fired.eq(false));
    Ok(diesel::update(waiting).set(dsl::fired.eq(true)).execute(tx.changing()?)? == 1)
}
