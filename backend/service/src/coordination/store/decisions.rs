//! SQL of decisions.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend,
        tables::decisions::{self, dsl},
    },
};
use concordat_domain::{
    coordination::Decision,
    kernel::{AgreementId, DecisionId, GroupId, MeetingId, Moment},
};
use diesel::prelude::*;
use serde_json::Value;

/// A decision, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionView {
    /// The decision.
    pub decision: Decision,
    /// When it was proposed.
    pub created_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

/// Which decisions of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionFilter {
    /// Of this group.
    pub group: Option<GroupId>,
    /// Of this meeting.
    pub meeting: Option<MeetingId>,
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
}

type Columns = (dsl::body, dsl::created_at, dsl::revision);
type Row = (Value, At, i32);
const COLUMNS: Columns = (dsl::body, dsl::created_at, dsl::revision);

fn view((body, created_at, revision): Row) -> Outcome<DecisionView> {
    Ok(DecisionView { decision: read(body)?, created_at: created_at.into(), revision })
}

/// The decision with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: DecisionId) -> Outcome<Option<DecisionView>> {
    let row = dsl::decisions.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(view).transpose()
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[DecisionId]) -> Outcome<Vec<DecisionView>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids));
    let rows: Vec<Row> = dsl::decisions.filter(of).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Those that were put before some meetings, the oldest first.
pub fn of(tx: &mut Tx<'_>, agreement: AgreementId, meetings: &[MeetingId]) -> Outcome<Vec<DecisionView>> {
    let ids: Vec<Option<Key>> = meetings.iter().map(|id| Some(Key::from(*id))).collect();
    let rows: Vec<Row> = dsl::decisions
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::meeting_id.eq_any(ids)))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// All in a state, the oldest first.
pub fn in_state(tx: &mut Tx<'_>, agreement: AgreementId, state: &'static str) -> Outcome<Vec<DecisionView>> {
    let rows: Vec<Row> = dsl::decisions
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::state.eq(state)))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Those that are open, and those proposed since a moment, the oldest first.
pub fn since(tx: &mut Tx<'_>, agreement: AgreementId, from: Moment) -> Outcome<Vec<DecisionView>> {
    let rows: Vec<Row> = dsl::decisions
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .filter(dsl::created_at.ge(At(from)).or(dsl::state.eq("proposed")))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

type Found = decisions::BoxedQuery<'static, MultiBackend>;

fn matching(agreement: AgreementId, filter: &DecisionFilter) -> Found {
    let mut found = dsl::decisions.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(group) = filter.group {
        found = found.filter(dsl::group_id.eq(Key::from(group)));
    }
    if let Some(meeting) = filter.meeting {
        found = found.filter(dsl::meeting_id.eq(Some(Key::from(meeting))));
    }
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    found
}

/// A page, the latest proposed first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &DecisionFilter,
    after: Option<DecisionId>,
    limit: i64,
) -> Outcome<Vec<DecisionView>> {
    let mut page = matching(agreement, filter);
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    let rows: Vec<Row> = page.order(dsl::id.desc()).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &DecisionFilter) -> Outcome<i64> {
    Ok(matching(agreement, filter).count().get_result(tx.reading())?)
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, decision: &Decision) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(decision.agreement)),
        dsl::id.eq(Key::from(decision.id)),
        dsl::group_id.eq(Key::from(decision.group)),
        dsl::meeting_id.eq(decision.meeting.map(Key::from)),
        dsl::state.eq(decision.state.name()),
        dsl::body.eq(body(decision)?),
        dsl::created_at.eq(At(tx.now())),
        dsl::revision.eq(1),
    );
    diesel::insert_into(dsl::decisions).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, decision: &Decision, read: i32) -> Outcome<bool> {
    let row = dsl::decisions.find((Key::from(decision.agreement), Key::from(decision.id)));
    let now = (dsl::state.eq(decision.state.name()), dsl::body.eq(body(decision)?), dsl::revision.eq(read + 1));
    Ok(diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)? == 1)
}
