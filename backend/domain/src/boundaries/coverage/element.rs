//! One element made ready: its boundaries and demands by bits of time and by groups of names.

use super::super::{Demand, Dimension, Ground, Limit, Within};
use super::axis::Axis;
use super::bits::Bits;
use super::partition::{Hours, Partition};
use super::tree::{Counting, Stretch, Tree};
use crate::kernel::{BoundaryId, CompanyId, ServiceId};
use std::collections::{BTreeSet, HashMap};

/// The dimensions by name, in the order of the axes.
const NAMED: [Dimension; 4] = [Dimension::Region, Dimension::Language, Dimension::Product, Dimension::Skill];

/// A group on each axis.
pub(super) type Cell = [usize; 4];

/// A service element, ready to be looked at.
pub(super) struct Part<'g> {
    pub(super) service: ServiceId,
    pub(super) hours: Hours<'g>,
    pub(super) axes: [Axis; 4],
    /// The boundaries under which work is done, in the order of their ids.
    pub(super) edges: Vec<Edge<'g>>,
    pub(super) wants: Vec<Want>,
}

/// A boundary under which work is done on an element.
pub(super) struct Edge<'g> {
    pub(super) id: BoundaryId,
    pub(super) company: CompanyId,
    pub(super) accountable: bool,
    /// The classes of time in which it counts.
    pub(super) during: Bits,
    /// Its limits as written.
    pub(super) bounds: Vec<Bounded<'g>>,
}

/// A limit ready to be looked at.
pub(super) struct Bounded<'g> {
    pub(super) limit: &'g Limit,
    pub(super) bound: Bound,
    /// The places of the boundaries of whoever takes over: one at a moment.
    pub(super) takers: Vec<usize>,
}

/// A limit by bits.
pub(super) enum Bound {
    /// These classes of time are within.
    Time(Bits),
    /// These groups on an axis are within.
    Names(usize, Bits),
    /// So many cases.
    Cases,
    /// How soon, which says nothing of where work is done.
    Soon,
}

/// A demand for an element.
pub(super) struct Want {
    pub(super) open: Bits,
    named: [Option<Bits>; 4],
}

/// Cells to which the same limits and the same demands apply.
pub(super) struct Alike {
    pub(super) cells: Vec<Cell>,
    /// When they are demanded.
    pub(super) demanded: Bits,
}

impl<'g> Part<'g> {
    pub(super) fn of(
        ground: &'g Ground,
        tree: &Tree<'g>,
        partition: &Partition<'g>,
        service: ServiceId,
        whole: Stretch,
    ) -> Self {
        let line = tree.line(service);
        let demands: Vec<&Demand> = ground.demands.iter().filter(|it| line.contains(&it.service)).collect();
        let mut counting = tree.counting(service, whole);
        counting.retain(|it| it.drawn.content.responsibility.works());
        let hours = partition.hours(&counting, demands.iter().map(|it| it.calendar.as_str()));
        let axes = NAMED.map(|dimension| {
            let limits = counting.iter().flat_map(|it| &it.drawn.content.limits);
            let limits = limits.filter(|it| it.within.dimension() == dimension).filter_map(|it| it.within.names());
            Axis::of(limits.chain(demands.iter().map(|it| wanted(it, dimension)).filter(|set| !set.is_empty())))
        });
        let edges = counting.iter().map(|it| Edge::of(it, &counting, &hours, &axes)).collect();
        let wants = demands.iter().map(|it| Want::of(it, &hours, &axes)).collect();
        Self { service, hours, axes, edges, wants }
    }

    /// All cells, those together to which the same applies.
    pub(super) fn alike(&self) -> Vec<Alike> {
        let mut places: HashMap<Vec<u8>, usize> = HashMap::new();
        let mut found: Vec<Alike> = Vec::new();
        for cell in cells(self.axes.each_ref().map(Axis::len)) {
            let wants = self.wants.iter().map(|want| u8::from(want.has(cell)));
            let passed = self.edges.iter().map(|edge| edge.passed_at(cell));
            let next = found.len();
            let place = *places.entry(wants.chain(passed).collect()).or_insert(next);
            if place == next {
                found.push(Alike { cells: Vec::new(), demanded: self.demanded(cell) });
            }
            found[place].cells.push(cell);
        }
        found
    }

