//! How an agenda follows what is open: what is missing is added where it belongs, what is settled meanwhile goes, and what
//! members put there or moved stays as they left it.

use super::{AgendaItem, Matter, Sight, Snapshot};
use crate::agreements::Section;
use crate::kernel::{AgendaItemId, Moment};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Something that is open and may come before a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMatter {
    /// It.
    pub matter: Matter,
    /// Who may see it.
    pub sight: Sight,
    /// What is known of it.
    pub known: Snapshot,
}

/// What changes on an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaChanges {
    /// What comes onto it, and at which place.
    pub added: Vec<(OpenMatter, i32)>,
    /// What is called otherwise or belongs to somebody else meanwhile, or is seen by others.
    pub changed: Vec<(AgendaItemId, OpenMatter)>,
    /// What is settled elsewhere.
    pub removed: Vec<AgendaItemId>,
}

impl AgendaChanges {
    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// What has to change for an agenda of these sections to hold what is open: each subject once, in the first of its sections
/// that the agenda has; within a section what is due first, then what has waited longest.
///
/// Touches only what was found to be open before and has no outcome: what a person added, what was deferred to this
/// meeting, the subjects of a kick-off and what came of a matter stay. Who sees them follows where they come from.
#[must_use]
pub fn agenda_changes(sections: &[Section], current: &[AgendaItem], open: Vec<OpenMatter>) -> AgendaChanges {
    let place = |section: Section| sections.iter().position(|it| *it == section);
    let mut open: Vec<OpenMatter> = open.into_iter().filter(|it| place(it.matter.section).is_some()).collect();
    open.sort_by_key(|it| {
        let OpenMatter { matter, known, .. } = it;
        (place(matter.section), known.due.unwrap_or(Moment::MAX), known.since, matter.subject.clone())
    });
    let mut seen = HashSet::new();
    open.retain(|it| it.matter.subject.key().is_none_or(|key| seen.insert(key)));
    let known: HashMap<String, &AgendaItem> =
        current.iter().filter_map(|item| Some((item.matter.subject.key()?, item))).collect();
    let mut changes = AgendaChanges::default();
    let follows = |item: &AgendaItem| item.follows() && item.is_open();
    let still: BTreeSet<String> = open.iter().filter_map(|it| it.matter.subject.key()).collect();
    let gone = |item: &&AgendaItem| follows(item) && item.matter.subject.key().is_some_and(|key| !still.contains(&key));
    changes.removed = current.iter().filter(gone).map(|item| item.id).collect();
    let mut ends = ends(sections, current);
    for found in open {
        let before = found.matter.subject.key().and_then(|key| known.get(&key));
        match before {
            Some(item) if follows(item) && (item.matter != found.matter || item.sight != found.sight) => {
                changes.changed.push((item.id, found));
            }
            // it stays as it was brought along; who may see it is not whoever's to say
            Some(item) if item.is_open() && item.sight != found.sight => {
                changes.changed.push((item.id, OpenMatter { matter: item.matter.clone(), ..found }));
            }
            Some(_) => {}
            None => {
                let at = place(found.matter.section).unwrap_or(sections.len());
                let order = ends[..=at].iter().copied().max().unwrap_or(0) + 1;
                ends[at] = order;
                changes.added.push((found, order));
            }
        }
    }
    changes
}

/// The last place of each section; what members put into a section that the agenda does not have stands at its end.
fn ends(sections: &[Section], current: &[AgendaItem]) -> Vec<i32> {
    let mut ends = vec![0; sections.len() + 1];
    for item in current {
        let at = sections.iter().position(|it| *it == item.matter.section).unwrap_or(sections.len());
        ends[at] = ends[at].max(item.order);
    }
    ends
}

#[cfg(test)]
#[path = "agenda_tests.rs"]
mod tests;
