//! Rollups follow the facts in the same transaction: new facts are merged in, buckets that a correction touched are
//! made anew from the facts.

use super::{
    rebuilding::{self, Source},
    store::{self, Among, Place},
};
use crate::kernel::{Outcome, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    agreements::Terms,
    kernel::{AgreementId, DateFinder, Period, PeriodKind},
    kpis::{Fact, Rollup, RollupRow, facts_with_quantiles},
};
use std::collections::BTreeSet;

/// What a batch changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Facts that nothing stood for before.
    pub(super) added: Vec<Fact>,
    /// Corrected facts: what they said and what they say.
    pub(super) corrected: Vec<(Fact, Fact)>,
}

impl Changes {
    /// The facts as they say now.
    pub(super) fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.added.iter().chain(self.corrected.iter().map(|(_, now)| now))
    }
}

/// Buckets that cannot be merged into, because something that was in them is not true any more.
struct Stale {
    days: BTreeSet<NaiveDate>,
    among: Among,
}

impl Stale {
    fn note(&mut self, place: Place) {
        self.days.insert(place.period.first());
        self.among.kpis.insert(place.kpi);
        self.among.companies.insert(place.company);
    }

    fn holds(&self, row: &RollupRow) -> bool {
        let day = |day: &NaiveDate| row.period.contains(*day);
        self.among.holds(row.kpi, row.company) && self.days.range(row.period.first()..).next().is_some_and(day)
    }

    /// The days, with neighbours put together.
    fn stretches(&self) -> Vec<(NaiveDate, NaiveDate)> {
        let mut all: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for day in &self.days {
            match all.last_mut() {
                Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
                _ => all.push((*day, *day)),
            }
        }
        all
    }

    fn months(&self) -> BTreeSet<Period> {
        self.days.iter().map(|day| Period::of(PeriodKind::Month, *day)).collect()
    }
}

/// Brings the rollups in line with what a batch changed.
pub(super) fn follow(tx: &mut Tx<'_>, agreement: AgreementId, terms: &Terms, changes: &Changes) -> Outcome<()> {
    let mut days = Rollup::new(PeriodKind::Day, terms.zone, &terms.kpis);
    changes.added.iter().for_each(|fact| days.add(fact));
    let days = days.into_rows();
    let mut months = Rollup::new(PeriodKind::Month, terms.zone, &terms.kpis);
    days.iter().for_each(|row| months.merge(row));
    let months = months.into_rows();

    let mut stale = Stale { days: BTreeSet::new(), among: Among::default() };
    let mut dates = DateFinder::new(terms.zone);
    for fact in changes.corrected.iter().flat_map(|(before, now)| [before, now]) {
        let period = Period::of(PeriodKind::Day, dates.date_of(fact.observed_at));
        stale.note(Place { period, kpi: fact.kpi, company: fact.company, service: fact.service });
    }
    merge(tx, agreement, terms, &days, &mut stale)?;
    merge(tx, agreement, terms, &months, &mut stale)?;
    for stretch in stale.stretches() {
        rebuilding::refresh_days(tx, agreement, terms, stretch, Some(&stale.among))?;
    }
    for month in stale.months() {
        rebuilding::refresh_month(tx, agreement, terms, month, Source::Days, Some(&stale.among))?;
    }
    Ok(())
}

/// Merges new facts into what stands, but for what is stale. A bucket without the values that a KPI has come to ask
/// for is found to be stale here.
fn merge(tx: &mut Tx<'_>, agreement: AgreementId, terms: &Terms, rows: &[RollupRow], stale: &mut Stale) -> Outcome<()> {
    let quantiles = facts_with_quantiles(&terms.kpis);
    let places: Vec<Place> = rows.iter().filter(|row| !stale.holds(row)).map(Place::from).collect();
    let mut stored = store::load(tx, agreement, &places)?;
    let (mut begun, mut merged) = (Vec::with_capacity(places.len()), Vec::new());
    for row in rows.iter().filter(|row| !stale.holds(row)).collect::<Vec<_>>() {
        let place = Place::from(row);
        match stored.remove(&place) {
            Some(bucket) if bucket.has_quantiles() != quantiles.contains(&row.kpi) => {
                place
                    .period
                    .dates()
                    .for_each(|day| stale.note(Place { period: Period::of(PeriodKind::Day, day), ..place }));
            }
            Some(mut bucket) => {
                bucket.merge(&row.bucket);
                merged.push((place, bucket.encode()));
            }
            None => begun.push((place, row.bucket.encode())),
        }
    }
    store::begin(tx, agreement, &begun)?;
    store::put(tx, agreement, &merged)
}
