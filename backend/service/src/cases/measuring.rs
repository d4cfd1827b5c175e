//! KPIs that are defined later take their measures from the cases that were there before them, batch by batch.

use super::{
    keeping::measurements,
    rules,
    store::{self, measured::Reached},
    view::views,
};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, No, Noun as _, Outcome, Tx},
    kpis,
};
use concordat_domain::{
    access::Actor,
    agreements::Digest,
    cases::CASES_MEASURED,
    kernel::{AgreementId, CaseId},
    kpis::{Kpi, Measure, Measurement},
};
use serde_json::json;
use std::sync::Arc;

/// From so many cases it is taken in one transaction.
const AT_ONCE: usize = 200;

/// Lets the KPIs of every agreement take their measures from its cases where a version in force defines other ones than
/// before; tells from how many cases they did. Each batch looks again how far the last one came, so any number of
/// servers may do it at once, and one that is stopped is gone on from.
///
/// # Errors
/// A fault of the database; what was taken before it stays so.
pub fn measure_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut measured = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        while database.read(&console, |tx| Ok(waiting(tx, agreement)?.is_some()))? {
            measured += database.write(&console, agreement, |tx| measure(tx, agreement))?;
        }
        Ok(())
    })?;
    Ok(measured)
}

/// What has to be taken from the cases of an agreement, and the case after which it goes on.
struct Waiting {
    view: AgreementView,
    measures: String,
    after: Option<CaseId>,
}

fn waiting(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<Waiting>> {
    let Some(view) = AgreementView::load(tx, agreement)? else { return Ok(None) };
    let measures = measures(&view.terms.kpis)?;
    let reached = store::measured::load(tx, agreement)?;
    let signed = view.agreement.versions.iter().any(|version| version.was_active());
    let after = match reached {
        _ if !signed => return Ok(None),
        None if measures.is_none() => return Ok(None),
        Some(reached) if Some(&reached.measures) == measures.as_ref() => match reached.last {
            None => return Ok(None),
            last => last,
        },
        _ => None,
    };
    Ok(Some(Waiting { view, measures: measures.unwrap_or_default(), after }))
}

/// A digest of all that decides what KPIs take from cases; none where they take nothing.
fn measures(kpis: &[Kpi]) -> Outcome<Option<String>> {
    let from_cases = kpis.iter().filter(|kpi| matches!(kpi.measure, Some(Measure::Case(_))));
    let taken: Vec<_> = from_cases.map(|kpi| json!([kpi.id, kpi.measure, kpi.kind, kpi.unit, kpi.services])).collect();
    let text = serde_json::to_string(&taken).map_err(No::broken)?;
    Ok((!taken.is_empty()).then(|| Digest::of(&text).to_string()))
}

/// Takes it from the next cases, behind the lock of the agreement's log.
fn measure(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let Some(Waiting { view, measures, after }) = waiting(tx, agreement)? else { return Ok(0) };
    let rows = store::rows::after(tx, agreement, after, AT_ONCE)?;
    let cases = rows.len();
    let last = rows.last().filter(|_| cases == AT_ONCE).map(|row| row.id.into());
    let found = views(tx, agreement, rows)?;
    if !found.is_empty() {
        let rules = rules::rulebooks(tx, &view)?;
        let taken: Vec<Measurement> = found.iter().flat_map(|one| measurements(&one.case, &rules, &view)).collect();
        let counts = kpis::derive(tx, &view, &taken)?;
        if counts.recorded + counts.corrected > 0 {
            let detail = json!({ "cases": cases, "recorded": counts.recorded, "corrected": counts.corrected });
            tx.record(CASES_MEASURED, agreement, None, &detail)?;
        }
    }
    store::measured::note(tx, agreement, &Reached { measures, last })?;
    Ok(cases)
}
