//! Rollups made anew from the facts, and compared with what is kept: month by month, one month's buckets in memory.

use super::store::{self, Among, Place};
use crate::{
    agreements,
    kernel::{Database, Denial, No, Outcome, Tx},
};
use chrono::{Days, NaiveDate};
use concordat_domain::{
    access::{Actor, Place as Where, Verb},
    agreements::Terms,
    kernel::{AgreementId, Kind, Period, PeriodKind},
    kpis::{Bucket, Rollup, RollupRow, facts_with_quantiles},
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Rollups that had gone astray were made anew.
pub const REBUILT: Kind = Kind::new("rollups.rebuilt");

/// A bucket that is not what the facts add up to.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Where.
    pub place: Place,
    /// What is kept there as it is written, if anything.
    pub kept: Option<Vec<u8>>,
    /// What should be there as it would be written, if anything.
    pub right: Option<Vec<u8>>,
}

/// What a month's buckets are made of.
pub(super) enum Source<'a> {
    /// The days' buckets as they are kept.
    Days,
    /// The days' buckets as they were just made.
    Made(&'a [RollupRow]),
}

type Stretch = (NaiveDate, NaiveDate);

/// The first bucket, in order of month, day and place, that is not what the facts add up to. `seen` hears of every
/// month that is as it should be.
///
/// # Errors
/// Forbidden for whoever does not operate the instance, or a fault.
pub fn verify(tx: &mut Tx<'_>, agreement: AgreementId, mut seen: impl FnMut(Period)) -> Outcome<Option<Difference>> {
    let terms = operated(tx, agreement)?;
    for month in months(tx, agreement, &terms)? {
        let days = made(tx, agreement, &terms, whole(month), None)?;
        let kept = store::range(tx, agreement, PeriodKind::Day, whole(month), None)?;
        let mut found = differences(kept, &days);
        if found.is_empty() {
            let kept = store::range(tx, agreement, PeriodKind::Month, whole(month), None)?;
            found = differences(kept, &merged(&terms, &days));
        }
        if !found.is_empty() {
            return Ok(Some(found.swap_remove(0)));
        }
        seen(month);
    }
    Ok(None)
}

/// Makes the rollups anew from the facts, all of them or those of one period, in one transaction a month, and answers
/// how many buckets were not as they should be. `seen` hears of every month with how many those were.
///
/// # Errors
/// Forbidden for whoever does not operate the instance, or a fault.
pub fn rebuild(
    database: &Database,
    actor: &Arc<Actor>,
    agreement: AgreementId,
    period: Option<Period>,
    mut seen: impl FnMut(Period, usize),
) -> Outcome<usize> {
    let all = database.read(actor, |tx| {
        let terms = operated(tx, agreement)?;
        match period {
            Some(period) => Ok(months_between(period.first(), period.last())),
            None => months(tx, agreement, &terms),
        }
    })?;
    let mut mended = 0;
    for month in all {
        let (first, last) = whole(month);
        let stretch = period.map_or((first, last), |period| (first.max(period.first()), last.min(period.last())));
        let found = database.write(actor, agreement, |tx| mend(tx, agreement, month, stretch))?;
        mended += found;
        seen(month, found);
    }
    Ok(mended)
}

/// Makes a stretch of a month anew, and the month with it.
fn mend(tx: &mut Tx<'_>, agreement: AgreementId, month: Period, stretch: Stretch) -> Outcome<usize> {
    let terms = operated(tx, agreement)?;
    let (days, mut mended) = refresh_days(tx, agreement, &terms, stretch, None)?;
    let source = if stretch == whole(month) { Source::Made(&days) } else { Source::Days };
    mended += refresh_month(tx, agreement, &terms, month, source, None)?;
    if mended > 0 {
        let detail = json!({ "month": month, "buckets": mended });
        tx.record(REBUILT, agreement, None, &detail)?;
    }
    Ok(mended)
}

/// Makes the days' buckets of a stretch anew from the facts; answers them, and how many were not as they should be.
pub(super) fn refresh_days(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    terms: &Terms,
    stretch: Stretch,
    among: Option<&Among>,
) -> Outcome<(Vec<RollupRow>, usize)> {
    let days = made(tx, agreement, terms, stretch, among)?;
    let kept = store::range(tx, agreement, PeriodKind::Day, stretch, among)?;
    let mended = apply(tx, agreement, differences(kept, &days))?;
    Ok((days, mended))
}

/// Makes a month's buckets anew from its days; answers how many were not as they should be.
pub(super) fn refresh_month(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    terms: &Terms,
    month: Period,
    source: Source<'_>,
    among: Option<&Among>,
) -> Outcome<usize> {
    let right = match source {
        Source::Made(days) => merged(terms, days),
        Source::Days => {
            let days = store::range(tx, agreement, PeriodKind::Day, whole(month), among)?;
            merged(terms, &days.into_iter().map(read).collect::<Outcome<Vec<_>>>()?)
        }
    };
    let kept = store::range(tx, agreement, PeriodKind::Month, (month.first(), month.first()), among)?;
    apply(tx, agreement, differences(kept, &right))
}

