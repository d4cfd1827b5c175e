//! What KPIs take from boundaries: open findings, and who is trained on what holds.

use super::{Finding, Share, Tracked, TrackedState};
use crate::kernel::{BoundaryId, CompanyId, Decimal, Moment, ServiceId};
use crate::kpis::{BoundaryMeasure, Fact, Kpi, KpiKind, Measure, Measurement, Reading, Source};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Boundaries as they are on a day, as far as KPIs ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// The boundaries that hold: which, whose, and for each element that they count for.
    pub holding: Vec<(BoundaryId, CompanyId, ServiceId)>,
    /// What is known of findings.
    pub tracked: Vec<Tracked>,
    /// Who is trained for a service, by the company that provides the members.
    pub trained: BTreeMap<(CompanyId, ServiceId), Share>,
    /// The companies that have a team, to which what nobody covers is told where nobody has a boundary.
    pub providers: BTreeSet<CompanyId>,
}

impl Day {
    /// The measurements that these KPIs take, observed at the beginning of the day.
    #[must_use]
    pub fn measurements(&self, kpis: &[Kpi], (day, starts): (NaiveDate, Moment)) -> Vec<Measurement> {
        let mut found = Vec::new();
        for kpi in kpis {
            let readings = match kpi.measure {
                Some(Measure::Boundary(BoundaryMeasure::OpenFindings)) if kpi.kind != KpiKind::Ratio => self.findings(),
                Some(Measure::Boundary(BoundaryMeasure::Trained)) if kpi.kind == KpiKind::Ratio => self.shares(),
                _ => BTreeMap::new(),
            };
            found.extend(readings.into_iter().map(|((company, service), reading)| Measurement {
                fact: Fact { kpi: kpi.id, company, service, observed_at: starts, reading },
                source: Source::Boundaries.name().to_owned(),
                source_key: format!("{}/{company}/{service}/{day}", kpi.id),
            }));
        }
        found
    }

    /// How many open findings each company has for each service; none where it has a boundary and nothing is wrong.
    fn findings(&self) -> BTreeMap<(CompanyId, ServiceId), Reading> {
        let mut counted: BTreeMap<(CompanyId, ServiceId), i64> =
            self.holding.iter().map(|(_, company, service)| ((*company, *service), 0)).collect();
        for tracked in self.tracked.iter().filter(|tracked| tracked.state == TrackedState::Open) {
            for company in self.behind(&tracked.finding) {
                *counted.entry((company, tracked.finding.service)).or_default() += 1;
            }
        }
        let reading = |count: i64| Reading::Value {
            value: Decimal::clamped(i128::from(count) * 1_000_000),
            weight: Decimal::ONE,
        };
        counted.into_iter().map(|(of, count)| (of, reading(count))).collect()
    }

    fn behind(&self, finding: &Finding) -> BTreeSet<CompanyId> {
        let named = self.holding.iter().filter(|(id, ..)| finding.boundaries.contains(id));
        let named: BTreeSet<CompanyId> = named.map(|(_, company, _)| *company).collect();
        if !named.is_empty() {
            return named;
        }
        let around = self.holding.iter().filter(|(_, _, service)| *service == finding.service);
        let around: BTreeSet<CompanyId> = around.map(|(_, company, _)| *company).collect();
        if around.is_empty() { self.providers.clone() } else { around }
    }

    fn shares(&self) -> BTreeMap<(CompanyId, ServiceId), Reading> {
        let whole = |count: u64| Decimal::clamped(i128::from(count) * 1_000_000);
        let reading = |share: &Share| Reading::Ratio { good: whole(share.trained), total: whole(share.members) };
        self.trained.iter().filter(|(_, share)| share.members > 0).map(|(of, share)| (*of, reading(share))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundaries::{FindingKey, FindingKind};
    use crate::kernel::{By, PersonId, Span};
    use uuid::Uuid;

    fn id<T: From<Uuid>>(number: u128) -> T {
        Uuid::from_u128(number).into()
    }

    fn finding(key: u128, kind: FindingKind, service: u128, boundaries: &[u128]) -> Tracked {
        let finding = Finding {
            key: FindingKey(Uuid::from_u128(key)),
            kind,
            service: id(service),
            boundaries: boundaries.iter().map(|it| id(*it)).collect(),
            limits: vec![],
            demands: vec![],
            areas: vec![],
            windows: vec![],
            extent: Span::from_seconds(60),
            capacity: None,
            note: None,
        };
        Tracked::new(finding, Moment::MIN)
    }

    fn counts(day: &Day) -> Vec<(u128, u128, i64)> {
        let plain = |((company, service), reading): ((CompanyId, ServiceId), Reading)| match reading {
            Reading::Value { value, .. } => {
                (company.0.as_u128(), service.0.as_u128(), i64::try_from(value.wide() / 1_000_000).unwrap())
            }
            _ => panic!("a value"),
        };
        day.findings().into_iter().map(plain).collect()
    }

    #[test]
    fn a_finding_counts_for_the_companies_behind_it_and_a_gap_for_those_around_it() {
        let holding = vec![(id(101), id(1), id(50)), (id(102), id(2), id(50)), (id(103), id(3), id(51))];
        let tracked = vec![
            finding(1, FindingKind::Overlap, 50, &[101, 102]),
            finding(2, FindingKind::Gap, 50, &[]),
            finding(3, FindingKind::DeadEnd, 50, &[102]),
            finding(4, FindingKind::Gap, 52, &[]),
        ];
        let providers = [id(1), id(9)].into();
        let day = Day { holding, tracked, providers, ..Day::default() };
        let expected = [(1, 50, 2), (1, 52, 1), (2, 50, 3), (3, 51, 0), (9, 52, 1)];
        assert_eq!(counts(&day), expected);
    }

    #[test]
    fn what_is_accepted_or_vanished_does_not_count() {
        let by = By { person: PersonId(Uuid::nil()), company: id(1), at: Moment::MIN };
        let accepted = finding(1, FindingKind::Gap, 50, &[]).accept("so be it", by).unwrap();
        let gone =
            Tracked { state: TrackedState::Vanished { at: Moment::MIN }, ..finding(2, FindingKind::Gap, 50, &[]) };
        let day = Day { holding: vec![(id(101), id(1), id(50))], tracked: vec![accepted, gone], ..Day::default() };
        assert_eq!(counts(&day), [(1, 50, 0)]);
    }
}
