//! One clock run over a case's time: what counts, what does not, and how it stands.

use super::draft::{Draft, Subject, Target, subjects};
use super::{Clock, ClockState};
use crate::agreements::ReopenPolicy;
use crate::calendars::Timetable;
use crate::cases::timeline::{Atom, Whose, atoms};
use crate::cases::{Case, Rulebooks, Why};
use crate::kernel::{Decimal, Moment, Span};

/// A clock with what led to it.
pub(super) struct Run<'r> {
    pub clock: Clock,
    pub timetable: &'r Timetable,
    /// When it did not count, in order.
    pub idle: Vec<Idle>,
    /// Up to when it was looked at.
    pub end: Moment,
}

/// A stretch of time in which a clock does not count.
pub(super) struct Idle {
    pub from: Moment,
    pub until: Moment,
    pub why: Why,
}

/// Every clock of a case, in the order of the rules and of time, without names.
pub(super) fn all<'r>(case: &Case, rulebooks: &'r Rulebooks, now: Moment) -> Vec<Run<'r>> {
    // a microsecond more, so that the last stretch says what is true now even where it has just begun
    let atoms = atoms(case, rulebooks, now.plus(Span::from_micros(1)));
    let mut runs = Vec::new();
    for subject in subjects(case, rulebooks) {
        for draft in Draft::all(case, rulebooks, subject) {
            for target in draft.targets(case, rulebooks, subject) {
                runs.extend(Course { case, atoms: &atoms, now, subject, draft: &draft }.run(&target));
            }
        }
    }
    runs
}

/// What a clock runs over.
struct Course<'a> {
    case: &'a Case,
    atoms: &'a [Atom<'a>],
    now: Moment,
    subject: Subject,
    draft: &'a Draft,
}

impl Course<'_> {
    fn run<'r>(&self, target: &Target<'r>) -> Option<Run<'r>> {
        let started = self.started()?;
        let ended = self.draft.stop().into_iter().chain(target.until).min();
        let end = ended.unwrap_or(self.now).min(self.now);
        if started > end || ended == Some(started) && target.until == ended {
            return None;
        }
        let rule = target.rule;
        let idle = self.idle(started, rule.reopen);
        let skipped: Vec<(Moment, Moment)> = idle.iter().map(|it| (it.from, it.until)).collect();
        let elapsed = target.timetable.elapsed_with(started, end, &skipped);
        let due = target.timetable.due_with(started, rule.target, &skipped);
        let over = |due: &Moment| if ended.is_some() { *due < end } else { *due <= end };
        let breached = due.filter(over).map(|due| due.max(target.from));
        let paused = idle.last().is_some_and(|idle| idle.until > end);
        let clock = Clock {
            name: String::new(),
            rule: rule.code.clone(),
            measure: rule.measure,
            company: rule.company,
            commitment: rule.commitment,
            calendar: rule.calendar.clone(),
            version: target.version,
            started,
            applies: target.from.max(started),
            stopped: ended,
            state: self.state(target, breached.is_some(), paused),
            target: rule.target,
            elapsed,
            left: rule.target - elapsed,
            due,
            soon: target.timetable.due_with(started, share(rule.target, rule.warning), &skipped),
            breached,
        };
        Some(Run { clock, timetable: target.timetable, idle, end })
    }

    /// The start of the draft; of a company's own clock, when the case first becomes its own.
    fn started(&self) -> Option<Moment> {
        let start = self.draft.start();
        let Some(company) = self.subject.1 else { return Some(start) };
        let own = self.atoms.iter().find(|atom| atom.until > start && atom.whose.includes(company))?;
        Some(own.from.max(start)).filter(|own| self.draft.stop().is_none_or(|stop| *own < stop))
    }

    fn state(&self, target: &Target<'_>, breached: bool, paused: bool) -> ClockState {
        let stop = self.draft.stop();
        if target.until.is_none() && stop.is_some() && stop == self.case.cancelled {
            return ClockState::Cancelled;
        }
        match (breached, target.until, stop) {
            (true, ..) => ClockState::Breached,
            (false, Some(_), _) => ClockState::Cancelled,
            (false, None, Some(_)) => ClockState::Met,
            (false, None, None) if paused => ClockState::Paused,
            (false, None, None) => ClockState::Running,
        }
    }

    /// When the clock does not count: in pauses, while the case is resolved unless the policy says otherwise, and a
    /// company's own while the case is somebody else's. What goes on now goes on without end.
    fn idle(&self, started: Moment, policy: ReopenPolicy) -> Vec<Idle> {
        let mut idle: Vec<Idle> = Vec::new();
        let (mut known, mut counted) = (started, true);
        let stop = self.draft.stop().unwrap_or(Moment::MAX);
        for atom in self.atoms.iter().filter(|atom| atom.until > started && atom.from < stop) {
            if known < atom.from && !(policy == ReopenPolicy::ContinueCounting && counted) {
                idle.push(Idle { from: known, until: atom.from, why: Why::Resolved });
            }
            let why = self.why_not(atom);
            counted = why.is_none();
            idle.extend(why.map(|why| Idle { from: atom.from.max(started), until: atom.until.min(stop), why }));
            known = atom.until;
        }
        if self.draft.stop().is_none()
            && let Some(last) = idle.last_mut().filter(|last| last.until > self.now)
        {
            last.until = Moment::MAX;
        }
        idle
    }

    fn why_not(&self, atom: &Atom<'_>) -> Option<Why> {
        match (atom.whose, self.subject.1) {
            (Whose::Pause { reason, .. }, _) => Some(Why::Paused { reason: reason.to_owned() }),
            (whose, Some(company)) if !whose.includes(company) => Some(Why::Elsewhere),
            _ => None,
        }
    }
}

/// A share of a span, to the microsecond below.
fn share(whole: Span, part: Decimal) -> Span {
    let micros = i128::from(whole.micros()) * part.wide() / i128::from(Decimal::SCALE);
    Span::from_micros(i64::try_from(micros).unwrap_or(i64::MAX))
}
