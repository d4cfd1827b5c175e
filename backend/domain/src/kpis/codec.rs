//! How buckets are written down: one version byte, then numbers of as many bytes as they need.

use super::bucket::{Bucket, Valued};
use super::quantile::{EXACT, Histogram, Values, last_class};
use crate::kernel::{Decimal, Moment};

const VERSION: u8 = 1;
const RATIO: u8 = 1;
const VALUED: u8 = 2;
const WEIGHTS: u8 = 4;
const QUANTILES: u8 = 8;

/// What no bucket of real facts reaches; only bytes that are no bucket do.
const MOST_FACTS: u64 = 1_000_000_000_000;
const LARGEST_SUM: u128 = 10_u128.pow(30);
const LARGEST_WEIGHTED: u128 = 8 * 10_u128.pow(37);

/// These bytes are no bucket of a known version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BucketError;

impl std::fmt::Display for BucketError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a rollup bucket cannot be read; rebuild the rollups from the measurements")
    }
}

impl std::error::Error for BucketError {}

impl Bucket {
    /// Writes it down; equal sets of facts give equal bytes, whatever order they came in.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let weighty = self.valued.is_some_and(|all| !all.weighs_one_each(self.count));
        let flag = |on: bool, bit: u8| if on { bit } else { 0 };
        let flags = flag(self.good != 0 || self.total != 0, RATIO)
            | flag(self.valued.is_some(), VALUED)
            | flag(weighty, WEIGHTS)
            | flag(self.values.is_some(), QUANTILES);
        let mut out = Writer(vec![VERSION, flags]);
        out.number(u128::from(self.count));
        if flags & RATIO != 0 {
            out.signed(self.good);
            out.signed(self.total);
        }
        if let Some(all) = &self.valued {
            all.write(weighty, &mut out);
        }
        match &self.values {
            Some(Values::Few(values)) => out.few(values.clone()),
            Some(Values::Many(histogram)) => out.many(histogram),
            None => {}
        }
        out.0
    }

    /// Reads it back.
    ///
    /// # Errors
    /// [`BucketError`] for any bytes that [`Bucket::encode`] does not write.
    pub fn decode(bytes: &[u8]) -> Result<Self, BucketError> {
        Reader(bytes).bucket().ok_or(BucketError)
    }
}

impl Valued {
    fn weighs_one_each(&self, count: u64) -> bool {
        let scale = i128::from(Decimal::SCALE);
        self.weight == i128::from(count) * scale && self.weighted == self.sum * scale
    }

    fn write(&self, weighty: bool, out: &mut Writer) {
        out.signed(self.sum);
        if weighty {
            out.signed(self.weight);
            out.signed(self.weighted);
        }
        out.signed(self.min.into());
        out.signed(self.max.into());
        out.signed(self.last.0.micros().into());
        out.signed(self.last.1.into());
    }
}

struct Writer(Vec<u8>);

impl Writer {
    /// Seven bits to the byte, the lowest first; the top bit says that more follow.
    fn number(&mut self, mut number: u128) {
        while number > 0x7F {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    /// The sign in the lowest bit.
    fn signed(&mut self, number: i128) {
        self.number(((number << 1) ^ (number >> 127)).cast_unsigned());
    }

    fn few(&mut self, mut values: Vec<i64>) {
        values.sort_unstable();
        self.number(values.len() as u128);
        let mut before = 0;
        for value in values {
            self.signed(i128::from(value) - before);
            before = i128::from(value);
        }
    }

    fn many(&mut self, histogram: &Histogram) {
        let classes: Vec<(i32, u64)> = histogram.classes().collect();
        self.number((EXACT + classes.len()) as u128);
        let mut before = 0;
        for (class, count) in classes {
            self.signed(i128::from(class) - before);
            self.number(count.into());
            before = i128::from(class);
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u128> {
        let mut number = 0;
        for shift in (0..=126).step_by(7) {
            let byte = self.byte().filter(|byte| shift < 126 || *byte < 4)?;
            number |= u128::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i128> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// A sum that leaves room to add to it and to multiply it.
    fn sum(&mut self) -> Option<i128> {
        self.signed().filter(|sum| sum.unsigned_abs() < LARGEST_SUM)
    }

    fn decimal(&mut self) -> Option<i64> {
        let number = i64::try_from(self.signed()?).ok()?;
        Decimal::from_millionths(number).ok().map(Decimal::millionths)
    }

    fn bucket(mut self) -> Option<Bucket> {
        let (version, flags) = (self.byte()?, self.byte()?);
        if version != VERSION || flags & !(RATIO | VALUED | WEIGHTS | QUANTILES) != 0 {
            return None;
        }
        let has = |bit: u8| flags & bit != 0;
        let count = u64::try_from(self.number()?).ok().filter(|count| *count < MOST_FACTS)?;
        let (good, total) = if has(RATIO) { (self.sum()?, self.sum()?) } else { (0, 0) };
        let valued = if has(VALUED) { Some(self.valued(count, has(WEIGHTS))?) } else { None };
        let values = if has(QUANTILES) { Some(self.values()?) } else { None };
        self.0.is_empty().then_some(Bucket { count, good, total, valued, values })
    }

    fn valued(&mut self, count: u64, weighty: bool) -> Option<Valued> {
        let scale = i128::from(Decimal::SCALE);
        let sum = self.sum()?;
        let (weight, weighted) = match weighty {
            true => (self.sum()?, self.signed().filter(|weighted| weighted.unsigned_abs() < LARGEST_WEIGHTED)?),
            false => (i128::from(count) * scale, sum * scale),
        };
        let (min, max) = (self.decimal()?, self.decimal()?);
        let at = Moment::from_micros(i64::try_from(self.signed()?).ok()?).ok()?;
        let last = (at, self.decimal()?);
        (weight > 0 && min <= max).then_some(Valued { sum, weight, weighted, min, max, last })
    }

    fn values(&mut self) -> Option<Values> {
        let length = usize::try_from(self.number()?).ok()?;
        if length <= EXACT {
            let mut values = Vec::with_capacity(length);
            let mut before = 0_i128;
            for _ in 0..length {
                before = before.checked_add(self.signed()?)?;
                values.push(Decimal::from_millionths(i64::try_from(before).ok()?).ok()?.millionths());
            }
            return Some(Values::Few(values));
        }
        let mut histogram = Histogram::default();
        let (mut before, mut counted) = (0_i128, 0_u64);
        for _ in EXACT..length {
            before = before.checked_add(self.signed()?)?;
            let class =
                i32::try_from(before).ok().filter(|class| class.unsigned_abs() <= last_class().unsigned_abs())?;
            let count = u64::try_from(self.number()?).ok()?;
            counted = counted.checked_add(count)?;
            histogram.add(class, count);
        }
        Some(Values::Many(histogram))
    }
}
