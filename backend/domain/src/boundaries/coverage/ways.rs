//! Where take-over leads: beyond each limit to the next boundary, to a dead end, or in a circle.
//!
//! At every moment a case that is not within a boundary leaves it by the first limit it passes, in the written order, so
//! there is one way on, if any. This is looked at twice: as it stands, and as if every limit of how many were reached.

use super::super::{Dimension, FindingKind};
use super::bits::Bits;
use super::element::{Alike, Bound, Part};
use super::gather::Gather;
use crate::kernel::BoundaryId;

/// A way from one boundary to another, and at what times.
struct Way {
    from: usize,
    to: usize,
    when: Bits,
    /// At which of these times it is taken because so many cases at once, or in a period, have come.
    full: Vec<(Dimension, Bits)>,
}

/// Notes the dead ends and circles of alike cells.
pub(super) fn find(part: &Part<'_>, place: usize, alike: &Alike, found: &mut Gather) {
    let limited = || part.edges.iter().flat_map(|edge| &edge.bounds).any(|it| matches!(it.bound, Bound::Cases));
    for full in [false, true] {
        if alike.demanded.is_empty() || full && !limited() {
            continue;
        }
        let mut ways = Vec::new();
        for (from, edge) in part.edges.iter().enumerate() {
            leave(part, alike, full, from, &mut ways, |beyond, when| {
                found.note(FindingKind::DeadEnd, vec![edge.id], vec![beyond], place, when);
            });
        }
        circling(part.edges.len(), &mut ways);
        for way in &ways {
            follow(&ways, way.from, way, way.when.clone(), &mut Vec::new(), &mut |path, when| {
                let boundaries: Vec<BoundaryId> = path.iter().map(|way| part.edges[way.from].id).collect();
                for (limits, when) in by_limits(path, when) {
                    found.note(FindingKind::Circle, boundaries.clone(), limits, place, when);
                }
            });
        }
    }
}

/// The times of a circle by the limits of how many that have to be reached for it; none: it is so anyway.
fn by_limits(path: &[&Way], when: Bits) -> Vec<(Vec<Dimension>, Bits)> {
    let mut parts = vec![(Vec::new(), when)];
    for dimension in [Dimension::Concurrent, Dimension::Volume] {
        let steps = path.iter().flat_map(|way| &way.full).filter(|(by, _)| *by == dimension);
        let Some(reached) = steps.map(|(_, when)| when.clone()).reduce(|mut all, when| {
            all.add(&when);
            all
        }) else {
            continue;
        };
        for (limits, when) in std::mem::take(&mut parts) {
            parts.push((limits.iter().copied().chain([dimension]).collect(), when.and(&reached)));
            parts.push((limits, when.minus(&reached)));
        }
    }
    parts
}

/// All ways out of a boundary, and what goes nowhere.
fn leave(
    part: &Part<'_>,
    alike: &Alike,
    full: bool,
    from: usize,
    ways: &mut Vec<Way>,
    mut dead: impl FnMut(Dimension, Bits),
) {
    let Some(cell) = alike.cells.first() else { return };
    let mut rest = alike.demanded.and(&part.edges[from].during);
    for it in &part.edges[from].bounds {
        if rest.is_empty() {
            return;
        }
        let mut passed = match &it.bound {
            Bound::Time(open) => {
                let passed = rest.minus(open);
                rest.keep(open);
                passed
            }
            bound if bound.passed(*cell) || full && matches!(bound, Bound::Cases) => {
                std::mem::replace(&mut rest, Bits::none(0))
            }
            _ => continue,
        };
        let beyond = it.limit.within.dimension();
        for to in &it.takers {
            let during = &part.edges[*to].during;
            if passed.is_empty() {
                break;
            }
            let when = if passed.lies_in(during) {
                std::mem::replace(&mut passed, Bits::none(0))
            } else {
                let when = passed.and(during);
                passed.take(&when);
                when
            };
            add(ways, from, *to, beyond, when);
        }
        if !passed.is_empty() {
            dead(beyond, passed);
        }
    }
}

