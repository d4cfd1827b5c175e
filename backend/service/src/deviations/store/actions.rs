//! SQL of corrective actions and of the companies that have a task in them.

use super::{
    Sight, body,
    deviations::{self, DeviationView},
    read,
};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend, on,
        tables::{action_companies, corrective_actions, corrective_actions::dsl, deviations::dsl as deviation},
    },
};
use concordat_domain::{
    deviations::Action,
    kernel::{ActionId, AgreementId, CompanyId, DeviationId, Moment},
};
use diesel::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

/// Which corrective actions of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionFilter {
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
    /// With a task of this company.
    pub company: Option<CompanyId>,
    /// In answer to this deviation.
    pub deviation: Option<DeviationId>,
}

/// An action as it is kept, without what an actor may see of it.
pub struct Stored {
    /// The action.
    pub action: Action,
    /// When it was drafted.
    pub created_at: Moment,
    /// How often it has changed.
    pub revision: i32,
}

type Columns = (dsl::body, dsl::created_at, dsl::revision);
type Row = (Value, At, i32);
const COLUMNS: Columns = (dsl::body, dsl::created_at, dsl::revision);

fn stored((body, created_at, revision): Row) -> Outcome<Stored> {
    Ok(Stored { action: read(body)?, created_at: created_at.into(), revision })
}

/// The action with that id, and the deviation that it answers.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: ActionId) -> Outcome<Option<(Stored, DeviationView)>> {
    let found = dsl::corrective_actions
        .inner_join(
            deviation::deviations
                .on(deviation::agreement_id.eq(dsl::agreement_id).and(deviation::id.eq(dsl::deviation_id))),
        )
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq(Key::from(id))))
        .select((COLUMNS, deviations::COLUMNS))
        .first::<(Row, deviations::Row)>(tx.reading())
        .optional()?;
    found.map(|(action, answered)| Ok((stored(action)?, deviations::view(answered)?))).transpose()
}

/// Those under way or waiting for their proof.
pub fn running(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Stored>> {
    let rows: Vec<Row> = dsl::corrective_actions
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::state.eq_any(["acting", "verifying"])))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// Those that answer these deviations, the oldest first.
pub fn answering(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[DeviationId]) -> Outcome<Vec<Stored>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = dsl::corrective_actions
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::deviation_id.eq_any(ids)))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[ActionId]) -> Outcome<Vec<Stored>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = dsl::corrective_actions
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids)))
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

type Found = corrective_actions::BoxedQuery<'static, MultiBackend>;

/// The rows that a filter asks for and an actor sees: their deviation, or a task of a company of theirs.
fn matching(agreement: AgreementId, sight: &Sight, mine: &[CompanyId], filter: &ActionFilter) -> Found {
    let agreement = Key::from(agreement);
    let keys = |companies: &[CompanyId]| companies.iter().map(|id| Key::from(*id)).collect::<Vec<_>>();
    let with_task = |companies: &[CompanyId]| {
        let tasks = action_companies::table.filter(action_companies::agreement_id.eq(agreement));
        tasks.filter(action_companies::company_id.eq_any(keys(companies))).select(action_companies::action_id)
    };
    let mut found = dsl::corrective_actions.filter(dsl::agreement_id.eq(agreement)).into_boxed();
    if let Sight::Own(own) = sight {
        let own: Vec<Option<Key>> = own.iter().map(|company| Some(Key::from(*company))).collect();
        let seen = deviation::deviations
            .filter(deviation::agreement_id.eq(agreement))
            .filter(deviation::disclosed.eq(true).or(deviation::company_id.eq_any(own)))
            .select(deviation::id);
        found = found.filter(dsl::deviation_id.eq_any(seen).or(dsl::id.eq_any(with_task(mine))));
    }
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    if let Some(company) = filter.company {
        found = found.filter(dsl::id.eq_any(with_task(&[company])));
    }
    if let Some(answered) = filter.deviation {
        found = found.filter(dsl::deviation_id.eq(Key::from(answered)));
    }
    found
}

/// A page, the latest drafted first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    (sight, mine): (&Sight, &[CompanyId]),
    filter: &ActionFilter,
    after: Option<ActionId>,
    limit: i64,
) -> Outcome<Vec<Stored>> {
    let mut page = matching(agreement, sight, mine, filter);
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    let rows: Vec<Row> = page.order(dsl::id.desc()).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// How many there are.
pub fn count(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    (sight, mine): (&Sight, &[CompanyId]),
    filter: &ActionFilter,
) -> Outcome<i64> {
    Ok(matching(agreement, sight, mine, filter).count().get_result(tx.reading())?)
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, action: &Action) -> Outcome<()> {
    let row = (
        dsl::agreement_id.eq(Key::from(action.agreement)),
        dsl::id.eq(Key::from(action.id)),
        dsl::deviation_id.eq(Key::from(action.deviation)),
        dsl::state.eq(action.state.name()),
        dsl::body.eq(body(action)?),
        dsl::created_at.eq(At(tx.now())),
        dsl::revision.eq(1),
    );
    diesel::insert_into(dsl::corrective_actions).values(row).execute(tx.changing()?)?;
    insert_companies(tx, action)
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, action: &Action, read: i32, due: Option<Moment>) -> Outcome<bool> {
    let (agreement, id) = (Key::from(action.agreement), Key::from(action.id));
    let row = dsl::corrective_actions.filter(dsl::agreement_id.eq(agreement).and(dsl::id.eq(id)));
    let due_at = dsl::due_at.eq(due.map(At::from));
    let now = (dsl::state.eq(action.state.name()), dsl::body.eq(body(action)?), dsl::revision.eq(read + 1), due_at);
    let saved = diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)?;
    Ok(saved == 1)
}

/// Those of which a task is overdue by now, the earliest first, so many at most.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<Stored>> {
    let rows: Vec<Row> = dsl::corrective_actions
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::due_at.le(Some(At(tx.now())))))
        .order((dsl::due_at, dsl::id))
        .limit(limit)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// Notes when the next task of one is overdue, where nothing else of it changes.
pub fn note_due(tx: &mut Tx<'_>, action: &Action, due: Option<Moment>) -> Outcome<()> {
    let row = dsl::corrective_actions.find((Key::from(action.agreement), Key::from(action.id)));
    diesel::update(row).set(dsl::due_at.eq(due.map(At::from))).execute(tx.noting()?)?;
    Ok(())
}

/// Keeps which companies have a task in a plan that has changed.
pub fn replace_companies(tx: &mut Tx<'_>, action: &Action) -> Outcome<()> {
    let (agreement, id) = (Key::from(action.agreement), Key::from(action.id));
    let known = action_companies::table
        .filter(action_companies::agreement_id.eq(agreement).and(action_companies::action_id.eq(id)));
    diesel::delete(known).execute(tx.changing()?)?;
    insert_companies(tx, action)
}

fn insert_companies(tx: &mut Tx<'_>, action: &Action) -> Outcome<()> {
    let companies: BTreeSet<CompanyId> = action.tasks.iter().map(|task| task.request.company).collect();
    let row = |company: CompanyId| {
        (
            action_companies::agreement_id.eq(Key::from(action.agreement)),
            action_companies::action_id.eq(Key::from(action.id)),
            action_companies::company_id.eq(Key::from(company)),
        )
    };
    let rows: Vec<_> = companies.into_iter().map(row).collect();
    if !rows.is_empty() {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(action_companies::table).values(&rows).execute(native))?;
    }
    Ok(())
}
