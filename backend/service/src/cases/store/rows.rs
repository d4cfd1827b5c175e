//! SQL of cases: one row each with what is derived from the log for finding and counting.

use super::Sight;
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, MultiBackend, on,
        tables::{
            case_companies,
            cases::{self, dsl},
        },
    },
};
use concordat_domain::{
    agreements::{CaseKind, Phase},
    kernel::{AgreementId, CaseId, CompanyId, Moment, ServiceId, TeamId},
};
use diesel::{prelude::*, upsert::excluded};

/// Rows to a statement: thirty values each.
const ROWS: usize = 500;

/// The row of a case.
#[derive(Clone, Debug, PartialEq, Eq, Insertable, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = cases, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub agreement_id: Key,
    pub id: Key,
    pub source: String,
    pub reference: String,
    pub kind: String,
    pub phase: String,
    pub priority: String,
    pub package: Option<String>,
    pub service_id: Key,
    pub customer_id: Option<Key>,
    pub team_id: Option<Key>,
    pub company_id: Option<Key>,
    pub offered_team_id: Option<Key>,
    pub opened_at: At,
    pub due_at: At,
    pub resolved_at: Option<At>,
    pub last_at: At,
    pub hand_overs: i32,
    pub bounces: i32,
    pub team_hand_overs: i32,
    pub team_bounces: i32,
    pub reopens: i32,
    pub line: i32,
    pub red_flag: bool,
    pub settled: bool,
    pub revision: i32,
    pub region: Option<String>,
    pub language: Option<String>,
    pub product: Option<String>,
    /// One a line.
    pub skills: Option<String>,
}

/// Which cases of an agreement are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// In one of these phases.
    pub phases: Option<Vec<Phase>>,
    /// Of one of these kinds.
    pub kinds: Option<Vec<CaseKind>>,
    /// With one of these priorities, by code.
    pub priorities: Option<Vec<String>>,
    /// About this service.
    pub service: Option<ServiceId>,
    /// Held by this team, or offered to it.
    pub team: Option<TeamId>,
    /// In which this company took part.
    pub company: Option<CompanyId>,
    /// Brought by one of these customers.
    pub customers: Option<Vec<CompanyId>>,
    /// With or without a red flag.
    pub red_flag: Option<bool>,
    /// Opened at or after this moment.
    pub opened_from: Option<Moment>,
    /// Opened before this moment.
    pub opened_until: Option<Moment>,
    /// With this reference in its source.
    pub reference: Option<String>,
}

/// Which cases, and as whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cases {
    /// How much the actor sees.
    pub sight: Sight,
    /// What is asked for.
    pub filter: CaseFilter,
}

/// The cases in which one of these companies took part.
macro_rules! taking_part {
    ($agreement:expr, $companies:expr) => {{
        let keys: Vec<Key> = $companies.iter().map(|id| Key::from(*id)).collect();
        case_companies::table
            .filter(case_companies::agreement_id.eq($agreement).and(case_companies::company_id.eq_any(keys)))
            .select(case_companies::case_id)
    }};
}
pub(super) use taking_part;

