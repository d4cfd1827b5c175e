//! Classes are narrow, ranks are nearest, and the state does not depend on the order.

use super::*;
use proptest::prelude::*;

fn of(values: &[i64]) -> Values {
    let mut all = Values::EMPTY;
    values.iter().for_each(|value| all.add(*value));
    all
}

/// Inverted CDF over the plain list.
fn brute(values: &[i64], p: Decimal) -> i64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let scale = i128::from(Decimal::SCALE);
    let covered = |rank: usize| rank as i128 * scale >= p.wide() * values.len() as i128;
    sorted[(1..=values.len()).find(|rank| covered(*rank)).unwrap() - 1]
}

#[test]
fn the_nearest_rank_covers_the_share() {
    let p = |text| Decimal::parse(text).unwrap();
    for (share, count, rank) in [
        ("0.5", 1, 1),
        ("0.5", 2, 1),
        ("0.5", 3, 2),
        ("0.9", 10, 9),
        ("0.9", 11, 10),
        ("0.000001", 5, 1),
        ("0.999999", 5, 5),
    ] {
        assert_eq!(nearest_rank(p(share), count), rank, "{share} of {count}");
    }
}

#[test]
fn classes_are_in_order_and_narrow() {
    let mut before = i32::MIN;
    for power in 0..60 {
        for value in [(1_i64 << power) - 1, 1 << power, (1 << power) + (1 << power) / 3] {
            assert!(class(value) >= before, "{value}");
            assert_eq!(class(-value), -class(value));
            before = class(value);
        }
    }
    assert_eq!(last_class(), class(Decimal::MAX.millionths()));
}

#[test]
fn the_513th_value_turns_the_list_into_a_histogram() {
    let values: Vec<i64> = (1..=513).collect();
    assert!(matches!(of(&values[..512]), Values::Few(_)));
    assert!(matches!(of(&values), Values::Many(_)));
    let mut merged = of(&values[..256]);
    merged.merge(&of(&values[256..]));
    assert!(matches!(merged, Values::Many(_)));
    assert_eq!((merged.count(), merged.ranked(0), merged.ranked(514)), (513, None, None));
}

proptest! {
    #[test]
    fn a_class_holds_its_middle_and_is_off_by_less_than_half_a_percent(value in Decimal::MIN.millionths()..=Decimal::MAX.millionths()) {
        let shown = middle(class(value));
        prop_assert_eq!(class(shown), class(value));
        prop_assert!((i128::from(shown) - i128::from(value)).abs() * 250 <= i128::from(value).abs());
    }

    #[test]
    fn ranks_are_those_of_the_sorted_list(
        values in prop::collection::vec(-5_000_000_000_i64..50_000_000_000, 1..1_200),
        p in 1_i64..1_000_000,
        cut in 0.0..1.0,
    ) {
        let p = Decimal::from_millionths(p).unwrap();
        let cut = (values.len() as f64 * cut) as usize;
        let mut state = of(&values[cut..]);
        state.merge(&of(&values[..cut]));
        let (shown, exact) = (state.ranked(nearest_rank(p, state.count())).unwrap(), brute(&values, p));
        if values.len() <= EXACT {
            prop_assert_eq!(shown, exact);
        } else {
            prop_assert_eq!(class(shown), class(exact));
        }
    }
}
