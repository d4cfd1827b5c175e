//! The escalation paths of one version of an agreement's terms, made ready: whose path, who stands where, and by when.

use crate::access::Role;
use crate::agreements::{EscalationLevel, EscalationPath, Terms, Trigger};
use crate::calendars::Timetable;
use crate::kernel::{CompanyId, Moment, PersonId, Span};
use std::collections::HashMap;
use std::sync::Arc;

/// The least time that a level has: whatever the terms say, a deadline lies ahead when it is set.
const LEAST: Span = Span::from_seconds(1);

/// The escalation paths of the terms in force.
#[derive(Debug)]
pub struct Paths {
    version: u32,
    terms: Arc<Terms>,
    timetables: HashMap<String, Timetable>,
}

impl Paths {
    /// The paths of a version's terms.
    #[must_use]
    pub fn of(version: u32, terms: Arc<Terms>) -> Self {
        let named = terms.calendars.iter().map(|it| (it.code.clone(), Timetable::new(it.calendar.clone())));
        Self { version, timetables: named.collect(), terms }
    }

    /// The number of the version.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The terms.
    #[must_use]
    pub const fn terms(&self) -> &Arc<Terms> {
        &self.terms
    }

    /// The path of a customer's matters: their own, or else the general one.
    #[must_use]
    pub fn path_for(&self, customer: Option<CompanyId>) -> Option<&EscalationPath> {
        self.terms.escalation_path_for(customer)
    }

    /// The trigger of a customer's path for a case that was reopened so many times: the highest number that is reached.
    #[must_use]
    pub fn reopened(&self, customer: Option<CompanyId>, count: usize) -> Option<Trigger> {
        let reached =
            |trigger: &&Trigger| matches!(trigger, Trigger::Reopened { times } if usize::from(*times) <= count);
        let times = |trigger: &&Trigger| match trigger {
            Trigger::Reopened { times } => *times,
            _ => 0,
        };
        self.path_for(customer)?.triggers.iter().filter(reached).max_by_key(times).copied()
    }

    /// Whether the agreement binds a company at a moment.
    #[must_use]
    pub fn binds(&self, company: CompanyId, at: Moment) -> bool {
        self.terms.in_force(company, self.terms.zone.date_of(at))
    }

    /// By when a level has to answer what comes to it at a moment: open time of its calendar, or wall time where it has
    /// none, where the terms in force do not know it any more, and where it never opens that long again.
    #[must_use]
    pub fn deadline(&self, level: &EscalationLevel, from: Moment) -> Moment {
        let within = level.answer_within.max(LEAST);
        let timetable = level.calendar.as_ref().and_then(|code| self.timetables.get(code));
        timetable.and_then(|timetable| timetable.due(from, within)).unwrap_or_else(|| from.plus(within))
    }

    /// The first level from `from` on at which somebody stands for a company, and who that is. Where nobody stands at
    /// any, the top level is held by the agreement's stewards, so that nothing is ever nobody's.
    #[must_use]
    pub fn held(&self, path: &EscalationPath, from: usize, company: CompanyId, at: Moment) -> (usize, Vec<PersonId>) {
        let top = path.levels.len().saturating_sub(1);
        for place in from.min(top)..=top {
            let holders = self.holders(path, place, company, at);
            if !holders.is_empty() {
                return (place, holders);
            }
        }
        let steward = |person: &&crate::agreements::Person| person.grants.iter().any(|it| it.role == Role::Steward);
        (top, self.terms.people.iter().filter(steward).map(|person| person.id).collect())
    }

    /// Who stands at a level for a company: as the path says today, or as it said where it is no more.
    #[must_use]
    pub fn holders(&self, path: &EscalationPath, place: usize, company: CompanyId, at: Moment) -> Vec<PersonId> {
        let level = self
            .terms
            .escalation_path(path.id)
            .and_then(|path| path.levels.get(place))
            .or_else(|| path.levels.get(place));
        level.map(|level| level.holders(&self.terms, company, self.terms.zone.date_of(at))).unwrap_or_default()
    }
}
