//! Time goes by: at each deadline an escalation goes a level up, or repeats at the top; it never stands still for good.

use super::{Climb, Escalation, Paths, State, Why};
use crate::kernel::Moment;

impl Escalation {
    /// What its deadline does once it has passed; itself before, and once it is over.
    ///
    /// Without an answer it goes a level up, and repeats at the top. An answer to which whoever raised it let their time go
    /// by may be closed by its level; an answer that its level does not close goes up like a matter without one. What
    /// comes to a level late has the level's whole time from then on.
    #[must_use]
    pub fn expire(mut self, paths: &Paths, now: Moment) -> Self {
        let Some(due) = self.deadline().filter(|due| *due <= now) else { return self };
        let up = self.level() + 1;
        self.state = match self.state {
            State::Open { .. } => State::Open { deadline: self.arrive(up, Why::Unanswered, Some(due), paths, now) },
            State::Answered { silent: false, .. } => {
                let deadline = self.arrive(self.level(), Why::Silent, Some(due), paths, now);
                State::Answered { deadline, silent: true }
            }
            State::Answered { silent: true, .. } => {
                State::Answered { deadline: self.arrive(up, Why::Unclosed, Some(due), paths, now), silent: true }
            }
            over => over,
        };
        self
    }

    /// Comes to a level, or to the top one where there is none; tells by when that has to move.
    pub(super) fn arrive(&mut self, level: usize, why: Why, due: Option<Moment>, paths: &Paths, now: Moment) -> Moment {
        let (level, holders) = paths.held(&self.path, level, self.matter.company, now);
        self.climbs.push(Climb { level, at: now, due, why, holders, acknowledged: None });
        self.path.levels.get(level).map_or(now, |rung| paths.deadline(rung, now))
    }
}
