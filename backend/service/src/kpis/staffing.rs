//! KPIs from teams: whether the companies named the people whom they pledged, day by day, as the signed versions say it.

use super::recording::derive;
use crate::{
    agreements::{self, AgreementView},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::Terms,
    kernel::{Kind, Period},
    kpis::{Measure, Measurement},
};
use serde_json::json;
use std::sync::Arc;

/// Teams were measured, and something new was found.
pub const TEAMS_MEASURED: Kind = Kind::new("teams.measured");

/// So many measurements are recorded at a time.
const AT_ONCE: usize = 1_000;

/// Records what KPIs take from teams on each day of a period that has come and on which the agreement held. It follows
/// from the signed versions alone, so the same again changes nothing, and a version that was signed after its first
/// day corrects the days since.
///
/// # Errors
/// A fault of the database.
pub fn staffing(tx: &mut Tx<'_>, view: &AgreementView, period: Period) -> Outcome<()> {
    let kpis: Vec<_> =
        view.terms.kpis.iter().filter(|kpi| matches!(kpi.measure, Some(Measure::Team(_)))).cloned().collect();
    if kpis.is_empty() {
        return Ok(());
    }
    let today = view.terms.zone.date_of(tx.now());
    let mut found: Vec<Measurement> = Vec::new();
    let mut changed = 0;
    let mut held: Option<(u32, Arc<Terms>)> = None;
    for day in period.dates().take_while(|day| *day <= today) {
        let Some(version) = view.agreement.in_force(day) else { continue };
        let terms = match held.take() {
            Some((number, terms)) if number == version.number => terms,
            _ => agreements::terms_of_version(tx, view.agreement.id, version.number)?,
        };
        found.extend(terms.staffing(&kpis, day));
        held = Some((version.number, terms));
        if found.len() >= AT_ONCE {
            changed += record(tx, view, &found)?;
            found.clear();
        }
    }
    changed += record(tx, view, &found)?;
    if changed > 0 {
        tx.record(TEAMS_MEASURED, view.agreement.id, None, &json!({ "period": period }))?;
    }
    Ok(())
}

/// Records some; answers how many said something new.
fn record(tx: &mut Tx<'_>, view: &AgreementView, some: &[Measurement]) -> Outcome<u64> {
    let counts = derive(tx, view, some)?;
    Ok(counts.recorded + counts.corrected)
}
