//! SQL of boundaries and of what their drafts said.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend, on,
        tables::{
            boundaries::{self, dsl},
            boundary_drafts,
        },
    },
};
use concordat_domain::{
    boundaries::{Boundary, Content},
    kernel::{AgreementId, BoundaryId, CompanyId, Moment, ServiceId},
};
use diesel::prelude::*;
use serde_json::Value;

/// A boundary, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundaryView {
    /// The boundary.
    pub boundary: Boundary,
    /// When it was drawn first.
    pub created_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

/// Which boundaries of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoundaryFilter {
    /// For these services.
    pub services: Option<Vec<ServiceId>>,
    /// Of this company.
    pub company: Option<CompanyId>,
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
}

type Columns = (dsl::body, dsl::created_at, dsl::revision);
type Row = (Value, At, i32);
const COLUMNS: Columns = (dsl::body, dsl::created_at, dsl::revision);

fn view((body, created_at, revision): Row) -> Outcome<BoundaryView> {
    Ok(BoundaryView { boundary: read(body)?, created_at: created_at.into(), revision })
}

/// The boundary with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: BoundaryId) -> Outcome<Option<BoundaryView>> {
    let row = dsl::boundaries.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(view).transpose()
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[BoundaryId]) -> Outcome<Vec<BoundaryView>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids));
    let rows: Vec<Row> = dsl::boundaries.filter(of).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// All of an agreement, by code.
pub fn all(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<BoundaryView>> {
    let rows: Vec<Row> = dsl::boundaries
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .order(dsl::code)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Which there are and how often each has changed: as long as this is the same, so is everything they say.
pub fn revisions(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<(BoundaryId, i32)>> {
    let rows: Vec<(Key, i32)> = dsl::boundaries
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .order(dsl::id)
        .select((dsl::id, dsl::revision))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(id, revision)| (id.into(), revision)).collect())
}

type Found = boundaries::BoxedQuery<'static, MultiBackend>;

fn matching(agreement: AgreementId, filter: &BoundaryFilter) -> Found {
    let mut found = dsl::boundaries.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(services) = &filter.services {
        let services: Vec<Key> = services.iter().map(|id| Key::from(*id)).collect();
        found = found.filter(dsl::service_id.eq_any(services));
    }
    if let Some(company) = filter.company {
        found = found.filter(dsl::company_id.eq(Key::from(company)));
    }
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    found
}

/// A page, by code.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &BoundaryFilter,
    after: Option<&str>,
    limit: i64,
) -> Outcome<Vec<BoundaryView>> {
    let mut page = matching(agreement, filter);
    if let Some(after) = after {
        page = page.filter(dsl::code.gt(after.to_owned()));
    }
    let rows: Vec<Row> = page.order(dsl::code).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &BoundaryFilter) -> Outcome<i64> {
    Ok(matching(agreement, filter).count().get_result(tx.reading())?)
}

/// Adds a new one with its first draft.
pub fn insert(tx: &mut Tx<'_>, drawn: &BoundaryView) -> Outcome<()> {
    let Some(shown) = drawn.boundary.shown() else { return Ok(()) };
    let row = (
        dsl::agreement_id.eq(Key::from(drawn.boundary.agreement)),
        dsl::id.eq(Key::from(drawn.boundary.id)),
        dsl::code.eq(drawn.boundary.code.clone()),
        dsl::service_id.eq(Key::from(drawn.boundary.service)),
        dsl::company_id.eq(Key::from(drawn.boundary.company)),
        dsl::team_id.eq(Key::from(shown.content.team)),
        dsl::state.eq(drawn.boundary.state()),
        dsl::body.eq(body(&drawn.boundary)?),
        dsl::created_at.eq(At::from(drawn.created_at)),
        dsl::revision.eq(drawn.revision),
    );
    diesel::insert_into(dsl::boundaries).values(row).execute(tx.changing()?)?;
    keep_draft(tx, drawn)
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, changed: &BoundaryView, read: i32) -> Outcome<bool> {
    let Some(shown) = changed.boundary.shown() else { return Ok(false) };
    let (agreement, id) = (Key::from(changed.boundary.agreement), Key::from(changed.boundary.id));
    let now = (
        dsl::team_id.eq(Key::from(shown.content.team)),
        dsl::state.eq(changed.boundary.state()),
        dsl::body.eq(body(&changed.boundary)?),
        dsl::revision.eq(changed.revision),
    );
    let row = dsl::boundaries.filter(dsl::agreement_id.eq(agreement).and(dsl::id.eq(id)));
    let saved = diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)?;
    if saved == 1 {
        keep_draft(tx, changed)?;
    }
    Ok(saved == 1)
}

/// Keeps what an expert reads at this revision: the open version, or what was approved last, from which a draft begins.
fn keep_draft(tx: &mut Tx<'_>, drawn: &BoundaryView) -> Outcome<()> {
    let Some(shown) = drawn.boundary.shown() else { return Ok(()) };
    let row = (
        boundary_drafts::agreement_id.eq(Key::from(drawn.boundary.agreement)),
        boundary_drafts::boundary_id.eq(Key::from(drawn.boundary.id)),
        boundary_drafts::revision.eq(drawn.revision),
        boundary_drafts::body.eq(body(&shown.content)?),
    );
    let db = tx.changing()?;
    on!(db, |native| diesel::insert_into(boundary_drafts::table).values(row).execute(native))?;
    Ok(())
}

/// What an expert read at a revision.
pub fn draft_at(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    boundary: BoundaryId,
    revision: i32,
) -> Outcome<Option<Content>> {
    let key = (Key::from(agreement), Key::from(boundary), revision);
    let row = boundary_drafts::table.find(key).select(boundary_drafts::body).first::<Value>(tx.reading());
    row.optional()?.map(read).transpose()
}
