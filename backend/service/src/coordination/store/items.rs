//! SQL of action items.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend,
        tables::action_items::{self, dsl},
    },
};
use chrono::NaiveDate;
use concordat_domain::{
    coordination::ActionItem,
    kernel::{ActionItemId, AgreementId, CompanyId, MeetingId, Moment, PersonId},
};
use diesel::prelude::*;
use serde_json::Value;

/// An action item, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItemView {
    /// The action item.
    pub item: ActionItem,
    /// When it was given.
    pub created_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

/// Which action items of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionItemFilter {
    /// Of this company.
    pub company: Option<CompanyId>,
    /// Of this person.
    pub person: Option<PersonId>,
    /// Of this meeting.
    pub meeting: Option<MeetingId>,
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
    /// Due before that day.
    pub due_before: Option<NaiveDate>,
}

type Columns = (dsl::body, dsl::created_at, dsl::revision);
type Row = (Value, At, i32);
const COLUMNS: Columns = (dsl::body, dsl::created_at, dsl::revision);

fn view((body, created_at, revision): Row) -> Outcome<ActionItemView> {
    Ok(ActionItemView { item: read(body)?, created_at: created_at.into(), revision })
}

/// The action item with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: ActionItemId) -> Outcome<Option<ActionItemView>> {
    let row = dsl::action_items.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(view).transpose()
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[ActionItemId]) -> Outcome<Vec<ActionItemView>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids));
    let rows: Vec<Row> = dsl::action_items.filter(of).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Those due on the days from one up to another, by day.
pub fn due_between(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    (from, until): (NaiveDate, NaiveDate),
) -> Outcome<Vec<ActionItemView>> {
    let rows: Vec<Row> = dsl::action_items
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .filter(dsl::due_on.ge(from).and(dsl::due_on.lt(until)))
        .order((dsl::due_on, dsl::id))
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Those that are open and due before a day, by day.
pub fn open_by(tx: &mut Tx<'_>, agreement: AgreementId, until: NaiveDate) -> Outcome<Vec<ActionItemView>> {
    let rows: Vec<Row> = dsl::action_items
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::state.eq("open")))
        .filter(dsl::due_on.lt(until))
        .order((dsl::due_on, dsl::id))
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

type Found = action_items::BoxedQuery<'static, MultiBackend>;

/// The rows that a filter asks for; of these companies only, where not all are seen.
fn matching(agreement: AgreementId, seen: Option<&[CompanyId]>, filter: &ActionItemFilter) -> Found {
    let mut found = dsl::action_items.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(own) = seen {
        let own: Vec<Key> = own.iter().map(|id| Key::from(*id)).collect();
        found = found.filter(dsl::company_id.eq_any(own));
    }
    if let Some(company) = filter.company {
        found = found.filter(dsl::company_id.eq(Key::from(company)));
    }
    if let Some(person) = filter.person {
        found = found.filter(dsl::person_id.eq(Some(Key::from(person))));
    }
    if let Some(meeting) = filter.meeting {
        found = found.filter(dsl::meeting_id.eq(Some(Key::from(meeting))));
    }
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    if let Some(day) = filter.due_before {
        found = found.filter(dsl::due_on.lt(day));
    }
    found
}

/// A page, the earliest due first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    seen: Option<&[CompanyId]>,
    filter: &ActionItemFilter,
    after: Option<(NaiveDate, ActionItemId)>,
    limit: i64,
) -> Outcome<Vec<ActionItemView>> {
    let mut page = matching(agreement, seen, filter);
    if let Some((day, id)) = after {
        page = page.filter(dsl::due_on.gt(day).or(dsl::due_on.eq(day).and(dsl::id.gt(Key::from(id)))));
    }
    let rows: Vec<Row> = page.order((dsl::due_on, dsl::id)).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// How many there are.
pub fn count(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    seen: Option<&[CompanyId]>,
    filter: &ActionItemFilter,
) -> Outcome<i64> {
    Ok(matching(agreement, seen, filter).count().get_result(tx.reading())?)
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, item: &ActionItem) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(item.agreement)),
        dsl::id.eq(Key::from(item.id)),
        dsl::meeting_id.eq(item.meeting.map(Key::from)),
        dsl::company_id.eq(Key::from(item.errand.company)),
        dsl::person_id.eq(item.errand.person.map(Key::from)),
        dsl::state.eq(item.state.name()),
        dsl::due_on.eq(item.errand.due_on),
        dsl::body.eq(body(item)?),
        dsl::created_at.eq(At(tx.now())),
        dsl::revision.eq(1),
    );
    diesel::insert_into(dsl::action_items).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, item: &ActionItem, read: i32) -> Outcome<bool> {
    let row = dsl::action_items.find((Key::from(item.agreement), Key::from(item.id)));
    let now = (dsl::state.eq(item.state.name()), dsl::body.eq(body(item)?), dsl::revision.eq(read + 1));
    Ok(diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)? == 1)
}
