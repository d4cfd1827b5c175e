//! What happens to meetings, decisions and action items by time alone: a meeting is missed, an action item is due soon or
//! overdue, the day has come to look at what a decision did. It is recorded, once and in order, however many servers look.

use super::{
    carrying, changing, doing,
    store::{self, timers::Timer},
};
use crate::{
    agreements,
    kernel::{Database, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    coordination::{DecisionState, ItemState, Reminder, events},
    kernel::{ActionItemId, AgreementId, DecisionId, MeetingId},
};
use serde_json::json;
use std::sync::Arc;

/// So many things are recorded in one transaction.
const AT_ONCE: i64 = 200;

/// Records everything that was to happen by now in every agreement; tells how much there was.
///
/// # Errors
/// A fault of the database; what was recorded before it stays so.
pub fn fire_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut fired = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        while !database.read(&console, |tx| store::timers::due(tx, agreement, 1))?.is_empty() {
            fired += database.write(&console, agreement, |tx| fire(tx, agreement))?;
        }
        Ok(())
    })?;
    Ok(fired)
}

/// Records what was to happen by now in an agreement, the earliest first. Behind the lock of the agreement's log, so
/// whoever comes second finds nothing.
///
/// # Errors
/// A fault of the database.
pub fn fire(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let mut fired = 0;
    for timer in store::timers::due(tx, agreement, AT_ONCE)? {
        if store::timers::take(tx, agreement, &timer)? {
            happen(tx, agreement, &timer)?;
            fired += 1;
        }
    }
    Ok(fired)
}

fn happen(tx: &mut Tx<'_>, agreement: AgreementId, timer: &Timer) -> Outcome<()> {
    if timer.name == events::MEETING_MISSED.name() {
        return miss(tx, agreement, MeetingId(timer.subject));
    }
    if timer.name == events::DECISION_FOLLOW_UP.name() {
        return follow_up(tx, agreement, DecisionId(timer.subject));
    }
    let reminder = Reminder::ALL.into_iter().find(|reminder| reminder.kind().name() == timer.name);
    reminder.map_or(Ok(()), |reminder| remind(tx, agreement, ActionItemId(timer.subject), reminder))
}

/// Nobody started a meeting by its end; what somebody had put on its agenda goes to the next one.
fn miss(tx: &mut Tx<'_>, agreement: AgreementId, id: MeetingId) -> Outcome<()> {
    let Some(before) = store::meetings::load(tx, agreement, id)? else { return Ok(()) };
    let missed = before.meeting.clone().miss(tx.now());
    let kept = changing::keep_meeting(tx, &before, missed, (events::MEETING_MISSED, None, json!({})))?;
    carrying::of_group(tx, &kept.meeting)
}

fn remind(tx: &mut Tx<'_>, agreement: AgreementId, id: ActionItemId, reminder: Reminder) -> Outcome<()> {
    let Some(view) = store::items::load(tx, agreement, id)? else { return Ok(()) };
    if view.item.state != ItemState::Open {
        return Ok(());
    }
    tx.record(reminder.kind(), id, Some(view.item.errand.company), &doing::detail(&view.item))
}

fn follow_up(tx: &mut Tx<'_>, agreement: AgreementId, id: DecisionId) -> Outcome<()> {
    let Some(view) = store::decisions::load(tx, agreement, id)? else { return Ok(()) };
    if !matches!(view.decision.state, DecisionState::Adopted { .. }) {
        return Ok(());
    }
    tx.record(events::DECISION_FOLLOW_UP, id, None, &json!({ "group": view.decision.group }))
}
