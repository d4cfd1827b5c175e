//! What the companies measured from January 2025 to the first days of March 2026, and what of it they told when.
//!
//! Nordlicht slips in summer; Halden says nothing of its hand-overs in November; the workshop's May was reported wrong
//! and put right, Halden's outage of December was found late, and the workshop's last invoices of January came late.

use super::{
    cases::{self, MONTHS},
    rounds,
    told::Pen,
};
use chrono::{Datelike, NaiveDate};
use concordat_domain::kernel::{Decimal, Period, PeriodKind, Zone};
use std::iter;

pub use super::told::Told;

/// The last local date of which everything is told.
fn last() -> NaiveDate {
    day(2026, 3, 4)
}

/// A date that the story names.
pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The months of the story, in order; the last one has only begun.
pub fn months() -> impl Iterator<Item = Period> {
    iter::successors(Some(Period::of(PeriodKind::Month, day(2025, 1, 1))), |month| Some(month.next())).take(MONTHS)
}

/// What the companies tell of a month soon after its end.
#[must_use]
pub fn reported(zone: Zone, month: Period) -> Vec<Told> {
    truth(zone, month).into_iter().filter_map(at_first).collect()
}

/// What they tell of it later: corrections, and what had not come in.
#[must_use]
pub fn amended(zone: Zone, month: Period) -> Vec<Told> {
    let told_otherwise = |told: &Told| !is_lost(told) && at_first(told.clone()).as_ref() != Some(told);
    truth(zone, month).into_iter().filter(told_otherwise).collect()
}

fn truth(zone: Zone, month: Period) -> Vec<Told> {
    let Some(place) = months().position(|known| known == month) else { return Vec::new() };
    let dates: Vec<NaiveDate> = month.dates().take_while(|date| *date <= last()).collect();
    let mut pen = Pen { zone, told: Vec::new() };
    cases::note(&mut pen, place, &dates);
    rounds::note(&mut pen, place, &dates, month.last() > last());
    pen.told
}

/// What a company says of something at first, if it does.
fn at_first(mut told: Told) -> Option<Told> {
    let Told { kpi, company, date, .. } = told;
    match (kpi, company, (date.year(), date.month())) {
        _ if is_lost(&told) => None,
        // visits of the first ten days were closed in the tool only after the weekend
        ("sla-met", "berger", (2025, 5)) if date.day() <= 10 => {
            let one_less = |good: Decimal| Decimal::clamped((good.wide() - Decimal::ONE.wide()).max(0));
            told.parts.good = told.parts.good.map(one_less);
            Some(told)
        }
        // the probe stood on the wrong side of the outage
        ("availability", "halden", (2025, 12)) if matches!(date.day(), 17 | 18) => {
            told.parts.value = Some(Decimal::ONE);
            Some(told)
        }
        // the invoices of the last week came with the next month's
        ("visit-costs", "berger", (2026, 1)) if date.day() >= 26 => None,
        _ => Some(told),
    }
}

/// The log of Halden's telephones was overwritten; nobody knows any more.
fn is_lost(told: &Told) -> bool {
    (told.kpi, told.company) == ("hand-over-minutes-p50", "halden")
        && (told.date.year(), told.date.month()) == (2025, 11)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::dice::digest;
    use std::collections::HashSet;

    fn vienna() -> Zone {
        Zone::parse("Europe/Vienna").unwrap()
    }

    #[test]
    fn it_is_the_same_in_every_run() {
        let all: Vec<Told> = months().flat_map(|month| reported(vienna(), month)).collect();
        let number = |part: Option<Decimal>| part.map_or_else(String::new, |number| number.to_string());
        let line = |told: &Told| {
            let parts = [told.parts.value, told.parts.weight, told.parts.good, told.parts.total].map(number);
            format!("{} {} {} {}", told.source, told.key, told.at, parts.join("/"))
        };
        let sum = all.iter().fold(0, |sum, told| digest(sum, &line(told)));
        assert_eq!((all.len(), sum), (19_283, 10_063_721_347_435_005_618));
        let amended: Vec<usize> = months().map(|month| amended(vienna(), month).len()).collect();
        assert_eq!(amended.iter().filter(|count| **count > 0).count(), 3, "{amended:?}");
    }

    #[test]
    fn every_measurement_has_a_key_of_its_own_and_lies_in_its_month() {
        let mut keys = HashSet::new();
        for month in months() {
            for told in truth(vienna(), month) {
                assert!(month.contains(told.date) && vienna().date_of(told.at) == told.date, "{told:?}");
                assert!(keys.insert((told.source, told.key.clone())), "{told:?}");
            }
        }
    }
}
