//! Who covers what is demanded, worked out exactly: arithmetic with intervals of time and sets of names, no sampling.
//!
//! Time is cut wherever a calendar opens or closes or a boundary begins or ceases to hold; stretches in which the same
//! holds are one class. Names that no demand and no limit tells apart are one group; what nobody has named is a group
//! too. What is true of a class of time and a group of names is true of every point in them.

mod at_once;
mod axis;
mod bits;
mod broken;
mod change;
mod element;
mod erlang;
mod flow;
mod gather;
mod holes;
mod key;
mod partition;
mod strip;
mod tree;
mod volume;
mod ways;

use super::{Demand, Drawn, Finding, FindingKind, Ground};
use crate::kernel::{Moment, ServiceId, Span};
use element::Part;
use gather::Gather;
use partition::{Partition, calendars_of};
use std::collections::BTreeSet;
use tree::Tree;

pub use change::{Change, Kept};
pub use strip::Stretch;

/// What the boundaries make of what is demanded, in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    findings: Vec<Finding>,
}

impl Coverage {
    /// Everything that is wrong with any element in `[from, until)`; 52 whole weeks are usual.
    #[must_use]
    pub fn of(ground: &Ground, from: Moment, until: Moment) -> Self {
        let tree = Tree::of(ground);
        let leaves: Vec<ServiceId> = tree.leaves().collect();
        Self::looked_at(ground, &tree, &leaves, |_| true, (from, until))
    }

    /// The same for the elements at or below some services: of all findings those that concern them, and every shortfall
    /// of volume, as all demands share what is committed. Enough to see what a change of these services' boundaries does.
    #[must_use]
    pub fn of_services(ground: &Ground, services: &[ServiceId], from: Moment, until: Moment) -> Self {
        let tree = Tree::of(ground);
        let below = |leaf: &ServiceId| tree.line(*leaf).iter().any(|it| services.contains(it));
        let leaves: Vec<ServiceId> = tree.leaves().filter(below).collect();
        let mut lines: BTreeSet<ServiceId> = leaves.iter().flat_map(|leaf| tree.line(*leaf)).collect();
        lines.extend(services);
        Self::looked_at(ground, &tree, &leaves, |service| lines.contains(&service), (from, until))
    }

    fn looked_at<'g>(
        ground: &'g Ground,
        tree: &Tree<'g>,
        leaves: &[ServiceId],
        concerned: impl Fn(ServiceId) -> bool,
        whole: (Moment, Moment),
    ) -> Self {
        let demands: Vec<&Demand> = ground.demands.iter().filter(|it| concerned(it.service)).collect();
        let drawn: Vec<&Drawn> = ground.boundaries.iter().filter(|it| concerned(it.service)).collect();
        // a demand for more than these elements is met by boundaries of others, too
        let wide = |it: &&Demand| !leaves.contains(&it.service) && it.forecast.is_some_and(|it| it.handling.is_some());
        let others = ground.boundaries.iter().filter(|_| demands.iter().any(wide));
        let limits = drawn.iter().copied().chain(others).flat_map(calendars_of);
        let named = limits.chain(demands.iter().map(|it| it.calendar.as_str())).collect();
        let partition = Partition::of(ground, whole, named);
        let mut findings = Vec::new();
        for leaf in leaves {
            let part = Part::of(ground, tree, &partition, *leaf, whole);
            findings.extend(points(&part));
        }
        let holding = drawn.iter().filter(|it| it.from.max(whole.0) < it.until.min(whole.1));
        findings.extend(holding.flat_map(|it| broken::find(ground, tree, it)));
        findings.extend(volume::Volumes::of(ground, tree, whole).find());
        findings.extend(demands.into_iter().filter_map(|it| at_once::find(ground, tree, &partition, it, whole)));
        findings.sort_by_key(|it| (it.service, it.kind, it.key));
        findings.dedup_by_key(|it| it.key);
        Self { findings }
    }

    /// What was found, by service, kind and key.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// How many findings of a kind there are.
    #[must_use]
    pub fn count(&self, kind: FindingKind) -> usize {
        self.findings.iter().filter(|it| it.kind == kind).count()
    }
}

/// The boundaries under which work is done on a service at a moment, by id.
pub(super) fn counting_at(ground: &Ground, service: ServiceId, at: Moment) -> Vec<&Drawn> {
    let counting = Tree::of(ground).counting(service, (at, at.plus(Span::from_micros(1))));
    counting.into_iter().map(|it| it.drawn).filter(|it| it.content.responsibility.works()).collect()
}

/// What is wrong with single points of an element.
fn points(part: &Part<'_>) -> Vec<Finding> {
    let alike = part.alike();
    let mut found = Gather::default();
    for (place, it) in alike.iter().enumerate() {
        holes::find(part, place, it, &mut found);
        ways::find(part, place, it, &mut found);
    }
    let cells: Vec<_> = alike.into_iter().map(|it| it.cells).collect();
    found.findings(part, &cells)
}

#[cfg(test)]
mod brute;
#[cfg(test)]
mod point_tests;
#[cfg(test)]
mod shortfall_tests;
