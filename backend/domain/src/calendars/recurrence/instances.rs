//! The instances of a recurrence: each local time, and the moment at which the zone's wall clock shows it.

use super::Recurrence;
use super::rule::Rule;
use crate::kernel::{Moment, Occurrence};
use chrono::{Datelike, NaiveDateTime};

/// The last year in which anything comes back.
const LAST_YEAR: i32 = 2198;

/// One time of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instance {
    /// The local time that the rule gives; it tells this instance from every other one of the series.
    pub local: NaiveDateTime,
    /// When that is: the first of two moments where the clock is turned back over it, and the end of the gap where the
    /// clock is put forward over it.
    pub at: Moment,
}

impl Recurrence {
    /// Every instance from the first one on, in order, up to the year 2198; none where the rule cannot be followed.
    ///
    /// Of two local times that a change of the clock makes one moment, only the first is an instance.
    pub fn instances(&self) -> impl Iterator<Item = Instance> + use<> {
        let (zone, starts) = (self.zone, self.starts);
        let rule = self.rule.as_deref().map(Rule::read).transpose().ok();
        let until = rule.iter().flatten().find_map(Rule::until).unwrap_or(Moment::MAX);
        let (once, locals) = match rule {
            None => (None, None),
            Some(None) => (Some(starts), None),
            Some(Some(rule)) => (None, rule.locals(starts).ok()),
        };
        let locals = once.into_iter().chain(locals.into_iter().flatten());
        let mut last = None;
        locals
            .take_while(|local| local.year() <= LAST_YEAR)
            .map(move |local| Instance { local, at: zone.instant_of(local, Occurrence::First) })
            .take_while(move |instance| instance.at <= until)
            .filter(move |instance| last.replace(instance.at) != Some(instance.at))
    }

    /// When the first local time is.
    pub(super) fn first_moment(&self) -> Moment {
        self.zone.instant_of(self.starts, Occurrence::First)
    }
}
