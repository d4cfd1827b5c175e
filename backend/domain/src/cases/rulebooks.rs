//! The rulebooks of an agreement's versions, each from the moment on from which it is in force.

use super::Rulebook;
use crate::kernel::Moment;
use std::sync::Arc;

/// The versions in order; never empty.
///
/// What happened before the first version came into force, as imported logs tell, is judged by the first.
#[derive(Clone, Debug)]
pub struct Rulebooks(Vec<(Moment, Arc<Rulebook>)>);

impl Rulebooks {
    /// The rulebooks of versions, each with the moment from which it is in force, in any order; of two from one moment
    /// the later given counts. None when there is no version that takes cases.
    #[must_use]
    pub fn new(versions: impl IntoIterator<Item = (Moment, Arc<Rulebook>)>) -> Option<Self> {
        let mut sorted: Vec<(Moment, Arc<Rulebook>)> = Vec::new();
        for version in versions {
            let place = sorted.partition_point(|(from, _)| *from <= version.0);
            sorted.insert(place, version);
        }
        (!sorted.is_empty()).then_some(Self(sorted))
    }

    /// One version, always in force.
    #[must_use]
    pub fn always(rulebook: Rulebook) -> Self {
        Self(vec![(Moment::MIN, Arc::new(rulebook))])
    }

    /// The version in force at a moment.
    #[must_use]
    pub fn at(&self, moment: Moment) -> &Rulebook {
        let after = self.0.partition_point(|(from, _)| *from <= moment);
        &self.0[after.saturating_sub(1)].1
    }

    /// When the version that is in force at a moment came into force; nothing for the first one.
    #[must_use]
    pub fn since(&self, moment: Moment) -> Option<Moment> {
        let after = self.0.partition_point(|(from, _)| *from <= moment);
        (after > 1).then(|| self.0[after - 1].0)
    }

    /// When another version comes into force within `(from, until)`.
    pub(super) fn changes(&self, from: Moment, until: Moment) -> impl Iterator<Item = Moment> {
        let changes = self.0.iter().skip(1).map(|(at, _)| *at);
        changes.filter(move |at| from < *at && *at < until)
    }

    /// A moment as far as who is bound goes: the agreement binds from its first version on, also what came before.
    pub(super) fn binding(&self, at: Moment) -> Moment {
        at.max(self.0[0].0)
    }

    /// The same versions, each changed.
    pub(super) fn map(&self, mut change: impl FnMut(&Rulebook) -> Rulebook) -> Self {
        Self(self.0.iter().map(|(from, book)| (*from, Arc::new(change(book)))).collect())
    }

    /// Every version.
    pub(super) fn all(&self) -> impl Iterator<Item = &Rulebook> {
        self.0.iter().map(|(_, book)| book.as_ref())
    }
}