/// Adds times to a way.
fn add(ways: &mut Vec<Way>, from: usize, to: usize, beyond: Dimension, when: Bits) {
    let full = beyond.is_capacity().then(|| (beyond, when.clone())).into_iter();
    match ways.iter_mut().rev().take_while(|way| way.from == from).find(|way| way.to == to) {
        Some(way) => {
            way.when.add(&when);
            way.full.extend(full);
        }
        None => ways.push(Way { from, to, full: full.collect(), when }),
    }
}

/// Keeps of all ways what comes back to where it began: again and again takes away what leads nowhere or comes from
/// nowhere. As there is one way on at each moment, what is left is circles and nothing else.
fn circling(edges: usize, ways: &mut Vec<Way>) {
    let Some(bound) = ways.first().map(|way| way.when.clone()) else { return };
    let nothing = bound.minus(&bound);
    lead_on(&nothing, edges, ways);
    loop {
        let (mut comes, mut goes) = (vec![nothing.clone(); edges], vec![nothing.clone(); edges]);
        for way in ways.iter() {
            comes[way.to].add(&way.when);
            goes[way.from].add(&way.when);
        }
        let mut changed = false;
        for way in ways.iter_mut() {
            let stays = way.when.lies_in(&comes[way.from]) && way.when.lies_in(&goes[way.to]);
            if !stays {
                way.when.keep(&comes[way.from]);
                way.when.keep(&goes[way.to]);
                changed = true;
            }
        }
        ways.retain(|way| !way.when.is_empty());
        if !changed {
            return;
        }
    }
}

/// Takes away what leads nowhere, the ends of the ways first, so that a long way is taken away in one go.
fn lead_on(nothing: &Bits, edges: usize, ways: &mut Vec<Way>) {
    let mut goes = vec![nothing.clone(); edges];
    ways.iter().for_each(|way| goes[way.from].add(&way.when));
    let mut order = Vec::with_capacity(edges);
    let mut seen = vec![false; edges];
    (0..edges).for_each(|edge| ends_first(edge, ways, &mut seen, &mut order));
    ways.sort_by_key(|way| order.iter().position(|edge| *edge == way.from));
    let mut changed = true;
    while changed {
        changed = false;
        for from in ways.chunk_by_mut(|one, other| one.from == other.from) {
            let edge = from[0].from;
            let mut on = nothing.clone();
            for way in from {
                if !way.when.lies_in(&goes[way.to]) {
                    way.when.keep(&goes[way.to]);
                    changed = true;
                }
                on.add(&way.when);
            }
            goes[edge] = on;
        }
        ways.retain(|way| !way.when.is_empty());
    }
    ways.sort_by_key(|way| way.from);
}

/// The boundaries that can be reached from one, those that are reached last first.
fn ends_first(edge: usize, ways: &[Way], seen: &mut [bool], order: &mut Vec<usize>) {
    if std::mem::replace(&mut seen[edge], true) {
        return;
    }
    let first = ways.partition_point(|way| way.from < edge);
    for way in ways[first..].iter().take_while(|way| way.from == edge) {
        ends_first(way.to, ways, seen, order);
    }
    order.push(edge);
}

/// Follows a circle from the smallest of its boundaries until it is back there.
fn follow<'w>(
    ways: &'w [Way],
    start: usize,
    way: &'w Way,
    when: Bits,
    path: &mut Vec<&'w Way>,
    back: &mut dyn FnMut(&[&Way], Bits),
) {
    path.push(way);
    if way.to == start {
        back(path, when);
    } else if way.to > start && path.iter().all(|it| it.from != way.to) {
        for next in ways.iter().filter(|next| next.from == way.to && next.when.meets(&when)) {
            follow(ways, start, next, when.and(&next.when), path, back);
        }
    }
    path.pop();
}
