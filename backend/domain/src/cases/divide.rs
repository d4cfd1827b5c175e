//! Dividing a whole among weights so that the parts add up to it exactly.

use std::cmp::Reverse;

/// The parts of a whole by weight: each rounded down, and what is left goes one by one to the largest remainders, of
/// equal ones to the first. All to the first when no weight is above nought. The whole is not below nought.
pub(super) fn divide(whole: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum <= 0 {
        let first = |place: usize| if place == 0 { whole } else { 0 };
        return (0..weights.len()).map(first).collect();
    }
    let exact = |weight: &i64| i128::from(whole) * i128::from(*weight);
    let mut parts: Vec<i64> = weights.iter().map(|it| i64::try_from(exact(it) / sum).unwrap_or(0)).collect();
    let left = usize::try_from(whole - parts.iter().sum::<i64>()).unwrap_or(0);
    let mut places: Vec<usize> = (0..weights.len()).collect();
    places.sort_by_key(|place| Reverse(exact(&weights[*place]) % sum));
    for place in places.into_iter().take(left) {
        parts[place] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_left_goes_to_the_largest_remainders() {
        assert_eq!(divide(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(divide(10, &[7, 0, 4]), [6, 0, 4]);
        assert_eq!(divide(7, &[0, 0]), [7, 0]);
        assert!(divide(7, &[]).is_empty());
    }

    proptest! {
        #[test]
        fn parts_add_up(
            whole in 0_i64..4_000_000_000_000_000,
            weights in prop::collection::vec(0_i64..4_000_000_000_000_000, 1..6),
        ) {
            let parts = divide(whole, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), whole);
            prop_assert!(parts.iter().all(|part| *part >= 0));
        }
    }
}