/// Narrows a boxed query over cases, alone or joined, to what is asked for and seen.
macro_rules! narrowed {
    ($found:expr, $agreement:expr, $wanted:expr) => {{
        use $crate::kernel::db::{
            At, Key,
            tables::{case_companies, cases},
        };
        let (mut found, agreement, wanted): (_, Key, &$crate::cases::store::rows::Cases) =
            ($found, $agreement, $wanted);
        found = found.filter(cases::agreement_id.eq(agreement));
        let filter = &wanted.filter;
        match &wanted.sight {
            $crate::cases::store::Sight::All => {}
            $crate::cases::store::Sight::Own(own) => {
                found = found.filter(cases::id.eq_any($crate::cases::store::rows::taking_part!(agreement, own)));
            }
            $crate::cases::store::Sight::Followed { customers, parties } => {
                let brought: Vec<_> = customers.iter().map(|company| Some(Key::from(*company))).collect();
                let part = $crate::cases::store::rows::taking_part!(agreement, parties);
                found = found.filter(cases::id.eq_any(part).or(cases::customer_id.eq_any(brought)));
            }
        }
        if let Some(phases) = &filter.phases {
            found = found.filter(cases::phase.eq_any(phases.iter().map(|phase| phase.name()).collect::<Vec<_>>()));
        }
        if let Some(kinds) = &filter.kinds {
            found = found.filter(cases::kind.eq_any(kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>()));
        }
        if let Some(priorities) = &filter.priorities {
            found = found.filter(cases::priority.eq_any(priorities.clone()));
        }
        if let Some(service) = filter.service {
            found = found.filter(cases::service_id.eq(Key::from(service)));
        }
        if let Some(team) = filter.team.map(|team| Some(Key::from(team))) {
            found = found.filter(cases::team_id.eq(team).or(cases::offered_team_id.eq(team)));
        }
        if let Some(company) = filter.company {
            found = found.filter(cases::id.eq_any($crate::cases::store::rows::taking_part!(agreement, [company])));
        }
        if let Some(customers) = &filter.customers {
            let customers: Vec<_> = customers.iter().map(|company| Some(Key::from(*company))).collect();
            found = found.filter(cases::customer_id.eq_any(customers));
        }
        if let Some(red_flag) = filter.red_flag {
            found = found.filter(cases::red_flag.eq(red_flag));
        }
        if let Some(from) = filter.opened_from {
            found = found.filter(cases::opened_at.ge(At(from)));
        }
        if let Some(until) = filter.opened_until {
            found = found.filter(cases::opened_at.lt(At(until)));
        }
        if let Some(reference) = &filter.reference {
            found = found.filter(cases::reference.eq(reference.clone()));
        }
        found
    }};
}
pub(super) use narrowed;

/// The rows that are asked for and seen.
fn matching(agreement: AgreementId, wanted: &Cases) -> cases::BoxedQuery<'static, MultiBackend> {
    narrowed!(dsl::cases.into_boxed(), Key::from(agreement), wanted)
}

/// The case with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: CaseId) -> Outcome<Option<Row>> {
    let row = dsl::cases.find((Key::from(agreement), Key::from(id))).select(Row::as_select());
    Ok(row.get_result(tx.reading()).optional()?)
}

/// Those with these ids.
pub fn by_ids(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[CaseId]) -> Outcome<Vec<Row>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq_any(ids));
    Ok(dsl::cases.filter(of).order(dsl::id).select(Row::as_select()).load(tx.reading())?)
}

/// So many after one, in order of id; from the first one on where none is named.
pub fn after(tx: &mut Tx<'_>, agreement: AgreementId, last: Option<CaseId>, limit: usize) -> Outcome<Vec<Row>> {
    let mut found = dsl::cases.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed::<MultiBackend>();
    if let Some(last) = last {
        found = found.filter(dsl::id.gt(Key::from(last)));
    }
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(found.order(dsl::id).limit(limit).select(Row::as_select()).load(tx.reading())?)
}

/// So many after one, in order of id, to which anything happened since a moment or which are not resolved.
pub fn astir(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    from: Moment,
    last: Option<CaseId>,
    limit: usize,
) -> Outcome<Vec<Row>> {
    let of = dsl::agreement_id.eq(Key::from(agreement));
    let open = dsl::phase.eq_any([Phase::Open.name(), Phase::Paused.name()]);
    let mut found = dsl::cases.filter(of.and(dsl::last_at.ge(At(from)).or(open))).into_boxed::<MultiBackend>();
    if let Some(last) = last {
        found = found.filter(dsl::id.gt(Key::from(last)));
    }
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(found.order(dsl::id).limit(limit).select(Row::as_select()).load(tx.reading())?)
}

