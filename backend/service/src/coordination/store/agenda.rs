//! SQL of agendas: one row for each matter, since many add to an agenda at once.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        Key,
        tables::{agenda_items::dsl, meetings::dsl as meeting},
    },
};
use concordat_domain::{
    coordination::{AgendaItem, AgendaOutcome, Subject},
    kernel::{AgendaItemId, AgreementId, GroupId, MeetingId},
};
use diesel::prelude::*;
use serde_json::Value;

/// A matter on an agenda, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItemView {
    /// The matter.
    pub item: AgendaItem,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

type Row = (Value, i32);

fn view((body, revision): Row) -> Outcome<AgendaItemView> {
    Ok(AgendaItemView { item: read(body)?, revision })
}

/// In the order of the agenda.
fn ordered(rows: Vec<Row>) -> Outcome<Vec<AgendaItemView>> {
    let mut views: Vec<AgendaItemView> = rows.into_iter().map(view).collect::<Outcome<_>>()?;
    views.sort_by_key(|view| (view.item.meeting, view.item.order, view.item.id));
    Ok(views)
}

/// The matter with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: AgendaItemId) -> Outcome<Option<AgendaItemView>> {
    let row = dsl::agenda_items.find((Key::from(agreement), Key::from(id)));
    row.select((dsl::body, dsl::revision)).first::<Row>(tx.reading()).optional()?.map(view).transpose()
}

/// The agendas of some meetings, by meeting and in their order.
pub fn of(tx: &mut Tx<'_>, agreement: AgreementId, meetings: &[MeetingId]) -> Outcome<Vec<AgendaItemView>> {
    let ids: Vec<Key> = meetings.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = dsl::agenda_items
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::meeting_id.eq_any(ids)))
        .select((dsl::body, dsl::revision))
        .load(tx.reading())?;
    ordered(rows)
}

/// Some matters, in whatever order.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[AgendaItemId]) -> Outcome<Vec<AgendaItemView>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = dsl::agenda_items
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids)))
        .select((dsl::body, dsl::revision))
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Open matters of meetings of a group that did not take place.
pub fn left_behind(tx: &mut Tx<'_>, agreement: AgreementId, group: GroupId) -> Outcome<Vec<AgendaItemView>> {
    let over = meeting::meetings
        .filter(meeting::agreement_id.eq(Key::from(agreement)).and(meeting::group_id.eq(Key::from(group))))
        .filter(meeting::state.eq_any(["missed", "cancelled"]))
        .select(meeting::id);
    let rows: Vec<Row> = dsl::agenda_items
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::state.eq("open")))
        .filter(dsl::meeting_id.eq_any(over))
        .select((dsl::body, dsl::revision))
        .load(tx.reading())?;
    ordered(rows)
}

/// Whether an agenda has a matter about this already.
pub fn has(tx: &mut Tx<'_>, agreement: AgreementId, meeting: MeetingId, subject: &Subject) -> Outcome<bool> {
    let Some(key) = subject.key() else { return Ok(false) };
    let same = dsl::agenda_items
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::meeting_id.eq(Key::from(meeting))))
        .filter(dsl::subject.eq(key));
    Ok(same.count().get_result::<i64>(tx.reading())? > 0)
}

/// Adds a matter.
pub fn insert(tx: &mut Tx<'_>, item: &AgendaItem) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(item.agreement)),
        dsl::id.eq(Key::from(item.id)),
        dsl::meeting_id.eq(Key::from(item.meeting)),
        dsl::subject.eq(item.matter.subject.key()),
        dsl::state.eq(state(item)),
        dsl::body.eq(body(item)?),
        dsl::revision.eq(1),
    );
    diesel::insert_into(dsl::agenda_items).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, item: &AgendaItem, read: i32) -> Outcome<bool> {
    let row = dsl::agenda_items.find((Key::from(item.agreement), Key::from(item.id))).filter(dsl::revision.eq(read));
    let now = (dsl::state.eq(state(item)), dsl::body.eq(body(item)?), dsl::revision.eq(read + 1));
    Ok(diesel::update(row).set(now).execute(tx.changing()?)? == 1)
}

/// Takes a matter off its agenda; `false` when somebody else changed it since that revision was read.
pub fn remove(tx: &mut Tx<'_>, item: &AgendaItem, read: i32) -> Outcome<bool> {
    let row = dsl::agenda_items.find((Key::from(item.agreement), Key::from(item.id))).filter(dsl::revision.eq(read));
    Ok(diesel::delete(row).execute(tx.changing()?)? == 1)
}

fn state(item: &AgendaItem) -> &'static str {
    item.outcome.as_ref().map_or("open", AgendaOutcome::name)
}
