//! KPIs from boundaries: what is open and who is trained, once a day as it is then.

use super::{recording::derive, store};
use crate::{
    agreements::{self, AgreementView},
    boundaries,
    kernel::{Database, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    kernel::Kind,
    kpis::{Kpi, Measure, Measurement, Source},
};
use serde_json::json;
use std::sync::Arc;

/// Boundaries were counted, and something new was found.
pub const BOUNDARIES_COUNTED: Kind = Kind::new("boundaries.counted");

/// What KPIs take from an agreement's boundaries today, while it is in force.
fn today(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<Measurement>> {
    let from_boundaries = |kpi: &&Kpi| matches!(kpi.measure, Some(Measure::Boundary(_)));
    let kpis: Vec<Kpi> = view.terms.kpis.iter().filter(from_boundaries).cloned().collect();
    let day = view.terms.zone.date_of(tx.now());
    if kpis.is_empty() || view.agreement.in_force(day).is_none() {
        return Ok(Vec::new());
    }
    Ok(boundaries::day(tx, view)?.measurements(&kpis, (day, view.terms.zone.start_of(day))))
}

/// Records what KPIs take from an agreement's boundaries today; tells whether that said anything new. What was recorded
/// earlier on the same day is corrected.
///
/// # Errors
/// A fault of the database.
pub fn count_boundaries(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<bool> {
    let found = today(tx, view)?;
    let counts = derive(tx, view, &found)?;
    let changed = counts.recorded + counts.corrected;
    if changed > 0 {
        tx.record(BOUNDARIES_COUNTED, view.agreement.id, None, &json!({ "measurements": changed }))?;
    }
    Ok(changed > 0)
}

/// Does so for every agreement for which it has not been done today; tells for how many.
///
/// # Errors
/// A fault of the database; what was recorded before it stays so.
pub fn count_all_boundaries(database: &Database) -> Outcome<usize> {
    let (console, mut counted) = (Arc::new(Actor::console()), 0);
    agreements::each(database, |view| {
        if database.read(&console, |tx| is_due(tx, view))? {
            counted += usize::from(database.write(&console, view.agreement.id, |tx| count_boundaries(tx, view))?);
        }
        Ok(())
    })?;
    Ok(counted)
}

/// Whether something is to be recorded today of which nothing has been yet.
fn is_due(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<bool> {
    let found = today(tx, view)?;
    let origins: Vec<(&str, &str)> =
        found.iter().map(|it| (Source::Boundaries.name(), it.source_key.as_str())).collect();
    Ok(!origins.is_empty() && store::kept(tx, view.agreement.id, &origins)?.is_empty())
}
