//! Nothing raised is lost: open matters of a meeting that is over go to the next one of the group.

use super::{
    changing, happening,
    store::{
        self,
        agenda::AgendaItemView,
        meetings::{MeetingFilter, MeetingOrder},
    },
};
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    coordination::{AgendaOutcome, Meeting, events},
    kernel::{AgendaItemId, Moment},
};
use serde_json::json;

/// So many planned meetings are looked at for the next one.
const NEAREST: i64 = 50;

/// The next planned meeting of the same group after a moment: one of the same cadence, where there is one.
pub(super) fn next(tx: &mut Tx<'_>, after: &Meeting, from: Moment) -> Outcome<Option<Meeting>> {
    let filter =
        MeetingFilter { group: Some(after.group), states: Some(vec!["planned"]), from: Some(from), until: None };
    let order = MeetingOrder::EarliestFirst;
    let ahead = store::meetings::list(tx, after.agreement, &filter, order, None, NEAREST)?;
    let mut ahead: Vec<Meeting> = ahead.into_iter().map(|view| view.meeting).filter(|it| it.id != after.id).collect();
    ahead.sort_by_key(|meeting| after.cadence.is_none() || meeting.cadence != after.cadence);
    Ok(ahead.into_iter().next())
}

/// Takes what is open on the agendas of the group's missed and cancelled meetings to the next one, if there is one.
pub(super) fn of_group(tx: &mut Tx<'_>, of: &Meeting) -> Outcome<()> {
    let now = tx.now();
    if let Some(next) = next(tx, of, now)? {
        from_lost(tx, &next)?;
    }
    Ok(())
}

/// Takes what is open on the agendas of the group's missed and cancelled meetings to this one.
pub(super) fn from_lost(tx: &mut Tx<'_>, to: &Meeting) -> Outcome<()> {
    let left = store::agenda::left_behind(tx, to.agreement, to.group)?;
    carry(tx, &left, to)
}

/// Defers some open matters to a meeting; nobody did so by name. One that it has already is not there twice.
pub(super) fn carry(tx: &mut Tx<'_>, matters: &[AgendaItemView], to: &Meeting) -> Outcome<()> {
    for matter in matters.iter().filter(|matter| matter.item.is_open()) {
        let outcome = AgendaOutcome::Deferred { to: to.id };
        let item = matter.item.clone().settle(outcome, None)?;
        let told = (events::AGENDA_ITEM_DEFERRED, None, json!({ "to": to.id }));
        changing::keep_matter(tx, matter, item, told)?;
        // what follows where it comes from is found there again
        if !matter.item.follows() {
            put(tx, matter, to)?;
        }
    }
    Ok(())
}

/// Puts the same matter on the agenda of another meeting, unless it is there.
pub(super) fn put(tx: &mut Tx<'_>, matter: &AgendaItemView, to: &Meeting) -> Outcome<()> {
    if store::agenda::has(tx, to.agreement, to.id, &matter.item.matter.subject)? {
        return Ok(());
    }
    let order = last_order(tx, to)?;
    let carried = matter.item.carried(AgendaItemId(tx.id()), to.id, order);
    store::agenda::insert(tx, &carried)?;
    happening::tell(tx, events::AGENDA_ITEM_ADDED, &carried, None)
}

/// The place after everything that is on an agenda.
pub(super) fn last_order(tx: &mut Tx<'_>, meeting: &Meeting) -> Outcome<i32> {
    let agenda = store::agenda::of(tx, meeting.agreement, &[meeting.id])?;
    Ok(agenda.iter().map(|view| view.item.order).max().map_or(0, |last| last.saturating_add(1)))
}