/// A bucket read back.
pub(super) fn read((place, bucket): (Place, Vec<u8>)) -> Outcome<RollupRow> {
    Ok(place.row(Bucket::decode(&bucket).map_err(No::broken)?))
}

/// Rows as the terms want them. An amendment may bring a quantile to facts that were kept without their values before
/// it: such buckets are made anew from the facts here, until the rollups are rebuilt.
pub(super) fn with_values(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    terms: &Terms,
    rows: Vec<RollupRow>,
) -> Outcome<Vec<RollupRow>> {
    let quantiles = facts_with_quantiles(&terms.kpis);
    let behind = |row: &RollupRow| quantiles.contains(&row.kpi) && !row.bucket.has_quantiles();
    let places: BTreeSet<Place> = rows.iter().filter(|row| behind(row)).map(Place::from).collect();
    if places.is_empty() {
        return Ok(rows);
    }
    let among = Among {
        kpis: places.iter().map(|place| place.kpi).collect(),
        companies: places.iter().map(|place| place.company).collect(),
    };
    let mut rows: Vec<RollupRow> = rows.into_iter().filter(|row| !behind(row)).collect();
    for period in places.iter().map(|place| place.period).collect::<BTreeSet<_>>() {
        let days = made(tx, agreement, terms, (period.first(), period.last()), Some(&among))?;
        let made = if period.kind() == PeriodKind::Day { days } else { merged(terms, &days) };
        rows.extend(made.into_iter().filter(|row| places.contains(&Place::from(row))));
    }
    Ok(rows)
}

fn operated(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Arc<Terms>> {
    if !tx.actor().may(Verb::InstanceOperate, Where::shared(AgreementId::INSTANCE)) {
        return Err(Denial::Forbidden.into());
    }
    agreements::terms(tx, agreement)
}

fn whole(month: Period) -> Stretch {
    (month.first(), month.last())
}

/// Every month from the first fact or bucket to the last.
fn months(tx: &mut Tx<'_>, agreement: AgreementId, terms: &Terms) -> Outcome<Vec<Period>> {
    let observed = store::observed_between(tx, agreement)?;
    let dates = observed.map(|(first, last)| (terms.zone.date_of(first), terms.zone.date_of(last)));
    let spans = [dates, store::span(tx, agreement, PeriodKind::Day)?, store::span(tx, agreement, PeriodKind::Month)?];
    let spans = || spans.iter().flatten();
    let (first, last) = (spans().map(|span| span.0).min(), spans().map(|span| span.1).max());
    Ok(first.zip(last).map_or_else(Vec::new, |(first, last)| months_between(first, last)))
}

fn months_between(first: NaiveDate, last: NaiveDate) -> Vec<Period> {
    let first = Period::of(PeriodKind::Month, first);
    std::iter::successors(Some(first), |month| Some(month.next())).take_while(|month| month.first() <= last).collect()
}

/// What the facts of a stretch add up to, day by day.
fn made(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    terms: &Terms,
    (first, last): Stretch,
    among: Option<&Among>,
) -> Outcome<Vec<RollupRow>> {
    let span = (terms.zone.start_of(first), terms.zone.start_of(last + Days::new(1)));
    let mut days = Rollup::new(PeriodKind::Day, terms.zone, &terms.kpis);
    store::each_fact(tx, agreement, span, among, |fact| days.add(fact))?;
    Ok(days.into_rows())
}

/// What days add up to, month by month.
fn merged(terms: &Terms, days: &[RollupRow]) -> Vec<RollupRow> {
    let mut months = Rollup::new(PeriodKind::Month, terms.zone, &terms.kpis);
    days.iter().for_each(|row| months.merge(row));
    months.into_rows()
}

/// What is kept against what is right, in order of place.
fn differences(kept: Vec<(Place, Vec<u8>)>, right: &[RollupRow]) -> Vec<Difference> {
    let mut kept: BTreeMap<Place, Vec<u8>> = kept.into_iter().collect();
    let mut found = Vec::new();
    for row in right {
        let place = Place::from(row);
        let (kept, right) = (kept.remove(&place), row.bucket.encode());
        if kept.as_ref() != Some(&right) {
            found.push(Difference { place, kept, right: Some(right) });
        }
    }
    found.extend(kept.into_iter().map(|(place, kept)| Difference { place, kept: Some(kept), right: None }));
    found.sort_by_key(|difference| difference.place);
    found
}

/// Puts right what is not; answers how many buckets that were.
fn apply(tx: &mut Tx<'_>, agreement: AgreementId, found: Vec<Difference>) -> Outcome<usize> {
    let (mut missing, mut wrong, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    let differ = found.len();
    for Difference { place, right, kept } in found {
        match right {
            Some(bucket) if kept.is_none() => missing.push((place, bucket)),
            Some(bucket) => wrong.push((place, bucket)),
            None => gone.push(place),
        }
    }
    store::begin(tx, agreement, &missing)?;
    store::put(tx, agreement, &wrong)?;
    store::delete(tx, agreement, &gone)?;
    Ok(differ)
}
