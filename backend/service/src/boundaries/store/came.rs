//! SQL of what came of services so far: rows of cases, counted. Boundaries come before cases, so they cannot ask them.

use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key,
        tables::{case_companies, cases::dsl},
    },
};
use concordat_domain::{
    boundaries::Needs,
    kernel::{AgreementId, CaseId, CompanyId, Moment, ServiceId, TeamId},
};
use diesel::{dsl::count_star, prelude::*};

/// How many cases of each service were opened in `[from, until)`.
pub fn by_service(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    (from, until): (Moment, Moment),
) -> Outcome<Vec<(ServiceId, i64)>> {
    let of = dsl::agreement_id.eq(Key::from(agreement));
    let rows: Vec<(Key, i64)> = dsl::cases
        .filter(of.and(dsl::opened_at.ge(At::from(from))).and(dsl::opened_at.lt(At::from(until))))
        .group_by(dsl::service_id)
        .select((dsl::service_id, count_star()))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(service, count)| (service.into(), count)).collect())
}

/// In how many cases of each service, opened from a moment on, each company took part.
pub fn by_company(tx: &mut Tx<'_>, agreement: AgreementId, from: Moment) -> Outcome<Vec<(CompanyId, ServiceId, i64)>> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::opened_at.ge(At::from(from)));
    let took_part = case_companies::agreement_id.eq(dsl::agreement_id).and(case_companies::case_id.eq(dsl::id));
    let rows: Vec<(Key, Key, i64)> = dsl::cases
        .inner_join(case_companies::table.on(took_part))
        .filter(of)
        .group_by((case_companies::company_id, dsl::service_id))
        .select((case_companies::company_id, dsl::service_id, count_star()))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(company, service, count)| (company.into(), service.into(), count)).collect())
}

/// A case that came: which, of what service, when, and what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// The case.
    pub case: CaseId,
    /// When it was opened.
    pub at: Moment,
    /// What it needs.
    pub needs: Needs,
}

type Row = (Key, At, Option<String>, Option<String>, Option<String>, Option<String>);

/// The latest cases of a service that were opened in `[from, until)`, the latest first.
pub fn of_service(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    service: ServiceId,
    (from, until): (Moment, Moment),
    limit: i64,
) -> Outcome<Vec<Came>> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::service_id.eq(Key::from(service)));
    let rows: Vec<Row> = dsl::cases
        .filter(of.and(dsl::opened_at.ge(At::from(from))).and(dsl::opened_at.lt(At::from(until))))
        .order((dsl::opened_at.desc(), dsl::id))
        .limit(limit)
        .select((dsl::id, dsl::opened_at, dsl::region, dsl::language, dsl::product, dsl::skills))
        .load(tx.reading())?;
    let came = |(case, at, region, language, product, skills): Row| {
        let skills = skills.iter().flat_map(|all| all.lines()).map(str::to_owned).collect();
        Came { case: case.into(), at: at.into(), needs: Needs { region, language, product, skills } }
    };
    Ok(rows.into_iter().map(came).collect())
}

/// What a team of a company holds of a service, and how many cases at once.
pub type Held = (TeamId, CompanyId, ServiceId, i64);

/// How many open cases of each service each team holds for each company.
pub fn held(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Held>> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::phase.eq_any(["open", "paused"]));
    let rows: Vec<(Option<Key>, Option<Key>, Key, i64)> = dsl::cases
        .filter(of)
        .group_by((dsl::team_id, dsl::company_id, dsl::service_id))
        .select((dsl::team_id, dsl::company_id, dsl::service_id, count_star()))
        .load(tx.reading())?;
    let held = |(team, company, service, count): (Option<Key>, Option<Key>, Key, i64)| {
        Some((team?.into(), company?.into(), service.into(), count))
    };
    Ok(rows.into_iter().filter_map(held).collect())
}
