//! Whose a breach is: each company's overrun over its own budget, as a share of all of them.

use super::divide::divide;
use super::{Case, ClockState, Ledger, Rulebooks};
use crate::agreements::ClockMeasure;
use crate::kernel::{CompanyId, Decimal, Moment, Span};

/// A company's share of a breach. The shares of a breach add up to 1 exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreachShare {
    /// The company; none: nobody went over its budget, so the budgets are too large for the whole.
    pub company: Option<CompanyId>,
    /// What the ledger charges to it.
    pub charged: Span,
    /// What it may use; nothing where the agreement gives it none, which is a budget of nought.
    pub budget: Span,
    /// How much it went over.
    pub overrun: Span,
    /// Its share, in millionths rounded by largest remainder.
    pub share: Decimal,
}

impl Ledger {
    /// The shares of a breach: of each company charged with any time, its overrun over its budget by the sum of overruns.
    /// A company without a budget has promised no time, so all that it used is overrun. When nobody went over, the one
    /// share belongs to the design of the budgets.
    #[must_use]
    pub fn breach_shares(&self, budget: impl Fn(CompanyId) -> Option<Span>) -> Vec<BreachShare> {
        let of = |company: CompanyId| {
            let (charged, budget) = (self.charged(company), budget(company).unwrap_or(Span::ZERO));
            let overrun = (charged - budget).max(Span::ZERO);
            BreachShare { company: Some(company), charged, budget, overrun, share: Decimal::ZERO }
        };
        let mut shares: Vec<BreachShare> = self.companies().into_iter().map(of).collect();
        if shares.iter().all(|share| !share.overrun.is_positive()) {
            let charged = shares.iter().map(|share| share.charged).sum();
            let budget = shares.iter().map(|share| share.budget).sum();
            let design = BreachShare { company: None, charged, budget, overrun: Span::ZERO, share: Decimal::ONE };
            shares.push(design);
            return shares;
        }
        let overruns: Vec<i64> = shares.iter().map(|share| share.overrun.micros()).collect();
        for (share, millionths) in shares.iter_mut().zip(divide(Decimal::SCALE, &overruns)) {
            share.share = Decimal::clamped(millionths.into());
        }
        shares
    }
}

impl Case {
    /// Whose the breach of its resolution target toward the customer is: none while there is no breach. The budget of a
    /// company is the target of its own resolution clock that fits the case, judged like the target that was missed.
    #[must_use]
    pub fn breach(&self, rulebooks: &Rulebooks, now: Moment) -> Vec<BreachShare> {
        let missed = |measure, company: Option<CompanyId>, state| {
            measure == ClockMeasure::Resolution && company.is_none() && state == ClockState::Breached
        };
        let clocks = self.clocks(rulebooks, now);
        let Some(clock) = clocks.iter().rev().find(|it| missed(it.measure, it.company, it.state)) else {
            return Vec::new();
        };
        let (book, of) = (rulebooks.at(clock.applies), self.traits(clock.applies));
        let budget = |company| book.clock(ClockMeasure::Resolution, Some(company), of).map(|(rule, _)| rule.target);
        self.ledger(rulebooks, now).breach_shares(budget)
    }
}
