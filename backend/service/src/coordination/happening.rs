//! What the events of this noun happened to, as far as whoever follows them sees it.

use super::{
    agenda,
    store::{self, agenda::AgendaItemView, decisions::DecisionView, items::ActionItemView, meetings::MeetingView},
};
use crate::kernel::{Outcome, Permitted, Tx};
use concordat_domain::{
    coordination::{Matter, Sight, events::AGENDA_ITEM_REMOVED},
    kernel::{ActionItemId, AgendaItemId, AgreementId, DecisionId, Event, MeetingId},
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What is told of a matter that was taken off its agenda: nobody can look it up any more.
#[derive(Serialize, Deserialize)]
pub(super) struct Removed {
    pub(super) meeting: MeetingId,
    pub(super) matter: Matter,
    pub(super) sight: Sight,
}

impl Removed {
    /// Of what an event tells, where it is of such a matter.
    fn of(event: &Event) -> Option<Self> {
        let removed = event.kind == AGENDA_ITEM_REMOVED;
        removed.then(|| serde_json::from_value(event.detail.clone()).ok()).flatten()
    }

    fn is_seen(&self, tx: &Tx<'_>, agreement: AgreementId) -> bool {
        agenda::sees(tx, agreement, &self.matter, &self.sight)
    }
}

/// The numbers of those of some events that are of matters hidden from the actor.
///
/// # Errors
/// A fault of the database.
pub fn concealed(tx: &mut Tx<'_>, agreement: AgreementId, events: &[&Event]) -> Outcome<HashSet<i64>> {
    let found = matters_seen(tx, agreement, events.iter().map(|event| event.subject).collect())?;
    let there: HashSet<AgendaItemId> = found.into_iter().map(|view| view.item.id).collect();
    let is_told = |event: &Event| match Removed::of(event) {
        Some(removed) => removed.is_seen(tx, agreement),
        None => there.contains(&AgendaItemId(event.subject)),
    };
    Ok(events.iter().filter(|event| !is_told(event)).map(|event| event.number).collect())
}

/// An event with what it happened to, as that is now.
#[derive(Debug)]
pub struct Happening {
    /// The event.
    pub event: Event,
    /// The meeting, or the one in which it happened.
    pub meeting: Option<Permitted<MeetingView>>,
    /// The matter of an agenda; none once it was taken off.
    pub matter: Option<Permitted<AgendaItemView>>,
    /// The decision.
    pub decision: Option<Permitted<DecisionView>>,
    /// The action item.
    pub item: Option<Permitted<ActionItemView>>,
}

/// What some events of this noun happened to, without those of what the actor does not see; of one meeting, where it is named.
/// The number of statements does not depend on how many they are.
///
/// # Errors
/// A fault of the database.
pub fn happenings(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    events: Vec<Event>,
    only: Option<MeetingId>,
) -> Outcome<Vec<Happening>> {
    let known = Known::load(tx, agreement, &events)?;
    let mut told: Vec<(Option<MeetingId>, Happening)> =
        events.into_iter().filter_map(|event| known.tell(tx, agreement, event)).collect();
    told.retain(|(meeting, _)| only.is_none_or(|only| *meeting == Some(only)));
    let ids: Vec<MeetingId> = told.iter().filter_map(|(meeting, _)| *meeting).collect();
    let found = store::meetings::by_ids(tx, agreement, &ids)?;
    let meetings: HashMap<_, _> = tx.permit_seen(found).into_iter().map(|view| (view.meeting.id, view)).collect();
    let with_meeting = |(id, happening): (Option<MeetingId>, _)| Happening {
        meeting: id.and_then(|id| meetings.get(&id).cloned()),
        ..happening
    };
    Ok(told.into_iter().map(with_meeting).collect())
}

/// What some events happened to, as far as the actor sees it.
struct Known {
    matters: HashMap<Uuid, Permitted<AgendaItemView>>,
    decisions: HashMap<Uuid, Permitted<DecisionView>>,
    items: HashMap<Uuid, Permitted<ActionItemView>>,
}

impl Known {
    fn load(tx: &mut Tx<'_>, agreement: AgreementId, events: &[Event]) -> Outcome<Self> {
        let of = |noun: &str| -> Vec<Uuid> {
            events.iter().filter(|event| event.kind.noun() == noun).map(|event| event.subject).collect()
        };
        let matters = matters_seen(tx, agreement, of("agenda_item"))?;
        let ids: Vec<DecisionId> = of("decision").into_iter().map(DecisionId).collect();
        let decisions = store::decisions::by_ids(tx, agreement, &ids)?;
        let ids: Vec<ActionItemId> = of("item").into_iter().map(ActionItemId).collect();
        let items = store::items::by_ids(tx, agreement, &ids)?;
        Ok(Self {
            matters: tx.permit_seen(matters).into_iter().map(|view| (view.item.id.0, view)).collect(),
            decisions: tx.permit_seen(decisions).into_iter().map(|view| (view.decision.id.0, view)).collect(),
            items: tx.permit_seen(items).into_iter().map(|view| (view.item.id.0, view)).collect(),
        })
    }

    /// An event with what it happened to, and in which meeting; nothing for what the actor does not see.
    fn tell(&self, tx: &Tx<'_>, agreement: AgreementId, event: Event) -> Option<(Option<MeetingId>, Happening)> {
        let id = event.subject;
        let bare = |event| Happening { event, meeting: None, matter: None, decision: None, item: None };
        Some(match event.kind.noun() {
            "agenda_item" => match Removed::of(&event) {
                Some(removed) if removed.is_seen(tx, agreement) => (Some(removed.meeting), bare(event)),
                Some(_) => return None,
                None => {
                    let matter = self.matters.get(&id)?.clone();
                    (Some(matter.item.meeting), Happening { matter: Some(matter), ..bare(event) })
                }
            },
            "decision" => {
                let decision = self.decisions.get(&id)?.clone();
                (decision.decision.meeting, Happening { decision: Some(decision), ..bare(event) })
            }
            "item" => {
                let item = self.items.get(&id)?.clone();
                (item.item.meeting, Happening { item: Some(item), ..bare(event) })
            }
            _ => (Some(MeetingId(id)), bare(event)),
        })
    }
}

/// Those of some matters that the actor sees.
fn matters_seen(tx: &mut Tx<'_>, agreement: AgreementId, subjects: Vec<Uuid>) -> Outcome<Vec<AgendaItemView>> {
    let ids: Vec<AgendaItemId> = subjects.into_iter().map(AgendaItemId).collect();
    let mut found = store::agenda::by_ids(tx, agreement, &ids)?;
    found.retain(|view| agenda::sees(tx, agreement, &view.item.matter, &view.item.sight));
    Ok(found)
}
