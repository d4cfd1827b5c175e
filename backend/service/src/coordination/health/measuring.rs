//! KPIs from health: a measurement for each company and day, so that a commitment that weakens deviates by itself.

use super::on_days;
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Outcome, Tx},
    kpis,
};
use chrono::{Days, NaiveDate};
use concordat_domain::{
    access::Actor,
    coordination::health::{is_measured, measurements},
    kernel::{CompanyId, Decimal, Kind},
    kpis::Measurement,
};
use serde_json::json;
use std::sync::Arc;

/// The health of commitments was measured, and something new was found.
pub const HEALTH_MEASURED: Kind = Kind::new("health.measured");

/// What is new: of today, what has not been measured yet; of yesterday, which has ended, also what has become another since.
fn news(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<Measurement>> {
    let today = view.terms.zone.date_of(tx.now());
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let mut days = vec![yesterday, today];
    days.retain(|day| is_measured(&view.terms) && view.agreement.in_force(*day).is_some());
    if days.is_empty() {
        return Ok(Vec::new());
    }
    let found = on_days(tx, view, &days)?;
    let of = |day: NaiveDate| {
        let values =
            found.iter().filter(|one| one.on == day).filter_map(|one| Some((one.company, one.health.value()?)));
        measurements(&view.terms, day, &values.collect::<Vec<(CompanyId, Decimal)>>())
    };
    let all = days.iter().flat_map(|day| of(*day)).collect();
    let starts = view.terms.zone.start_of(today);
    let new = kpis::news(tx, view.agreement.id, all)?.into_iter();
    Ok(new.filter(|(it, stands)| !(*stands && it.fact.observed_at == starts)).map(|(it, _)| it).collect())
}

/// Records what KPIs take from the health of commitments; tells whether that said anything new. The same again changes
/// nothing.
///
/// # Errors
/// A fault of the database.
pub fn measure(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<bool> {
    let found = news(tx, view)?;
    let counts = kpis::derive(tx, view, &found)?;
    let changed = counts.recorded + counts.corrected;
    if changed > 0 {
        tx.record(HEALTH_MEASURED, view.agreement.id, None, &json!({ "measurements": changed }))?;
    }
    Ok(changed > 0)
}

/// Does so for every agreement in which there is something new; tells for how many.
///
/// # Errors
/// A fault of the database; what was recorded before it stays so.
pub fn measure_all(database: &Database) -> Outcome<usize> {
    let (console, mut measured) = (Arc::new(Actor::console()), 0);
    agreements::each(database, |view| {
        if is_measured(&view.terms) && !database.read(&console, |tx| news(tx, view))?.is_empty() {
            measured += usize::from(database.write(&console, view.agreement.id, |tx| measure(tx, view))?);
        }
        Ok(())
    })?;
    Ok(measured)
}
