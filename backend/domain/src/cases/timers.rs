//! What will happen to a case by time alone: due soon, breached, a pause's cap reached, an acceptance target used up, a
//! recovery not done by its due date.

use super::timeline::{counted_pauses, used_up};
use super::{
    CASE_ACCEPTANCE_OVERDUE, CASE_BREACHED, CASE_DUE_SOON, CASE_PAUSE_CAPPED, CASE_RECOVERY_OVERDUE, Case, Recovery,
    Rulebooks,
};
use crate::kernel::{Kind, Moment, TeamId};

/// Something that happens to a case at a moment unless the case goes on before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timer {
    /// When.
    pub at: Moment,
    /// What.
    pub what: TimerKind,
}

/// What happens by time alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimerKind {
    /// A clock's warning share is used up.
    DueSoon {
        /// The clock's name.
        clock: String,
    },
    /// A clock's target is used up.
    Breached {
        /// The clock's name.
        clock: String,
    },
    /// A pause ends by itself.
    PauseCap {
        /// The number of the event that began the pause.
        pause: i64,
    },
    /// The team to which the case is offered has used up its time to accept.
    AcceptanceUsedUp {
        /// The team.
        team: TeamId,
        /// Since when it is offered.
        offered: Moment,
    },
    /// The customer should be content by now and is not.
    RecoveryOverdue {
        /// The number of the rating that made the recovery necessary.
        rating: i64,
    },
}

impl Timer {
    /// Its name within the case, the same as long as it is the same timer, wherever it is worked out.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.what {
            TimerKind::DueSoon { clock } => format!("due_soon:{clock}"),
            TimerKind::Breached { clock } => format!("breached:{clock}"),
            TimerKind::PauseCap { pause } => format!("pause_cap:{pause}"),
            TimerKind::AcceptanceUsedUp { team, offered } => format!("acceptance:{team}:{}", offered.micros()),
            TimerKind::RecoveryOverdue { rating } => format!("recovery:{rating}"),
        }
    }

    /// The kind of the event of the agreement's log that tells of the timer of that name; none when there is no such
    /// timer.
    #[must_use]
    pub fn kind(name: &str) -> Option<Kind> {
        match name.split_once(':')?.0 {
            "due_soon" => Some(CASE_DUE_SOON),
            "breached" => Some(CASE_BREACHED),
            "pause_cap" => Some(CASE_PAUSE_CAPPED),
            "acceptance" => Some(CASE_ACCEPTANCE_OVERDUE),
            "recovery" => Some(CASE_RECOVERY_OVERDUE),
            _ => None,
        }
    }
}

impl Case {
    /// The timers of the case as it stands at `now`, ahead or passed, in order of time: a clock that goes on keeps its
    /// timers until it ends, so that whoever looks late still finds them, and so does a recovery, which goes on while the
    /// case is resolved. None for a case whose latest event comes from an import: its log says nothing of now.
    #[must_use]
    pub fn timers(&self, rulebooks: &Rulebooks, now: Moment) -> Vec<Timer> {
        if self.is_imported || self.cancelled.is_some() {
            return Vec::new();
        }
        let overdue = |it: &Recovery| {
            let what = TimerKind::RecoveryOverdue { rating: it.rating };
            Timer { at: it.due, what }
        };
        let mut found: Vec<Timer> = self.feedback.recovery().map(overdue).into_iter().collect();
        if !self.is_open() {
            return found;
        }
        for clock in self.clocks(rulebooks, now).into_iter().filter(super::Clock::is_going) {
            let name = clock.name;
            found.extend(clock.soon.map(|at| Timer { at, what: TimerKind::DueSoon { clock: name.clone() } }));
            found.extend(clock.due.map(|at| Timer { at, what: TimerKind::Breached { clock: name } }));
        }
        let paused = self.pauses.last().filter(|pause| pause.resumed.is_none());
        found.extend(paused.and_then(|pause| {
            let what = TimerKind::PauseCap { pause: pause.number };
            pause.cap.map(|at| Timer { at, what })
        }));
        found.extend(self.offer.and_then(|offer| {
            let what = TimerKind::AcceptanceUsedUp { team: offer.to.team, offered: offer.at };
            used_up(&offer, rulebooks, &counted_pauses(self)).map(|at| Timer { at, what })
        }));
        found.sort_unstable();
        found
    }
}
