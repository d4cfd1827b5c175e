//! SQL of how far the reactions to each agreement's log have come.

use crate::kernel::{
    Outcome, Tx,
    db::{
        Key, on,
        tables::{
            agreement_heads,
            reactions::{self, dsl},
        },
    },
};
use concordat_domain::kernel::AgreementId;
use diesel::{prelude::*, upsert::excluded};

/// The agreements whose log has gone on since it was followed last. The instance's own log is nobody's to follow.
pub(super) fn behind(tx: &mut Tx<'_>) -> Outcome<Vec<AgreementId>> {
    let followed = agreement_heads::agreement_id.eq(dsl::agreement_id);
    let rows: Vec<Key> = agreement_heads::table
        .left_join(dsl::reactions.on(followed))
        .filter(agreement_heads::agreement_id.ne(Key::from(AgreementId::INSTANCE)))
        .filter(dsl::number.is_null().or(agreement_heads::number.gt(dsl::number.assume_not_null())))
        .select(agreement_heads::agreement_id)
        .load(tx.reading())?;
    Ok(rows.into_iter().map(AgreementId::from).collect())
}

/// The number of the last event that was followed; 0 before the first.
pub(super) fn reached(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    let found = dsl::reactions.find(Key::from(agreement)).select(dsl::number).first(tx.reading()).optional()?;
    Ok(found.unwrap_or(0))
}

/// Notes the last event that was followed.
pub(super) fn note(tx: &mut Tx<'_>, agreement: AgreementId, number: i64) -> Outcome<()> {
    let row = (dsl::agreement_id.eq(Key::from(agreement)), dsl::number.eq(number));
    let db = tx.noting()?;
    on!(db, |native| diesel::insert_into(reactions::table)
        .values(row)
        .on_conflict(dsl::agreement_id)
        .do_update()
        .set(dsl::number.eq(excluded(dsl::number)))
        .execute(native))?;
    Ok(())
}
