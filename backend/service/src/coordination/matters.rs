//! Keeping an agenda: adding to it, ordering it, and saying what came of each matter.

use super::{
    agenda, arranging, carrying, changing, happening,
    store::{self, agenda::AgendaItemView, meetings::MeetingView},
};
use crate::{
    agreements::AgreementView,
    escalations as raising,
    kernel::{Denial, Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    coordination::{AgendaItem, AgendaOutcome, Matter, Meeting, Owner, codes, events},
    escalations::Fact,
    kernel::{AgendaItemId, By, MeetingId},
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// So many matters are on an agenda at most.
pub(super) const MOST: usize = 200;

/// What comes of a matter, as somebody says it.
pub type Settled = AgendaOutcome;

/// Somebody puts a matter on the agenda of a meeting that is planned or runs. Nobody's revision is asked: several add to
/// it at once. What a running meeting takes up is frozen as it was added.
///
/// # Errors
/// `AGENDA_CLOSED`, `AGENDA_FULL`, `AGENDA_ITEM_TWICE`; what [`Matter::checked`] refuses.
pub fn add_matter(tx: &mut Tx<'_>, on: &Permitted<MeetingView>, matter: Matter) -> Outcome<AgendaItemView> {
    let by = tx.speaking(Verb::AgendaKeep, on.meeting.agreement, None)?;
    let there = growing(tx, &on.meeting)?;
    if there.len() >= MOST {
        return Err(changing::said(codes::AGENDA_FULL));
    }
    let matter = matter.checked()?;
    let terms = changing::terms(tx, on.meeting.agreement)?;
    if matter.owner.is_some_and(|owner| terms.company(owner.company).is_none()) {
        return Err(codes::AGENDA_SUBJECT.refuse_field("owner", codes::AGENDA_SUBJECT.meaning).into());
    }
    // before it is told that it is there already: whoever does not see it is not told so
    let (sight, known) = agenda::brought(tx, on.meeting.agreement, &matter.subject)?;
    if store::agenda::has(tx, on.meeting.agreement, on.meeting.id, &matter.subject)? {
        return Err(changing::said(codes::AGENDA_ITEM_TWICE));
    }
    let owner = matter.owner.unwrap_or(Owner { company: by.company, person: Some(by.person) });
    let matter = Matter { owner: Some(owner), ..matter };
    let running = on.meeting.running_now();
    let item = AgendaItem {
        id: AgendaItemId(tx.id()),
        agreement: on.meeting.agreement,
        meeting: on.meeting.id,
        snapshot: running.then_some(known),
        matter,
        sight,
        added: Some(by),
        order: there.iter().map(|view| view.item.order).max().map_or(0, |last| last.saturating_add(1)),
        outcome: None,
        settled: None,
        from: None,
    };
    store::agenda::insert(tx, &item)?;
    happening::tell(tx, events::AGENDA_ITEM_ADDED, &item, Some(by.company))?;
    Ok(AgendaItemView { item, revision: 1 })
}

/// Puts an agenda in order; the order names every matter that the actor sees once, so whoever has not read one that was
/// added is told. What the actor does not see keeps its place.
///
/// # Errors
/// `AGENDA_CLOSED`, `AGENDA_ORDER`.
pub fn reorder(tx: &mut Tx<'_>, on: &Permitted<MeetingView>, order: &[AgendaItemId]) -> Outcome<()> {
    let (agreement, id) = (on.meeting.agreement, on.meeting.id);
    let by = tx.speaking(Verb::AgendaKeep, agreement, None)?;
    let agenda = growing(tx, &on.meeting)?;
    let seen = |view: &&AgendaItemView| view.item.is_seen_by(tx.actor());
    let mut named: BTreeMap<AgendaItemId, &AgendaItemView> =
        agenda.iter().filter(seen).map(|view| (view.item.id, view)).collect();
    let visible: BTreeSet<AgendaItemId> = named.keys().copied().collect();
    let mut wanted: Vec<&AgendaItemView> = order.iter().filter_map(|id| named.remove(id)).collect();
    if !named.is_empty() || wanted.len() != order.len() {
        return Err(codes::AGENDA_ORDER.refuse_field("items", codes::AGENDA_ORDER.meaning).into());
    }
    wanted.reverse();
    let mut moved = false;
    for (order, there) in (0..).zip(&agenda) {
        let next = if visible.contains(&there.item.id) { wanted.pop().unwrap_or(there) } else { there };
        if order != next.item.order {
            moved = true;
            let item = AgendaItem { order, ..next.item.clone() };
            if !store::agenda::save(tx, &item, next.revision)? {
                return Err(changing::said(codes::AGENDA_ITEM_STALE));
            }
        }
    }
    if moved {
        tx.record(events::AGENDA_REORDERED, id, Some(by.company), &json!({ "group": on.meeting.group }))?;
    }
    Ok(())
}

/// Takes a matter off the agenda of a meeting that has not begun.
///
/// # Errors
/// `AGENDA_ITEM_STALE`, `AGENDA_CLOSED`, `AGENDA_ITEM_SETTLED`.
pub fn remove_matter(tx: &mut Tx<'_>, on: Permitted<AgendaItemView>, revision: i32) -> Outcome<MeetingId> {
    let by = tx.speaking(Verb::AgendaKeep, on.item.agreement, None)?;
    changing::fresh(revision, on.revision, codes::AGENDA_ITEM_STALE)?;
    let meeting = meeting_of(tx, &on.item)?;
    on.item.open()?;
    if !meeting.meeting.takes_matters() || meeting.meeting.running_now() {
        return Err(changing::said(codes::AGENDA_CLOSED));
    }
    let view = on.into_inner();
    if !store::agenda::remove(tx, &view.item, view.revision)? {
        return Err(changing::said(codes::AGENDA_ITEM_STALE));
    }
    happening::tell(tx, events::AGENDA_ITEM_REMOVED, &view.item, Some(by.company))?;
    Ok(view.item.meeting)
}

/// Says what came of a matter in the running meeting. Of two who do so at once, one is told that it has an outcome.
///
/// # Errors
/// `AGENDA_ITEM_STALE`, `MEETING_NOT_RUNNING`, `AGENDA_DEFERRED_TO`, `DECISION_ELSEWHERE`; what [`AgendaItem::settle`] refuses.
pub fn set_outcome(
    tx: &mut Tx<'_>,
    on: Permitted<AgendaItemView>,
    revision: i32,
    outcome: Settled,
) -> Outcome<AgendaItemView> {
    let meeting = meeting_of(tx, &on.item)?.meeting;
    let by = changing::holder(tx, Verb::MeetingHold, &meeting)?;
    changing::fresh(revision, on.revision, codes::AGENDA_ITEM_STALE)?;
    if !meeting.running_now() {
        return Err(changing::said(codes::MEETING_NOT_RUNNING));
    }
    let before = on.into_inner();
    let outcome = raised(tx, &meeting, &before.item, outcome, by)?;
    let item = before.item.clone().settle(outcome, Some(by))?;
    let Some(outcome) = item.outcome.clone() else { return Ok(before) };
    let deferred_to = check(tx, &meeting, &outcome)?;
    let kind = match outcome {
        AgendaOutcome::Deferred { .. } => events::AGENDA_ITEM_DEFERRED,
        AgendaOutcome::Escalated { .. } => events::AGENDA_ITEM_ESCALATED,
        _ => events::AGENDA_ITEM_SETTLED,
    };
    let detail = json!({ "group": meeting.group, "outcome": outcome });
    let settled = changing::keep_matter(tx, &before, item, (kind, Some(by.company), detail))?;
    if let Some(to) = deferred_to {
        carrying::put(tx, &settled, &to)?;
    }
    Ok(settled)
}

/// A matter that is escalated begins its way up, unless it has.
fn raised(tx: &mut Tx<'_>, meeting: &Meeting, item: &AgendaItem, outcome: Settled, by: By) -> Outcome<Settled> {
    let AgendaOutcome::Escalated { reason, escalation: None } = outcome else { return Ok(outcome) };
    let subject = item.escalates_as()?;
    let view = AgreementView::load(tx, meeting.agreement)?.ok_or(Denial::NotFound)?;
    let source = agenda::known_now(tx, &view, &[item])?.remove(&item.id).and_then(|found| found.matter.owner);
    let company = item.answered_by(source).unwrap_or(by.company);
    let facts =
        vec![Fact::new("meeting", meeting.slot.title.as_str()), Fact::new("section", item.matter.section.name())];
    let escalation = raising::raise_for_agenda(tx, &view, subject, (company, &item.matter.title), facts, by)?;
    Ok(AgendaOutcome::Escalated { reason, escalation: Some(escalation) })
}

/// Whether what an outcome names is there; the meeting to which it defers.
fn check(tx: &mut Tx<'_>, meeting: &Meeting, outcome: &AgendaOutcome) -> Outcome<Option<Meeting>> {
    match outcome {
        AgendaOutcome::Deferred { to } => {
            let code = codes::AGENDA_DEFERRED_TO;
            let to = store::meetings::load(tx, meeting.agreement, *to)?.map(|view| view.meeting);
            let to = to.filter(|to| to.takes_matters() && !to.running_now() && to.id != meeting.id);
            to.map(Some).ok_or_else(|| code.refuse_field("to", code.meaning).into())
        }
        AgendaOutcome::Decided { decision } => {
            let code = codes::DECISION_ELSEWHERE;
            let found = store::decisions::load(tx, meeting.agreement, *decision)?;
            let same = found.is_some_and(|view| view.decision.group == meeting.group);
            if same { Ok(None) } else { Err(code.refuse_field("decision", code.meaning).into()) }
        }
        _ => Ok(None),
    }
}

/// The agenda of a meeting that can still grow.
fn growing(tx: &mut Tx<'_>, meeting: &Meeting) -> Outcome<Vec<AgendaItemView>> {
    if !meeting.takes_matters() {
        return Err(changing::said(codes::AGENDA_CLOSED));
    }
    arranging::agenda(tx, meeting)
}

fn meeting_of(tx: &mut Tx<'_>, item: &AgendaItem) -> Outcome<MeetingView> {
    Ok(store::meetings::load(tx, item.agreement, item.meeting)?.ok_or(Denial::NotFound)?)
}
