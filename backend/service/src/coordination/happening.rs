//! What the events of this noun happened to, as far as whoever follows them sees it.

use super::store::{
    self, agenda::AgendaItemView, decisions::DecisionView, items::ActionItemView, meetings::MeetingView,
};
use crate::kernel::{Outcome, Permitted, Tx};
use concordat_domain::{
    coordination::{
        AgendaItem, Matter, Sight,
        events::{AGENDA_ITEM_ADDED, AGENDA_ITEM_REMOVED},
    },
    kernel::{ActionItemId, AgendaItemId, AgreementId, CompanyId, DecisionId, Event, Kind, MeetingId},
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What is told of a matter that is put on an agenda or taken off it: once it is off, nobody can look it up any more.
#[derive(Serialize, Deserialize)]
struct Moved {
    meeting: MeetingId,
    matter: Matter,
    sight: Sight,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<AgendaItemId>,
}

/// Tells that a matter was put on an agenda or taken off it.
pub(super) fn tell(tx: &mut Tx<'_>, kind: Kind, item: &AgendaItem, company: Option<CompanyId>) -> Outcome<()> {
    let AgendaItem { meeting, matter, sight, from, .. } = item.clone();
    tx.record(kind, item.id, company, &Moved { meeting, matter, sight, from })
}

impl Moved {
    /// What an event tells of a matter that is off its agenda, as far as whoever follows it saw it there.
    fn seen(tx: &Tx<'_>, agreement: AgreementId, event: &Event) -> Option<Self> {
        let moved = [AGENDA_ITEM_ADDED, AGENDA_ITEM_REMOVED].contains(&event.kind);
        let told: Self = moved.then(|| serde_json::from_value(event.detail.clone()).ok()).flatten()?;
        told.sight.reaches(tx.actor(), agreement, &told.matter.subject).then_some(told)
    }
}

/// The numbers of those of some events that are of matters hidden from the actor.
///
/// # Errors
/// A fault of the database.
pub fn concealed(tx: &mut Tx<'_>, agreement: AgreementId, events: &[&Event]) -> Outcome<HashSet<i64>> {
    let there = matters(tx, agreement, events.iter().map(|event| event.subject))?;
    let is_told = |event: &Event| match there.get(&event.subject) {
        Some(view) => view.item.is_seen_by(tx.actor()),
        None => Moved::seen(tx, agreement, event).is_some(),
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
    /// Every matter that is on an agenda, and itself where the actor sees it.
    matters: HashMap<Uuid, Option<Permitted<AgendaItemView>>>,
    decisions: HashMap<Uuid, Permitted<DecisionView>>,
    items: HashMap<Uuid, Permitted<ActionItemView>>,
}

impl Known {
    fn load(tx: &mut Tx<'_>, agreement: AgreementId, events: &[Event]) -> Outcome<Self> {
        let of = |noun: &str| -> Vec<Uuid> {
            events.iter().filter(|event| event.kind.noun() == noun).map(|event| event.subject).collect()
        };
        let matters = matters(tx, agreement, of("agenda_item"))?.into_iter();
        let ids: Vec<DecisionId> = of("decision").into_iter().map(DecisionId).collect();
        let decisions = store::decisions::by_ids(tx, agreement, &ids)?;
        let ids: Vec<ActionItemId> = of("item").into_iter().map(ActionItemId).collect();
        let items = store::items::by_ids(tx, agreement, &ids)?;
        Ok(Self {
            matters: matters.map(|(id, view)| (id, seen(tx, view))).collect(),
            decisions: tx.permit_seen(decisions).into_iter().map(|view| (view.decision.id.0, view)).collect(),
            items: tx.permit_seen(items).into_iter().map(|view| (view.item.id.0, view)).collect(),
        })
    }

    /// An event with what it happened to, and in which meeting; nothing for what the actor does not see.
    fn tell(&self, tx: &Tx<'_>, agreement: AgreementId, event: Event) -> Option<(Option<MeetingId>, Happening)> {
        let id = event.subject;
        let bare = |event| Happening { event, meeting: None, matter: None, decision: None, item: None };
        Some(match event.kind.noun() {
            "agenda_item" => match self.matters.get(&id) {
                Some(matter) => {
                    let matter = matter.clone()?;
                    (Some(matter.item.meeting), Happening { matter: Some(matter), ..bare(event) })
                }
                None => (Some(Moved::seen(tx, agreement, &event)?.meeting), bare(event)),
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

/// Those of some matters that are on an agenda.
fn matters(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    subjects: impl IntoIterator<Item = Uuid>,
) -> Outcome<HashMap<Uuid, AgendaItemView>> {
    let ids: Vec<AgendaItemId> = subjects.into_iter().map(AgendaItemId).collect();
    Ok(store::agenda::by_ids(tx, agreement, &ids)?.into_iter().map(|view| (view.item.id.0, view)).collect())
}

/// A matter, where the actor sees it.
fn seen(tx: &Tx<'_>, view: AgendaItemView) -> Option<Permitted<AgendaItemView>> {
    view.item.is_seen_by(tx.actor()).then(|| tx.permit_seen([view]).pop()).flatten()
}
