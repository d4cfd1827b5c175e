//! From when to when a measure's clocks could run, before any target: its pieces, and the targets that apply to them.

use crate::agreements::{ClockMeasure, ClockRule, ReopenPolicy};
use crate::calendars::Timetable;
use crate::cases::{Case, Rulebooks};
use crate::kernel::{CompanyId, Moment};

/// What a clock is of: a measure, toward the customer or of a company.
pub(super) type Subject = (ClockMeasure, Option<CompanyId>);

/// A stretch of time from a beginning to what the measure waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub from: Moment,
    pub until: Option<Moment>,
    /// Whether it began because the case was opened again.
    again: bool,
}

/// The pieces of one clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    pub pieces: Vec<Piece>,
}

/// A target that applies to a draft for a while.
pub(super) struct Target<'r> {
    pub rule: &'r ClockRule,
    pub timetable: &'r Timetable,
    pub version: Option<Moment>,
    pub from: Moment,
    /// When another one takes its place.
    pub until: Option<Moment>,
}

/// What there may be clocks of: whatever the rules name at the moments that decide which rules apply, in their order.
pub(super) fn subjects(case: &Case, rulebooks: &Rulebooks) -> Vec<Subject> {
    let mut found: Vec<Subject> = Vec::new();
    let moments = case.levels.iter().map(|level| level.from).chain(case.reopened.iter().copied());
    for rule in moments.flat_map(|at| &rulebooks.at(at).handling().clocks) {
        let subject = (rule.measure, rule.company);
        if !found.contains(&subject) {
            found.push(subject);
        }
    }
    found
}

impl Draft {
    /// The drafts of a subject. A reopened case goes on with the last one, or begins another, as the rule's policy says.
    pub fn all(case: &Case, rulebooks: &Rulebooks, subject: Subject) -> Vec<Self> {
        let mut drafts: Vec<Self> = Vec::new();
        for piece in pieces(case, subject.0) {
            let Some(last) = drafts.last_mut().filter(|_| piece.again) else {
                drafts.push(Self { pieces: vec![piece] });
                continue;
            };
            let policy = last.targets(case, rulebooks, subject).last().map(|target| target.rule.reopen);
            if policy == Some(ReopenPolicy::NewCycle) {
                drafts.push(Self { pieces: vec![piece] });
            } else if subject.0 == ClockMeasure::Resolution {
                last.pieces.push(piece);
            }
        }
        drafts
    }

    /// When it starts.
    pub fn start(&self) -> Moment {
        self.pieces[0].from
    }

    /// When it ends, if it does.
    pub fn stop(&self) -> Option<Moment> {
        self.pieces.last().and_then(|piece| piece.until)
    }

    /// The targets that apply, one after the other: the one in force at its start, and another wherever a new priority or
    /// package brings one that is not the same.
    pub fn targets<'r>(&self, case: &Case, rulebooks: &'r Rulebooks, (measure, company): Subject) -> Vec<Target<'r>> {
        let start = self.start();
        let ends = |at: Moment| self.stop().is_none_or(|stop| at < stop);
        let changes = case.levels.iter().map(|level| level.from).filter(|at| start < *at && ends(*at));
        let mut found: Vec<Target<'r>> = Vec::new();
        for at in std::iter::once(start).chain(changes) {
            let fits = rulebooks.at(at).clock(measure, company, case.traits(at));
            let last = found.last_mut().filter(|last| last.until.is_none());
            match (last, fits) {
                (Some(last), Some((rule, times))) if last.is(rule, times) => {}
                (last, fits) => {
                    if let Some(last) = last {
                        last.until = Some(at);
                    }
                    let version = rulebooks.since(at);
                    let target = |(rule, timetable)| Target { rule, timetable, version, from: at, until: None };
                    found.extend(fits.map(target));
                }
            }
        }
        found
    }
}

impl Target<'_> {
    fn is(&self, rule: &ClockRule, timetable: &Timetable) -> bool {
        self.rule == rule && self.timetable.calendar() == timetable.calendar()
    }
}

/// The pieces of a measure, in order.
fn pieces(case: &Case, measure: ClockMeasure) -> Vec<Piece> {
    let mut found = Vec::new();
    for (place, (from, until)) in case.work().enumerate() {
        let within = |at: &Moment| from <= *at && until.is_none_or(|until| *at < until);
        let again = place > 0;
        match measure {
            ClockMeasure::Resolution => found.push(Piece { from, until, again }),
            ClockMeasure::Response | ClockMeasure::Answer => {
                let answered = case.responses.iter().copied().find(within);
                found.push(Piece { from, until: answered.or(until), again });
            }
            ClockMeasure::NextUpdate => {
                let told = case.told.iter().map(|told| told.at);
                let mut said: Vec<Moment> = told.chain(case.responses.iter().copied()).filter(within).collect();
                said.retain(|at| from < *at);
                said.sort_unstable();
                said.dedup();
                let begins = std::iter::once(from).chain(said.iter().copied());
                let ends = said.iter().copied().map(Some).chain([until]);
                found.extend(begins.zip(ends).map(|(from, until)| Piece { from, until, again: false }));
            }
        }
    }
    found
}