/// Those of these references that are known in a source.
pub fn referenced(tx: &mut Tx<'_>, agreement: AgreementId, source: &str, references: &[&str]) -> Outcome<Vec<Row>> {
    let mut found = Vec::new();
    for some in references.chunks(1_000) {
        let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::source.eq(source));
        let rows: Vec<Row> = dsl::cases
            .filter(of.and(dsl::reference.eq_any(some.to_vec())))
            .select(Row::as_select())
            .load(tx.reading())?;
        found.extend(rows);
    }
    Ok(found)
}

/// A page, the latest that came in first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    wanted: &Cases,
    after: Option<CaseId>,
    limit: i64,
) -> Outcome<Vec<Row>> {
    let mut page = matching(agreement, wanted);
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    Ok(page.order(dsl::id.desc()).limit(limit).select(Row::as_select()).load(tx.reading())?)
}

/// A page of what a team holds, the least time left first.
pub fn queue(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    sight: &Sight,
    team: TeamId,
    after: Option<(Moment, CaseId)>,
    limit: i64,
) -> Outcome<Vec<Row>> {
    let wanted = Cases { sight: sight.clone(), filter: CaseFilter::default() };
    let mut page = matching(agreement, &wanted).filter(dsl::team_id.eq(Some(Key::from(team))));
    if let Some((due, id)) = after {
        let due = At(due);
        page = page.filter(dsl::due_at.ge(due).and(dsl::due_at.gt(due).or(dsl::id.gt(Key::from(id)))));
    }
    Ok(page.order((dsl::due_at, dsl::id)).limit(limit).select(Row::as_select()).load(tx.reading())?)
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, wanted: &Cases) -> Outcome<i64> {
    Ok(matching(agreement, wanted).count().get_result(tx.reading())?)
}

/// What a case that is known already is set to: what can change.
macro_rules! replaced {
    ($($column:ident),* $(,)?) => { ($(dsl::$column.eq(excluded(dsl::$column)),)*) };
}

/// Keeps what is derived of some cases, new ones and known ones.
pub fn put(tx: &mut Tx<'_>, rows: &[Row]) -> Outcome<()> {
    for some in rows.chunks(ROWS) {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::cases)
            .values(some)
            .on_conflict((dsl::agreement_id, dsl::id))
            .do_update()
            .set(replaced!(
                phase,
                priority,
                package,
                service_id,
                customer_id,
                team_id,
                company_id,
                offered_team_id,
                opened_at,
                due_at,
                resolved_at,
                last_at,
                hand_overs,
                bounces,
                team_hand_overs,
                team_bounces,
                reopens,
                line,
                red_flag,
                settled,
                revision,
                region,
                language,
                product,
                skills
            ))
            .execute(native))?;
    }
    Ok(())
}

/// Adds the companies that took part in some cases to those that are known.
pub fn involve(tx: &mut Tx<'_>, agreement: AgreementId, involved: &[(CaseId, CompanyId)]) -> Outcome<()> {
    for some in involved.chunks(ROWS) {
        let row = |(case, company): &(CaseId, CompanyId)| {
            (
                case_companies::agreement_id.eq(Key::from(agreement)),
                case_companies::company_id.eq(Key::from(*company)),
                case_companies::case_id.eq(Key::from(*case)),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(case_companies::table)
            .values(&rows)
            .on_conflict_do_nothing()
            .execute(native))?;
    }
    Ok(())
}

/// Which companies took part in some cases.
pub fn involved(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[CaseId]) -> Outcome<Vec<(CaseId, CompanyId)>> {
    let ids: Vec<Key> = ids.iter().map(|id| Key::from(*id)).collect();
    let of = case_companies::agreement_id.eq(Key::from(agreement)).and(case_companies::case_id.eq_any(ids));
    let rows: Vec<(Key, Key)> = case_companies::table
        .filter(of)
        .select((case_companies::case_id, case_companies::company_id))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(case, company)| (case.into(), company.into())).collect())
}
