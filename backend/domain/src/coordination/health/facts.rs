//! What KPIs take from the health of commitments: a measurement for each company and day.

use crate::agreements::Terms;
use crate::kernel::{CompanyId, Decimal, Period, PeriodKind, ServiceId};
use crate::kpis::{Fact, HealthMeasure, Kpi, KpiKind, Measure, Measurement, Reading, Scope, Source, Standing};
use chrono::NaiveDate;

/// The measurements that the KPIs of terms take from the health of companies on a day, observed at its beginning.
///
/// Health is of a company and of no service: it stands under the first service of the KPI by code, or else of the agreement's
/// services at the top.
#[must_use]
pub fn measurements(terms: &Terms, on: NaiveDate, found: &[(CompanyId, Decimal)]) -> Vec<Measurement> {
    let mut all = Vec::new();
    for kpi in takers(terms).filter(|kpi| kpi.kind == KpiKind::Ratio) {
        let Some(service) = stands_under(terms, kpi) else { continue };
        all.extend(found.iter().map(|(company, value)| {
            let reading = Reading::Ratio { good: *value, total: Decimal::ONE };
            let observed_at = terms.zone.start_of(on);
            Measurement {
                fact: Fact { kpi: kpi.id, company: *company, service, observed_at, reading },
                source: Source::Health.name().to_owned(),
                source_key: format!("{}/{company}/{on}", kpi.id),
            }
        }));
    }
    all
}

/// The KPIs that take from health.
fn takers(terms: &Terms) -> impl Iterator<Item = &Kpi> {
    let takes = |kpi: &&Kpi| kpi.measure == Some(Measure::Health(HealthMeasure::CommitmentHealth));
    terms.kpis.iter().filter(takes)
}

/// Whether a company's health misses what is promised for it on a day.
#[must_use]
pub fn misses_target(terms: &Terms, company: CompanyId, on: NaiveDate, value: Decimal) -> bool {
    let misses = |kpi: &Kpi| {
        let target = kpi.target(Scope::company(company), Period::of(PeriodKind::Day, on));
        let judged = target.map(|target| target.judge(kpi.direction, Some(value.into())));
        judged.is_some_and(|judged| judged.standing == Standing::Missed)
    };
    takers(terms).any(misses)
}

/// Whether any KPI of terms takes from health.
#[must_use]
pub fn is_measured(terms: &Terms) -> bool {
    terms.health.is_some() && terms.kpis.iter().any(|kpi| matches!(kpi.measure, Some(Measure::Health(_))))
}

fn stands_under(terms: &Terms, kpi: &Kpi) -> Option<ServiceId> {
    let top: Vec<ServiceId> = terms.children(None).map(|service| service.id).collect();
    let wanted = if kpi.services.is_empty() { &top } else { &kpi.services };
    let known = wanted.iter().filter_map(|id| terms.service(*id));
    known.min_by(|one, other| one.code.cmp(&other.code)).map(|service| service.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::samples::{CASES, resolve};

    const KPI: &str = "kpis:\n  - {code: health, name: Health, source: health, measure: commitment_health, kind: ratio, \
                       unit: share, direction: higher, joint: pooled, disclosure: own}\n";

    #[test]
    fn each_company_and_day_has_one_measurement_of_its_own() {
        let terms = resolve(&CASES.replacen("kpis:\n", KPI, 1)).unwrap_or_else(|problems| panic!("{problems}"));
        let (day, ada) = ("2026-02-01".parse().unwrap(), terms.company_named("ada").unwrap().id);
        let half = Decimal::parse("0.5").unwrap();
        let found = measurements(&terms, day, &[(ada, half)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].fact.reading, Reading::Ratio { good: half, total: Decimal::ONE });
        assert_eq!(terms.zone.date_of(found[0].fact.observed_at), day);
        assert!(found[0].source == "health" && found[0].source_key.ends_with("/2026-02-01"), "{:?}", found[0]);
        assert!(terms.service(found[0].fact.service).is_some());
        assert_eq!(measurements(&resolve(CASES).unwrap_or_else(|no| panic!("{no}")), day, &[(ada, half)]), []);
        assert!(!is_measured(&terms), "these terms do not say how health is weighed");
    }
}
