//! Calling, moving and cancelling meetings by hand: the steward does, and coordinators with a seat in the group, of their own or
//! as a deputy.

use super::{
    carrying, changing,
    store::{self, agenda::AgendaItemView, meetings::MeetingView},
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{Section, Template},
    coordination::{AgendaItem, Call, Matter, Meeting, Sight, Slot, Subject, codes, events},
    kernel::{AgendaItemId, AgreementId, MeetingId},
};
use serde_json::json;

/// Somebody who holds the meetings of a group calls one outside every cadence.
///
/// # Errors
/// `MEETING_GROUP`; what [`Meeting::call`] refuses; forbidden for another group's.
pub fn call(tx: &mut Tx<'_>, agreement: AgreementId, call: Call) -> Outcome<MeetingView> {
    let view = tx.permit::<AgreementView>(Verb::MeetingArrange, agreement)?;
    let by = tx.speaking(Verb::MeetingArrange, agreement, None)?;
    changing::group(&view.terms, call.group)?;
    changing::of_the_group(tx, &view.terms, agreement, call.group)?;
    let meeting = Meeting::call(MeetingId(tx.id()), agreement, call, by)?;
    let called = begin(tx, meeting)?;
    let detail = json!({ "group": called.meeting.group, "sequence": 0 });
    tx.record(events::MEETING_CALLED, called.meeting.id, Some(by.company), &detail)?;
    carrying::from_lost(tx, &called.meeting)?;
    Ok(called)
}

/// Keeps a new meeting: a kick-off has its six subjects on the agenda from the beginning.
pub(super) fn begin(tx: &mut Tx<'_>, meeting: Meeting) -> Outcome<MeetingView> {
    store::meetings::insert(tx, &meeting)?;
    changing::await_meeting(tx, &meeting)?;
    if meeting.template == Template::KickOff {
        for (order, section) in (0..).zip(Section::KICK_OFF) {
            store::agenda::insert(tx, &subject_of_kick_off(tx, &meeting, section, order))?;
        }
    }
    Ok(MeetingView { meeting, created_at: tx.now(), revision: 1 })
}

fn subject_of_kick_off(tx: &Tx<'_>, meeting: &Meeting, section: Section, order: i32) -> AgendaItem {
    let title = match section {
        Section::Team => "Team: who is on it",
        Section::Scope => "Scope: what is in and what is out",
        Section::Process => "Process: how the work is done",
        Section::Schedule => "Schedule, with its buffer",
        Section::Contingency => "Contingency: what is done when it goes wrong",
        _ => "Communication protocol: who tells whom, how and when",
    };
    AgendaItem {
        id: AgendaItemId(tx.id()),
        agreement: meeting.agreement,
        meeting: meeting.id,
        matter: Matter { section, subject: Subject::KickOff { section }, title: title.to_owned(), owner: None },
        sight: Sight::Everybody,
        added: None,
        order,
        outcome: None,
        settled: None,
        from: None,
        snapshot: None,
    }
}

/// Somebody who holds the group's meetings has a planned one take place at another time or in another place.
///
/// # Errors
/// `MEETING_STALE`; what [`Meeting::reschedule`] refuses; forbidden for another group's.
pub fn reschedule(tx: &mut Tx<'_>, on: Permitted<MeetingView>, revision: i32, slot: Slot) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingArrange, &on.meeting)?;
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let before = on.into_inner();
    let meeting = before.meeting.clone().reschedule(slot, tx.now())?;
    let detail = json!({ "from": before.meeting.slot.starts, "to": meeting.slot.starts });
    changing::keep_meeting(tx, &before, meeting, (events::MEETING_MOVED, Some(by.company), detail))
}

/// Somebody who holds the group's meetings cancels a planned one, with a reason. What somebody had put on its agenda goes to
/// the next meeting of the group.
///
/// # Errors
/// `MEETING_STALE`; what [`Meeting::cancel`] refuses; forbidden for another group's.
pub fn cancel(tx: &mut Tx<'_>, on: Permitted<MeetingView>, revision: i32, reason: &str) -> Outcome<MeetingView> {
    let by = changing::holder(tx, Verb::MeetingArrange, &on.meeting)?;
    changing::fresh(revision, on.revision, codes::MEETING_STALE)?;
    let before = on.into_inner();
    let meeting = before.meeting.clone().cancel(reason, by)?;
    let told = (events::MEETING_CANCELLED, Some(by.company), json!({}));
    let cancelled = changing::keep_meeting(tx, &before, meeting, told)?;
    carrying::of_group(tx, &cancelled.meeting)?;
    Ok(cancelled)
}

/// The agenda of one meeting, in its order.
pub(super) fn agenda(tx: &mut Tx<'_>, meeting: &Meeting) -> Outcome<Vec<AgendaItemView>> {
    store::agenda::of(tx, meeting.agreement, &[meeting.id])
}
