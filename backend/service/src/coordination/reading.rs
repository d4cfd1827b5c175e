//! Finding meetings, agendas, decisions and action items, as far as the actor may see them.

use super::store::{
    self,
    agenda::AgendaItemView,
    decisions::{DecisionFilter, DecisionView},
    items::{ActionItemFilter, ActionItemView},
    meetings::{MeetingFilter, MeetingOrder, MeetingView},
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, Outcome, Permitted, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    kernel::{ActionItemId, AgendaItemId, AgreementId, CompanyId, DecisionId, GroupId, MeetingId, Moment},
};

fn one_more(first: usize) -> i64 {
    i64::try_from(first).unwrap_or(i64::MAX).saturating_add(1)
}

/// A meeting by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn meeting(tx: &mut Tx<'_>, agreement: AgreementId, id: MeetingId) -> Outcome<Permitted<MeetingView>> {
    tx.permit(Verb::MeetingView, (agreement, id))
}

/// A matter of an agenda by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn agenda_item(tx: &mut Tx<'_>, agreement: AgreementId, id: AgendaItemId) -> Outcome<Permitted<AgendaItemView>> {
    tx.permit(Verb::MeetingView, (agreement, id))
}

/// A decision by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn decision(tx: &mut Tx<'_>, agreement: AgreementId, id: DecisionId) -> Outcome<Permitted<DecisionView>> {
    tx.permit(Verb::MeetingView, (agreement, id))
}

/// An action item by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn action_item(tx: &mut Tx<'_>, agreement: AgreementId, id: ActionItemId) -> Outcome<Permitted<ActionItemView>> {
    tx.permit(Verb::ItemView, (agreement, id))
}

/// An agreement's meetings in one of two orders, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no meetings.
pub fn meetings(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &MeetingFilter,
    order: MeetingOrder,
    after: Option<(Moment, MeetingId)>,
    first: usize,
) -> Outcome<Vec<Permitted<MeetingView>>> {
    tx.permit::<AgreementView>(Verb::MeetingView, agreement)?;
    let found = store::meetings::list(tx, agreement, filter, order, after, one_more(first))?;
    Ok(tx.permit_seen(found))
}

/// How many there are.
///
/// # Errors
/// As for [`meetings`].
pub fn count_meetings(tx: &mut Tx<'_>, agreement: AgreementId, filter: &MeetingFilter) -> Outcome<i64> {
    tx.permit::<AgreementView>(Verb::MeetingView, agreement)?;
    store::meetings::count(tx, agreement, filter)
}

/// The next meeting that a group has planned; none where there is none, or for whoever sees none.
///
/// # Errors
/// A fault of the database.
pub fn next_meeting(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    group: GroupId,
) -> Outcome<Option<Permitted<MeetingView>>> {
    let from = Some(tx.now());
    let filter = MeetingFilter { group: Some(group), states: Some(vec!["planned"]), from, until: None };
    let found = store::meetings::list(tx, agreement, &filter, MeetingOrder::EarliestFirst, None, 1)?;
    Ok(tx.permit_seen(found).pop())
}

/// Some meetings by their ids, in whatever order, as far as the actor sees them.
///
/// # Errors
/// A fault of the database.
pub fn some_meetings(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    ids: &[MeetingId],
) -> Outcome<Vec<Permitted<MeetingView>>> {
    let found = store::meetings::by_ids(tx, agreement, ids)?;
    Ok(tx.permit_seen(found))
}

/// The agendas of some meetings, by meeting and in their order, with one statement.
///
/// # Errors
/// A fault of the database.
pub fn agendas(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    meetings: &[MeetingId],
) -> Outcome<Vec<Permitted<AgendaItemView>>> {
    let mut found = store::agenda::of(tx, agreement, meetings)?;
    found.retain(|view| view.item.is_seen_by(tx.actor()));
    Ok(tx.permit_seen(found))
}

/// An agreement's decisions, the latest proposed first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no meetings.
pub fn decisions(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &DecisionFilter,
    after: Option<DecisionId>,
    first: usize,
) -> Outcome<Vec<Permitted<DecisionView>>> {
    tx.permit::<AgreementView>(Verb::MeetingView, agreement)?;
    let found = store::decisions::list(tx, agreement, filter, after, one_more(first))?;
    Ok(tx.permit_seen(found))
}

/// How many there are.
///
/// # Errors
/// As for [`decisions`].
pub fn count_decisions(tx: &mut Tx<'_>, agreement: AgreementId, filter: &DecisionFilter) -> Outcome<i64> {
    tx.permit::<AgreementView>(Verb::MeetingView, agreement)?;
    store::decisions::count(tx, agreement, filter)
}

/// The decisions that were put before some meetings, the oldest first, with one statement.
///
/// # Errors
/// A fault of the database.
pub fn decisions_of(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    meetings: &[MeetingId],
) -> Outcome<Vec<Permitted<DecisionView>>> {
    let found = store::decisions::of(tx, agreement, meetings)?;
    Ok(tx.permit_seen(found))
}

/// Some decisions by their ids, as far as the actor sees them.
///
/// # Errors
/// A fault of the database.
pub fn some_decisions(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    ids: &[DecisionId],
) -> Outcome<Vec<Permitted<DecisionView>>> {
    let found = store::decisions::by_ids(tx, agreement, ids)?;
    Ok(tx.permit_seen(found))
}

/// The companies whose action items the actor sees; none for all.
fn seen(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<Vec<CompanyId>>> {
    tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    match tx.actor().on_behalf(Verb::ItemView, agreement) {
        Some(own) if own.is_empty() => Err(Denial::Forbidden.into()),
        own => Ok(own),
    }
}

/// An agreement's action items that the actor sees, the earliest due first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no action items.
pub fn action_items(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &ActionItemFilter,
    after: Option<(NaiveDate, ActionItemId)>,
    first: usize,
) -> Outcome<Vec<Permitted<ActionItemView>>> {
    let own = seen(tx, agreement)?;
    let found = store::items::list(tx, agreement, own.as_deref(), filter, after, one_more(first))?;
    Ok(tx.permit_seen(found))
}

/// How many there are.
///
/// # Errors
/// As for [`action_items`].
pub fn count_action_items(tx: &mut Tx<'_>, agreement: AgreementId, filter: &ActionItemFilter) -> Outcome<i64> {
    let own = seen(tx, agreement)?;
    store::items::count(tx, agreement, own.as_deref(), filter)
}
