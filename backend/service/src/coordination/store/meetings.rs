//! SQL of meetings.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend,
        tables::meetings::{self, dsl},
    },
};
use chrono::NaiveDateTime;
use concordat_domain::{
    coordination::Meeting,
    kernel::{AgreementId, GroupId, MeetingId, Moment},
};
use diesel::prelude::*;
use serde_json::Value;

/// A meeting, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Meeting,
    /// When it was planned or called.
    pub created_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

/// Which meetings of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingFilter {
    /// Of this group.
    pub group: Option<GroupId>,
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
    /// That begin then or later.
    pub from: Option<Moment>,
    /// That begin before.
    pub until: Option<Moment>,
}

/// Which end of a list comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeetingOrder {
    /// Whatever begins last.
    #[default]
    LatestFirst,
    /// Whatever begins first.
    EarliestFirst,
}

type Columns = (dsl::body, dsl::created_at, dsl::revision);
type Row = (Value, At, i32);
const COLUMNS: Columns = (dsl::body, dsl::created_at, dsl::revision);

fn view((body, created_at, revision): Row) -> Outcome<MeetingView> {
    Ok(MeetingView { meeting: read(body)?, created_at: created_at.into(), revision })
}

/// How an occurrence is kept: it sorts as it comes.
fn written(occurrence: NaiveDateTime) -> String {
    occurrence.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The meeting with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: MeetingId) -> Outcome<Option<MeetingView>> {
    let row = dsl::meetings.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(view).transpose()
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[MeetingId]) -> Outcome<Vec<MeetingView>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids));
    let rows: Vec<Row> = dsl::meetings.filter(of).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// The meetings of all cadences that are planned, or whose occurrence is not before a local time.
pub fn of_cadences(tx: &mut Tx<'_>, agreement: AgreementId, since: NaiveDateTime) -> Outcome<Vec<MeetingView>> {
    let rows: Vec<Row> = dsl::meetings
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::cadence.is_not_null()))
        .filter(dsl::state.eq("planned").or(dsl::occurrence.ge(written(since)).assume_not_null()))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

type Found = meetings::BoxedQuery<'static, MultiBackend>;

fn matching(agreement: AgreementId, filter: &MeetingFilter) -> Found {
    let mut found = dsl::meetings.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(group) = filter.group {
        found = found.filter(dsl::group_id.eq(Key::from(group)));
    }
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    if let Some(from) = filter.from {
        found = found.filter(dsl::starts_at.ge(At(from)));
    }
    if let Some(until) = filter.until {
        found = found.filter(dsl::starts_at.lt(At(until)));
    }
    found
}

/// A page, in one of the two orders of their beginnings.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &MeetingFilter,
    order: MeetingOrder,
    after: Option<(Moment, MeetingId)>,
    limit: i64,
) -> Outcome<Vec<MeetingView>> {
    let mut page = matching(agreement, filter);
    let after = after.map(|(at, id)| (At(at), Key::from(id)));
    let rows: Vec<Row> = match order {
        MeetingOrder::LatestFirst => {
            if let Some((at, id)) = after {
                page = page.filter(dsl::starts_at.lt(at).or(dsl::starts_at.eq(at).and(dsl::id.lt(id))));
            }
            page.order((dsl::starts_at.desc(), dsl::id.desc())).limit(limit).select(COLUMNS).load(tx.reading())?
        }
        MeetingOrder::EarliestFirst => {
            if let Some((at, id)) = after {
                page = page.filter(dsl::starts_at.gt(at).or(dsl::starts_at.eq(at).and(dsl::id.gt(id))));
            }
            page.order((dsl::starts_at, dsl::id)).limit(limit).select(COLUMNS).load(tx.reading())?
        }
    };
    rows.into_iter().map(view).collect()
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &MeetingFilter) -> Outcome<i64> {
    Ok(matching(agreement, filter).count().get_result(tx.reading())?)
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, meeting: &Meeting) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(meeting.agreement)),
        dsl::id.eq(Key::from(meeting.id)),
        dsl::group_id.eq(Key::from(meeting.group)),
        dsl::cadence.eq(meeting.cadence.clone()),
        dsl::occurrence.eq(meeting.occurrence.map(written)),
        dsl::state.eq(meeting.state.name()),
        dsl::starts_at.eq(At(meeting.slot.starts)),
        dsl::ends_at.eq(At(meeting.slot.ends)),
        dsl::body.eq(body(meeting)?),
        dsl::created_at.eq(At(tx.now())),
        dsl::revision.eq(1),
    );
    diesel::insert_into(dsl::meetings).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, meeting: &Meeting, read: i32) -> Outcome<bool> {
    let now = (
        dsl::state.eq(meeting.state.name()),
        dsl::starts_at.eq(At(meeting.slot.starts)),
        dsl::ends_at.eq(At(meeting.slot.ends)),
        dsl::body.eq(body(meeting)?),
        dsl::revision.eq(read + 1),
    );
    let row = dsl::meetings.find((Key::from(meeting.agreement), Key::from(meeting.id)));
    Ok(diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)? == 1)
}
