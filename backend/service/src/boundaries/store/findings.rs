//! SQL of findings.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, on,
        tables::findings::{self, dsl},
    },
};
use concordat_domain::{
    boundaries::{FindingKey, Tracked},
    kernel::AgreementId,
};
use diesel::prelude::*;
use serde_json::Value;

/// A finding as it is followed, with how often that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The finding; its windows are worked out when somebody asks.
    pub tracked: Tracked,
    /// Grows by one with each change.
    pub revision: i32,
}

type Row = (Value, i32);

fn known((body, revision): Row) -> Outcome<Known> {
    Ok(Known { tracked: read(body)?, revision })
}

/// Everything that was ever found in an agreement.
pub fn all(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Known>> {
    let of = dsl::agreement_id.eq(Key::from(agreement));
    let rows: Vec<Row> =
        dsl::findings.filter(of).order(dsl::id).select((dsl::body, dsl::revision)).load(tx.reading())?;
    rows.into_iter().map(known).collect()
}

/// The finding of that name.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, key: FindingKey) -> Outcome<Option<Known>> {
    let row = dsl::findings.find((Key::from(agreement), Key(key.0))).select((dsl::body, dsl::revision));
    row.first::<Row>(tx.reading()).optional()?.map(known).transpose()
}

#[derive(Insertable)]
#[diesel(table_name = findings)]
struct NewRow {
    agreement_id: Key,
    id: Key,
    kind: &'static str,
    service_id: Key,
    state: &'static str,
    body: Value,
    found_at: At,
    revision: i32,
}

fn new_row(agreement: AgreementId, new: &Known) -> Outcome<NewRow> {
    let Tracked { finding, found_at, state } = &new.tracked;
    Ok(NewRow {
        agreement_id: Key::from(agreement),
        id: Key(finding.key.0),
        kind: finding.kind.name(),
        service_id: Key::from(finding.service),
        state: state.name(),
        body: body(&new.tracked)?,
        found_at: At::from(*found_at),
        revision: new.revision,
    })
}

/// Keeps what became of some, those at their first revision as new ones.
pub fn put(tx: &mut Tx<'_>, agreement: AgreementId, all: &[Known]) -> Outcome<()> {
    let (new, changed): (Vec<&Known>, Vec<&Known>) = all.iter().partition(|known| known.revision == 1);
    let rows = new.into_iter().map(|known| new_row(agreement, known)).collect::<Outcome<Vec<_>>>()?;
    for some in rows.chunks(500) {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::findings).values(some).execute(native))?;
    }
    for known in changed {
        save(tx, agreement, known)?;
    }
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since the revision before was read.
pub fn save(tx: &mut Tx<'_>, agreement: AgreementId, known: &Known) -> Outcome<bool> {
    let Tracked { finding, state, .. } = &known.tracked;
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq(Key(finding.key.0)));
    let now = (dsl::state.eq(state.name()), dsl::body.eq(body(&known.tracked)?), dsl::revision.eq(known.revision));
    let row = dsl::findings.filter(of.and(dsl::revision.eq(known.revision - 1)));
    Ok(diesel::update(row).set(now).execute(tx.changing()?)? == 1)
}
