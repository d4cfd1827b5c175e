//! From points to findings: cells that suffer at the same times are one finding, named by what it is about.

use super::super::{Area, Dimension, Finding, FindingKind};
use super::bits::Bits;
use super::element::{Cell, Part};
use super::key;
use super::partition::length;
use crate::kernel::BoundaryId;
use std::collections::{BTreeMap, BTreeSet};

/// What a point can suffer from: a kind, the boundaries behind it, and the limits of theirs that are passed.
type Suffering = (FindingKind, Vec<BoundaryId>, Vec<Dimension>);

/// Points of an element that suffer from the same.
#[derive(Default)]
pub(super) struct Gather {
    /// By what, and by the place of the alike cells: when.
    points: BTreeMap<Suffering, BTreeMap<usize, Bits>>,
}

impl Gather {
    /// Notes that alike cells suffer from something at some times.
    pub(super) fn note(
        &mut self,
        kind: FindingKind,
        boundaries: Vec<BoundaryId>,
        limits: Vec<Dimension>,
        alike: usize,
        when: Bits,
    ) {
        if when.is_empty() {
            return;
        }
        let points = self.points.entry((kind, boundaries, limits)).or_default();
        points.entry(alike).and_modify(|known| known.add(&when)).or_insert(when);
    }

    /// The findings; `cells` has the cells of each place.
    pub(super) fn findings(self, part: &Part<'_>, cells: &[Vec<Cell>]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for ((kind, boundaries, limits), points) in self.points {
            let mut together: BTreeMap<Bits, BTreeSet<Cell>> = BTreeMap::new();
            for (alike, when) in points {
                together.entry(when).or_default().extend(&cells[alike]);
            }
            for (when, cells) in together {
                let windows = part.hours.windows(&when);
                let finding = Finding {
                    kind,
                    service: part.service,
                    boundaries: boundaries.clone(),
                    limits: limits.clone(),
                    demands: Vec::new(),
                    areas: areas(part, &cells),
                    extent: length(&windows),
                    windows,
                    capacity: None,
                    note: None,
                    key: key::UNNAMED,
                };
                findings.push(key::named(finding));
            }
        }
        findings
    }
}

/// Cells as areas, always the same for the same points: by region, then language, product and skill, what has the same
/// below it together.
fn areas(part: &Part<'_>, cells: &BTreeSet<Cell>) -> Vec<Area> {
    let mut areas = Vec::new();
    let by = |axis: usize, cells: &BTreeSet<Cell>| together(axis, cells);
    for (regions, cells) in by(0, cells) {
        for (languages, cells) in by(1, &cells) {
            for (products, cells) in by(2, &cells) {
                for (skills, _) in by(3, &cells) {
                    areas.push(Area {
                        regions: part.axes[0].values(&regions),
                        languages: part.axes[1].values(&languages),
                        products: part.axes[2].values(&products),
                        skills: part.axes[3].values(&skills),
                    });
                }
            }
        }
    }
    areas.sort_unstable();
    areas
}

/// The groups of an axis, those together that have the same cells below them; with these cells.
fn together(axis: usize, cells: &BTreeSet<Cell>) -> Vec<(BTreeSet<usize>, BTreeSet<Cell>)> {
    let mut below: BTreeMap<usize, BTreeSet<Cell>> = BTreeMap::new();
    for cell in cells {
        let mut rest = *cell;
        rest[axis] = 0;
        below.entry(cell[axis]).or_default().insert(rest);
    }
    let mut alike: BTreeMap<BTreeSet<Cell>, BTreeSet<usize>> = BTreeMap::new();
    for (group, cells) in below {
        alike.entry(cells).or_default().insert(group);
    }
    alike.into_iter().map(|(cells, groups)| (groups, cells)).collect()
}
