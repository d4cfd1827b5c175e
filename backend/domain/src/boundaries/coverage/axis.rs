//! One dimension of what can be demanded: its names, those together that nothing tells apart.

use super::super::Values;
use super::bits::Bits;
use std::collections::{BTreeMap, BTreeSet};

/// The names that one element's demands and boundaries use in a dimension, in groups that they never divide. The
/// first group is whatever nobody has named.
#[derive(Debug)]
pub(super) struct Axis {
    names: BTreeSet<String>,
    groups: Vec<BTreeSet<String>>,
}

impl Axis {
    /// The axis that tells some sets of names apart.
    pub(super) fn of<'g>(sets: impl Iterator<Item = &'g BTreeSet<String>>) -> Self {
        let sets: Vec<&BTreeSet<String>> = sets.collect();
        let names: BTreeSet<String> = sets.iter().flat_map(|set| set.iter().cloned()).collect();
        let mut alike: BTreeMap<Bits, BTreeSet<String>> = BTreeMap::new();
        for name in &names {
            let within = Bits::of(sets.len(), |place| sets[place].contains(name));
            alike.entry(within).or_default().insert(name.clone());
        }
        let groups = std::iter::once(BTreeSet::new()).chain(alike.into_values()).collect();
        Self { names, groups }
    }

    /// How many groups there are.
    pub(super) fn len(&self) -> usize {
        self.groups.len()
    }

    /// The groups of a set of names.
    pub(super) fn groups_in(&self, names: &BTreeSet<String>) -> Bits {
        Bits::of(self.len(), |group| self.groups[group].first().is_some_and(|name| names.contains(name)))
    }

    /// Some groups, by their names.
    pub(super) fn values(&self, groups: &BTreeSet<usize>) -> Values {
        let names = groups.iter().flat_map(|group| self.groups[*group].iter().cloned()).collect();
        if !groups.contains(&0) {
            return Values::Only(names);
        }
        let others: BTreeSet<String> = self.names.difference(&names).cloned().collect();
        if others.is_empty() { Values::Any } else { Values::Except(others) }
    }
}
