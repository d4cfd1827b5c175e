//! An exact fraction of two wide integers, compared without overflow and rounded only to be shown.

use super::Decimal;
use std::cmp::Ordering;

/// `numerator / denominator`, the denominator above nought. Not reduced.
///
/// Magnitudes below 10³⁷ are exact in every operation here: room for 10⁹ facts of 10¹² each, in millionths.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// A fraction, unless the denominator is nought.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        match denominator.signum() {
            0 => None,
            1 => Some(Self { numerator, denominator }),
            _ => Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? }),
        }
    }

    /// So many millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i128) -> Self {
        Self { numerator: millionths, denominator: Decimal::SCALE as i128 }
    }

    /// The part above the line.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The part below the line, above nought.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The nearest millionth, halves away from nought, held within ±10¹².
    #[must_use]
    pub fn round(self) -> Decimal {
        let (sign, size) = (self.numerator.signum(), self.numerator.saturating_abs());
        let (mut digits, mut rest) = (size / self.denominator, size % self.denominator);
        for _ in 0..6 {
            rest = rest.saturating_mul(10);
            digits = digits.saturating_mul(10).saturating_add(rest / self.denominator);
            rest %= self.denominator;
        }
        let up = i128::from(rest >= self.denominator - rest);
        Decimal::clamped(digits.saturating_add(up).saturating_mul(sign))
    }
}

impl From<Decimal> for Fraction {
    fn from(number: Decimal) -> Self {
        Self::from_millionths(number.wide())
    }
}

impl Ord for Fraction {
    /// Compares whole parts, then the remainders upside down: never multiplies, so never overflows.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b, mut c, mut d) = (self.numerator, self.denominator, other.numerator, other.denominator);
        let mut turned = false;
        loop {
            let order = a.div_euclid(b).cmp(&c.div_euclid(d));
            if order != Ordering::Equal {
                return if turned { order.reverse() } else { order };
            }
            (a, c) = (a.rem_euclid(b), c.rem_euclid(d));
            match (a, c) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return if turned { Ordering::Greater } else { Ordering::Less },
                (_, 0) => return if turned { Ordering::Less } else { Ordering::Greater },
                _ => (a, b, c, d) = (b, a, d, c),
            }
            turned = !turned;
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    #[test]
    fn comparison_is_exact_beyond_cross_multiplication() {
        let huge = 10_i128.pow(37);
        assert!(fraction(huge - 1, huge) < fraction(huge, huge + 1));
        assert_eq!(fraction(-2, 4), fraction(1, -2));
        assert_eq!(fraction(95, 100), Decimal::parse("0.95").unwrap().into());
        assert!(fraction(949_999_999, 1_000_000_000) < Decimal::parse("0.95").unwrap().into());
    }

    #[test]
    fn halves_round_away_from_nought() {
        assert_eq!(fraction(1, 3).round().to_string(), "0.333333");
        assert_eq!(fraction(2, 3).round().to_string(), "0.666667");
        assert_eq!(fraction(1, 2_000_000).round().to_string(), "0.000001");
        assert_eq!(fraction(-1, 2_000_000).round().to_string(), "-0.000001");
        assert_eq!(fraction(1, 2_000_001).round(), Decimal::ZERO);
        assert_eq!(fraction(i128::MAX, 1).round(), Decimal::MAX);
        assert!(Fraction::new(1, 0).is_none());
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_products(a in -9_999_i128..9_999, b in 1_i128..9_999, c in -9_999_i128..9_999, d in 1_i128..9_999) {
            prop_assert_eq!(fraction(a, b).cmp(&fraction(c, d)), (a * d).cmp(&(c * b)));
        }
    }
}
