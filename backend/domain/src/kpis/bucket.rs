//! A bucket: the facts of one day or month, KPI, company and service, merged. What order they came in leaves no trace.

use super::quantile::{Values, nearest_rank};
use super::{KpiKind, Reading};
use crate::kernel::{Decimal, Fraction, Moment};

/// Facts added up; every KPI kind can be read from it.
///
/// Adding and merging are associative and commutative, and equal sets of facts give equal [`Bucket::encode`] bytes.
/// Exact for 10⁷ facts of the largest value and weight, and for 10¹¹ of usual ones.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// How many facts there are.
    pub(super) count: u64,
    /// The good ones, in millionths.
    pub(super) good: i128,
    /// The total, in millionths.
    pub(super) total: i128,
    /// What only facts with a value have.
    pub(super) valued: Option<Valued>,
    /// The values behind quantiles, where they are wanted.
    pub(super) values: Option<Values>,
}

/// What facts with a value add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Valued {
    /// The values, in millionths.
    pub(super) sum: i128,
    /// The weights, in millionths.
    pub(super) weight: i128,
    /// Value × weight, in millionths of millionths.
    pub(super) weighted: i128,
    pub(super) min: i64,
    pub(super) max: i64,
    /// The latest value; of two at the same moment, the larger.
    pub(super) last: (Moment, i64),
}

impl Bucket {
    /// An empty bucket; with `quantiles` it can answer quantiles.
    #[must_use]
    pub fn new(quantiles: bool) -> Self {
        Self { count: 0, good: 0, total: 0, valued: None, values: quantiles.then_some(Values::EMPTY) }
    }

    /// Takes in one fact.
    #[inline]
    pub fn add(&mut self, at: Moment, reading: Reading) {
        self.count += 1;
        match reading {
            Reading::Occurrence => {}
            Reading::Ratio { good, total } => {
                self.good += good.wide();
                self.total += total.wide();
            }
            Reading::Value { value, weight } => {
                if let Some(values) = &mut self.values {
                    values.add(value.millionths());
                }
                self.take(Valued::of(at, value, weight));
            }
        }
    }

    /// Takes in all facts of another bucket.
    pub fn merge(&mut self, other: &Self) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            self.clone_from(other);
            return;
        }
        self.count += other.count;
        self.good += other.good;
        self.total += other.total;
        if let Some(valued) = other.valued {
            self.take(valued);
        }
        match (&mut self.values, &other.values) {
            (Some(mine), Some(theirs)) => mine.merge(theirs),
            _ => self.values = None,
        }
    }

    #[inline]
    fn take(&mut self, more: Valued) {
        match &mut self.valued {
            Some(valued) => valued.merge(more),
            None => self.valued = Some(more),
        }
    }

    /// How many facts there are.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether it can answer quantiles.
    #[must_use]
    pub const fn has_quantiles(&self) -> bool {
        self.values.is_some()
    }

    /// The figure of a kind, exactly; nothing where there are no facts for it, or only a total of nought.
    #[must_use]
    pub fn figure(&self, kind: KpiKind) -> Option<Fraction> {
        let scale = i128::from(Decimal::SCALE);
        match kind {
            KpiKind::Ratio => Fraction::new(self.good, self.total),
            KpiKind::Mean => self.valued.and_then(|all| Fraction::new(all.weighted, all.weight * scale)),
            KpiKind::Sum => self.valued.and_then(|all| Fraction::new(all.sum, scale)),
            KpiKind::Count => (self.count > 0).then(|| Fraction::new(i128::from(self.count), 1))?,
            KpiKind::Quantile(p) => self.quantile(p).map(Into::into),
            KpiKind::Last => self.valued.and_then(|all| Fraction::new(i128::from(all.last.1), scale)),
        }
    }

    /// The value at the nearest rank of a share; exact for up to 512 values, within 0.4 % beyond.
    #[must_use]
    pub fn quantile(&self, p: Decimal) -> Option<Decimal> {
        let values = self.values.as_ref()?;
        self.ranked(nearest_rank(p, values.count()))
    }

    /// The value of a rank, counted from 1.
    pub(super) fn ranked(&self, rank: u64) -> Option<Decimal> {
        let (values, valued) = (self.values.as_ref()?, self.valued?);
        let value = values.ranked(rank)?.clamp(valued.min, valued.max);
        Some(Decimal::clamped(i128::from(value)))
    }

    /// What stands above the line: the good ones of a ratio, value × weight of a mean, a sum; nothing for other kinds.
    #[must_use]
    pub fn numerator(&self, kind: KpiKind) -> Option<Decimal> {
        let scale = i128::from(Decimal::SCALE);
        match kind {
            KpiKind::Ratio => Some(Decimal::clamped(self.good)),
            KpiKind::Mean => {
                self.valued.and_then(|all| Fraction::new(all.weighted, scale * scale)).map(Fraction::round)
            }
            KpiKind::Sum => self.valued.map(|all| Decimal::clamped(all.sum)),
            KpiKind::Count | KpiKind::Quantile(_) | KpiKind::Last => None,
        }
    }

    /// What stands below the line: the total of a ratio, the weight of a mean, the number of facts of other kinds.
    #[must_use]
    pub fn denominator(&self, kind: KpiKind) -> Decimal {
        match kind {
            KpiKind::Ratio => Decimal::clamped(self.total),
            KpiKind::Mean => Decimal::clamped(self.valued.map_or(0, |all| all.weight)),
            _ => Decimal::clamped(i128::from(self.count) * i128::from(Decimal::SCALE)),
        }
    }

    /// The smallest and the largest value, where facts have values.
    #[must_use]
    pub fn range(&self) -> Option<(Decimal, Decimal)> {
        self.valued.map(|all| (Decimal::clamped(all.min.into()), Decimal::clamped(all.max.into())))
    }
}

impl Valued {
    #[inline]
    fn of(at: Moment, value: Decimal, weight: Decimal) -> Self {
        let one = value.millionths();
        let weighted = value.wide() * weight.wide();
        Self { sum: value.wide(), weight: weight.wide(), weighted, min: one, max: one, last: (at, one) }
    }

    #[inline]
    fn merge(&mut self, more: Self) {
        self.sum += more.sum;
        self.weight += more.weight;
        self.weighted += more.weighted;
        self.min = self.min.min(more.min);
        self.max = self.max.max(more.max);
        self.last = self.last.max(more.last);
    }
}

#[cfg(test)]
#[path = "bucket_tests.rs"]
mod tests;
