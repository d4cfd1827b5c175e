//! Rolls facts up in memory: one bucket for each period, KPI, company and service.

use super::{Bucket, Fact, Kpi, KpiKind};
use crate::kernel::{CompanyId, DateFinder, KpiId, Period, PeriodKind, ServiceId, Zone};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hash, Hasher};

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
    places: HashMap<Key, usize, BuildHasherDefault<KeyHasher>>,
    buckets: Vec<Bucket>,
}

impl Rollup {
    /// An empty rollup into periods of one kind, in the agreement's zone, for these KPIs.
    #[must_use]
    pub fn new(kind: PeriodKind, zone: Zone, kpis: &[Kpi]) -> Self {
        Self {
            kind,
            dates: DateFinder::new(zone),
            quantiles: facts_with_quantiles(kpis),
            places: HashMap::default(),
            buckets: Vec::new(),
        }
    }

    /// Takes in one fact.
    pub fn add(&mut self, fact: &Fact) {
        let period = Period::of(self.kind, self.dates.date_of(fact.observed_at));
        let key = Key { period, kpi: fact.kpi, company: fact.company, service: fact.service };
        self.bucket(key).add(fact.observed_at, fact.reading);
    }

    /// Takes in a row of the same or a shorter kind of period.
    pub fn merge(&mut self, row: &RollupRow) {
        let period = Period::of(self.kind, row.period.first());
        let key = Key { period, kpi: row.kpi, company: row.company, service: row.service };
        self.bucket(key).merge(&row.bucket);
    }

    fn bucket(&mut self, key: Key) -> &mut Bucket {
        let (places, buckets, quantiles) = (&mut self.places, &mut self.buckets, &self.quantiles);
        let place = *places.entry(key).or_insert_with(|| {
            buckets.push(Bucket::new(quantiles.contains(&key.kpi)));
            buckets.len() - 1
        });
        &mut self.buckets[place]
    }

    /// The rows, in order of period, KPI, company and service.
    #[must_use]
    pub fn into_rows(self) -> Vec<RollupRow> {
        let ordered: BTreeMap<Key, usize> = self.places.into_iter().collect();
        let mut buckets: Vec<Option<Bucket>> = self.buckets.into_iter().map(Some).collect();
        let row = |(key, place): (Key, usize)| {
            let Key { period, kpi, company, service } = key;
            buckets[place].take().map(|bucket| RollupRow { period, kpi, company, service, bucket })
        };
        ordered.into_iter().filter_map(row).collect()
    }
}

/// The KPIs whose facts are read as quantiles, by themselves or by another KPI; only their buckets keep values.
#[must_use]
pub fn facts_with_quantiles(kpis: &[Kpi]) -> BTreeSet<KpiId> {
    kpis.iter().filter(|kpi| matches!(kpi.kind, KpiKind::Quantile(_))).map(Kpi::facts).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    period: Period,
    kpi: KpiId,
    company: CompanyId,
    service: ServiceId,
}

impl Hash for Key {
    /// The ids are the application's own and spread well, so multiplying and folding is enough.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let fold = |sum: u64, part: u64| (sum.rotate_left(23) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let ids = [self.kpi.0, self.company.0, self.service.0].map(|id| id.as_u64_pair());
        let day = u64::from(self.period.first().to_epoch_days().cast_unsigned());
        let mixed = ids.into_iter().fold(day, |sum, (high, low)| fold(fold(sum, high), low));
        state.write_u64(mixed ^ (mixed >> 32));
    }
}

/// Passes on the hash that [`Key`] has made already.
#[derive(Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, mixed: u64) {
        self.0 = mixed;
    }
}

#[cfg(test)]
#[path = "rollup_tests.rs"]
mod tests;
