//! Whether a promise can be met: what everybody along each way of take-over may use, against the end-to-end target.
//!
//! Every leg is open time, each of the calendar by which it is promised, and open times are added up as if all were open
//! at once. So a way that does not fit here cannot be walked in time by people who use all they may while the customer's
//! clock runs; one that fits can still fail on the wall clock, when hours do not meet.

use super::coverage::counting_at;
use super::{Dimension, Ground, Limit, Within};
use crate::kernel::{BoundaryId, Moment, ServiceId, Span};
use std::collections::BTreeMap;

/// What a leg is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegKind {
    /// The company's own work: its child target, else its limit of response.
    Work,
    /// Until the company that takes over has accepted: what the take-over says, else what its team has promised.
    Acceptance(Dimension),
}

/// A part of a way, at one boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leg {
    /// The boundary under which it is spent; of an acceptance the one that takes over.
    pub boundary: BoundaryId,
    /// On what; an acceptance names the limit beyond which it is taken over.
    pub kind: LegKind,
    /// How much it may take; none: nobody has promised anything, and nothing is added.
    pub span: Option<Span>,
}

/// A way of a case from boundary to boundary, as long as it gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// One after another.
    pub legs: Vec<Leg>,
    /// All of them together.
    pub total: Span,
    /// Whether that is within the target.
    pub fits: bool,
    /// Whether it was cut where it came back to a boundary that it had left.
    pub circles: bool,
}

/// All ways through the boundaries of an element, against its end-to-end target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The target.
    pub target: Span,
    /// The ways, the longest first. Of ways that begin alike one case takes only one, so what lies beyond different limits
    /// of a boundary is parallel: the longest counts, they do not add up.
    pub ways: Vec<Way>,
    /// Whether these are all ways: false when there are more than [`Fit::MOST`].
    pub complete: bool,
}

/// The boundaries of an element at one moment.
struct Net<'g> {
    target: Span,
    stops: Vec<Stop<'g>>,
    ways: Vec<Way>,
    steps: usize,
}

/// A boundary, what its own work may take, and where its limits lead.
struct Stop<'g> {
    id: BoundaryId,
    work: Option<Span>,
    next: Vec<(&'g Limit, usize, Option<Span>)>,
}

impl Fit {
    /// So many ways are looked at, at most.
    pub const MOST: usize = 10_000;

    /// The ways that a case of an element can take at a moment, by the boundaries that hold then. `targets` are child
    /// targets of single boundaries, all in open time like the end-to-end target.
    #[must_use]
    pub fn of(
        ground: &Ground,
        service: ServiceId,
        at: Moment,
        target: Span,
        targets: &BTreeMap<BoundaryId, Span>,
    ) -> Self {
        let mut net = Net { target, stops: stops(ground, service, at, targets), ways: Vec::new(), steps: 0 };
        for start in 0..net.stops.len() {
            let work = net.work(start);
            net.walk(&mut vec![start], &mut vec![work]);
        }
        let Net { mut ways, steps, .. } = net;
        ways.sort_by(|one, other| other.total.cmp(&one.total).then_with(|| one.legs.cmp(&other.legs)));
        ways.dedup();
        Self { target, ways, complete: steps <= Self::MOST }
    }

    /// Whether every way is within the target: otherwise the promise cannot be met even if everyone keeps theirs.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.ways.iter().all(|way| way.fits)
    }

    /// What the longest way takes.
    #[must_use]
    pub fn longest(&self) -> Span {
        self.ways.first().map_or(Span::ZERO, |way| way.total)
    }
}

fn stops<'g>(
    ground: &'g Ground,
    service: ServiceId,
    at: Moment,
    targets: &BTreeMap<BoundaryId, Span>,
) -> Vec<Stop<'g>> {
    let drawn = counting_at(ground, service, at);
    let stop = |it: &&'g super::Drawn| {
        let limits = &it.content.limits;
        let response = limits.iter().find_map(|limit| match limit.within {
            Within::Response(span) => Some(span),
            _ => None,
        });
        let next = limits.iter().filter_map(|limit| {
            let taker = limit.beyond.take_over.as_ref()?;
            let to = drawn.iter().position(|to| to.company == taker.company && to.content.team == taker.team)?;
            let promised = taker.acceptance.or_else(|| ground.teams.get(&taker.team).map(|team| team.acceptance));
            Some((limit, to, promised))
        });
        Stop { id: it.id, work: targets.get(&it.id).copied().or(response), next: next.collect() }
    };
    drawn.iter().map(stop).collect()
}

