//! What if: past cases again under another calendar, target or pause policy, or without a party, side by side.

use super::{Case, CaseEvent, Clock, ClockState, Ledger, Rulebook, Rulebooks, What, codes};
use crate::agreements::Handling;
use crate::kernel::{CaseId, CompanyId, Moment, Span, Verdict};
use std::collections::BTreeMap;

/// What is to be other than it was. By default nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Other targets or calendars of clocks.
    pub clocks: Vec<ClockChange>,
    /// The code of another calendar for the customers, on which the ledger is kept.
    pub customers: Option<String>,
    /// Which pauses count.
    pub pauses: PausePolicy,
    /// Parties that are not there: what they held, shared or were offered is unattributed.
    pub without: Vec<CompanyId>,
}

/// A clock that is other than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The code of its rule.
    pub rule: String,
    /// The code of another calendar.
    pub calendar: Option<String>,
    /// Another target.
    pub target: Option<Span>,
}

/// Which pauses count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PausePolicy {
    /// Those that the agreement lets count.
    #[default]
    Agreed,
    /// None.
    None,
    /// All but those for these reasons.
    Without(Vec<String>),
    /// Only those to which consent was given, whatever the reason.
    Consented,
}

/// What a case comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Its clocks.
    pub clocks: Vec<Clock>,
    /// Its ledger.
    pub ledger: Ledger,
}

/// A case as it was and as it would have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseComparison {
    /// The case.
    pub id: CaseId,
    /// As it was.
    pub before: Outcome,
    /// As it would have been.
    pub after: Outcome,
}

/// How often a target was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compliance {
    /// Kept.
    pub met: u64,
    /// Missed.
    pub breached: u64,
}

/// What many cases come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// By the code of the clocks' rules.
    pub compliance: BTreeMap<String, Compliance>,
    /// Their ledgers in one.
    pub ledger: Ledger,
}

/// Cases as they were and as they would have been.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Case by case, in the order in which they were given; logs that open no case are left out.
    pub cases: Vec<CaseComparison>,
    /// All of them as they were.
    pub before: Totals,
    /// All of them as they would have been.
    pub after: Totals,
}

/// Replays cases as they were and as they would have been.
///
/// # Errors
/// [`codes::CASE_WHAT_IF`] when a clock or a calendar is named that no version has.
pub fn what_if(
    cases: &[(CaseId, Vec<CaseEvent>)],
    rulebooks: &Rulebooks,
    change: &Change,
    now: Moment,
) -> Verdict<Comparison> {
    change.check(rulebooks)?;
    let changed = rulebooks.map(|book| change.of(book));
    let mut comparison = Comparison::default();
    for (id, events) in cases {
        let before = outcome(*id, events, rulebooks, now);
        let after = outcome(*id, &change.events(events), &changed, now);
        let (Some(before), Some(after)) = (before, after) else { continue };
        comparison.before.add(&before);
        comparison.after.add(&after);
        comparison.cases.push(CaseComparison { id: *id, before, after });
    }
    Ok(comparison)
}

fn outcome(id: CaseId, events: &[CaseEvent], rulebooks: &Rulebooks, now: Moment) -> Option<Outcome> {
    let case = Case::replay(id, events, rulebooks).case?;
    Some(Outcome { clocks: case.clocks(rulebooks, now), ledger: case.ledger(rulebooks, now) })
}

impl Totals {
    fn add(&mut self, outcome: &Outcome) {
        for clock in &outcome.clocks {
            let counts = self.compliance.entry(clock.rule.clone()).or_default();
            counts.met += u64::from(clock.state == ClockState::Met);
            counts.breached += u64::from(clock.state == ClockState::Breached);
        }
        self.ledger.add(&outcome.ledger);
    }
}

impl Change {
    fn check(&self, rulebooks: &Rulebooks) -> Verdict<()> {
        let calendars = self.clocks.iter().filter_map(|change| change.calendar.as_ref()).chain(&self.customers);
        for code in calendars {
            if !rulebooks.all().all(|book| book.calendar(code).is_some()) {
                let message = format!("not every version has a calendar {code:?}; name one that all of them have");
                return Err(codes::CASE_WHAT_IF.refuse_field("calendar", message).into());
            }
        }
        for change in &self.clocks {
            let known = |book: &Rulebook| book.handling().clocks.iter().any(|rule| rule.code == change.rule);
            if !rulebooks.all().any(known) {
                let message = format!("the agreement has no clock {:?}; name one of its clocks", change.rule);
                return Err(codes::CASE_WHAT_IF.refuse_field("rule", message).into());
            }
        }
        Ok(())
    }

    fn of(&self, book: &Rulebook) -> Rulebook {
        let mut handling: Handling = book.handling().clone();
        for change in &self.clocks {
            for rule in handling.clocks.iter_mut().filter(|rule| rule.code == change.rule) {
                rule.target = change.target.unwrap_or(rule.target);
                rule.calendar.clone_from(change.calendar.as_ref().unwrap_or(&rule.calendar.clone()));
            }
        }
        if let Some(code) = &self.customers {
            handling.calendar.clone_from(code);
        }
        if self.pauses == PausePolicy::Consented {
            handling.pause_reasons.iter_mut().for_each(|reason| reason.consent = true);
        }
        book.handled(handling)
    }

    fn events(&self, events: &[CaseEvent]) -> Vec<CaseEvent> {
        events.iter().filter_map(|event| Some(CaseEvent { what: self.what(&event.what)?, ..event.clone() })).collect()
    }

    /// What would have been said instead; none: nothing.
    fn what(&self, what: &What) -> Option<What> {
        let gone = |company: &CompanyId| self.without.contains(company);
        match what {
            What::Paused { reason, .. } => {
                let counts = match &self.pauses {
                    PausePolicy::Agreed | PausePolicy::Consented => true,
                    PausePolicy::None => false,
                    PausePolicy::Without(reasons) => !reasons.contains(reason),
                };
                counts.then(|| what.clone())
            }
            What::Offered { to: holder, .. } | What::Accepted { by: holder } if gone(&holder.company) => {
                Some(What::Unclear { status: what.name().to_owned() })
            }
            What::Swarmed { shares } if shares.iter().any(|share| gone(&share.company)) => {
                let left = shares.iter().filter(|share| !gone(&share.company)).copied();
                Some(What::Swarmed { shares: left.collect() })
            }
            _ => Some(what.clone()),
        }
    }
}
