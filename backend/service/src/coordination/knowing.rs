//! What other nouns read of coordination. No permission is checked: for verbs that have checked their own, and for what
//! happens by itself.

use super::store::{
    self,
    decisions::DecisionView,
    items::ActionItemView,
    meetings::{MeetingFilter, MeetingOrder, MeetingView},
};
use crate::kernel::{Outcome, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    coordination::MinutesState,
    kernel::{ActionItemId, AgreementId, GroupId, Moment},
};

/// So many meetings are read at most: a year of daily ones.
const MOST: i64 = 400;
/// Minutes that wait are looked for in so many of the meetings that a group held last: a year of weekly ones.
const HELD: i64 = 60;

/// The meetings that begin from one moment up to another, the earliest first: with their turnout where they were held.
///
/// # Errors
/// A fault of the database.
pub fn meetings_between(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    from: Moment,
    until: Moment,
) -> Outcome<Vec<MeetingView>> {
    let filter = MeetingFilter { from: Some(from), until: Some(until), ..MeetingFilter::default() };
    store::meetings::list(tx, agreement, &filter, MeetingOrder::EarliestFirst, None, MOST)
}

/// The meetings of a group whose minutes wait for companies to approve them, the latest first.
///
/// # Errors
/// A fault of the database.
pub fn minutes_awaiting(tx: &mut Tx<'_>, agreement: AgreementId, group: GroupId) -> Outcome<Vec<MeetingView>> {
    let held = MeetingFilter { group: Some(group), states: Some(vec!["held"]), ..MeetingFilter::default() };
    let mut found = store::meetings::list(tx, agreement, &held, MeetingOrder::LatestFirst, None, HELD)?;
    found.retain(|found| found.meeting.minutes.state == MinutesState::Proposed);
    Ok(found)
}

/// The action items that are not done nor dropped and are due by a day, however long they have been, by day.
///
/// # Errors
/// A fault of the database.
pub fn items_open_by(tx: &mut Tx<'_>, agreement: AgreementId, until: NaiveDate) -> Outcome<Vec<ActionItemView>> {
    store::items::open_by(tx, agreement, until)
}

/// The decisions that wait for companies to speak, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn decisions_awaiting(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<DecisionView>> {
    store::decisions::in_state(tx, agreement, "proposed")
}

/// The adopted decisions whose effect is to be looked at by a day, and that have not been superseded, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn follow_ups(tx: &mut Tx<'_>, agreement: AgreementId, by: NaiveDate) -> Outcome<Vec<DecisionView>> {
    let mut found = store::decisions::in_state(tx, agreement, "adopted")?;
    let waits = |view: &DecisionView| view.decision.motion.follow_up_on.is_some_and(|day| day <= by);
    found.retain(|view| waits(view) && view.decision.superseded_by.is_none());
    Ok(found)
}

/// Some action items by their ids, in whatever order.
///
/// # Errors
/// A fault of the database.
pub fn some_items(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[ActionItemId]) -> Outcome<Vec<ActionItemView>> {
    store::items::by_ids(tx, agreement, ids)
}
