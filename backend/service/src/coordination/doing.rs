//! Action items: given to a company, reported as done, taken back.

use super::{
    changing,
    store::{self, agenda::AgendaItemView, decisions::DecisionView, items::ActionItemView, meetings::MeetingView},
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    coordination::{ActionItem, Errand, ItemState, codes, events},
    kernel::{ActionItemId, AgendaItemId, AgreementId, DecisionId, GroupId, MeetingId},
};
use serde_json::json;

/// What somebody is to be given to do.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// The group that gives it.
    pub group: GroupId,
    /// In which meeting.
    pub meeting: Option<MeetingId>,
    /// Because of which matter of an agenda.
    pub item: Option<AgendaItemId>,
    /// To carry out which decision.
    pub decision: Option<DecisionId>,
    /// What, by whom, until when.
    pub errand: Errand,
}

/// A steward or coordinator gives a company something to do.
///
/// # Errors
/// `MEETING_GROUP`; what [`Errand::checked`] refuses; not found for a meeting, matter or decision that is not there.
pub fn assign(tx: &mut Tx<'_>, agreement: AgreementId, given: Assignment) -> Outcome<ActionItemView> {
    let view = tx.permit::<AgreementView>(Verb::ItemAssign, agreement)?;
    let by = tx.speaking(Verb::ItemAssign, agreement, None)?;
    let group = changing::group(&view.terms, given.group)?.id;
    let mut meeting = given.meeting;
    if let Some(id) = given.item {
        let item = tx.permit::<AgendaItemView>(Verb::MeetingView, (agreement, id))?;
        meeting = meeting.or(Some(item.item.meeting));
    }
    if let Some(id) = meeting {
        tx.permit::<MeetingView>(Verb::MeetingView, (agreement, id))?;
    }
    if let Some(id) = given.decision {
        tx.permit::<DecisionView>(Verb::MeetingView, (agreement, id))?;
    }
    let errand = given.errand.checked(&view.terms, view.terms.zone.date_of(tx.now()))?;
    let item = ActionItem {
        id: ActionItemId(tx.id()),
        agreement,
        group,
        meeting,
        item: given.item,
        decision: given.decision,
        errand,
        assigned: by,
        state: ItemState::Open,
    };
    store::items::insert(tx, &item)?;
    changing::await_item(tx, &item)?;
    tx.record(events::ITEM_ASSIGNED, item.id, Some(by.company), &detail(&item))?;
    Ok(ActionItemView { item, created_at: tx.now(), revision: 1 })
}

/// What a reader of an event of an action item needs.
pub(super) fn detail(item: &ActionItem) -> serde_json::Value {
    json!({
        "group": item.group, "company": item.errand.company, "person": item.errand.person, "due_on": item.errand.due_on,
        "title": item.errand.title,
    })
}

/// Somebody of the company that owns it reports an action item as done, with evidence.
///
/// # Errors
/// `ITEM_STALE`; what [`ActionItem::complete`] refuses; forbidden for another company's.
pub fn complete(
    tx: &mut Tx<'_>,
    on: Permitted<ActionItemView>,
    revision: i32,
    evidence: &str,
) -> Outcome<ActionItemView> {
    let by = tx.speaking(Verb::ItemDo, on.item.agreement, Some(on.item.errand.company))?;
    changing::fresh(revision, on.revision, codes::ITEM_STALE)?;
    let before = on.into_inner();
    let item = before.item.clone().complete(evidence, by)?;
    let told = (events::ITEM_COMPLETED, Some(by.company), detail(&item));
    changing::keep_item(tx, &before, item, told)
}

/// A steward or coordinator takes an action item back, with a reason.
///
/// # Errors
/// `ITEM_STALE`; what [`ActionItem::drop_it`] refuses.
pub fn drop_item(
    tx: &mut Tx<'_>,
    on: Permitted<ActionItemView>,
    revision: i32,
    reason: &str,
) -> Outcome<ActionItemView> {
    let by = tx.speaking(Verb::ItemAssign, on.item.agreement, None)?;
    changing::fresh(revision, on.revision, codes::ITEM_STALE)?;
    let before = on.into_inner();
    let item = before.item.clone().drop_it(reason, by)?;
    let told = (events::ITEM_DROPPED, Some(by.company), detail(&item));
    changing::keep_item(tx, &before, item, told)
}
