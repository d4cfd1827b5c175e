//! SQL of single escalations: found, added, changed, and those whose deadline has passed.

use super::{Stored, body};
use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, on,
        tables::{
            escalation_holders,
            escalations::{self, dsl},
        },
    },
};
use concordat_domain::{
    escalations::Escalation,
    kernel::{AgreementId, CaseId, CompanyId, EscalationId, PersonId},
};
use diesel::{prelude::*, upsert::excluded};
use serde_json::Value;

/// Which escalations of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EscalationFilter {
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
    /// Begun by one of these triggers, by name.
    pub triggers: Option<Vec<&'static str>>,
    /// That this company is to answer.
    pub company: Option<CompanyId>,
    /// About this case.
    pub case: Option<CaseId>,
    /// At this level or above, counted from 1.
    pub level: Option<i32>,
    /// That came to this person.
    pub holder: Option<PersonId>,
}

pub(super) type Columns = (dsl::body, dsl::raised_at, dsl::revision);
pub(super) type Row = (Value, At, i32);
pub(super) const COLUMNS: Columns = (dsl::body, dsl::raised_at, dsl::revision);

pub(super) fn stored((body, raised_at, revision): Row) -> Outcome<Stored> {
    let escalation = serde_json::from_value(body).map_err(No::broken)?;
    Ok(Stored { escalation, raised_at: raised_at.into(), revision })
}

/// The escalation with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: EscalationId) -> Outcome<Option<Stored>> {
    let row = dsl::escalations.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(stored).transpose()
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[EscalationId]) -> Outcome<Vec<Stored>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids));
    let rows: Vec<Row> = dsl::escalations.filter(of).order(dsl::id).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// Whether the same matter has been raised and is not over.
pub fn is_raised(tx: &mut Tx<'_>, agreement: AgreementId, key: &str) -> Outcome<bool> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::subject_key.eq(key)).and(dsl::due_at.is_not_null());
    let found: Option<Key> = dsl::escalations.filter(of).select(dsl::id).first(tx.reading()).optional()?;
    Ok(found.is_some())
}

/// Those whose deadline has passed, in order of their deadlines, so many at most.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<Stored>> {
    let passed = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::due_at.le(Some(At(tx.now()))));
    let rows: Vec<Row> = dsl::escalations
        .filter(passed)
        .order((dsl::due_at, dsl::id))
        .limit(limit)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// Every one that is not over, so many after one, in order of id.
pub fn open(tx: &mut Tx<'_>, agreement: AgreementId, after: Option<EscalationId>, limit: i64) -> Outcome<Vec<Stored>> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::state.ne_all(["closed", "withdrawn"]));
    let mut found = dsl::escalations.filter(of).into_boxed();
    if let Some(after) = after {
        found = found.filter(dsl::id.gt(Key::from(after)));
    }
    let rows: Vec<Row> = found.order(dsl::id).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

#[derive(Insertable)]
#[diesel(table_name = escalations, treat_none_as_default_value = false)]
struct NewRow {
    agreement_id: Key,
    id: Key,
    subject_key: String,
    case_id: Option<Key>,
    action_id: Option<Key>,
    company_id: Key,
    raiser_id: Option<Key>,
    customer_id: Option<Key>,
    path: String,
    began: &'static str,
    state: &'static str,
    level: i32,
    due_at: Option<At>,
    body: Value,
    raised_at: At,
    revision: i32,
}

fn new_row(Stored { escalation, raised_at, revision }: &Stored) -> Outcome<NewRow> {
    let Escalation { id, agreement, path, matter, raised, state, .. } = escalation;
    Ok(NewRow {
        agreement_id: Key::from(*agreement),
        id: Key::from(*id),
        subject_key: escalation.key(),
        case_id: matter.subject.case().map(Key::from),
        action_id: matter.subject.action().map(Key::from),
        company_id: Key::from(matter.company),
        raiser_id: raised.map(|by| Key::from(by.company)),
        customer_id: matter.customer.map(Key::from),
        path: path.code.clone(),
        began: concordat_domain::escalations::trigger_name(&matter.trigger),
        state: state.name(),
        level: level(escalation),
        due_at: escalation.deadline().map(At::from),
        body: body(escalation)?,
        raised_at: (*raised_at).into(),
        revision: *revision,
    })
}

/// The level at which it stands, counted from 1.
fn level(escalation: &Escalation) -> i32 {
    i32::try_from(escalation.level()).unwrap_or(i32::MAX - 1) + 1
}

/// Adds a new one, with those to whom it came.
pub fn insert(tx: &mut Tx<'_>, new: &Stored) -> Outcome<()> {
    diesel::insert_into(dsl::escalations).values(new_row(new)?).execute(tx.changing()?)?;
    reach(tx, std::slice::from_ref(new))
}

/// Keeps what became of some, with those to whom they came, with as many statements for many as for one. For whoever has
/// read them behind the lock of the agreement's head.
pub fn put(tx: &mut Tx<'_>, all: &[Stored]) -> Outcome<()> {
    let rows = all.iter().map(new_row).collect::<Outcome<Vec<_>>>()?;
    for some in rows.chunks(500) {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::escalations)
            .values(some)
            .on_conflict((dsl::agreement_id, dsl::id))
            .do_update()
            .set((
                dsl::state.eq(excluded(dsl::state)),
                dsl::level.eq(excluded(dsl::level)),
                dsl::due_at.eq(excluded(dsl::due_at)),
                dsl::body.eq(excluded(dsl::body)),
                dsl::revision.eq(excluded(dsl::revision)),
            ))
            .execute(native))?;
    }
    reach(tx, all)
}

/// Adds those to whom they came at the level at which they stand.
fn reach(tx: &mut Tx<'_>, all: &[Stored]) -> Outcome<()> {
    let of = |stored: &Stored| {
        let (agreement, id) = (stored.escalation.agreement, stored.escalation.id);
        let holders = stored.escalation.standing().map(|climb| climb.holders.clone()).unwrap_or_default();
        holders.into_iter().map(move |person| (Key::from(agreement), Key::from(person), Key::from(id)))
    };
    let row = |(agreement, person, id)| {
        (
            escalation_holders::agreement_id.eq(agreement),
            escalation_holders::person_id.eq(person),
            escalation_holders::escalation_id.eq(id),
        )
    };
    let rows: Vec<_> = all.iter().flat_map(of).map(row).collect();
    for some in rows.chunks(1_000) {
        let some = some.to_vec();
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(escalation_holders::table)
            .values(&some)
            .on_conflict_do_nothing()
            .execute(native))?;
    }
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since the revision before was read.
pub fn save(tx: &mut Tx<'_>, changed: &Stored) -> Outcome<bool> {
    let Escalation { id, agreement, state, .. } = &changed.escalation;
    let now = (
        dsl::state.eq(state.name()),
        dsl::level.eq(level(&changed.escalation)),
        dsl::due_at.eq(changed.escalation.deadline().map(At::from)),
        dsl::body.eq(body(&changed.escalation)?),
        dsl::revision.eq(changed.revision),
    );
    let row = dsl::escalations.find((Key::from(*agreement), Key::from(*id)));
    let saved = diesel::update(row.filter(dsl::revision.eq(changed.revision - 1))).set(now).execute(tx.changing()?)?;
    if saved == 1 {
        reach(tx, std::slice::from_ref(changed))?;
    }
    Ok(saved == 1)
}
