//! SQL of findings.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{At, Key, tables::findings::dsl},
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

/// Keeps what became of one, which may be new; `false` when somebody else changed it since that revision was read.
pub fn put(tx: &mut Tx<'_>, agreement: AgreementId, found: &Known) -> Outcome<bool> {
    let Tracked { finding, found_at, state } = &found.tracked;
    let (kind, state) = (finding.kind.name(), state.name());
    let body = body(&Tracked { finding: finding.clone().without_windows(), ..found.tracked.clone() })?;
    if found.revision == 1 {
        let row = (
            dsl::agreement_id.eq(Key::from(agreement)),
            dsl::id.eq(Key(finding.key.0)),
            dsl::kind.eq(kind),
            dsl::service_id.eq(Key::from(finding.service)),
            dsl::state.eq(state),
            dsl::body.eq(body),
            dsl::found_at.eq(At::from(*found_at)),
            dsl::revision.eq(1),
        );
        return Ok(diesel::insert_into(dsl::findings).values(row).execute(tx.changing()?)? == 1);
    }
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq(Key(finding.key.0)));
    let now = (dsl::state.eq(state), dsl::body.eq(body), dsl::revision.eq(found.revision));
    let row = dsl::findings.filter(of.and(dsl::revision.eq(found.revision - 1)));
    Ok(diesel::update(row).set(now).execute(tx.changing()?)? == 1)
}
