//! SQL of what will happen to meetings, decisions and action items by time alone.

use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, on,
        tables::coordination_timers::{self, dsl},
    },
};
use concordat_domain::kernel::{AgreementId, Kind, Moment};
use diesel::prelude::*;
use uuid::Uuid;

/// Something that will happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// To what.
    pub subject: Uuid,
    /// What: the name of the event that tells of it.
    pub name: String,
    /// When.
    pub due: Moment,
}

#[derive(Insertable)]
#[diesel(table_name = coordination_timers)]
struct Row {
    agreement_id: Key,
    subject_id: Key,
    name: String,
    due: At,
}

/// Replaces what is to happen to something; nothing where there are no timers.
pub fn set(tx: &mut Tx<'_>, agreement: AgreementId, subject: Uuid, timers: &[(Kind, Moment)]) -> Outcome<()> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::subject_id.eq(Key(subject)));
    diesel::delete(dsl::coordination_timers.filter(of)).execute(tx.changing()?)?;
    let row = |(kind, due): &(Kind, Moment)| Row {
        agreement_id: agreement.into(),
        subject_id: Key(subject),
        name: kind.name().to_owned(),
        due: At(*due),
    };
    let rows: Vec<Row> = timers.iter().map(row).collect();
    if !rows.is_empty() {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::coordination_timers).values(&rows).execute(native))?;
    }
    Ok(())
}

/// What was to happen by now and has not, in order of time, so many at most.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<Timer>> {
    let rows: Vec<(Key, String, At)> = dsl::coordination_timers
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::due.le(At(tx.now()))))
        .order((dsl::due, dsl::subject_id, dsl::name))
        .limit(limit)
        .select((dsl::subject_id, dsl::name, dsl::due))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(subject, name, due)| Timer { subject: subject.0, name, due: due.into() }).collect())
}

/// Takes one away because it happens now; `false` when somebody else has.
pub fn take(tx: &mut Tx<'_>, agreement: AgreementId, timer: &Timer) -> Outcome<bool> {
    let row = dsl::coordination_timers.find((Key::from(agreement), Key(timer.subject), timer.name.clone()));
    Ok(diesel::delete(row).execute(tx.noting()?)? == 1)
}
