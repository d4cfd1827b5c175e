//! Contributions sum to the gap for every kind and method, and are those of the plain formulas where they are simple.

use super::super::samples::{company, decimal, kpi, target};
use super::super::{Reading, Scope, Weight, joint};
use super::*;
use crate::kernel::{Fraction, Moment};
use proptest::prelude::*;

fn ratio(good: u32, total: u32) -> Bucket {
    let whole = |number: u32| Decimal::whole(i32::try_from(number).unwrap());
    let mut bucket = Bucket::new(true);
    bucket.add(Moment::EPOCH, Reading::Ratio { good: whole(good), total: whole(total) });
    bucket
}

fn values(texts: &[&str]) -> Bucket {
    let mut bucket = Bucket::new(true);
    let reading = |text: &str| Reading::Value { value: decimal(text), weight: Decimal::ONE };
    texts.iter().for_each(|text| bucket.add(Moment::EPOCH, reading(text)));
    bucket
}

/// Gap and contributions of the companies, the first of them company 1.
fn carried(kpi: &Kpi, promised: &str, buckets: &[Option<Bucket>]) -> Option<(Decimal, Vec<Contribution>)> {
    let target = target(Scope::JOINT, promised, "2026-01-01");
    let companies: Vec<(CompanyId, Option<&Bucket>)> =
        buckets.iter().enumerate().map(|(place, bucket)| (company(place as u128 + 1), bucket.as_ref())).collect();
    let owns: Vec<Own> =
        companies.iter().map(|(company, bucket)| (*company, bucket.and_then(|all| all.figure(kpi.kind)))).collect();
    let met = |which: CompanyId| {
        let own = owns.iter().find(|(company, _)| *company == which).and_then(|(_, figure)| *figure);
        target.judge(kpi.direction, own).standing == super::super::Standing::Met
    };
    let (figure, promise) = match kpi.joint {
        JointMethod::Pooled => (pool(buckets.iter().flatten())?.figure(kpi.kind)?, target),
        JointMethod::AllMust => {
            let good = owns.iter().filter(|(company, _)| met(*company)).count();
            let all = super::super::samples::target(Scope::JOINT, "1", "2026-01-01");
            (Fraction::new(good as i128, owns.len() as i128)?, all)
        }
        _ => (joint::combine(kpi, &owns)?, target),
    };
    let direction = if kpi.joint == JointMethod::AllMust { Direction::Higher } else { kpi.direction };
    let gap = promise.gap(direction, figure.round());
    Some((Decimal::clamped(gap.size), of_companies(kpi, gap, &companies, met)?))
}

fn shown(carried: Option<(Decimal, Vec<Contribution>)>) -> Vec<String> {
    carried.unwrap().1.iter().map(|part| part.value.to_string()).collect()
}

#[test]
fn simple_cases_are_those_of_the_formulas() {
    use Direction::{Higher, Lower};
    let of = |kind, direction, method| kpi(kind, direction, method);
    let (a, b, c) = (Some(ratio(80, 100)), Some(ratio(98, 100)), Some(ratio(200, 200)));
    let pooled = of(KpiKind::Ratio, Higher, JointMethod::Pooled);
    assert_eq!(shown(carried(&pooled, "0.95", &[a.clone(), b.clone(), c.clone()])), ["0.0375", "-0.0075", "-0.025"]);
    let weighted = of(KpiKind::Ratio, Higher, JointMethod::Weighted);
    assert_eq!(shown(carried(&weighted, "0.95", &[a.clone(), b.clone(), c.clone()])), ["0.05", "-0.01", "-0.016667"]);
    let worst = of(KpiKind::Ratio, Higher, JointMethod::Worst);
    assert_eq!(shown(carried(&worst, "0.95", &[a.clone(), b.clone(), a.clone()])), ["0.075", "0", "0.075"]);
    let all = of(KpiKind::Ratio, Higher, JointMethod::AllMust);
    assert_eq!(shown(carried(&all, "0.95", &[a.clone(), b.clone(), None])), ["0.333334", "0", "0.333333"]);
    let sum = of(KpiKind::Sum, Lower, JointMethod::Pooled);
    assert_eq!(
        shown(carried(&sum, "10", &[Some(values(&["9"])), Some(values(&["3"])), None])),
        ["5.666667", "-0.333333", "-3.333334"]
    );
    let series = of(KpiKind::Ratio, Higher, JointMethod::Series);
    assert_eq!(shown(carried(&series, "0.9", &[a, Some(ratio(0, 5)), c])), ["0", "0.9", "0"]);
    let median = of(KpiKind::Quantile(decimal("0.5")), Lower, JointMethod::Pooled);
    let slow = [Some(values(&["9", "9", "9"])), Some(values(&["1"])), Some(values(&["2", "3"]))];
    assert_eq!(shown(carried(&median, "2", &slow)), ["1", "0", "0"]);
}

/// One company's facts: what each method and kind can read.
fn facts() -> impl Strategy<Value = Option<Vec<(u32, u32)>>> {
    prop::option::weighted(0.85, prop::collection::vec((0_u32..1_000, 0_u32..1_000), 1..30))
}

fn bucket(kpi: &Kpi, facts: &[(u32, u32)]) -> Bucket {
    let mut bucket = Bucket::new(true);
    let share = |part: u32| Decimal::from_millionths(i64::from(part) * 1_001).unwrap();
    for (a, b) in facts {
        let reading = match kpi.kind {
            KpiKind::Ratio => Reading::Ratio { good: Decimal::whole(*a as i32), total: Decimal::whole((a + b) as i32) },
            KpiKind::Mean => Reading::Value { value: share(*a), weight: share(b + 1) },
            _ => Reading::Value { value: share(*a), weight: Decimal::ONE },
        };
        bucket.add(Moment::EPOCH.plus_seconds((*b).into()), reading);
    }
    bucket
}

proptest! {
    #[test]
    fn contributions_sum_to_the_gap(
        parts in prop::collection::vec(facts(), 1..8),
        promised in 1_i64..1_000_000,
        weights in prop::collection::vec(1_i64..5_000_000, 8),
    ) {
        use JointMethod::{AllMust, Pooled, Series, Weighted, Worst};
        let half = KpiKind::Quantile(decimal("0.5"));
        let kinds = [KpiKind::Ratio, KpiKind::Mean, KpiKind::Sum, KpiKind::Count, half, KpiKind::Last];
        for (kind, method) in kinds.into_iter().flat_map(|kind| [Pooled, Weighted, Worst, Series, AllMust].map(|method| (kind, method))) {
            for direction in [Direction::Higher, Direction::Lower] {
                let mut kpi = kpi(kind, direction, method);
                if kpi.check().is_err() {
                    continue;
                }
                let weigh = |(place, weight): (usize, &i64)| Weight {
                    company: company(place as u128 + 1),
                    weight: Decimal::from_millionths(*weight).unwrap(),
                };
                kpi.weights = weights.iter().enumerate().map(weigh).collect();
                let buckets: Vec<Option<Bucket>> = parts.iter().map(|part| part.as_ref().map(|facts| bucket(&kpi, facts))).collect();
                let promised = Decimal::from_millionths(promised).unwrap().to_string();
                let Some((gap, carried)) = carried(&kpi, &promised, &buckets) else { continue };
                let sum: i128 = carried.iter().map(|part| part.value.wide()).sum();
                prop_assert_eq!(sum, gap.wide(), "{:?} {:?} {:?}", kind, method, direction);
                prop_assert_eq!(carried.len(), buckets.len());
            }
        }
    }
}
