//! Where take-over leads: beyond each limit to the next boundary, to a dead end, or in a circle.
//!
//! At every moment a case that is not within a boundary leaves it by the first limit it passes, in the written order, so
//! there is one way on, if any. This is looked at twice: as it stands, and as if every limit of how many were reached.

use super::super::{Dimension, FindingKind};
use super::bits::Bits;
use super::element::{Alike, Bound, Edge, Part};
use super::gather::Gather;

/// A way from one boundary to another, beyond a limit, at some times.
struct Way {
    from: usize,
    beyond: Dimension,
    to: usize,
    when: Bits,
}

/// Notes the dead ends and circles of alike cells.
pub(super) fn find(part: &Part<'_>, place: usize, alike: &Alike, found: &mut Gather) {
    for full in [false, true] {
        if full && !part.edges.iter().flat_map(|edge| &edge.bounds).any(|(_, bound)| matches!(bound, Bound::Cases)) {
            continue;
        }
        let mut ways = Vec::new();
        for (from, edge) in part.edges.iter().enumerate() {
            leave(part, alike, full, from, edge, &mut ways, |beyond, when| {
                found.note(FindingKind::DeadEnd, vec![edge.id], vec![beyond], place, when);
            });
        }
        circling(part.edges.len(), &mut ways);
        for start in 0..part.edges.len() {
            let first = ways.iter().filter(|way| way.from == start);
            for way in first {
                follow(&ways, start, way, way.when.clone(), &mut Vec::new(), &mut |path, when| {
                    let boundaries = path.iter().map(|way| part.edges[way.from].id).collect();
                    let limits = path.iter().map(|way| way.beyond).collect();
                    found.note(FindingKind::Circle, boundaries, limits, place, when);
                });
            }
        }
    }
}

/// All ways out of a boundary, and what goes nowhere.
fn leave(
    part: &Part<'_>,
    alike: &Alike,
    full: bool,
    from: usize,
    edge: &Edge<'_>,
    ways: &mut Vec<Way>,
    mut dead: impl FnMut(Dimension, Bits),
) {
    let Some(cell) = alike.cells.first() else { return };
    let mut rest = alike.demanded.and(&edge.during);
    for (limit, bound) in &edge.bounds {
        let mut passed = match bound {
            Bound::Time(open) => rest.minus(open),
            Bound::Names(..) if bound.passed(*cell) => rest.clone(),
            Bound::Cases if full => rest.clone(),
            Bound::Names(..) | Bound::Cases | Bound::Soon => continue,
        };
        rest.take(&passed);
        let beyond = limit.within.dimension();
        if let Some(next) = &limit.beyond.take_over {
            let takes = |it: &Edge<'_>| it.company == next.company && it.team == next.team && it.during.meets(&passed);
            let takers: Vec<usize> = (0..part.edges.len()).filter(|to| takes(&part.edges[*to])).collect();
            for to in takers {
                let when = passed.and(&part.edges[to].during);
                passed.take(&when);
                ways.push(Way { from, beyond, to, when });
            }
        }
        if !passed.is_empty() {
            dead(beyond, passed);
        }
        if rest.is_empty() {
            return;
        }
    }
}

/// Keeps of all ways what comes back to where it began: again and again takes away what leads nowhere or comes from
/// nowhere. As there is one way on at each moment, what is left is circles and nothing else.
fn circling(edges: usize, ways: &mut Vec<Way>) {
    let Some(bound) = ways.first().map(|way| way.when.clone()) else { return };
    let nothing = bound.minus(&bound);
    loop {
        let (mut comes, mut goes) = (vec![nothing.clone(); edges], vec![nothing.clone(); edges]);
        for way in ways.iter() {
            comes[way.to].add(&way.when);
            goes[way.from].add(&way.when);
        }
        let mut changed = false;
        for way in ways.iter_mut() {
            let before = way.when.clone();
            way.when.keep(&comes[way.from]);
            way.when.keep(&goes[way.to]);
            changed |= way.when != before;
        }
        ways.retain(|way| !way.when.is_empty());
        if !changed {
            return;
        }
    }
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
