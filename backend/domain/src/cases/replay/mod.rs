//! From a log to the case: event after event, in the one order; what cannot apply is left out and told.

mod custody;
mod life;
mod pausing;
mod saying;

use super::order::in_order;
use super::{Case, CaseEvent, Rulebook, Rulebooks, What, codes};
use crate::kernel::{CaseId, Moment, Refusal};
use std::borrow::Cow;

/// A case and what its log holds beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// The case; none when nothing opened it.
    pub case: Option<Case>,
    /// The events that were left out, in the order of the log.
    pub oddities: Vec<Oddity>,
}

/// An event that does not apply, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// The event's number.
    pub number: i64,
    /// The name of one of [`codes::CODES`].
    pub code: Cow<'static, str>,
    /// What is wrong and what would mend it.
    pub message: String,
}

/// What comes of one event.
type Applied = Result<(), Refusal>;

/// An event with the rules of its moment.
struct Step<'a> {
    event: &'a CaseEvent,
    book: &'a Rulebook,
    /// The moment of the event as far as who is bound goes.
    binding: Moment,
}

impl Case {
    /// The case that a log tells, whatever order its events come in. Total: an event that cannot apply is left out and
    /// told as an [`Oddity`]; two events of one moment and rank may change places without any effect.
    #[must_use]
    pub fn replay(id: CaseId, events: &[CaseEvent], rulebooks: &Rulebooks) -> Replayed {
        let mut replayed = Replayed { case: None, oddities: Vec::new() };
        for event in in_order(events) {
            let book = rulebooks.at(event.at);
            let step = Step { event, book, binding: rulebooks.binding(event.at) };
            let applied = match (&mut replayed.case, &event.what) {
                (None, What::Opened { .. }) => step.open(id).map(|case| replayed.case = Some(case)),
                (None, what) => Err(codes::CASE_NOT_OPENED.refuse(format!(
                    "`{}` comes before the case is opened; let `opened` be its first event",
                    what.name()
                ))),
                (Some(case), _) => step.apply(case),
            };
            match (applied, &mut replayed.case) {
                (Ok(()), Some(case)) => {
                    case.latest = event.at;
                    case.is_imported = event.source.is_some();
                }
                (Ok(()), None) => {}
                (Err(Refusal { code, message, .. }), _) => {
                    replayed.oddities.push(Oddity { number: event.number, code, message });
                }
            }
        }
        replayed
    }
}

impl Step<'_> {
    fn apply(&self, case: &mut Case) -> Applied {
        if let Some(at) = case.cancelled {
            let message = format!("the case was withdrawn at {at}; open a new one for `{}`", self.event.what.name());
            return Err(codes::CASE_CANCELLED.refuse(message));
        }
        match &self.event.what {
            What::Opened { .. } => {
                let message = format!("the case was opened at {}; give another one its own key", case.opened);
                Err(codes::CASE_OPENED_TWICE.refuse(message))
            }
            What::Offered { to, outside, .. } => self.offer(case, *to, outside.is_some()),
            What::Accepted { by } => self.accept(case, *by),
            What::Refused { .. } => self.refuse(case),
            What::Swarmed { shares } => self.swarm(case, shares),
            What::Unclear { .. } => self.unclear(case),
            What::Paused { reason, against, .. } => self.pause(case, reason, *against),
            What::PauseConsented => self.consent(case),
            What::Resumed => self.resume(case),
            What::Responded => self.respond(case),
            What::Updated { stage, note, told } => self.update(case, stage.as_deref(), note.as_deref(), *told),
            What::Resolved { note } => self.resolve(case, note.as_deref()),
            What::Cancelled { .. } => self.cancel(case),
            What::Closed => self.close(case),
            What::Reopened { .. } => self.reopen(case),
            What::Reprioritised { priority, package } => self.reprioritise(case, priority, package.as_deref()),
            What::Specified { needs } => self.specify(case, needs),
            What::Rated { points, words } => self.rate(case, *points, words.as_deref()),
            What::Recovering { company, owner, due } => self.recover(case, *company, *owner, *due),
            What::Disputed { from, until, reason } => self.dispute(case, *from, *until, reason),
            What::Decided { dispute, attribution, reason } => self.decide(case, *dispute, *attribution, reason),
        }
    }

    /// Work goes on only while the case is open.
    fn working(&self, case: &Case) -> Applied {
        match (case.is_open(), case.resolved()) {
            (false, Some(deed)) => Err(codes::CASE_RESOLVED.refuse(format!(
                "the case was resolved at {}; open it again before `{}`",
                deed.at,
                self.event.what.name()
            ))),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
