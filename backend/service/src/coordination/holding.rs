//! Holding a meeting: started, who is there, ended. By the steward, and coordinators with a seat in the group, of their own or
//! as a deputy.

use super::{
    agenda, arranging, carrying, changing,
    store::{self, meetings::MeetingView},
};
use crate::{
    agreements::AgreementView,
    kernel::{Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{Group, Level, Terms},
    coordination::{Came, Meeting, MeetingState, Presence, Seat, codes, events},
    kernel::By,
};
use serde_json::json;

/// Somebody who holds the group's meetings starts one; its agenda is frozen as it is known now.
///
/// # Errors
/// `MEETING_STALE`; what [`Meeting::start`] refuses; forbidden for another group's.
pub fn start(tx: &mut Tx<'_>, on: Permitted<MeetingView>, revision: i32) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingHold, &on.meeting)?;
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let before = on.into_inner();
    let meeting = before.meeting.clone().start(by)?;
    let started = changing::keep_meeting(tx, &before, meeting, (events::MEETING_STARTED, Some(by.company), json!({})))?;
    if let Some(view) = AgreementView::load(tx, started.meeting.agreement)? {
        agenda::freeze(tx, &view, &started.meeting)?;
    }
    Ok(started)
}

/// Records who is in which seat. What was said in the meeting counts as soon as enough companies are there.
///
/// # Errors
/// `MEETING_STALE`, `MEETING_GROUP`; what [`Meeting::record`] refuses; forbidden for another group's.
pub fn record_attendance(
    tx: &mut Tx<'_>,
    on: Permitted<MeetingView>,
    revision: i32,
    entries: &[(Seat, Presence)],
) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingHold, &on.meeting)?;
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let terms = changing::terms(tx, on.meeting.agreement)?;
    let group = changing::group(&terms, on.meeting.group)?;
    let before = on.into_inner();
    let meeting = before.meeting.clone().record(group, entries)?;
    let detail = json!({ "quorum": meeting.quorate(group) });
    let attended = changing::keep_meeting(tx, &before, meeting, (events::MEETING_ATTENDED, Some(by.company), detail))?;
    count_voices(tx, &attended.meeting, group)?;
    Ok(attended)
}

/// Counts the voices on what was put before a meeting again.
fn count_voices(tx: &mut Tx<'_>, meeting: &Meeting, group: &Group) -> Outcome<()> {
    let (sitting, now) = (meeting.sitting(group), tx.now());
    for view in store::decisions::of(tx, meeting.agreement, &[meeting.id])? {
        let counted = view.decision.clone().counted(group, sitting, now);
        changing::keep_decision(tx, &view, counted, None)?;
    }
    Ok(())
}

/// Somebody who holds the group's meetings ends one. Matters without an outcome go to the next meeting of the group; what was
/// said to decisions is counted; whether enough companies came, and which did not, is told.
///
/// # Errors
/// `MEETING_STALE`, `MEETING_GROUP`, `MEETING_ITEMS_OPEN`; what [`Meeting::end`] refuses; forbidden for another
/// group's.
pub fn end(tx: &mut Tx<'_>, on: Permitted<MeetingView>, revision: i32) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingHold, &on.meeting)?;
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let terms = changing::terms(tx, on.meeting.agreement)?;
    let group = changing::group(&terms, on.meeting.group)?;
    let before = on.into_inner();
    let matters = arranging::agenda(tx, &before.meeting)?;
    let items: Vec<_> = matters.iter().map(|view| view.item.clone()).collect();
    let meeting = before.meeting.clone().end(group, &required(&terms, &before.meeting), &items, by)?;
    let after = tx.now().max(meeting.slot.starts.plus_seconds(1));
    match carrying::next(tx, &meeting, after)? {
        Some(next) => carrying::carry(tx, &matters, &next)?,
        None if items.iter().any(|item| item.is_open() && item.added.is_some()) => {
            return Err(changing::said(codes::MEETING_ITEMS_OPEN));
        }
        None => {}
    }
    count_voices(tx, &meeting, group)?;
    let ended = changing::keep_meeting(tx, &before, meeting, (events::MEETING_ENDED, Some(by.company), json!({})))?;
    tell_who_came(tx, &ended.meeting, by)?;
    Ok(ended)
}

/// The levels of management that a meeting's cadence requires.
fn required(terms: &Terms, meeting: &Meeting) -> Vec<Level> {
    let cadences = terms.group(meeting.group).map_or(&[][..], |group| &group.cadences);
    let cadence = cadences.iter().find(|cadence| Some(&cadence.code) == meeting.cadence.as_ref());
    cadence.map(|cadence| cadence.requires.clone()).unwrap_or_default()
}

/// A missing quorum and an absent company are facts of their own.
fn tell_who_came(tx: &mut Tx<'_>, meeting: &Meeting, by: By) -> Outcome<()> {
    let MeetingState::Held { quorum, turnout, .. } = &meeting.state else { return Ok(()) };
    if !quorum {
        let detail = json!({ "group": meeting.group });
        tx.record(events::MEETING_WITHOUT_QUORUM, meeting.id, Some(by.company), &detail)?;
    }
    for absent in turnout.iter().filter(|turnout| turnout.came == Came::Absent) {
        let detail = json!({ "group": meeting.group, "company": absent.company });
        tx.record(events::MEETING_COMPANY_ABSENT, meeting.id, Some(absent.company), &detail)?;
    }
    Ok(())
}
