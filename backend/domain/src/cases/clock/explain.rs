//! Why a clock is due when it is: the stretches of time that led to it, as data.

use super::run::Run;
use crate::kernel::{Moment, Span};

/// One stretch of time, or one fact, on the way to a due moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// From when.
    pub from: Moment,
    /// Until when; the same for a fact.
    pub until: Moment,
    /// What was the case.
    pub why: Why,
}

/// What was the case with a clock for a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The version that has been in force since then is the one that counts; none: the first one.
    Version {
        /// Since when it is in force.
        since: Option<Moment>,
    },
    /// This much open time applied from then on.
    Target {
        /// How much.
        target: Span,
    },
    /// The calendar was open: it counted.
    Open,
    /// The calendar was closed.
    Closed,
    /// The case was paused.
    Paused {
        /// The reason's code.
        reason: String,
    },
    /// The case was not the company's own.
    Elsewhere,
    /// The case was resolved.
    Resolved,
}

impl Run<'_> {
    /// The version and target, then the time from the start to the due moment, or as far as is known while there is none.
    pub fn explain(self) -> Vec<Step> {
        let Self { clock, timetable, idle, end } = self;
        let fact = |at, why| Step { from: at, until: at, why };
        let mut steps = vec![
            fact(clock.started, Why::Version { since: clock.version }),
            fact(clock.applies, Why::Target { target: clock.target }),
        ];
        let (mut at, to) = (clock.started, clock.due.unwrap_or(end));
        let count = |steps: &mut Vec<Step>, from: Moment, until: Moment| {
            let mut known = from;
            for (open, close) in timetable.windows(from, until) {
                if known < open {
                    steps.push(Step { from: known, until: open, why: Why::Closed });
                }
                steps.push(Step { from: open, until: close, why: Why::Open });
                known = close;
            }
            if known < until {
                steps.push(Step { from: known, until, why: Why::Closed });
            }
        };
        for pause in idle.into_iter().filter(|pause| pause.from < to) {
            if at < pause.from {
                count(&mut steps, at, pause.from);
            }
            // what goes on without end is told as far as it is known
            let until = if pause.until == Moment::MAX { end } else { pause.until };
            if pause.from < until {
                steps.push(Step { from: pause.from, until, why: pause.why });
            }
            at = pause.until;
        }
        if at < to {
            count(&mut steps, at, to);
        }
        steps
    }
}