    fn demanded(&self, cell: Cell) -> Bits {
        let mut demanded = self.hours.none();
        self.wants.iter().filter(|want| want.has(cell)).for_each(|want| demanded.add(&want.open));
        demanded
    }
}

/// Every combination of groups.
fn cells([regions, languages, products, skills]: [usize; 4]) -> impl Iterator<Item = Cell> {
    let all = regions * languages * products * skills;
    (0..all).map(move |at| {
        let (rest, skill) = (at / skills, at % skills);
        let (rest, product) = (rest / products, rest % products);
        [rest / languages, rest % languages, product, skill]
    })
}

/// The names that a demand asks for; none: all there may be.
const fn wanted(demand: &Demand, dimension: Dimension) -> &BTreeSet<String> {
    match dimension {
        Dimension::Region => &demand.regions,
        Dimension::Language => &demand.languages,
        Dimension::Product => &demand.products,
        _ => &demand.skills,
    }
}

impl<'g> Edge<'g> {
    fn of(counting: &Counting<'g>, all: &[Counting<'g>], hours: &Hours<'_>, axes: &[Axis; 4]) -> Self {
        let content = &counting.drawn.content;
        let bound = |within: &Within| match (within, NAMED.iter().position(|it| *it == within.dimension())) {
            (Within::Hours(calendar), _) => Bound::Time(hours.open(calendar)),
            (_, Some(axis)) => {
                Bound::Names(axis, within.names().map_or_else(|| Bits::none(0), |set| axes[axis].groups_in(set)))
            }
            (Within::Concurrent(_) | Within::Volume(_), _) => Bound::Cases,
            _ => Bound::Soon,
        };
        let bounded = |limit: &'g Limit| {
            let takes = |it: &Counting<'_>| {
                let taker = limit.beyond.take_over.as_ref();
                taker.is_some_and(|to| it.drawn.company == to.company && it.drawn.content.team == to.team)
            };
            let takers = all.iter().enumerate().filter(|(_, it)| takes(it)).map(|(place, _)| place).collect();
            Bounded { limit, bound: bound(&limit.within), takers }
        };
        Self {
            id: counting.drawn.id,
            company: counting.drawn.company,
            accountable: content.responsibility == super::super::Responsibility::Accountable,
            during: hours.during(&counting.during),
            bounds: counting.drawn.content.limits.iter().map(bounded).collect(),
        }
    }

    /// The place, from one on, of the first limit by name that a cell passes; nought when it passes none.
    fn passed_at(&self, cell: Cell) -> u8 {
        let passed = self.bounds.iter().position(|it| it.bound.passed(cell));
        passed.map_or(0, |place| u8::try_from(place + 1).unwrap_or(u8::MAX))
    }

    /// When a cell is covered.
    pub(super) fn covers(&self, cell: Cell) -> Option<Bits> {
        let mut covered = self.during.clone();
        for it in &self.bounds {
            match &it.bound {
                Bound::Time(open) => covered.keep(open),
                bound if bound.passed(cell) => return None,
                _ => {}
            }
        }
        Some(covered)
    }
}

impl Bound {
    /// Whether it is a limit by name that a cell passes.
    pub(super) fn passed(&self, cell: Cell) -> bool {
        matches!(self, Self::Names(axis, within) if !within.has(cell[*axis]))
    }
}

impl Want {
    fn of(demand: &Demand, hours: &Hours<'_>, axes: &[Axis; 4]) -> Self {
        let named = std::array::from_fn(|axis| {
            Some(wanted(demand, NAMED[axis])).filter(|set| !set.is_empty()).map(|set| axes[axis].groups_in(set))
        });
        Self { open: hours.open(&demand.calendar), named }
    }

    pub(super) fn has(&self, cell: Cell) -> bool {
        self.named.iter().zip(cell).all(|(named, group)| named.as_ref().is_none_or(|set| set.has(group)))
    }
}
