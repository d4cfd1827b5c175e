//! A rollup equals brute force over the facts as they stand, whatever came late, twice or corrected.

use super::super::samples::{company, decimal, kpi, service};
use super::super::{Direction, JointMethod, Reading};
use super::*;
use crate::kernel::{Decimal, Moment};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What one source key says at last, after the ones before it.
type Report = (u16, u8, u8, i64, i64);

fn fact(kpi: &Kpi, (_, who, what, at, value): Report) -> Fact {
    Fact {
        kpi: kpi.id,
        company: company(who.into()),
        service: service(what.into()),
        observed_at: Moment::EPOCH.plus_seconds(at),
        reading: Reading::Value { value: Decimal::from_millionths(value).unwrap(), weight: Decimal::ONE },
    }
}

fn rows(kind: PeriodKind, zone: Zone, kpi: &Kpi, facts: &[Fact]) -> Vec<(String, Vec<u8>)> {
    let mut rollup = Rollup::new(kind, zone, std::slice::from_ref(kpi));
    facts.iter().for_each(|fact| rollup.add(fact));
    written(rollup)
}

fn written(rollup: Rollup) -> Vec<(String, Vec<u8>)> {
    let name = |row: &RollupRow| format!("{} {} {} {}", row.period, row.kpi, row.company, row.service);
    rollup.into_rows().iter().map(|row| (name(row), row.bucket.encode())).collect()
}

proptest! {
    #[test]
    fn days_merged_into_longer_periods_equal_brute_force(
        reports in prop::collection::vec((0_u16..200, 0_u8..4, 0_u8..3, 1_700_000_000_i64..1_720_000_000, 0_i64..9_000_000), 0..400),
        seed in any::<prop::sample::Index>(),
    ) {
        let kpi = kpi(KpiKind::Quantile(decimal("0.9")), Direction::Lower, JointMethod::Pooled);
        let zone = Zone::parse("America/St_Johns").unwrap();
        let current: BTreeMap<u16, Report> = reports.iter().map(|report| (report.0, *report)).collect();
        let mut facts: Vec<Fact> = current.into_values().map(|report| fact(&kpi, report)).collect();
        let brute = |kind, facts: &[Fact]| rows(kind, zone, &kpi, facts);
        let expected = [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year].map(|kind| brute(kind, &facts));
        if !facts.is_empty() {
            let turn = seed.index(facts.len());
            facts.rotate_left(turn);
            facts.reverse();
        }
        let merged = |kind, from: PeriodKind| {
            let mut days = Rollup::new(from, zone, std::slice::from_ref(&kpi));
            facts.iter().for_each(|fact| days.add(fact));
            let mut longer = Rollup::new(kind, zone, std::slice::from_ref(&kpi));
            days.into_rows().iter().rev().for_each(|row| longer.merge(row));
            written(longer)
        };
        prop_assert_eq!(&merged(PeriodKind::Week, PeriodKind::Day), &expected[0]);
        prop_assert_eq!(&merged(PeriodKind::Month, PeriodKind::Day), &expected[1]);
        prop_assert_eq!(&merged(PeriodKind::Quarter, PeriodKind::Month), &expected[2]);
        prop_assert_eq!(&merged(PeriodKind::Year, PeriodKind::Month), &expected[3]);
    }
}

#[test]
fn only_facts_that_are_read_as_quantiles_keep_their_values() {
    let mean = kpi(KpiKind::Mean, Direction::Lower, JointMethod::Pooled);
    let reader = Kpi {
        id: KpiId(uuid::Uuid::from_u128(3)),
        facts_of: Some(mean.id),
        kind: KpiKind::Quantile(decimal("0.5")),
        ..mean.clone()
    };
    assert!(facts_with_quantiles(std::slice::from_ref(&mean)).is_empty());
    assert_eq!(facts_with_quantiles(&[mean.clone(), reader]), BTreeSet::from([mean.id]));
}
