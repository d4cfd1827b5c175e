//! Finding cases, as far as the actor may see them.

use super::{
    rules,
    store::{
        self, Sight,
        ledger::{Part, Totals},
        rows::{CaseFilter, Cases},
    },
    view::{CaseView, FollowedCase, views},
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, No, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::CaseDisclosure,
    kernel::{AgreementId, CaseId, CompanyId, Moment, TeamId},
};
use std::collections::HashSet;
use uuid::Uuid;

/// How much the actor sees of an agreement's cases.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no case.
pub fn sees(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Sight> {
    let verb = if is_open(tx, agreement)? { Verb::CaseView } else { Verb::CaseViewConcealed };
    match tx.actor().on_behalf(verb, agreement) {
        None => Ok(Sight::All),
        Some(own) if own.is_empty() => Err(Denial::Forbidden.into()),
        Some(own) => Ok(Sight::Own(own)),
    }
}

/// Whether an agreement discloses its cases to every party, by the same terms as each case by itself: an agreement that
/// says nothing of cases any more has not disclosed those that it had.
fn is_open(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<bool> {
    let view = tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    match rules::rulebooks(tx, &view) {
        Ok(rules) => Ok(rules.at(tx.now()).handling().disclosure == CaseDisclosure::Open),
        // no version that has been in force takes cases: there are none
        Err(No::Refused(_)) => Ok(true),
        Err(no) => Err(no),
    }
}

/// A case by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn case(tx: &mut Tx<'_>, agreement: AgreementId, id: CaseId) -> Outcome<Permitted<CaseView>> {
    tx.permit(Verb::CaseView, (agreement, id))
}

/// Some cases by their ids, as far as the actor sees them.
///
/// # Errors
/// A fault of the database.
pub fn some(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[CaseId]) -> Outcome<Vec<Permitted<CaseView>>> {
    let rows = store::rows::by_ids(tx, agreement, ids)?;
    let found = views(tx, agreement, rows)?;
    Ok(tx.permit_seen(found))
}

/// An agreement's cases, the latest that came in first, one more than `first` where there are more.
///
/// # Errors
/// As for [`sees`].
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &CaseFilter,
    after: Option<CaseId>,
    first: usize,
) -> Outcome<Vec<Permitted<CaseView>>> {
    let wanted = Cases { sight: sees(tx, agreement)?, filter: filter.clone() };
    let rows = store::rows::list(tx, agreement, &wanted, after, one_more(first))?;
    let found = views(tx, agreement, rows)?;
    Ok(tx.permit_seen(found))
}

/// What a team holds, the least time left first; what has no deadline now, such as what is paused, comes last.
///
/// # Errors
/// As for [`sees`].
pub fn queue(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    team: TeamId,
    after: Option<(Moment, CaseId)>,
    first: usize,
) -> Outcome<Vec<(Moment, Permitted<CaseView>)>> {
    let sight = sees(tx, agreement)?;
    let rows = store::rows::queue(tx, agreement, &sight, team, after, one_more(first))?;
    let due: Vec<Moment> = rows.iter().map(|row| row.due_at.into()).collect();
    let found = views(tx, agreement, rows)?;
    let seen = due.into_iter().zip(found).filter_map(|(due, view)| Some((due, tx.permit_seen([view]).pop()?)));
    Ok(seen.collect())
}

/// How many of an agreement's cases the actor sees.
///
/// # Errors
/// As for [`sees`].
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &CaseFilter) -> Outcome<i64> {
    let wanted = Cases { sight: sees(tx, agreement)?, filter: filter.clone() };
    store::rows::count(tx, agreement, &wanted)
}

/// Whose time the cases that are asked for took: the sums of their ledgers, and of how often they changed hands.
///
/// # Errors
/// As for [`sees`].
pub fn ledger(tx: &mut Tx<'_>, agreement: AgreementId, filter: &CaseFilter) -> Outcome<(Vec<Part>, Totals)> {
    let wanted = Cases { sight: sees(tx, agreement)?, filter: filter.clone() };
    let parts = store::ledger::totals(tx, agreement, &wanted)?;
    let counted = store::ledger::counted(tx, agreement, &wanted)?;
    Ok((parts, counted))
}

/// Those of the subjects of some events that are cases hidden from the actor.
///
/// # Errors
/// A fault of the database.
pub fn concealed(tx: &mut Tx<'_>, agreement: AgreementId, subjects: &[Uuid]) -> Outcome<HashSet<Uuid>> {
    let all = subjects.iter().copied().collect();
    let own: Vec<CompanyId> = match sees(tx, agreement) {
        Ok(Sight::All) => return Ok(HashSet::new()),
        Ok(Sight::Own(own) | Sight::Followed { parties: own, .. }) => own,
        Err(_) => return Ok(all),
    };
    let ids: Vec<CaseId> = subjects.iter().map(|id| CaseId(*id)).collect();
    let mut hidden: HashSet<Uuid> = all;
    for (case, company) in store::rows::involved(tx, agreement, &ids)? {
        if own.contains(&company) {
            hidden.remove(&case.0);
        }
    }
    Ok(hidden)
}

fn one_more(first: usize) -> i64 {
    i64::try_from(first).unwrap_or(i64::MAX - 1).saturating_add(1)
}

/// A case by its id, as its customer sees it.
///
/// # Errors
/// Not found for whoever may not follow it.
pub fn followed_case(tx: &mut Tx<'_>, agreement: AgreementId, id: CaseId) -> Outcome<Permitted<FollowedCase>> {
    tx.permit(Verb::CaseFollow, (agreement, id))
}

/// The cases of the actor's customers, the latest that came in first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever follows no case.
pub fn followed(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    after: Option<CaseId>,
    first: usize,
) -> Outcome<Vec<Permitted<FollowedCase>>> {
    let open = is_open(tx, agreement)?;
    let verb = if open { Verb::CaseFollow } else { Verb::CaseFollowConcealed };
    let sight = match tx.actor().on_behalf(verb, agreement) {
        None => Sight::All,
        Some(own) if own.is_empty() => return Err(Denial::Forbidden.into()),
        Some(customers) => {
            let mut parties = tx.speaks_for(Verb::CaseViewConcealed, agreement);
            parties.retain(|company| !open && customers.contains(company));
            Sight::Followed { customers, parties }
        }
    };
    let wanted = Cases { sight, filter: CaseFilter::default() };
    let rows = store::rows::list(tx, agreement, &wanted, after, one_more(first))?;
    let followed: Vec<_> = views(tx, agreement, rows)?.into_iter().map(|case| FollowedCase::of(tx, case)).collect();
    Ok(tx.permit_seen(followed))
}
