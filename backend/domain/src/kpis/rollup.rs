//! Rolls facts up in memory: one bucket for each period, KPI, company and service.

use super::{Bucket, Fact, Kpi, KpiKind};
use crate::kernel::{CompanyId, DateFinder, KpiId, Period, PeriodKind, ServiceId, Zone};
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// One row of the rollups: what the facts of one KPI, company and service add up to in one period.
#[derive(Clone, Debug)]
pub struct RollupRow {
    /// A day, a month, or whatever was asked for.
    pub period: Period,
    /// The KPI under which the facts are kept, see [`Kpi::facts`].
    pub kpi: KpiId,
    /// Whose work was measured.
    pub company: CompanyId,
    /// For which service.
    pub service: ServiceId,
    /// The facts, merged.
    pub bucket: Bucket,
}

/// Adds facts up into buckets; memory grows with the buckets, not with the facts.
#[derive(Debug)]
pub struct Rollup {
    kind: PeriodKind,
    dates: DateFinder,
    quantiles: BTreeSet<KpiId>,
    series: HashMap<Series, u32, BuildHasherDefault<Folded>>,
    places: HashMap<(u32, Period), u32, BuildHasherDefault<Folded>>,
    buckets: Vec<Bucket>,
}

/// What has one bucket in each period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Series {
    kpi: KpiId,
    company: CompanyId,
    service: ServiceId,
}

impl Rollup {
    /// An empty rollup into periods of one kind, in the agreement's zone, for these KPIs.
    #[must_use]
    pub fn new(kind: PeriodKind, zone: Zone, kpis: &[Kpi]) -> Self {
        Self {
            kind,
            dates: DateFinder::new(zone),
            quantiles: facts_with_quantiles(kpis),
            series: HashMap::default(),
            places: HashMap::default(),
            buckets: Vec::new(),
        }
    }

    /// Takes in one fact.
    pub fn add(&mut self, fact: &Fact) {
        let period = Period::of(self.kind, self.dates.date_of(fact.observed_at));
        let series = Series { kpi: fact.kpi, company: fact.company, service: fact.service };
        self.bucket(series, period).add(fact.observed_at, fact.reading);
    }

    /// Takes in a row of the same or a shorter kind of period.
    pub fn merge(&mut self, row: &RollupRow) {
        let period = Period::of(self.kind, row.period.first());
        let series = Series { kpi: row.kpi, company: row.company, service: row.service };
        self.bucket(series, period).merge(&row.bucket);
    }

    fn bucket(&mut self, series: Series, period: Period) -> &mut Bucket {
        let next = u32::try_from(self.series.len()).unwrap_or(u32::MAX);
        let number = *self.series.entry(series).or_insert(next);
        let (buckets, quantiles) = (&mut self.buckets, &self.quantiles);
        let place = *self.places.entry((number, period)).or_insert_with(|| {
            buckets.push(Bucket::new(quantiles.contains(&series.kpi)));
            u32::try_from(buckets.len() - 1).unwrap_or(u32::MAX)
        });
        &mut self.buckets[place as usize]
    }

    /// The rows, in order of period, KPI, company and service.
    #[must_use]
    pub fn into_rows(self) -> Vec<RollupRow> {
        let series: HashMap<u32, Series> = self.series.into_iter().map(|(series, number)| (number, series)).collect();
        let mut buckets: Vec<Option<Bucket>> = self.buckets.into_iter().map(Some).collect();
        let row = |((number, period), place): ((u32, Period), u32)| {
            let Series { kpi, company, service } = *series.get(&number)?;
            let bucket = buckets.get_mut(place as usize)?.take()?;
            Some(RollupRow { period, kpi, company, service, bucket })
        };
        let mut rows: Vec<RollupRow> = self.places.into_iter().filter_map(row).collect();
        rows.sort_unstable_by_key(|row| (row.period, row.kpi, row.company, row.service));
        rows
    }
}

/// The KPIs whose facts are read as quantiles, by themselves or by another KPI; only their buckets keep values.
#[must_use]
pub fn facts_with_quantiles(kpis: &[Kpi]) -> BTreeSet<KpiId> {
    kpis.iter().filter(|kpi| matches!(kpi.kind, KpiKind::Quantile(_))).map(Kpi::facts).collect()
}

/// Hashes ids and dates by folding and multiplying: they are the application's own, so nobody can make them collide.
#[derive(Default)]
struct Folded(u64);

impl Folded {
    fn fold(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(23) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Folded {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.fold(u64::from_le_bytes(*word)));
        rest.iter().for_each(|byte| self.fold((*byte).into()));
    }

    fn write_u32(&mut self, number: u32) {
        self.fold(number.into());
    }

    fn write_i32(&mut self, number: i32) {
        self.fold(number.cast_unsigned().into());
    }

    fn write_usize(&mut self, number: usize) {
        self.fold(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.fold(number.cast_unsigned() as u64);
    }
}

#[cfg(test)]
#[path = "rollup_tests.rs"]
mod tests;
