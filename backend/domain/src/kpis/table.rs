//! The facts of one KPI in one period, laid out by company and service.

use super::{Bucket, Kpi, RollupRow};
use crate::kernel::{CompanyId, Period, PeriodKind, ServiceId};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A company and what it reported, if it did.
pub(super) type Part<'a> = (CompanyId, Option<Cow<'a, Bucket>>);

/// Buckets by company and service, and the rows they were merged from.
#[derive(Debug)]
pub(super) struct Table<'a> {
    kpi: &'a Kpi,
    rows: Vec<&'a RollupRow>,
    cells: BTreeMap<(CompanyId, ServiceId), Cow<'a, Bucket>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(kpi: &'a Kpi, rows: Vec<&'a RollupRow>) -> Self {
        let mut cells = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.bucket.is_empty()) {
            take(&mut cells, (row.company, row.service), Cow::Borrowed(&row.bucket));
        }
        Self { kpi, rows, cells }
    }

    /// The companies and services that have facts.
    pub(super) fn keys(&self) -> impl Iterator<Item = (CompanyId, ServiceId)> {
        self.cells.keys().copied()
    }

    /// The companies with facts for one service, or for any, each with all of them.
    pub(super) fn companies(&self, service: Option<ServiceId>) -> BTreeMap<CompanyId, Cow<'a, Bucket>> {
        let mut companies = BTreeMap::new();
        for ((company, of), bucket) in &self.cells {
            if service.is_none_or(|service| service == *of) {
                take(&mut companies, *company, bucket.clone());
            }
        }
        companies
    }

    /// The facts of one company, for one service or for all.
    pub(super) fn company(&self, company: CompanyId, service: Option<ServiceId>) -> Option<Cow<'a, Bucket>> {
        let least = ServiceId(uuid::Uuid::nil());
        let mut all = BTreeMap::new();
        let own = self.cells.range((company, least)..).take_while(|((of, _), _)| *of == company);
        for ((_, of), bucket) in own {
            if service.is_none_or(|service| service == *of) {
                take(&mut all, (), bucket.clone());
            }
        }
        all.remove(&())
    }

    /// The facts of one service, whoever reported them.
    pub(super) fn service(&self, service: ServiceId) -> Option<Bucket> {
        super::joint::pool(self.cells.iter().filter(|((_, of), _)| *of == service).map(|(_, bucket)| bucket.as_ref()))
    }

    /// By month and service, the companies whose facts count: not those with nothing but a total of nought.
    pub(super) fn contributors(&self) -> BTreeMap<Period, BTreeMap<ServiceId, BTreeSet<CompanyId>>> {
        let mut months = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.bucket.figure(self.kpi.kind).is_some()) {
            let month = match row.period.kind() {
                PeriodKind::Day | PeriodKind::Week => Period::of(PeriodKind::Month, row.period.first()),
                PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Year => row.period,
            };
            let services: &mut BTreeMap<_, BTreeSet<_>> = months.entry(month).or_default();
            services.entry(row.service).or_default().insert(row.company);
        }
        months
    }
}

fn take<'a, K: Ord>(all: &mut BTreeMap<K, Cow<'a, Bucket>>, key: K, bucket: Cow<'a, Bucket>) {
    match all.entry(key) {
        std::collections::btree_map::Entry::Vacant(place) => {
            place.insert(bucket);
        }
        std::collections::btree_map::Entry::Occupied(mut place) => place.get_mut().to_mut().merge(&bucket),
    }
}
