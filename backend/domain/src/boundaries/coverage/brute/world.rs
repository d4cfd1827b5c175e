//! Small agreements at random, with calendars in zones that change their clocks, holidays and exceptions.

use super::super::super::samples::*;
use super::super::super::{Demand, Drawn, Element, Ground, Limit, Responsibility, Volume, Within};
use super::minutes::{MINUTES, moment};
use crate::calendars::{Calendar, Interval, Week, WeekDays};
use crate::kernel::{PeriodKind, Span, Zone};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};

const ZONES: &[&str] =
    &["UTC", "Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Atlantic/Azores"];
const CALENDARS: [&str; 3] = ["a", "b", "c"];

/// Intervals of one date that do not overlap, in quarters of an hour.
fn intervals() -> impl Strategy<Value = Vec<Interval>> {
    vec(0_u16..=96, 0..5).prop_map(|mut ends| {
        ends.sort_unstable();
        ends.dedup();
        let time = |quarters: u16| format!("{:02}:{:02}", quarters / 4, quarters % 4 * 15);
        let pairs = ends.chunks_exact(2).map(|pair| format!("{}-{}", time(pair[0]), time(pair[1])));
        pairs.map(|text| Interval::parse(&text).unwrap()).collect()
    })
}

/// The same hours on most days, perhaps over midnight from Saturday.
pub fn weekly(zones: &'static [&'static str]) -> impl Strategy<Value = Calendar> {
    (select(zones), intervals(), intervals(), intervals(), any::<bool>()).prop_map(|(zone, week, fri, sun, night)| {
        let [mon, tue, wed, thu] = std::array::from_fn(|_| week.clone());
        let sat = if night { vec![Interval::parse("22:45-00:15").unwrap()] } else { Vec::new() };
        let sun = if night { sun.into_iter().filter(|it| !it.to_string().starts_with("00:")).collect() } else { sun };
        let hours = Week::Days(WeekDays { mon, tue, wed, thu, fri, sat, sun });
        let zone = Zone::parse(zone).unwrap();
        Calendar { zone, hours, exceptions: BTreeMap::new(), holidays: BTreeMap::new() }
    })
}

fn calendar() -> impl Strategy<Value = Calendar> {
    (weekly(ZONES), vec((0_u64..364, option::of(intervals())), 0..4)).prop_map(|(mut calendar, special)| {
        for (day, hours) in special {
            let date = chrono::NaiveDate::from_ymd_opt(2025, 9, 1).unwrap() + chrono::Days::new(day);
            match hours {
                Some(hours) => drop(calendar.exceptions.insert(date, hours)),
                None => drop(calendar.holidays.insert(date, String::new())),
            }
        }
        calendar
    })
}

fn some(from: &'static [&'static str]) -> impl Strategy<Value = BTreeSet<String>> {
    vec(select(from), 1..3).prop_map(|found| names(&found))
}

fn within() -> impl Strategy<Value = Within> {
    prop_oneof![
        4 => select(&["a", "b", "c", "unknown"][..]).prop_map(hours),
        2 => some(&["r1", "r2"]).prop_map(Within::Region),
        2 => some(&["l1", "l2"]).prop_map(Within::Language),
        1 => some(&["p1"]).prop_map(Within::Product),
        1 => some(&["s1"]).prop_map(Within::Skill),
        1 => Just(Within::Concurrent(3)),
        1 => Just(Within::Volume(Volume { cases: 9, per: PeriodKind::Week })),
        1 => Just(Within::Response(Span::from_seconds(60))),
    ]
}

/// Limits of different dimensions, most with somebody beyond.
fn limits() -> impl Strategy<Value = Vec<Limit>> {
    vec((within(), option::weighted(0.9, 1_u8..=3)), 0..4).prop_map(|limits| {
        let mut seen = BTreeSet::new();
        let limits = limits.into_iter().filter(|(within, _)| seen.insert(within.dimension()));
        limits
            .map(|(within, next)| if let Some(next) = next { limit_to(within, next) } else { limit(within) })
            .collect()
    })
}

fn responsibility() -> impl Strategy<Value = Responsibility> {
    use Responsibility::{Accountable, Consulted, Responsible};
    prop_oneof![4 => Just(Accountable), 3 => Just(Responsible), 1 => Just(Consulted)]
}

pub fn edge() -> impl Strategy<Value = Drawn> {
    let during = option::weighted(0.2, (0..MINUTES, 0..MINUTES));
    (1_u8..=3, 1_u8..=3, responsibility(), limits(), during).prop_map(|(who, what, responsibility, limits, during)| {
        let mut edge = drawn(who, responsibility, limits);
        edge.service = service(what);
        if let Some((one, other)) = during {
            (edge.from, edge.until) = (moment(one.min(other)), moment(one.max(other) + 1));
        }
        edge
    })
}

fn wanted() -> impl Strategy<Value = Demand> {
    let sets = (option::of(some(&["r1", "r2"])), option::of(some(&["l1", "l2"])), option::of(some(&["s1"])));
    (select(&["a", "b", "c", "always"][..]), 1_u8..=3, sets).prop_map(
        |(calendar, what, (regions, languages, skills))| Demand {
            service: service(what),
            regions: regions.unwrap_or_default(),
            languages: languages.unwrap_or_default(),
            skills: skills.unwrap_or_default(),
            ..demand("demand", calendar)
        },
    )
}

/// Services 2 and 3 are parts of service 1. No two boundaries are of the same service and company.
pub fn world_with(calendar: impl Strategy<Value = Calendar>) -> impl Strategy<Value = Ground> {
    (vec(calendar, 3), vec(edge(), 0..9), vec(wanted(), 0..4)).prop_map(|(calendars, edges, demands)| {
        let mut world = ground(CALENDARS.into_iter().zip(calendars).collect());
        world.services.extend([2, 3].map(|number| Element { id: service(number), parent: Some(service(1)) }));
        world.demands = demands;
        let mut seen = BTreeSet::new();
        world.boundaries = edges.into_iter().filter(|it| seen.insert((it.service, it.company))).collect();
        for (place, it) in world.boundaries.iter_mut().enumerate() {
            it.id = boundary(u8::try_from(place * 7 % 11).unwrap());
        }
        world
    })
}

pub fn world() -> impl Strategy<Value = Ground> {
    world_with(calendar())
}

/// The same boundary for ever.
pub fn for_ever(mut world: Ground) -> Ground {
    for it in &mut world.boundaries {
        (it.from, it.until) = (crate::kernel::Moment::MIN, crate::kernel::Moment::MAX);
    }
    world
}
