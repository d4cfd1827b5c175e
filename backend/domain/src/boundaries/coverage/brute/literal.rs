//! The rules as they are told, for one point: one element, one moment, one region, language, product and skill.

use super::super::super::{Dimension, Drawn, Ground, Limit, Responsibility, Within};
use crate::kernel::{BoundaryId, ServiceId};
use std::collections::BTreeSet;

/// What is wrong at a point.
pub type Wrong = (&'static str, Vec<BoundaryId>, Vec<Dimension>);

/// A moment: which calendars are open, and which boundaries hold, by their places.
pub struct Now<'a> {
    pub open: &'a BTreeSet<String>,
    pub holds: &'a [bool],
}

/// A region, a language, a product and a skill.
pub type Place = [&'static str; 4];

pub fn wrong(ground: &Ground, leaf: ServiceId, now: &Now<'_>, place: Place) -> BTreeSet<Wrong> {
    let line = line(ground, leaf);
    let demanded = ground.demands.iter().any(|it| {
        let sets = [&it.regions, &it.languages, &it.products, &it.skills];
        let named = sets.iter().zip(place).all(|(set, name)| set.is_empty() || set.contains(name));
        named && line.contains(&it.service) && now.open.contains(&it.calendar)
    });
    let working = working(ground, &line, now);
    let covering: Vec<&&Drawn> = working.iter().filter(|it| passed(it, now, place, false).is_none()).collect();
    let mut wrong = BTreeSet::new();
    if demanded && covering.is_empty() {
        wrong.insert(("gap", vec![], vec![]));
    }
    let accountable = |it: &Drawn| it.content.responsibility == Responsibility::Accountable;
    for one in covering.iter().filter(|it| accountable(it)) {
        for other in covering.iter().filter(|it| accountable(it)) {
            if one.id < other.id && one.company != other.company {
                wrong.insert(("overlap", vec![one.id, other.id], vec![]));
            }
        }
    }
    if demanded {
        for full in [false, true] {
            wrong.extend(working.iter().filter_map(|start| walk(&working, start, now, place, full)));
        }
    }
    wrong
}

fn line(ground: &Ground, leaf: ServiceId) -> Vec<ServiceId> {
    let mut line = vec![leaf];
    while let Some(parent) = ground.services.iter().find(|it| it.id == line[line.len() - 1]).and_then(|it| it.parent) {
        line.push(parent);
    }
    line
}

/// Of each team of each company the nearest boundary that holds, if it is one under which work is done.
fn working<'g>(ground: &'g Ground, line: &[ServiceId], now: &Now<'_>) -> Vec<&'g Drawn> {
    let mut seen = BTreeSet::new();
    let mut working = Vec::new();
    for service in line {
        for (it, _) in ground.boundaries.iter().zip(now.holds).filter(|(it, holds)| **holds && it.service == *service) {
            if seen.insert((it.company, it.content.team)) && it.content.responsibility.works() {
                working.push(it);
            }
        }
    }
    working
}

/// The first limit that is passed, as written.
fn passed<'g>(drawn: &'g Drawn, now: &Now<'_>, place: Place, full: bool) -> Option<&'g Limit> {
    drawn.content.limits.iter().find(|limit| match &limit.within {
        Within::Hours(calendar) => !now.open.contains(calendar),
        Within::Region(names) => !names.contains(place[0]),
        Within::Language(names) => !names.contains(place[1]),
        Within::Product(names) => !names.contains(place[2]),
        Within::Skill(names) => !names.contains(place[3]),
        Within::Concurrent(_) | Within::Volume(_) => full,
        Within::Response(_) => false,
    })
}

/// Goes from boundary to boundary, one case.
fn walk(working: &[&Drawn], start: &Drawn, now: &Now<'_>, place: Place, full: bool) -> Option<Wrong> {
    let mut path: Vec<(&Drawn, Dimension)> = Vec::new();
    let mut at = start;
    loop {
        let limit = passed(at, now, place, full)?;
        let dimension = limit.within.dimension();
        let next = limit.beyond.take_over.as_ref();
        let next = next.and_then(|to| working.iter().find(|it| it.company == to.company && it.content.team == to.team));
        path.push((at, dimension));
        let Some(next) = next else { return Some(("dead_end", vec![at.id], vec![dimension])) };
        if let Some(back) = path.iter().position(|(it, _)| it.id == next.id) {
            let mut circle: Vec<(BoundaryId, Dimension)> = path[back..].iter().map(|(it, by)| (it.id, *by)).collect();
            let first = circle.iter().enumerate().min_by_key(|(_, (id, _))| *id).map(|(place, _)| place).unwrap();
            circle.rotate_left(first);
            let (boundaries, limits): (Vec<BoundaryId>, BTreeSet<Dimension>) = circle.into_iter().unzip();
            return Some(("circle", boundaries, limits.into_iter().filter(|it| it.is_capacity()).collect()));
        }
        at = next;
    }
}
