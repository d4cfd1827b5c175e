//! How the verbs of this noun change something: as it was read, kept, and told of.

use super::store::{
    self, agenda::AgendaItemView, decisions::DecisionView, items::ActionItemView, meetings::MeetingView,
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, No, Noun as _, Outcome, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{Group, Terms},
    coordination::{
        ActionItem, AgendaItem, Decision, DecisionState, ItemState, Meeting, MeetingState, Reminder, codes, events,
        holds,
    },
    kernel::{AgreementId, By, Code, CompanyId, GroupId, Kind},
};
use serde_json::{Value, json};
use std::sync::Arc;

/// What happened, for which company, and what a reader needs beyond that.
pub(super) type Told = (Kind, Option<CompanyId>, Value);

/// The terms in force. No permission is checked.
pub(super) fn terms(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Arc<Terms>> {
    Ok(AgreementView::load(tx, agreement)?.ok_or(Denial::NotFound)?.terms)
}

/// The group of that id, or the refusal that there is none any more.
pub(super) fn group(terms: &Terms, id: GroupId) -> Outcome<&Group> {
    terms.group(id).ok_or_else(|| codes::MEETING_GROUP.refuse_field("group", codes::MEETING_GROUP.meaning).into())
}

/// Lets whoever arranges and holds the meetings of a group pass.
///
/// # Errors
/// Forbidden for everybody but the steward, and coordinators with a seat in the group, of their own or as a deputy.
pub(super) fn of_the_group(tx: &Tx<'_>, terms: &Terms, agreement: AgreementId, group: GroupId) -> Outcome<()> {
    let today = terms.zone.date_of(tx.now());
    let theirs = holds(tx.actor(), terms.group(group), agreement, today);
    if theirs { Ok(()) } else { Err(Denial::Forbidden.into()) }
}

/// The actor, speaking of a meeting of a group that is theirs.
///
/// # Errors
/// Forbidden for whoever may not do `verb`, or does not hold the group's meetings.
pub(super) fn holder(tx: &mut Tx<'_>, verb: Verb, meeting: &Meeting) -> Outcome<By> {
    let by = tx.speaking(verb, meeting.agreement, None)?;
    let terms = terms(tx, meeting.agreement)?;
    of_the_group(tx, &terms, meeting.agreement, meeting.group)?;
    Ok(by)
}

/// Refuses what was decided on something else than what is there now.
pub(super) fn fresh(read: i32, now: i32, stale: Code) -> Outcome<()> {
    if read == now { Ok(()) } else { Err(said(stale)) }
}

/// The refusal that says what the code means.
pub(super) fn said(code: Code) -> No {
    code.refuse(code.meaning).into()
}

/// Keeps what became of a meeting and tells of it; nothing where nothing did.
pub(super) fn keep_meeting(
    tx: &mut Tx<'_>,
    before: &MeetingView,
    meeting: Meeting,
    told: Told,
) -> Outcome<MeetingView> {
    if meeting == before.meeting {
        return Ok(before.clone());
    }
    if !store::meetings::save(tx, &meeting, before.revision)? {
        return Err(said(codes::MEETING_STALE));
    }
    if (&meeting.state, meeting.slot.ends) != (&before.meeting.state, before.meeting.slot.ends) {
        await_meeting(tx, &meeting)?;
    }
    let (kind, company, mut detail) = told;
    detail["group"] = json!(meeting.group);
    detail["sequence"] = json!(meeting.sequence);
    tx.record(kind, meeting.id, company, &detail)?;
    Ok(MeetingView { meeting, created_at: before.created_at, revision: before.revision + 1 })
}

/// Sets what will happen to a meeting by time alone: it is missed if nobody starts it by its end.
pub(super) fn await_meeting(tx: &mut Tx<'_>, meeting: &Meeting) -> Outcome<()> {
    let missed = [(events::MEETING_MISSED, meeting.slot.ends)];
    let timers = if meeting.state == MeetingState::Planned { missed.as_slice() } else { &[] };
    store::timers::set(tx, meeting.agreement, meeting.id.0, timers)
}

/// Keeps what became of a matter and tells of it.
pub(super) fn keep_matter(
    tx: &mut Tx<'_>,
    before: &AgendaItemView,
    item: AgendaItem,
    (kind, company, mut detail): Told,
) -> Outcome<AgendaItemView> {
    if item == before.item {
        return Ok(before.clone());
    }
    if !store::agenda::save(tx, &item, before.revision)? {
        return Err(said(codes::AGENDA_ITEM_STALE));
    }
    detail["meeting"] = json!(item.meeting);
    tx.record(kind, item.id, company, &detail)?;
    Ok(AgendaItemView { item, revision: before.revision + 1 })
}

/// Keeps what became of a decision, tells of it and, where it is adopted or rejected by that, of that too.
pub(super) fn keep_decision(
    tx: &mut Tx<'_>,
    before: &DecisionView,
    decision: Decision,
    told: Option<Told>,
) -> Outcome<DecisionView> {
    if decision == before.decision {
        return Ok(before.clone());
    }
    if !store::decisions::save(tx, &decision, before.revision)? {
        return Err(said(codes::DECISION_STALE));
    }
    let about = json!({ "group": decision.group, "meeting": decision.meeting });
    if let Some((kind, company, mut detail)) = told {
        detail["group"] = json!(decision.group);
        detail["meeting"] = json!(decision.meeting);
        tx.record(kind, decision.id, company, &detail)?;
    }
    match decision.state {
        DecisionState::Adopted { .. } if before.decision.state == DecisionState::Proposed => {
            tx.record(events::DECISION_ADOPTED, decision.id, None, &about)?;
            adopted(tx, &decision)?;
        }
        DecisionState::Rejected { .. } if before.decision.state == DecisionState::Proposed => {
            tx.record(events::DECISION_REJECTED, decision.id, None, &about)?;
        }
        _ => {}
    }
    Ok(DecisionView { decision, created_at: before.created_at, revision: before.revision + 1 })
}

/// What follows from a decision that holds now: the one before gives way, and the day to look at its effect is set.
fn adopted(tx: &mut Tx<'_>, decision: &Decision) -> Outcome<()> {
    if let Some(old) = decision.motion.supersedes
        && let Some(old) = store::decisions::load(tx, decision.agreement, old)?
        && old.decision.superseded_by.is_none()
    {
        let gone = Decision { superseded_by: Some(decision.id), ..old.decision.clone() };
        store::decisions::save(tx, &gone, old.revision)?;
        store::timers::set(tx, gone.agreement, gone.id.0, &[])?;
        tx.record(events::DECISION_SUPERSEDED, gone.id, None, &json!({ "by": decision.id, "group": gone.group }))?;
    }
    if let Some(day) = decision.motion.follow_up_on {
        let due = terms(tx, decision.agreement)?.zone.start_of(day);
        store::timers::set(tx, decision.agreement, decision.id.0, &[(events::DECISION_FOLLOW_UP, due)])?;
    }
    Ok(())
}

/// Keeps what became of an action item and tells of it; it is reminded of while it is open.
pub(super) fn keep_item(
    tx: &mut Tx<'_>,
    before: &ActionItemView,
    item: ActionItem,
    (kind, company, detail): Told,
) -> Outcome<ActionItemView> {
    if !store::items::save(tx, &item, before.revision)? {
        return Err(said(codes::ITEM_STALE));
    }
    await_item(tx, &item)?;
    tx.record(kind, item.id, company, &detail)?;
    Ok(ActionItemView { item, created_at: before.created_at, revision: before.revision + 1 })
}

/// Sets when an action item is reminded of, while it is open.
pub(super) fn await_item(tx: &mut Tx<'_>, item: &ActionItem) -> Outcome<()> {
    let zone = terms(tx, item.agreement)?.zone;
    let reminders = Reminder::ALL.map(|reminder| (reminder.kind(), item.reminded(reminder, zone)));
    let timers = if item.state == ItemState::Open { reminders.as_slice() } else { &[] };
    store::timers::set(tx, item.agreement, item.id.0, timers)
}