impl Net<'_> {
    fn work(&self, stop: usize) -> Leg {
        Leg { boundary: self.stops[stop].id, kind: LegKind::Work, span: self.stops[stop].work }
    }

    /// Goes on from the last stop of a way, and keeps the way where it can be made longer at neither end.
    fn walk(&mut self, path: &mut Vec<usize>, legs: &mut Vec<Leg>) {
        self.steps += 1;
        let Some(last) = path.last().copied().filter(|_| self.steps <= Fit::MOST) else { return };
        let (mut ends, mut circles) = (true, false);
        for place in 0..self.stops[last].next.len() {
            let (limit, to, promised) = self.stops[last].next[place];
            if path.contains(&to) {
                circles = true;
                continue;
            }
            ends = false;
            let kind = LegKind::Acceptance(limit.within.dimension());
            legs.push(Leg { boundary: self.stops[to].id, kind, span: promised });
            legs.push(self.work(to));
            path.push(to);
            self.walk(path, legs);
            path.pop();
            legs.truncate(legs.len() - 2);
        }
        let leads_here = |stop: usize| self.stops[stop].next.iter().any(|(_, to, _)| *to == path[0]);
        if ends && !(0..self.stops.len()).any(|stop| !path.contains(&stop) && leads_here(stop)) {
            let total = legs.iter().filter_map(|leg| leg.span).sum();
            self.ways.push(Way { legs: legs.clone(), total, fits: total <= self.target, circles });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Responsibility::*;
    use super::super::samples::*;
    use super::*;

    fn minutes(count: i64) -> Span {
        Span::from_seconds(count * 60)
    }

    fn ways(ground: &Ground, targets: &[(u8, i64)]) -> Vec<String> {
        let targets = targets.iter().map(|(number, count)| (boundary(*number), minutes(*count))).collect();
        let fit = Fit::of(ground, service(1), at("2026-06-01T00:00:00Z"), minutes(100), &targets);
        assert!(fit.complete && fit.holds() == fit.ways.iter().all(|way| way.fits));
        let one = |way: &Way| {
            let stops = way.legs.iter().filter(|leg| leg.kind == LegKind::Work);
            let stops: Vec<String> = stops.map(|leg| leg.boundary.0.as_u64_pair().1.to_string()).collect();
            let end = if way.circles { " circles" } else { "" };
            format!("{} {}{}{end}", stops.join(">"), way.total, if way.fits { "" } else { " too long" })
        };
        fit.ways.iter().map(one).collect()
    }

    #[test]
    fn legs_one_after_another_add_up_and_the_longest_of_parallel_ones_counts() {
        let mut ground = ground(vec![]);
        let mut first = drawn(1, Responsible, vec![limit_to(hours("always"), 2), limit_to(Within::Concurrent(3), 3)]);
        let content = std::sync::Arc::make_mut(&mut first.content);
        content.limits[1].beyond.take_over.as_mut().unwrap().acceptance = Some(minutes(5));
        let response = Within::Response(minutes(20));
        ground.boundaries = vec![
            first,
            drawn(2, Responsible, vec![limit_to(response, 4)]),
            drawn(3, Responsible, vec![]),
            drawn(4, Accountable, vec![]),
            drawn(5, Informed, vec![]),
        ];
        // a team accepts within 15 minutes if nothing else is said; 3 has promised nothing
        assert_eq!(ways(&ground, &[(1, 30), (4, 20)]), ["1>2>4 PT1H40M", "1>3 PT35M"]);
        assert_eq!(ways(&ground, &[(1, 31), (4, 20), (3, 60)]), ["1>2>4 PT1H41M too long", "1>3 PT1H36M"]);
        assert_eq!(ways(&ground, &[(2, 50)])[0], "1>2>4 PT1H20M", "a target goes before the limit of response");
    }

    #[test]
    fn a_circle_is_cut_where_it_closes() {
        let mut ground = ground(vec![]);
        ground.boundaries = vec![
            drawn(1, Responsible, vec![limit_to(hours("always"), 2)]),
            drawn(2, Responsible, vec![limit_to(hours("always"), 1), limit_to(Within::Concurrent(1), 3)]),
            drawn(3, Responsible, vec![]),
        ];
        let targets = [(1, 10), (2, 20), (3, 40)];
        assert_eq!(ways(&ground, &targets), ["1>2>3 PT1H40M", "2>1 PT45M circles"]);
    }

    #[test]
    fn too_many_ways_are_said_to_be_too_many() {
        let mut ground = ground(vec![]);
        // everybody hands over to everybody
        let all = || (1..=6).flat_map(|next| [limit_to(hours("always"), next), limit_to(Within::Concurrent(1), next)]);
        ground.boundaries = (1..=6).map(|number| drawn(number, Responsible, all().collect())).collect();
        let fit = Fit::of(&ground, service(1), at("2026-06-01T00:00:00Z"), minutes(100), &BTreeMap::new());
        assert!(!fit.complete && fit.longest() == minutes(75) && fit.ways.iter().all(|way| way.circles));
    }
}
