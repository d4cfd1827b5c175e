//! A period is assessed: its figures frozen, deviations raised, kept or cleared, and running actions judged.

use super::{Action, AssessedCell, Change, Deviation, DeviationKind, Key};
use crate::kernel::{AgreementId, DeviationId, Moment, Period};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Everything an assessment looks at.
#[derive(Clone, Debug)]
pub struct Books {
    /// The agreement.
    pub agreement: AgreementId,
    /// The period that is assessed.
    pub period: Period,
    /// Whether it is over. The figures of a running one are not frozen; they can only show a risk.
    pub ended: bool,
    /// The moment of the assessment.
    pub at: Moment,
    /// The period's scorecard as measured now, a cell for every figure that is promised or shown; where two cells have
    /// the same key, the first counts.
    pub cells: Vec<AssessedCell>,
    /// What an earlier assessment froze of this period, and of the periods that running actions name.
    pub frozen: Vec<AssessedCell>,
    /// The deviations of this period in every state, and those of other periods that are not closed or have a running
    /// action.
    pub deviations: Vec<Deviation>,
    /// The actions that are acting or verifying.
    pub actions: Vec<Action>,
}

/// A frozen figure that was corrected afterwards: what the group saw, and what is measured now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restatement {
    /// Which figure.
    pub key: Key,
    /// As it was frozen.
    pub then: AssessedCell,
    /// As it is measured now.
    pub now: AssessedCell,
}

impl Restatement {
    /// The restatement of a frozen figure, if it is worth something else now.
    #[must_use]
    pub fn of(then: &AssessedCell, now: &AssessedCell) -> Option<Self> {
        let changed = (&then.figures, then.verdict) != (&now.figures, now.verdict);
        changed.then(|| Self { key: then.key(), then: then.clone(), now: now.clone() })
    }
}

/// A deviation as the assessment leaves it, and what was done to it, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The deviation.
    pub deviation: Deviation,
    /// What was done.
    pub changes: Vec<Change>,
}

/// What an assessment decides; all that is in none of the lists stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Figures to freeze, for the first and only time.
    pub freeze: Vec<AssessedCell>,
    /// Frozen figures that are worth something else now.
    pub restated: Vec<Restatement>,
    /// Deviations that are new or changed.
    pub deviations: Vec<Changed>,
    /// Actions that began their verification, succeeded or failed.
    pub actions: Vec<Action>,
}

impl Books {
    /// Assesses. With the outcome stored and nothing else changed, the same again decides nothing.
    pub fn assess(self, mut new_id: impl FnMut() -> DeviationId) -> Assessment {
        let mut cells = BTreeMap::new();
        for cell in self.cells.iter().filter(|cell| cell.period == self.period) {
            cells.entry(cell.key()).or_insert(cell);
        }
        let frozen: BTreeMap<Key, &AssessedCell> = self.frozen.iter().map(|cell| (cell.key(), cell)).collect();
        let mut desk = Desk::new(&self.deviations);
        for cell in cells.values() {
            desk.take(cell, &self, &mut new_id);
        }
        let fresh = cells.values().filter(|cell| self.ended && !frozen.contains_key(&cell.key())).copied();
        let freeze: Vec<AssessedCell> = fresh.cloned().collect();
        let actions = desk.judge(&self, &freeze);
        desk.settle(&self);
        let compared = frozen.iter().filter_map(|(key, then)| Restatement::of(then, cells.get(key)?));
        Assessment { restated: compared.collect(), deviations: desk.changed(), freeze, actions }
    }
}

/// The deviations while they are worked through, by what they are the deviation of.
struct Desk {
    deviations: BTreeMap<Key, Deviation>,
    changes: BTreeMap<Key, Vec<Change>>,
}

impl Desk {
    fn new(deviations: &[Deviation]) -> Self {
        let deviations = deviations.iter().map(|deviation| (deviation.key(), deviation.clone())).collect();
        Self { deviations, changes: BTreeMap::new() }
    }

    fn put(&mut self, deviation: Deviation, changes: impl IntoIterator<Item = Change>) {
        let key = deviation.key();
        self.changes.entry(key).or_default().extend(changes);
        self.deviations.insert(key, deviation);
    }

    fn take(&mut self, cell: &AssessedCell, books: &Books, new_id: &mut impl FnMut() -> DeviationId) {
        match self.deviations.remove(&cell.key()) {
            Some(known) => {
                let (deviation, change) = known.reassess(cell, books.ended, books.at);
                self.put(deviation, change);
            }
            None if DeviationKind::of(cell.verdict, books.ended).is_some() => {
                let raised = Deviation::raise(new_id(), books.agreement, cell, books.ended);
                raised.into_iter().for_each(|deviation| self.put(deviation, [Change::Raised]));
            }
            None => {}
        }
    }

    /// Judges by what is frozen, now or before: a later correction does not undo a proof the group has seen.
    fn judge(&mut self, books: &Books, freeze: &[AssessedCell]) -> Vec<Action> {
        let mut judged = Vec::new();
        for action in &books.actions {
            let Some(deviation) = self.deviations.values().find(|known| known.id == action.deviation).cloned() else {
                continue;
            };
            let assessed = books.frozen.iter().chain(freeze);
            let (after, deviation, changes) = action.clone().judge(deviation, assessed, books.at);
            self.put(deviation, changes);
            if after != *action {
                judged.push(after);
            }
        }
        judged
    }

    fn settle(&mut self, books: &Books) {
        if books.ended {
            for key in self.deviations.keys().copied().collect::<BTreeSet<_>>() {
                if let Some(deviation) = self.deviations.remove(&key) {
                    let (deviation, change) = deviation.settle(books.period, books.at);
                    self.put(deviation, change);
                }
            }
        }
    }

    fn changed(mut self) -> Vec<Changed> {
        let changes = self.changes.into_iter().filter(|(_, changes)| !changes.is_empty());
        changes
            .filter_map(|(key, changes)| Some(Changed { deviation: self.deviations.remove(&key)?, changes }))
            .collect()
    }
}

#[cfg(test)]
#[path = "assessment_tests.rs"]
mod tests;
