//! A bucket equals brute force over its facts, in any order, split and merged anyhow, written down and read back.

use super::super::samples::decimal;
use super::super::{KpiKind, Reading};
use super::*;
use proptest::prelude::*;

type Dated = (Moment, Reading);

fn of(facts: &[Dated]) -> Bucket {
    let mut bucket = Bucket::new(true);
    facts.iter().for_each(|(at, reading)| bucket.add(*at, *reading));
    bucket
}

fn value(value: &str, weight: &str) -> Reading {
    Reading::Value { value: decimal(value), weight: decimal(weight) }
}

fn values() -> impl Strategy<Value = Vec<Dated>> {
    let fact = (0_i64..50, -9_000_000_000_i64..90_000_000_000, prop_oneof![Just(1_000_000_i64), 1_i64..3_000_000]);
    let few = prop::collection::vec(fact.clone(), 0..40);
    let many = prop::collection::vec(fact, 480..700);
    prop_oneof![3 => few, 1 => many].prop_map(|facts| {
        let number = |millionths| Decimal::from_millionths(millionths).unwrap();
        let reading = |value, weight| Reading::Value { value: number(value), weight: number(weight) };
        facts.into_iter().map(|(at, value, weight)| (Moment::EPOCH.plus_seconds(at), reading(value, weight))).collect()
    })
}

#[test]
fn every_kind_reads_its_figure() {
    let at = |second| Moment::EPOCH.plus_seconds(second);
    let valued =
        of(&[(at(5), value("4", "1")), (at(9), value("1", "3")), (at(9), value("0.5", "1")), (at(2), value("9", "1"))]);
    let shown = |bucket: &Bucket, kind| bucket.figure(kind).map(|figure| figure.round().to_string());
    for (kind, figure) in [
        (KpiKind::Mean, Some("2.75")),
        (KpiKind::Sum, Some("14.5")),
        (KpiKind::Count, Some("4")),
        (KpiKind::Quantile(decimal("0.5")), Some("1")),
        (KpiKind::Quantile(decimal("0.51")), Some("4")),
        (KpiKind::Last, Some("1")),
        (KpiKind::Ratio, None),
    ] {
        assert_eq!(shown(&valued, kind).as_deref(), figure, "{kind:?}");
        assert_eq!(shown(&Bucket::new(true), kind), None, "an empty bucket has no {kind:?}");
    }
    let ratio = of(&[(at(1), Reading::Ratio { good: decimal("2"), total: decimal("3") })]);
    assert_eq!(shown(&ratio, KpiKind::Ratio).as_deref(), Some("0.666667"));
    assert_eq!(
        (ratio.numerator(KpiKind::Ratio), ratio.denominator(KpiKind::Ratio)),
        (Some(decimal("2")), decimal("3"))
    );
    let nothing = of(&[(at(1), Reading::Ratio { good: Decimal::ZERO, total: Decimal::ZERO })]);
    assert_eq!(shown(&nothing, KpiKind::Ratio), None, "a total of nought is no data");
}

#[test]
fn the_largest_facts_add_up_without_overflow() {
    let most = Reading::Value { value: Decimal::MAX, weight: Decimal::whole(1_000_000) };
    let mut bucket = of(&[(Moment::EPOCH, most)]);
    for _ in 0..26 {
        bucket.merge(&bucket.clone());
    }
    assert_eq!(bucket.count(), 1 << 26);
    assert_eq!(bucket.figure(KpiKind::Mean).map(Fraction::round), Some(Decimal::MAX));
    assert_eq!(Bucket::decode(&bucket.encode()).unwrap().encode(), bucket.encode());
}

#[test]
fn a_bucket_without_quantiles_spoils_them_for_the_whole() {
    let mut plain = Bucket::new(false);
    plain.add(Moment::EPOCH, value("1", "1"));
    let full = of(&[(Moment::EPOCH, value("1", "1"))]);
    let merged = |a: &Bucket, b: &Bucket| {
        let mut sum = a.clone();
        sum.merge(b);
        sum
    };
    assert!(!merged(&plain, &full).has_quantiles() && !merged(&full, &plain).has_quantiles());
    assert!(merged(&Bucket::new(false), &full).has_quantiles() && merged(&full, &Bucket::new(false)).has_quantiles());
}

proptest! {
    #[test]
    fn any_order_and_any_split_gives_the_same_bytes(
        (facts, shuffled) in values().prop_flat_map(|facts| (Just(facts.clone()), Just(facts).prop_shuffle())),
        cuts in prop::collection::vec(0.0_f64..1.0, 0..6),
    ) {
        let whole = of(&facts).encode();
        let mut places: Vec<usize> = cuts.iter().map(|cut| (facts.len() as f64 * cut) as usize).collect();
        places.extend([0, facts.len()]);
        places.sort_unstable();
        let mut merged = Bucket::new(true);
        for pair in places.windows(2).rev() {
            merged.merge(&Bucket::decode(&of(&shuffled[pair[0]..pair[1]]).encode()).unwrap());
        }
        prop_assert_eq!(merged.encode(), whole);
    }

    #[test]
    fn figures_are_those_of_brute_force(facts in values().prop_filter("some", |facts| !facts.is_empty())) {
        let bucket = of(&facts);
        let plain: Vec<(Moment, i128, i128)> = facts.iter().map(|(at, reading)| match reading {
            Reading::Value { value, weight } => (*at, value.wide(), weight.wide()),
            _ => unreachable!(),
        }).collect();
        let scale = 1_000_000;
        let weighted: i128 = plain.iter().map(|(_, value, weight)| value * weight).sum();
        let weight: i128 = plain.iter().map(|(_, _, weight)| weight).sum();
        prop_assert_eq!(bucket.figure(KpiKind::Mean), Fraction::new(weighted, weight * scale));
        prop_assert_eq!(bucket.figure(KpiKind::Sum), Fraction::new(plain.iter().map(|(_, value, _)| value).sum(), scale));
        let last = plain.iter().map(|(at, value, _)| (*at, *value)).max().unwrap().1;
        prop_assert_eq!(bucket.figure(KpiKind::Last), Fraction::new(last, scale));
        prop_assert_eq!(bucket.count(), facts.len() as u64);
        let (least, most) = (plain.iter().map(|fact| fact.1).min().unwrap(), plain.iter().map(|fact| fact.1).max().unwrap());
        prop_assert_eq!(bucket.range().map(|(min, max)| (min.wide(), max.wide())), Some((least, most)));
    }

    #[test]
    fn garbage_is_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..64), flags in 0_u8..16) {
        let _ = Bucket::decode(&bytes);
        let mut framed = vec![1, flags];
        framed.extend(bytes);
        if let Ok(bucket) = Bucket::decode(&framed) {
            let _ = (bucket.figure(KpiKind::Mean), bucket.quantile(decimal("0.5")), bucket.denominator(KpiKind::Ratio));
        }
    }

    #[test]
    fn a_cut_or_lengthened_bucket_is_refused(facts in values(), cut in 0.0_f64..1.0) {
        let bytes = of(&facts).encode();
        prop_assert!(Bucket::decode(&bytes[..(bytes.len() as f64 * cut) as usize]).is_err());
        prop_assert!(Bucket::decode(&[bytes, vec![0]].concat()).is_err());
    }
}
