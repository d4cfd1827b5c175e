//! The analysis against every minute of a year, on small agreements at random.

mod literal;
mod minutes;
mod world;

use super::super::samples::{boundary, drawn, service};
use super::super::{Area, Dimension, Finding, FindingKind, Ground};
use super::Coverage;
use crate::kernel::{BoundaryId, Moment, ServiceId, Zone};
use literal::{Now, Place, wrong};
use minutes::{MINUTES, Minutes, moment, open_minutes};
use proptest::{prelude::*, sample::Index, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with an element, with the places and windows at which it is.
type Found =
    BTreeSet<(ServiceId, &'static str, Vec<BoundaryId>, Vec<Dimension>, BTreeSet<Place>, Vec<(Moment, Moment)>)>;

fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for region in ["r1", "r2", "elsewhere"] {
        for language in ["l1", "l2", "another"] {
            for product in ["p1", "something"] {
                places.extend(["s1", "nothing"].map(|skill| [region, language, product, skill]));
            }
        }
    }
    places
}

/// The year in parts in which everywhere the same calendars are open and the same boundaries hold.
fn states(ground: &Ground) -> Vec<(BTreeSet<String>, Vec<bool>, Minutes)> {
    let mut states = vec![(BTreeSet::new(), Vec::new(), Minutes::all())];
    for (code, calendar) in &ground.calendars {
        let open = open_minutes(calendar.calendar());
        states = states
            .into_iter()
            .flat_map(|(codes, holds, all)| {
                let mut more: BTreeSet<String> = codes.clone();
                more.insert(code.clone());
                [(more, holds.clone(), all.and(&open)), (codes, holds, all.minus(&open))]
            })
            .filter(|it| !it.2.is_empty())
            .collect();
    }
    for it in &ground.boundaries {
        let mut during = Minutes::none();
        during.fill_between(it.from, it.until);
        states = states
            .into_iter()
            .flat_map(|(codes, holds, all)| {
                let with = |one: bool| holds.iter().copied().chain([one]).collect();
                [(codes.clone(), with(true), all.and(&during)), (codes, with(false), all.minus(&during))]
            })
            .filter(|it| !it.2.is_empty())
            .collect();
    }
    states
}

/// What is wrong, state by state and place by place.
fn by_the_minute(ground: &Ground) -> Found {
    let states = states(ground);
    let mut found = Found::new();
    for leaf in [service(2), service(3)] {
        let mut points: BTreeMap<(literal::Wrong, Place), BTreeSet<usize>> = BTreeMap::new();
        for (state, (open, holds, _)) in states.iter().enumerate() {
            for place in places() {
                for it in wrong(ground, leaf, &Now { open, holds }, place) {
                    points.entry((it, place)).or_default().insert(state);
                }
            }
        }
        let mut together: BTreeMap<(literal::Wrong, BTreeSet<usize>), BTreeSet<Place>> = BTreeMap::new();
        for ((wrong, place), when) in points {
            together.entry((wrong, when)).or_default().insert(place);
        }
        for (((kind, boundaries, limits), when), places) in together {
            let mut all = Minutes::none();
            when.iter().for_each(|state| all.add(&states[*state].2));
            found.insert((leaf, kind, boundaries, limits, places, all.windows()));
        }
    }
    found
}

fn covered(ground: &Ground) -> Vec<Finding> {
    Coverage::of(ground, moment(0), moment(MINUTES)).into_findings()
}

fn places_of(areas: &[Area]) -> Vec<Place> {
    let within = |area: &Area, place: &Place| {
        let values = [&area.regions, &area.languages, &area.products, &area.skills];
        values.iter().zip(place).all(|(values, name)| values.contains(name))
    };
    areas.iter().flat_map(|area| places().into_iter().filter(|place| within(area, place))).collect()
}

/// The same from an analysis.
fn by_arithmetic(ground: &Ground) -> Result<Found, TestCaseError> {
    let mut found = Found::new();
    for it in covered(ground).into_iter().filter(|it| it.kind != FindingKind::Broken) {
        let places = places_of(&it.areas);
        let different: BTreeSet<Place> = places.iter().copied().collect();
        prop_assert_eq!(places.len(), different.len(), "areas of a finding share nothing");
        prop_assert_eq!(it.extent, it.windows.iter().map(|(from, until)| until.since(*from)).sum());
        let new = found.insert((it.service, it.kind.name(), it.boundaries, it.limits, different, it.windows));
        prop_assert!(new);
    }
    Ok(found)
}

/// The points of the gaps.
fn gaps(findings: &[Finding]) -> BTreeMap<(ServiceId, Place), Minutes> {
    let mut gaps = BTreeMap::new();
    for it in findings.iter().filter(|it| it.kind == FindingKind::Gap) {
        for place in places_of(&it.areas) {
            let minutes: &mut Minutes = gaps.entry((it.service, place)).or_insert_with(Minutes::none);
            it.windows.iter().for_each(|(from, until)| minutes.fill_between(*from, *until));
        }
    }
    gaps
}

#[test]
fn the_agreements_at_random_have_something_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<(FindingKind, bool), usize> = BTreeMap::new();
    for _ in 0..100 {
        let ground = world::world().new_tree(&mut runner).unwrap().current();
        let kinds: BTreeSet<_> = covered(&ground).iter().map(|it| (it.kind, it.boundaries.len() > 1)).collect();
        kinds.into_iter().for_each(|kind| *seen.entry(kind).or_default() += 1);
    }
    let often = |kind, least| assert!(seen.get(&kind).is_some_and(|count| *count >= least), "{kind:?} {seen:?}");
    often((FindingKind::Gap, false), 40);
    often((FindingKind::Overlap, true), 15);
    often((FindingKind::DeadEnd, false), 40);
    often((FindingKind::Circle, false), 10);
    often((FindingKind::Circle, true), 5);
    often((FindingKind::Broken, false), 10);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn coverage_is_what_every_minute_of_the_year_shows(ground in world::world()) {
        prop_assert_eq!(by_arithmetic(&ground)?, by_the_minute(&ground));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_order_in_which_things_come_changes_nothing(ground in world::world(), places in proptest::collection::vec(any::<Index>(), 12)) {
        let before = covered(&ground);
        let mut other = ground.clone();
        for (place, index) in places.iter().enumerate() {
            let swap = |count: usize| (count > 0).then(|| (place % count, index.index(count)));
            if let Some((one, two)) = swap(other.boundaries.len()) { other.boundaries.swap(one, two) }
            if let Some((one, two)) = swap(other.demands.len()) { other.demands.swap(one, two) }
            if let Some((one, two)) = swap(other.services.len()) { other.services.swap(one, two) }
        }
        prop_assert_eq!(&covered(&other), &before);
        let keys: BTreeSet<_> = before.iter().map(|it| it.key).collect();
        prop_assert_eq!(keys.len(), before.len(), "no two findings have the same key");
        prop_assert!(before.is_sorted_by_key(|it| (it.service, it.kind, it.key)));
        for service in [service(2), service(3)] {
            let part = Coverage::of_services(&ground, &[service], moment(0), moment(MINUTES)).into_findings();
            let mine = before.iter().filter(|it| it.service == service || it.kind == FindingKind::Broken && !part.is_empty() && part.contains(it));
            prop_assert!(part.iter().eq(mine), "a part of it is the part of the whole");
        }
    }

    #[test]
    fn one_more_who_covers_never_opens_a_gap(mut ground in world::world(), mut more in world::edge()) {
        let before = gaps(&covered(&ground));
        let plain = drawn(6, more.content.responsibility, more.content.limits.clone());
        (more.id, more.company, more.content) = (boundary(200), plain.company, plain.content);
        prop_assume!(more.content.responsibility.works());
        ground.boundaries.push(more);
        for (point, minutes) in gaps(&covered(&ground)) {
            let known = before.get(&point).cloned().unwrap_or_else(Minutes::none);
            prop_assert!(minutes.minus(&known).is_empty(), "{point:?}");
        }
    }

    #[test]
    fn a_finding_keeps_its_key_from_week_to_week(ground in world::world_with(world::weekly(&["UTC", "Europe/Zurich", "America/New_York"])), weeks in 0_u64..60) {
        let ground = world::for_ever(ground);
        let zone = Zone::parse("Europe/Zurich").unwrap();
        let date = chrono::NaiveDate::from_ymd_opt(2025, 3, 5).unwrap() + chrono::Days::new(7 * weeks);
        let keys = |date: chrono::NaiveDate| -> BTreeSet<_> {
            let until = zone.start_of(date + chrono::Days::new(364));
            let coverage = Coverage::of(&ground, zone.start_of(date), until);
            coverage.findings().iter().map(|it| it.key).collect()
        };
        prop_assert_eq!(keys(date), keys(date + chrono::Days::new(7)));
    }
}
