//! From what a row of a status log says to what happened: the difference to what held before it.

use super::before::End;
use super::{Before, Entry, codes};
use crate::agreements::CaseKind;
use crate::boundaries::Needs;
use crate::cases::{Holder, What};
use crate::kernel::{CompanyId, Moment, PersonId, Refusals, ServiceId, Span, Verdict};
use crate::kpis::Measurement;

/// How a case stands from a row until its next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for somebody to take it.
    Queued(Holder),
    /// Somebody works on it.
    Held(Holder),
    /// Its clocks stand still.
    Paused {
        /// Who has it.
        by: Holder,
        /// The reason's code.
        reason: String,
    },
    /// The work is done.
    Resolved(Option<Holder>),
    /// Nothing more happens to it.
    Closed(Option<Holder>),
    /// It was withdrawn.
    Cancelled,
    /// The status does not say who has it.
    Unclear(String),
}

/// What one row of a status log says, in the ids of the agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The case's key in the system it comes from.
    pub case: String,
    /// The row's own key, which the first of its events bears.
    pub key: String,
    /// When the status began.
    pub at: Moment,
    /// Which of the case's rows at one time is first.
    pub order: i64,
    /// The status, where the mapping has no rule for it.
    pub unknown: Option<String>,
    /// What the row says of KPIs, and what of that cannot be read; what counts is the case's last row.
    pub facts: Vec<Verdict<Measurement>>,
    pub(super) state: State,
    pub(super) opening: Opening,
    pub(super) priority: String,
    pub(super) package: Option<String>,
    pub(super) person: Option<PersonId>,
    pub(super) company: Option<CompanyId>,
    pub(super) points: Option<u8>,
    pub(super) needs: Needs,
    pub(super) responds: bool,
}

/// What matters of a case's first row only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) at: Option<Moment>,
    pub(super) kind: CaseKind,
    pub(super) title: String,
    pub(super) service: ServiceId,
    pub(super) customer: Option<CompanyId>,
}

impl Step {
    /// What happened, told from what held before; `before` moves on. Each row has at least one event. Rows of one time
    /// are kept apart, and in order, by a microsecond.
    ///
    /// # Errors
    /// [`codes::CASE_LOG_ORDER`] when the row is older than what is known of the case.
    pub fn events(&self, before: &mut Before) -> Verdict<Vec<Entry>> {
        let at = match before.latest {
            Some(latest) if latest >= self.at.plus(CLOSE) => {
                let message = format!("the row is of {}, but {} is known of {} already", self.at, latest, self.case);
                return Err(Refusals::from(codes::CASE_LOG_ORDER.refuse_field("at", message)));
            }
            Some(latest) if latest >= self.at => latest.plus(Span::from_micros(1)),
            _ => self.at,
        };
        let mut told = Told { step: self, at, before, entries: Vec::new() };
        told.opening();
        told.standing();
        if let Some(points) = self.points.filter(|points| told.before.points != Some(*points))
            && told.before.end != End::Open
        {
            told.say(What::Rated { points, words: None });
        }
        if told.entries.is_empty() {
            told.say(What::Updated { stage: None, note: None, told: false });
        }
        Ok(told.entries)
    }

    /// Whether work is to be done from the row on, for all that it says.
    const fn works(&self) -> bool {
        matches!(self.state, State::Queued(_) | State::Held(_) | State::Paused { .. })
    }
}

/// What is known of a time at most so much later than a row's own is known of rows of the same time.
const CLOSE: Span = Span::from_micros(1_000);

/// The events of one row as they are told.
struct Told<'s, 'b> {
    step: &'s Step,
    at: Moment,
    before: &'b mut Before,
    entries: Vec<Entry>,
}

impl Told<'_, '_> {
    fn say(&mut self, what: What) {
        self.say_at(self.at, what);
    }

    fn say_at(&mut self, at: Moment, what: What) {
        self.before.follow(at, &what);
        let Step { case, key, person, company, .. } = self.step;
        let source_key = match self.entries.len() {
            0 => key.clone(),
            told => format!("{key}#{}", told + 1),
        };
        self.entries.push(Entry { case: case.clone(), at, what, person: *person, company: *company, source_key });
    }

    /// That it was opened, or is of another urgency now.
    fn opening(&mut self) {
        let Step { opening, priority, package, needs, .. } = self.step;
        let needs = self.before.needs.updated(needs);
        let (priority, package) = (priority.clone(), package.clone());
        let other = priority != self.before.priority || package.is_some() && package != self.before.package;
        if !self.before.opened {
            let Opening { at: opened, kind, title, service, customer } = opening.clone();
            let opened = opened.map_or(self.at, |opened| opened.min(self.at));
            self.say_at(opened, What::Opened { kind, title, priority, package, service, customer, needs });
            return;
        }
        if other && (self.before.end == End::Open || self.step.works()) {
            self.say(What::Reprioritised { priority, package });
        }
        if needs != self.before.needs && (self.before.end == End::Open || self.step.works()) {
            self.say(What::Specified { needs });
        }
    }

    fn standing(&mut self) {
        if self.step.responds && !self.before.responded {
            self.say(What::Responded);
        }
        match self.step.state.clone() {
            State::Queued(to) => {
                self.running();
                if self.before.offer != Some(to) || self.before.unclear {
                    self.say(What::Offered { to, reason: None, outside: None });
                }
            }
            State::Held(by) => {
                self.running();
                self.held(by);
            }
            State::Paused { by, reason } => {
                self.open();
                if self.before.pause.as_ref().is_some_and(|running| *running != reason) {
                    self.say(What::Resumed);
                }
                self.held(by);
                if self.before.pause.is_none() {
                    self.say(What::Paused { reason, against: None, note: None });
                }
            }
            State::Resolved(by) => self.resolved(by),
            State::Closed(by) => {
                self.resolved(by);
                if self.before.end == End::Resolved {
                    self.say(What::Closed);
                }
            }
            State::Cancelled => {
                if self.before.end == End::Open {
                    self.say(What::Cancelled { reason: None });
                }
            }
            State::Unclear(status) => self.unclear(status),
        }
    }

    /// Reopened where it was done.
    fn open(&mut self) {
        if self.before.end != End::Open {
            self.say(What::Reopened { reason: None });
        }
    }

    /// Open, and not paused.
    fn running(&mut self) {
        self.open();
        if self.before.pause.is_some() {
            self.say(What::Resumed);
        }
    }

    fn held(&mut self, by: Holder) {
        if !self.before.held_by(by) {
            self.say(What::Accepted { by });
        }
    }

    /// Done, by whoever the row names.
    fn resolved(&mut self, by: Option<Holder>) {
        if self.before.end == End::Open {
            self.running();
            if let Some(by) = by {
                self.held(by);
            }
            self.say(What::Resolved { note: None });
        }
    }

    /// An unclear status does not open again what is done.
    fn unclear(&mut self, status: String) {
        if self.before.end != End::Open {
            return self.say(What::Updated { stage: None, note: Some(status), told: false });
        }
        self.running();
        if !self.before.unclear {
            self.say(What::Unclear { status });
        }
    }
}
