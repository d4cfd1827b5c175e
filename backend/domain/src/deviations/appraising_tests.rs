//! Which figures of the sample agreement are frozen, watched and every party's.

use super::super::fixtures::sample;
use super::*;
use crate::kernel::{Decimal, KpiId, Moment};
use crate::kpis::{Bucket, Disclosure, Reading};

fn month() -> Period {
    Period::parse("2026-03").unwrap()
}

/// So much good of a hundred for each of a KPI's reporters, for the first service that it reports.
fn rows(terms: &Terms, code: &str, good: &[i32]) -> Vec<RollupRow> {
    let kpi = terms.kpi_named(code).unwrap();
    let row = |(reporter, good): (&crate::kpis::Reporter, &i32)| {
        let mut bucket = Bucket::new(false);
        let (good, total) = (Decimal::whole(*good), Decimal::whole(100));
        bucket.add(Moment::EPOCH, Reading::Ratio { good, total });
        let service = kpi.expected_services(reporter.company).first().copied().unwrap_or(terms.services[0].id);
        RollupRow { period: month(), kpi: kpi.id, company: reporter.company, service, bucket }
    };
    kpi.reporters.iter().zip(good).map(row).collect()
}

fn of(appraised: &[Appraised], kpi: KpiId) -> Vec<&Appraised> {
    appraised.iter().filter(|one| one.figure.cell.kpi == kpi).collect()
}

#[test]
fn every_figure_is_frozen_and_whole_and_company_are_watched() {
    let terms = sample();
    let kpi = terms.kpi_named("sla-met").unwrap();
    let all = appraise(&terms, month(), None, &rows(&terms, "sla-met", &[99, 50, 99, 99]));
    for one in of(&all, kpi.id) {
        let scope = one.figure.cell.scope;
        assert_eq!(one.watched, scope.service.is_none() || kpi.targets.iter().any(|it| it.scope == scope), "{scope:?}");
    }
    let missed =
        of(&all, kpi.id).iter().filter(|one| one.watched && one.figure.cell.verdict == CellVerdict::Missed).count();
    assert!(missed >= 1, "the company with 50 of 100 misses");
}

#[test]
fn only_what_each_party_sees_is_disclosed() {
    let terms = sample();
    let all = appraise(&terms, month(), None, &rows(&terms, "sla-met", &[99, 50, 99, 99]));
    for one in &all {
        let kpi = terms.kpi(one.figure.cell.kpi).unwrap();
        let expected = match kpi.disclosure {
            Disclosure::Open => Some(true),
            Disclosure::Own => Some(false),
            Disclosure::Joint if one.figure.cell.scope.company.is_some() => Some(false),
            Disclosure::Joint => None,
        };
        assert!(
            expected.is_none_or(|expected| expected == one.figure.disclosed),
            "{} {:?}",
            kpi.code,
            one.figure.cell.scope
        );
    }
}

#[test]
fn a_silent_company_owes_even_where_no_value_is_promised_to_it() {
    let terms = sample();
    let all = appraise(&terms, month(), None, &[]);
    for kpi in &terms.kpis {
        for reporter in &kpi.reporters {
            let scope = Scope::company(reporter.company);
            let own = of(&all, kpi.id).into_iter().find(|one| one.figure.cell.scope == scope);
            let party = terms.party(reporter.company).is_some_and(|it| it.in_force(month().first()));
            assert_eq!(own.map(|one| one.figure.cell.verdict), party.then_some(CellVerdict::NoData), "{}", kpi.code);
        }
    }
}

#[test]
fn a_running_period_is_at_risk_when_its_best_misses() {
    let terms = sample();
    let kpi = terms.kpi_named("sla-met").unwrap();
    let late = "2026-03-31".parse().ok();
    let all = appraise(&terms, month(), late, &rows(&terms, "sla-met", &[10, 10, 10, 10]));
    let joint = of(&all, kpi.id).into_iter().find(|one| one.figure.cell.scope == Scope::JOINT).unwrap();
    assert_eq!(joint.figure.cell.verdict, CellVerdict::AtRisk);
}
