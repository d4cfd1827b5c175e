//! SQL of deviations.

use super::{Sight, body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend, on,
        tables::deviations::{self, dsl},
    },
};
use concordat_domain::{
    deviations::{Deviation, DeviationKind},
    kernel::{AgreementId, CompanyId, DeviationId, KpiId, Moment, Period},
};
use diesel::prelude::*;
use serde_json::Value;

/// A deviation, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviationView {
    /// The deviation.
    pub deviation: Deviation,
    /// Whether every party may see its figure.
    pub disclosed: bool,
    /// When it was raised.
    pub raised_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

/// Which deviations of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviationFilter {
    /// In one of these states, by name.
    pub states: Option<Vec<&'static str>>,
    /// Of one of these kinds.
    pub kinds: Option<Vec<DeviationKind>>,
    /// Of this KPI.
    pub kpi: Option<KpiId>,
    /// Of this company's figures.
    pub company: Option<CompanyId>,
    /// Of this period.
    pub period: Option<Period>,
}

pub(super) type Columns = (dsl::disclosed, dsl::body, dsl::raised_at, dsl::revision);
pub(super) type Row = (bool, Value, At, i32);

pub(super) const COLUMNS: Columns = (dsl::disclosed, dsl::body, dsl::raised_at, dsl::revision);

pub(super) fn view((disclosed, body, raised_at, revision): Row) -> Outcome<DeviationView> {
    Ok(DeviationView { deviation: read(body)?, disclosed, raised_at: raised_at.into(), revision })
}

/// The deviation with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: DeviationId) -> Outcome<Option<DeviationView>> {
    let row = dsl::deviations.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(view).transpose()
}

/// What an assessment of a period looks at: its deviations, those that are not closed, and those of running actions.
pub fn before(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    period: Period,
    acted_on: &[DeviationId],
) -> Outcome<Vec<DeviationView>> {
    let acted_on: Vec<Key> = acted_on.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = dsl::deviations
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .filter(dsl::period.eq(period.to_string()).or(dsl::state.ne("closed")).or(dsl::id.eq_any(acted_on)))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

type Found = deviations::BoxedQuery<'static, MultiBackend>;

/// The rows that a filter asks for and an actor sees.
fn matching(agreement: AgreementId, sight: &Sight, filter: &DeviationFilter) -> Found {
    let mut found = dsl::deviations.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Sight::Own(own) = sight {
        let own: Vec<Option<Key>> = own.iter().map(|company| Some(Key::from(*company))).collect();
        found = found.filter(dsl::disclosed.eq(true).or(dsl::company_id.eq_any(own)));
    }
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    if let Some(kinds) = &filter.kinds {
        found = found.filter(dsl::kind.eq_any(kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>()));
    }
    if let Some(kpi) = filter.kpi {
        found = found.filter(dsl::kpi_id.eq(Key::from(kpi)));
    }
    if let Some(company) = filter.company {
        found = found.filter(dsl::company_id.eq(Some(Key::from(company))));
    }
    if let Some(period) = filter.period {
        found = found.filter(dsl::period.eq(period.to_string()));
    }
    found
}

/// A page, the latest raised first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    sight: &Sight,
    filter: &DeviationFilter,
    after: Option<DeviationId>,
    limit: i64,
) -> Outcome<Vec<DeviationView>> {
    let mut page = matching(agreement, sight, filter);
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    let rows: Vec<Row> = page.order(dsl::id.desc()).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, sight: &Sight, filter: &DeviationFilter) -> Outcome<i64> {
    Ok(matching(agreement, sight, filter).count().get_result(tx.reading())?)
}

/// Those of these ids that an actor sees.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[DeviationId]) -> Outcome<Vec<DeviationView>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<Row> = dsl::deviations
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids)))
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Adds new ones.
pub fn insert(tx: &mut Tx<'_>, raised: &[DeviationView]) -> Outcome<()> {
    let rows = raised.iter().map(new_row).collect::<Outcome<Vec<_>>>()?;
    for some in rows.chunks(500) {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::deviations).values(some).execute(native))?;
    }
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = deviations, treat_none_as_default_value = false)]
struct NewRow {
    agreement_id: Key,
    id: Key,
    kpi_id: Key,
    company_id: Option<Key>,
    service_id: Option<Key>,
    period: String,
    scope_key: String,
    kind: &'static str,
    state: &'static str,
    disclosed: bool,
    body: Value,
    raised_at: At,
    revision: i32,
}

fn new_row(raised: &DeviationView) -> Outcome<NewRow> {
    let Deviation { agreement, id, kpi, scope, period, kind, state, .. } = &raised.deviation;
    let part = |id: Option<uuid::Uuid>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
    let (company, service) = (part(scope.company.map(Into::into)), part(scope.service.map(Into::into)));
    Ok(NewRow {
        agreement_id: Key::from(*agreement),
        id: Key::from(*id),
        kpi_id: Key::from(*kpi),
        company_id: scope.company.map(Key::from),
        service_id: scope.service.map(Key::from),
        period: period.to_string(),
        scope_key: format!("{kpi} {company} {service} {period}"),
        kind: kind.name(),
        state: state.name(),
        disclosed: raised.disclosed,
        body: body(&raised.deviation)?,
        raised_at: raised.raised_at.into(),
        revision: raised.revision,
    })
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, changed: &DeviationView, read: i32) -> Outcome<bool> {
    let Deviation { agreement, id, kind, state, .. } = &changed.deviation;
    let now = (
        dsl::kind.eq(kind.name()),
        dsl::state.eq(state.name()),
        dsl::disclosed.eq(changed.disclosed),
        dsl::body.eq(body(&changed.deviation)?),
        dsl::revision.eq(changed.revision),
    );
    let row = dsl::deviations.filter(dsl::agreement_id.eq(Key::from(*agreement)).and(dsl::id.eq(Key::from(*id))));
    let saved = diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)?;
    Ok(saved == 1)
}
