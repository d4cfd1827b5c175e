//! Finding escalations, as far as the actor may see them.

use super::{
    store::{self, Sight, Stored, rows::EscalationFilter},
    view::{EscalationView, FollowedEscalation, views},
};
use crate::{
    agreements::AgreementView,
    cases, deviations,
    kernel::{Denial, No, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, CaseId, CompanyId, EscalationId},
};
use std::collections::HashSet;
use uuid::Uuid;

/// An escalation by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn escalation(tx: &mut Tx<'_>, agreement: AgreementId, id: EscalationId) -> Outcome<Permitted<EscalationView>> {
    tx.permit(Verb::EscalationView, (agreement, id))
}

/// Some escalations by their ids, as far as the actor sees them.
///
/// # Errors
/// A fault of the database.
pub fn some(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[EscalationId]) -> Outcome<Vec<Permitted<EscalationView>>> {
    let found = store::rows::by_ids(tx, agreement, ids)?;
    let found = views(tx, agreement, found)?;
    Ok(tx.permit_seen(found))
}

/// An agreement's escalations, the latest raised first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no escalation.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &EscalationFilter,
    after: Option<EscalationId>,
    first: usize,
) -> Outcome<Vec<Permitted<EscalationView>>> {
    let sight = sees(tx, agreement)?;
    let limit = i64::try_from(first).unwrap_or(i64::MAX - 1).saturating_add(1);
    let found = store::lists::list(tx, agreement, &sight, filter, after, limit)?;
    let found = views(tx, agreement, found)?;
    Ok(tx.permit_seen(found))
}

/// How many of an agreement's escalations the actor sees.
///
/// # Errors
/// As for [`list`].
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &EscalationFilter) -> Outcome<i64> {
    let sight = sees(tx, agreement)?;
    store::lists::count(tx, agreement, &sight, filter)
}

/// Those about a case, the latest raised first, as far as the actor sees them.
///
/// # Errors
/// A fault of the database.
pub fn of_case(tx: &mut Tx<'_>, agreement: AgreementId, case: CaseId) -> Outcome<Vec<Permitted<EscalationView>>> {
    let filter = EscalationFilter { case: Some(case), ..EscalationFilter::default() };
    let found = store::lists::of_case(tx, agreement, &filter)?;
    let found = views(tx, agreement, found)?;
    Ok(tx.permit_seen(found))
}

/// An escalation by its id, as the customer whose matter it is sees it.
///
/// # Errors
/// Not found for whoever may not follow it.
pub fn followed(tx: &mut Tx<'_>, agreement: AgreementId, id: EscalationId) -> Outcome<Permitted<FollowedEscalation>> {
    tx.permit(Verb::EscalationFollow, (agreement, id))
}

/// Those about a case, the latest raised first, as its customer sees them.
///
/// # Errors
/// A fault of the database.
pub fn followed_of(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    case: CaseId,
) -> Outcome<Vec<Permitted<FollowedEscalation>>> {
    let filter = EscalationFilter { case: Some(case), ..EscalationFilter::default() };
    let mut all = Vec::new();
    for stored in store::lists::of_case(tx, agreement, &filter)? {
        all.extend(FollowedEscalation::of(tx, stored)?);
    }
    Ok(tx.permit_seen(all))
}

/// How much the actor sees of an agreement's escalations.
fn sees(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Sight> {
    tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    let companies = tx.actor().on_behalf(Verb::EscalationView, agreement);
    if companies.as_ref().is_some_and(Vec::is_empty) {
        return Err(Denial::Forbidden.into());
    }
    let cases: Option<Vec<CompanyId>> = match cases::sees(tx, agreement) {
        Ok(cases::Sight::All) => None,
        Ok(cases::Sight::Own(own) | cases::Sight::Followed { parties: own, .. }) => Some(own),
        Err(No::Denied(_)) => Some(Vec::new()),
        Err(no) => return Err(no),
    };
    let plans = tx.actor().may(Verb::ActionView, Place::shared(agreement));
    let actions = match deviations::sees(tx, agreement) {
        _ if !plans => Some((Vec::new(), Vec::new())),
        deviations::Sight::All => None,
        deviations::Sight::Own(own) => Some((own, tx.actor().companies(agreement))),
    };
    Ok(Sight { person: tx.actor().person(), companies, cases, actions })
}

/// Those of the subjects of some events that are escalations hidden from the actor.
///
/// # Errors
/// A fault of the database.
pub fn concealed(tx: &mut Tx<'_>, agreement: AgreementId, subjects: &[Uuid]) -> Outcome<HashSet<Uuid>> {
    let ids: Vec<EscalationId> = subjects.iter().map(|id| EscalationId(*id)).collect();
    let mut hidden: HashSet<Uuid> = subjects.iter().copied().collect();
    for seen in some(tx, agreement, &ids)? {
        hidden.remove(&seen.escalation.id.0);
    }
    Ok(hidden)
}

/// So many open ones are looked at.
const MOST_OPEN: i64 = 500;

/// Every escalation of an agreement that is not over. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn open(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Stored>> {
    store::rows::open(tx, agreement, None, MOST_OPEN)
}

/// Some escalations. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn these(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[EscalationId]) -> Outcome<Vec<Stored>> {
    store::rows::by_ids(tx, agreement, ids)
}
