//! The tree of services: its leaves, the way up from each, and what is drawn along that way.

use super::super::{Drawn, Element, Ground};
use crate::kernel::{CompanyId, Moment, ServiceId, TeamId};
use std::collections::{BTreeMap, BTreeSet};

/// A stretch of time `[from, until)`.
pub(super) type Stretch = (Moment, Moment);

/// The services with what is drawn for each, in an order that does not depend on how they came.
pub(super) struct Tree<'g> {
    parents: BTreeMap<ServiceId, Option<ServiceId>>,
    inner: BTreeSet<ServiceId>,
    drawn: BTreeMap<ServiceId, Vec<&'g Drawn>>,
}

/// A boundary as it counts for one service: its own, or inherited while nothing nearer is drawn.
pub(super) struct Counting<'g> {
    pub(super) drawn: &'g Drawn,
    /// When it counts, in order.
    pub(super) during: Vec<Stretch>,
}

impl<'g> Tree<'g> {
    pub(super) fn of(ground: &'g Ground) -> Self {
        let parents: BTreeMap<_, _> = ground.services.iter().map(|Element { id, parent }| (*id, *parent)).collect();
        let inner = parents.values().flatten().copied().collect();
        let mut drawn: BTreeMap<ServiceId, Vec<&Drawn>> = BTreeMap::new();
        ground.boundaries.iter().for_each(|it| drawn.entry(it.service).or_default().push(it));
        drawn.values_mut().for_each(|list| list.sort_by_key(|it| (it.id, it.from, it.until)));
        Self { parents, inner, drawn }
    }

    pub(super) fn knows(&self, service: ServiceId) -> bool {
        self.parents.contains_key(&service)
    }

    /// The elements that somebody must cover: services without a part.
    pub(super) fn leaves(&self) -> impl Iterator<Item = ServiceId> {
        self.parents.keys().copied().filter(|service| !self.inner.contains(service))
    }

    /// A service and those of which it is a part, from itself up.
    pub(super) fn line(&self, service: ServiceId) -> Vec<ServiceId> {
        let mut line = vec![service];
        let mut at = service;
        while let Some(above) = self.parents.get(&at).copied().flatten().filter(|above| !line.contains(above)) {
            line.push(above);
            at = above;
        }
        line
    }

    /// The boundaries that count for a service at some moment of a stretch, in the order of their ids.
    pub(super) fn counting(&self, service: ServiceId, (from, until): Stretch) -> Vec<Counting<'g>> {
        let mut nearer: BTreeMap<(CompanyId, TeamId), Vec<Stretch>> = BTreeMap::new();
        let mut counting = Vec::new();
        for level in self.line(service) {
            let drawn = self.drawn.get(&level).map_or(&[][..], Vec::as_slice);
            for it in drawn {
                let taken = nearer.get(&(it.company, it.content.team)).map_or(&[][..], Vec::as_slice);
                let during = without((it.from.max(from), it.until.min(until)), taken);
                if !during.is_empty() {
                    counting.push(Counting { drawn: it, during });
                }
            }
            for it in drawn {
                nearer.entry((it.company, it.content.team)).or_default().push((it.from, it.until));
            }
        }
        counting.sort_by_key(|it| (it.drawn.id, it.drawn.from, it.drawn.until));
        counting
    }
}

/// What is left of a stretch.
fn without(whole: Stretch, taken: &[Stretch]) -> Vec<Stretch> {
    let mut left = vec![whole];
    for (from, until) in taken {
        left = left.into_iter().flat_map(|it| [(it.0, it.1.min(*from)), (it.0.max(*until), it.1)]).collect();
    }
    left.retain(|(from, until)| from < until);
    left.sort_unstable();
    left
}
