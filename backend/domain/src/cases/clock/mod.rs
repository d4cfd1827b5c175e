//! Clocks: what of a promised time is used up, when it is due, and why then. Derived from the log, never stored.

mod draft;
mod explain;
mod run;

use super::{Case, Rulebooks};
use crate::agreements::ClockMeasure;
use crate::kernel::{CommitmentId, CompanyId, Moment, Span};
use run::Run;

pub use explain::{Step, Why};

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockState {
    /// It counts; within its target.
    Running,
    /// It does not count now; within its target. A company's own clock also pauses while others hold the case.
    Paused,
    /// What it waited for came in time: not after the due moment.
    Met,
    /// Its target was used up before that; it may still be counting.
    Breached,
    /// It does not apply any more: the case got another priority, or was withdrawn. A target that had been missed before
    /// the case got another priority stays missed.
    Cancelled,
}

impl ClockState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Met => "met",
            Self::Breached => "breached",
            Self::Cancelled => "cancelled",
        }
    }
}

/// A target measured on a case.
///
/// It is judged by the version in force when it started, or when the case last got another priority that brought another
/// target; that one counts from the same start, and is used up at once when more time than it allows has gone by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Its name within the case: the rule's code and a number, such as `response-high#1`.
    pub name: String,
    /// The rule's code.
    pub rule: String,
    /// What it measures.
    pub measure: ClockMeasure,
    /// The company whose operational level it is; none: the service level toward the customer.
    pub company: Option<CompanyId>,
    /// The commitment that it measures, if it is one's.
    pub commitment: Option<CommitmentId>,
    /// The code of its calendar.
    pub calendar: String,
    /// Since when the version by which it is judged is in force; none: it is the first.
    pub version: Option<Moment>,
    /// From when it counts.
    pub started: Moment,
    /// From when this target applies: later than the start when a new priority brought it.
    pub applies: Moment,
    /// When it ended.
    pub stopped: Option<Moment>,
    /// How it stands.
    pub state: ClockState,
    /// How much open time there is.
    pub target: Span,
    /// How much is used up.
    pub elapsed: Span,
    /// How much is left; below nought, how much it is over.
    pub left: Span,
    /// When it is due, or was; none while it is paused, and when the calendar never has that much open time.
    pub due: Option<Moment>,
    /// When its warning share is used up; none like the due moment.
    pub soon: Option<Moment>,
    /// When it was breached.
    pub breached: Option<Moment>,
}

impl Clock {
    /// Whether it can still change by time alone.
    #[must_use]
    pub const fn is_going(&self) -> bool {
        self.stopped.is_none()
    }
}

impl Case {
    /// The case's clocks as they stand at `now`: toward the customer and of each company, of each measure the first that
    /// fits, in the order of the rules and of time.
    ///
    /// A service-level clock counts from its start outside pauses; a company's own counts, on its own calendar, only the
    /// time that the ledger charges to that company, in a swarm all of it. An imported log tells nothing after its latest
    /// event, so clocks that go on stand as they stood then.
    #[must_use]
    pub fn clocks(&self, rulebooks: &Rulebooks, now: Moment) -> Vec<Clock> {
        self.runs(rulebooks, now).into_iter().map(|run| run.clock).collect()
    }

    /// Why a clock is due when it is, or stands as it does: what led to it, in order of time. None when the case has no
    /// clock of that name.
    #[must_use]
    pub fn explain(&self, rulebooks: &Rulebooks, now: Moment, clock: &str) -> Option<Vec<Step>> {
        self.runs(rulebooks, now).into_iter().find(|run| run.clock.name == clock).map(|run| run.explain())
    }

    fn runs<'r>(&self, rulebooks: &'r Rulebooks, now: Moment) -> Vec<Run<'r>> {
        let mut runs: Vec<Run<'r>> = Vec::new();
        for found in run::all(self, rulebooks, self.known_until(now)) {
            let earlier = runs.iter().filter(|run| run.clock.rule == found.clock.rule).count();
            let name = format!("{}#{}", found.clock.rule, earlier + 1);
            runs.push(Run { clock: Clock { name, ..found.clock }, ..found });
        }
        runs
    }
}

#[cfg(test)]
mod tests;
