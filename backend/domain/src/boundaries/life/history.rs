//! What held when: each approved version from its day on, until a later one's.

use super::{Boundary, Version};
use crate::boundaries::{Content, Drawn};
use crate::kernel::{Moment, Zone};
use chrono::NaiveDate;
use std::sync::Arc;

/// An approved version, and when it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// The version.
    pub version: &'a Version,
    /// Its first day.
    pub from: NaiveDate,
    /// The day from which on a later version holds; none: no later one is approved. Where it is not after the first
    /// day, the version never holds.
    pub until: Option<NaiveDate>,
}

impl Held<'_> {
    /// Whether it holds on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// Whether there is a day on which it holds.
    #[must_use]
    pub fn ever(&self) -> bool {
        self.until.is_none_or(|until| self.from < until)
    }
}

impl Boundary {
    /// Every approved version with when it holds, in order of their numbers. One that ends the boundary stands here too.
    #[must_use]
    pub fn history(&self) -> Vec<Held<'_>> {
        let mut until: Option<NaiveDate> = None;
        let mut held: Vec<Held<'_>> = Vec::new();
        for version in self.versions.iter().rev() {
            let Some(from) = version.state.effective_from() else { continue };
            held.push(Held { version, from, until });
            until = Some(until.map_or(from, |later| later.min(from)));
        }
        held.reverse();
        held
    }

    /// What holds on a day. Nothing before the first version's day, and nothing after the boundary's end.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> Option<&Version> {
        let held = self.history().into_iter().find(|held| held.on(on))?;
        (!held.version.ends).then_some(held.version)
    }

    /// What holds and will hold, for an analysis: each version that ever holds, from midnight to midnight of the zone.
    #[must_use]
    pub fn drawn(&self, zone: Zone) -> Vec<Drawn> {
        self.history()
            .iter()
            .filter(|held| held.ever() && !held.version.ends)
            .map(|held| self.as_drawn(held, zone))
            .collect()
    }

    /// The same, as if the open version held from a day on.
    #[must_use]
    pub fn drawn_if(&self, from: NaiveDate, zone: Zone) -> Vec<Drawn> {
        let Some(open) = self.open() else { return self.drawn(zone) };
        let limited = |mut held: Held<'_>| {
            held.until = Some(held.until.map_or(from, |until| until.min(from)));
            (held.ever() && !held.version.ends).then(|| self.as_drawn(&held, zone))
        };
        let supposed = (!open.ends).then(|| self.as_drawn(&Held { version: open, from, until: None }, zone));
        self.history().into_iter().filter_map(limited).chain(supposed).collect()
    }

    fn as_drawn(&self, held: &Held<'_>, zone: Zone) -> Drawn {
        let content: Arc<Content> = Arc::new(held.version.content.clone());
        let until = held.until.map_or(Moment::MAX, |day| zone.start_of(day));
        let (id, code, service, company) = (self.id, self.code.clone(), self.service, self.company);
        Drawn { id, code, service, company, content, from: zone.start_of(held.from), until }
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
