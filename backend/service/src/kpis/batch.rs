//! A batch of measurements against what is known: what is new, what corrects what, what says nothing new.

use super::store::Kept;
use concordat_domain::{kernel::Moment, kpis::Measurement};
use std::cmp::Ordering;

/// What became of one measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing stood under its source and key.
    First,
    /// Something else stood there.
    Correction,
    /// The same stood there.
    Repetition,
}

/// All measurements of a batch under one source and key, in the order in which they came.
pub(super) struct Chain<'a> {
    /// Their places in the batch and themselves; never empty.
    links: Vec<(usize, &'a Measurement)>,
}

/// Where a chain leads.
pub(super) struct Outcome {
    /// What stands at the end, if that is not what stood there before.
    pub(super) last: Option<Kept>,
    /// What stood there in between or before, in order.
    pub(super) earlier: Vec<Kept>,
}

/// Sorts a batch into chains, in order of source and key.
pub(super) fn chains<'a>(mut links: Vec<(usize, &'a Measurement)>) -> Vec<Chain<'a>> {
    links.sort_unstable_by(|(a, one), (b, other)| origin(one, other).then(a.cmp(b)));
    links
        .chunk_by(|(_, one), (_, other)| origin(one, other) == Ordering::Equal)
        .map(|chain| Chain { links: chain.to_vec() })
        .collect()
}

fn origin(one: &Measurement, other: &Measurement) -> Ordering {
    one.source.cmp(&other.source).then_with(|| one.source_key.cmp(&other.source_key))
}

impl<'a> Chain<'a> {
    /// The source and key.
    pub(super) fn origin(&self) -> (&'a str, &'a str) {
        let first = self.links[0].1;
        (&first.source, &first.source_key)
    }

    /// The places of its measurements in the batch.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.links.iter().map(|(place, _)| *place)
    }

    /// Follows the chain from what stood there; `seen` hears what became of each link.
    pub(super) fn follow(&self, known: Option<Kept>, now: Moment, mut seen: impl FnMut(usize, Step)) -> Outcome {
        let mut outcome = Outcome { last: None, earlier: Vec::new() };
        let (mut stands, mut changed) = (known, false);
        for (place, measurement) in &self.links {
            let step = match &stands {
                None => Step::First,
                Some(kept) if kept.measurement.fact == measurement.fact => Step::Repetition,
                Some(_) => Step::Correction,
            };
            seen(*place, step);
            if step == Step::Repetition {
                continue;
            }
            let revision = stands.as_ref().map_or(1, |kept| kept.revision.saturating_add(1));
            let next = Kept { measurement: (*measurement).clone(), revision, recorded_at: now };
            outcome.earlier.extend(stands.replace(next));
            changed = true;
        }
        outcome.last = stands.filter(|_| changed);
        outcome
    }
}
