//! The values behind a quantile: all of them while they are few, a histogram of fixed classes beyond that.
//!
//! Which of the two depends on the count alone, and both add up in any order to the same state. The histogram has 128
//! classes between two powers of two of the value in millionths, mirrored below nought: a class is never wider than
//! 1/128 of its values, so its middle is off by less than 0.4 %.

use crate::kernel::Decimal;

/// Up to this many values are kept as they are.
pub const EXACT: usize = 512;

/// Classes between two powers of two.
const FINE: u64 = 128;

/// The values of a bucket, in millionths.
#[derive(Clone, Debug)]
pub(super) enum Values {
    /// At most [`EXACT`] of them, in no order.
    Few(Vec<i64>),
    /// How many lie in each class.
    Many(Histogram),
}

/// How many values lie in each class; a run of neighbouring classes is kept, the rest are empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Histogram {
    first: i32,
    counts: Vec<u64>,
}

impl Values {
    pub(super) const EMPTY: Self = Self::Few(Vec::new());

    /// Takes in one value.
    #[inline]
    pub(super) fn add(&mut self, value: i64) {
        match self {
            Self::Few(values) if values.len() < EXACT => values.push(value),
            Self::Few(values) => {
                let mut histogram = Histogram::of(values);
                histogram.add(class(value), 1);
                *self = Self::Many(histogram);
            }
            Self::Many(histogram) => histogram.add(class(value), 1),
        }
    }

    /// Takes in all values of another state.
    pub(super) fn merge(&mut self, other: &Self) {
        match (&mut *self, other) {
            (_, Self::Few(more)) => more.iter().for_each(|value| self.add(*value)),
            (Self::Few(values), Self::Many(histogram)) => {
                let mut sum = histogram.clone();
                values.iter().for_each(|value| sum.add(class(*value), 1));
                *self = Self::Many(sum);
            }
            (Self::Many(sum), Self::Many(histogram)) => histogram.classes().for_each(|(at, count)| sum.add(at, count)),
        }
    }

    /// How many values there are.
    pub(super) fn count(&self) -> u64 {
        match self {
            Self::Few(values) => values.len() as u64,
            Self::Many(histogram) => histogram.counts.iter().sum(),
        }
    }

    /// The value of this rank, counted from 1; nothing beyond the last.
    ///
    /// Beyond [`EXACT`] values it is the middle of the class the value lies in.
    pub(super) fn ranked(&self, rank: u64) -> Option<i64> {
        match self {
            Self::Few(values) => {
                let place = usize::try_from(rank.checked_sub(1)?).ok().filter(|place| *place < values.len())?;
                let mut values = values.clone();
                Some(*values.select_nth_unstable(place).1)
            }
            Self::Many(histogram) => {
                let mut left = rank.checked_sub(1)?;
                for (at, count) in histogram.classes() {
                    match left.checked_sub(count) {
                        Some(rest) => left = rest,
                        None => return Some(middle(at)),
                    }
                }
                None
            }
        }
    }
}

/// The nearest rank of a share of so many values, counted from 1: the smallest that covers the share.
pub(super) fn nearest_rank(p: Decimal, count: u64) -> u64 {
    let scale = Decimal::SCALE.unsigned_abs();
    let covered = (u128::from(p.millionths().unsigned_abs()) * u128::from(count)).div_ceil(u128::from(scale));
    u64::try_from(covered).unwrap_or(u64::MAX).max(1)
}

impl Histogram {
    fn of(values: &[i64]) -> Self {
        let mut all = Self::default();
        values.iter().for_each(|value| all.add(class(*value), 1));
        all
    }

    /// Counts so many values into a class.
    #[inline]
    pub(super) fn add(&mut self, at: i32, count: u64) {
        match usize::try_from(at - self.first).ok().and_then(|place| self.counts.get_mut(place)) {
            Some(slot) => *slot += count,
            None => self.widen(at, count),
        }
    }

    /// Lengthens the run to hold a class, with some room to spare.
    #[cold]
    fn widen(&mut self, at: i32, count: u64) {
        let spare = 64;
        if self.counts.is_empty() {
            self.first = at;
        } else if at < self.first {
            let room = usize::try_from(self.first - at).unwrap_or_default() + spare;
            self.counts.splice(0..0, std::iter::repeat_n(0, room));
            self.first = at - 64;
        }
        let place = usize::try_from(at - self.first).unwrap_or_default();
        if place >= self.counts.len() {
            self.counts.resize(place + spare, 0);
        }
        self.counts[place] += count;
    }

    /// The classes that hold values, in order, with how many.
    pub(super) fn classes(&self) -> impl Iterator<Item = (i32, u64)> {
        (self.first..).zip(self.counts.iter().copied()).filter(|(_, count)| *count > 0)
    }
}

/// The class of a value: itself below 128, then 128 classes to each power of two; the same with a minus below nought.
#[inline]
pub(super) fn class(value: i64) -> i32 {
    let size = value.unsigned_abs();
    let place = if size < FINE {
        size
    } else {
        let shift = u64::from(size.ilog2() - FINE.ilog2());
        (shift + 1) * FINE + (size >> shift) - FINE
    };
    let place = i32::try_from(place).unwrap_or(i32::MAX);
    if value < 0 { -place } else { place }
}

/// The value in the middle of a class.
pub(super) fn middle(at: i32) -> i64 {
    let place = u64::from(at.unsigned_abs());
    let size = if place < FINE {
        place
    } else {
        let shift = place / FINE - 1;
        let lowest = (FINE + place % FINE) << shift;
        lowest + ((1 << shift) >> 1)
    };
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    if at < 0 { -size } else { size }
}

/// The last class there is, on either side of nought.
pub(super) fn last_class() -> i32 {
    class(Decimal::MAX.millionths())
}

#[cfg(test)]
#[path = "quantile_tests.rs"]
mod tests;
