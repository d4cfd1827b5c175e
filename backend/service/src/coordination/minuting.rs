//! Minutes: written, proposed, and approved or objected to by the companies that were present.

use super::{changing, store::meetings::MeetingView, view::word_of};
use crate::kernel::{Outcome, Permitted, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    agreements::Group,
    coordination::{Meeting, MinutesState, codes, events},
    kernel::{By, CompanyId, Verdict},
};
use serde_json::json;

/// Writes the minutes of a meeting that runs or was held.
///
/// # Errors
/// `MEETING_STALE`; what [`Meeting::write_minutes`] refuses.
pub fn write_minutes(tx: &mut Tx<'_>, on: Permitted<MeetingView>, revision: i32, text: &str) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingHold, &on.meeting)?;
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let before = on.into_inner();
    let meeting = before.meeting.clone().write_minutes(text, by)?;
    changing::keep_meeting(tx, &before, meeting, (events::MINUTES_WRITTEN, Some(by.company), json!({})))
}

/// Puts the minutes before the companies that were present.
///
/// # Errors
/// `MEETING_STALE`, `MEETING_GROUP`; what [`Meeting::propose_minutes`] refuses.
pub fn propose_minutes(tx: &mut Tx<'_>, on: Permitted<MeetingView>, revision: i32) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingHold, &on.meeting)?;
    change(tx, on, revision, by, events::MINUTES_PROPOSED, |meeting, group, today| {
        meeting.propose_minutes(group, today)
    })
}

/// A member of the group approves the minutes for a company that was present; the last one closes them.
///
/// # Errors
/// `MEETING_STALE`, `MEETING_GROUP`; what [`Meeting::approve_minutes`] refuses; forbidden for whoever cannot speak for it.
pub fn approve_minutes(
    tx: &mut Tx<'_>,
    on: Permitted<MeetingView>,
    revision: i32,
    company: Option<CompanyId>,
) -> Outcome<MeetingView> {
    let by = word_of(tx, Verb::DecisionConsent, on.meeting.agreement, company, |_| true)?;
    change(tx, on, revision, by, events::MINUTES_ACCEPTED, |meeting, group, today| {
        meeting.approve_minutes(group, today, by)
    })
}

/// A member of the group objects to the minutes for a company that was present, with a reason.
///
/// # Errors
/// `MEETING_STALE`, `MEETING_GROUP`; what [`Meeting::object_to_minutes`] refuses; forbidden for whoever cannot speak for it.
pub fn object_to_minutes(
    tx: &mut Tx<'_>,
    on: Permitted<MeetingView>,
    revision: i32,
    company: Option<CompanyId>,
    reason: &str,
) -> Outcome<MeetingView> {
    let by = word_of(tx, Verb::DecisionConsent, on.meeting.agreement, company, |_| true)?;
    change(tx, on, revision, by, events::MINUTES_OBJECTED, |meeting, group, today| {
        meeting.object_to_minutes(group, today, reason, by)
    })
}

/// Changes the minutes of a meeting that is still as it was read; tells if they are approved by that.
fn change(
    tx: &mut Tx<'_>,
    on: Permitted<MeetingView>,
    revision: i32,
    by: By,
    kind: concordat_domain::kernel::Kind,
    change: impl FnOnce(Meeting, &Group, NaiveDate) -> Verdict<Meeting>,
) -> Outcome<MeetingView> {
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let terms = changing::terms(tx, on.meeting.agreement)?;
    let group = changing::group(&terms, on.meeting.group)?;
    let before = on.into_inner();
    let meeting = change(before.meeting.clone(), group, terms.zone.date_of(tx.now()))?;
    let kept = changing::keep_meeting(tx, &before, meeting, (kind, Some(by.company), json!({})))?;
    let approved = |view: &MeetingView| view.meeting.minutes.state == MinutesState::Approved;
    if approved(&kept) && !approved(&before) {
        tx.record(events::MINUTES_APPROVED, kept.meeting.id, None, &json!({ "group": kept.meeting.group }))?;
    }
    Ok(kept)
}
