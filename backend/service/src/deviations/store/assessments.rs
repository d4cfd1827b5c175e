//! SQL of assessments: the frozen figures of a period. They only grow.

use crate::kernel::{
    No, Outcome, Tx,
    db::{At, Key, tables::assessments::dsl},
};
use concordat_domain::{
    deviations::{FrozenFigure, Key as Figure},
    kernel::{AgreementId, AssessmentId, Moment, Period},
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};

/// One assessment of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its id.
    pub id: AssessmentId,
    /// Of which period.
    pub period: Period,
    /// Whether the period was over.
    pub ended: bool,
    /// When.
    pub at: Moment,
}

type Row = (Key, String, bool, At);

fn held((id, period, ended, at): Row) -> Outcome<Held> {
    let period = Period::parse(&period).map_err(No::broken)?;
    Ok(Held { id: id.into(), period, ended, at: at.into() })
}

/// The assessments of these periods, the earliest first.
pub fn of_periods(tx: &mut Tx<'_>, agreement: AgreementId, periods: &[Period]) -> Outcome<Vec<Held>> {
    let labels: Vec<String> = periods.iter().map(ToString::to_string).collect();
    let rows: Vec<Row> = dsl::assessments
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::period.eq_any(labels)))
        .order((dsl::assessed_at, dsl::id))
        .select((dsl::id, dsl::period, dsl::ended, dsl::assessed_at))
        .load(tx.reading())?;
    rows.into_iter().map(held).collect()
}

/// The latest assessments, the latest first.
pub fn latest(tx: &mut Tx<'_>, agreement: AgreementId, after: Option<AssessmentId>, limit: i64) -> Outcome<Vec<Held>> {
    let all = dsl::assessments.filter(dsl::agreement_id.eq(Key::from(agreement)));
    let page = all.order(dsl::id.desc()).limit(limit).select((dsl::id, dsl::period, dsl::ended, dsl::assessed_at));
    let rows: Vec<Row> = match after {
        Some(after) => page.filter(dsl::id.lt(Key::from(after))).load(tx.reading())?,
        None => page.load(tx.reading())?,
    };
    rows.into_iter().map(held).collect()
}

/// The figures that one assessment froze, by what they are the figure of.
pub type Figures = HashMap<Figure, FrozenFigure>;

/// What an assessment froze. It never changes, so it is read once and then kept in memory.
pub fn figures(tx: &mut Tx<'_>, agreement: AgreementId, id: AssessmentId) -> Outcome<Arc<Figures>> {
    let mut digest = [0; 32];
    digest[..16].copy_from_slice(agreement.0.as_bytes());
    digest[16..].copy_from_slice(id.0.as_bytes());
    tx.database().remember(digest, || {
        let row = dsl::assessments.find((Key::from(agreement), Key::from(id))).select(dsl::figures);
        let figures: Vec<FrozenFigure> =
            serde_json::from_str(&row.first::<String>(tx.reading())?).map_err(No::broken)?;
        Ok(figures.into_iter().map(|figure| (figure.cell.key(), figure)).collect())
    })
}

/// Keeps an assessment.
pub fn insert(tx: &mut Tx<'_>, agreement: AgreementId, held: &Held, figures: &[FrozenFigure]) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(agreement)),
        dsl::id.eq(Key::from(held.id)),
        dsl::period.eq(held.period.to_string()),
        dsl::ended.eq(held.ended),
        dsl::figures.eq(serde_json::to_string(figures).map_err(No::broken)?),
        dsl::assessed_at.eq(At(held.at)),
    );
    diesel::insert_into(dsl::assessments).values(row).execute(tx.changing()?)?;
    Ok(())
}
