//! SQL of trainings.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{Key, tables::trainings::dsl},
};
use concordat_domain::{
    boundaries::Training,
    kernel::{AgreementId, TrainingId},
};
use diesel::prelude::*;
use serde_json::Value;

/// A training, with how often it has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingView {
    /// The training.
    pub training: Training,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

type Row = (Value, i32);

fn view((body, revision): Row) -> Outcome<TrainingView> {
    Ok(TrainingView { training: read(body)?, revision })
}

/// The training with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: TrainingId) -> Outcome<Option<TrainingView>> {
    let row = dsl::trainings.find((Key::from(agreement), Key::from(id))).select((dsl::body, dsl::revision));
    row.first::<Row>(tx.reading()).optional()?.map(view).transpose()
}

/// All trainings of an agreement, by id.
pub fn all(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<TrainingView>> {
    let of = dsl::agreement_id.eq(Key::from(agreement));
    let rows: Vec<Row> =
        dsl::trainings.filter(of).order(dsl::id).select((dsl::body, dsl::revision)).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, planned: &TrainingView) -> Outcome<()> {
    let Training { agreement, id, boundary, version, team, .. } = &planned.training;
    let row = (
        dsl::agreement_id.eq(Key::from(*agreement)),
        dsl::id.eq(Key::from(*id)),
        dsl::boundary_id.eq(Key::from(*boundary)),
        dsl::version.eq(i32::try_from(*version).unwrap_or(i32::MAX)),
        dsl::team_id.eq(Key::from(*team)),
        dsl::body.eq(body(&planned.training)?),
        dsl::revision.eq(planned.revision),
    );
    diesel::insert_into(dsl::trainings).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, changed: &TrainingView, read: i32) -> Outcome<bool> {
    let Training { agreement, id, .. } = &changed.training;
    let row = dsl::trainings.filter(dsl::agreement_id.eq(Key::from(*agreement)).and(dsl::id.eq(Key::from(*id))));
    let now = (dsl::body.eq(body(&changed.training)?), dsl::revision.eq(changed.revision));
    Ok(diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)? == 1)
}
