//! The coordination group gives a deviation its verdict.

use super::store::{self, deviations::DeviationView};
use crate::kernel::{Outcome, Permitted, Tx};
use concordat_domain::{
    access::Verb,
    deviations::{Deviation, ReviewVerdict, codes, events},
    kernel::CompanyId,
};
use serde_json::json;

/// A coordinator gives the verdict, or replaces the one before while nothing has started. `company` is for whom they
/// speak; nobody waives the figure of a company for which they speak at all.
///
/// # Errors
/// `DEVIATION_STALE` when it is not at `revision`; what [`Deviation::review`] refuses.
pub fn review(
    tx: &mut Tx<'_>,
    on: Permitted<DeviationView>,
    revision: i32,
    verdict: ReviewVerdict,
    company: Option<CompanyId>,
) -> Outcome<DeviationView> {
    let agreement = on.deviation.agreement;
    let concerned = on.deviation.scope.company;
    let own = tx.speaks_for(Verb::DeviationReview, agreement).into_iter().find(|own| Some(*own) == concerned);
    let waives = matches!(verdict, ReviewVerdict::Waive { .. });
    let by = tx.speaking(Verb::DeviationReview, agreement, if waives { own.or(company) } else { company })?;
    let told = match &verdict {
        ReviewVerdict::Accept => "accept",
        ReviewVerdict::Waive { .. } => "waive",
        ReviewVerdict::Dispute { .. } => "dispute",
    };
    let reviewed = change(tx, on, revision, |deviation| Ok(deviation.review(verdict.clone(), by)?))?;
    let detail = json!({ "verdict": told, "revision": reviewed.revision });
    tx.record(events::DEVIATION_REVIEWED, reviewed.deviation.id, Some(by.company), &detail)?;
    Ok(reviewed)
}

/// Changes a deviation that is still as it was read, and keeps it.
pub(super) fn change(
    tx: &mut Tx<'_>,
    on: Permitted<DeviationView>,
    revision: i32,
    decide: impl FnOnce(Deviation) -> Outcome<Deviation>,
) -> Outcome<DeviationView> {
    let on = on.into_inner();
    if on.revision != revision {
        return Err(codes::DEVIATION_STALE.refuse(codes::DEVIATION_STALE.meaning).into());
    }
    let changed = DeviationView { deviation: decide(on.deviation)?, revision: revision + 1, ..on };
    save(tx, changed, revision)
}

/// Keeps a deviation that was read at a revision.
pub(super) fn save(tx: &mut Tx<'_>, changed: DeviationView, read: i32) -> Outcome<DeviationView> {
    if store::deviations::save(tx, &changed, read)? {
        Ok(changed)
    } else {
        Err(codes::DEVIATION_STALE.refuse(codes::DEVIATION_STALE.meaning).into())
    }
}
