//! What if: past cases replayed under other rules, side by side with what was.

use super::{CaseFilter, ledger::LedgerPart};
use crate::graphql::{
    agreements::{Agreement, ClockMeasure},
    companies::company_id,
    kernel::{
        context::Context,
        errors::Answer,
        scalar::Gql,
        types::{Duration, Long},
    },
};
use concordat_domain::cases as rules;
use concordat_service::cases as service;
use juniper::{GraphQLEnum, GraphQLInputObject, ID, graphql_object};

/// Which pauses are to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum ReplayedPauses {
    /// Those that the agreement lets count.
    Agreed,
    /// None.
    None,
    /// Only those to which consent was given.
    Consented,
}

/// A clock that is to be other than it was.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ReplayedClockInput {
    /// The code of its rule.
    clock: String,
    /// The code of another calendar.
    calendar: Option<String>,
    /// Another target.
    target: Option<Duration>,
}

/// What is to be other than it was.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ReplayInput {
    /// Other targets or calendars of clocks.
    clocks: Option<Vec<ReplayedClockInput>>,
    /// The code of another calendar for the customers, on which the ledger is kept.
    calendar: Option<String>,
    /// Which pauses count.
    pauses: Option<ReplayedPauses>,
    /// The codes of reasons for which pauses do not count.
    without_pauses: Option<Vec<String>>,
    /// The global ids of parties that are not there: what they held is unattributed.
    without: Option<Vec<ID>>,
}

impl ReplayInput {
    fn read(&self) -> Answer<rules::Change> {
        let clock = |clock: &ReplayedClockInput| rules::ClockChange {
            rule: clock.clock.clone(),
            calendar: clock.calendar.clone(),
            target: clock.target,
        };
        let pauses = match (self.pauses, &self.without_pauses) {
            (Some(ReplayedPauses::None), _) => rules::PausePolicy::None,
            (Some(ReplayedPauses::Consented), _) => rules::PausePolicy::Consented,
            (_, Some(reasons)) if !reasons.is_empty() => rules::PausePolicy::Without(reasons.clone()),
            _ => rules::PausePolicy::Agreed,
        };
        Ok(rules::Change {
            clocks: self.clocks.iter().flatten().map(clock).collect(),
            customers: self.calendar.clone(),
            pauses,
            without: self.without.iter().flatten().map(company_id).collect::<Answer<_>>()?,
        })
    }
}

/// Past cases as they were and as they would have been.
pub struct CaseReplay {
    agreement: Agreement,
    comparison: rules::Comparison,
}

/// Replays an agreement's cases under other rules.
///
/// # Errors
/// Refused for rules that there are not; forbidden for whoever may not replay cases.
pub fn replay(
    ctx: &Context,
    agreement: &Agreement,
    change: &ReplayInput,
    filter: Option<&CaseFilter>,
) -> Answer<CaseReplay> {
    let change = change.read()?;
    let filter = filter.map(CaseFilter::read).transpose()?.unwrap_or_default();
    let comparison = ctx.read(|tx| service::what_if(tx, agreement.key(), &filter, &change))?;
    Ok(CaseReplay { agreement: agreement.clone(), comparison })
}

/// Past cases as they were and as they would have been under other rules.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseReplay {
    /// How many cases were replayed; the latest 2,000 at most.
    fn cases(&self) -> Long {
        Long(i64::try_from(self.comparison.cases.len()).unwrap_or(i64::MAX))
    }

    /// How many of them come to something else.
    fn changed(&self) -> Long {
        let changed = self.comparison.cases.iter().filter(|case| case.before != case.after).count();
        Long(i64::try_from(changed).unwrap_or(i64::MAX))
    }

    /// As they were.
    fn before(&self) -> ReplayTotals {
        ReplayTotals { agreement: self.agreement.clone(), totals: self.comparison.before.clone() }
    }

    /// As they would have been.
    fn after(&self) -> ReplayTotals {
        ReplayTotals { agreement: self.agreement.clone(), totals: self.comparison.after.clone() }
    }
}

/// What replayed cases come to.
pub struct ReplayTotals {
    agreement: Agreement,
    totals: rules::Totals,
}

/// What replayed cases come to.
#[graphql_object(scalar = Gql, context = Context)]
impl ReplayTotals {
    /// How often each clock's target was kept.
    fn compliance(&self) -> Vec<Compliance> {
        let each = self.totals.compliance.iter();
        each.map(|(rule, kept)| Compliance { agreement: self.agreement.clone(), rule: rule.clone(), kept: *kept })
            .collect()
    }

    /// All their open time.
    fn total(&self) -> Duration {
        self.totals.ledger.total
    }

    /// How much belongs to whom.
    fn parts(&self) -> Vec<LedgerPart> {
        let parts = self.totals.ledger.parts.iter();
        parts.map(|(part, time)| LedgerPart::new(&self.agreement, part, *time)).collect()
    }
}

/// How often a clock's target was kept.
pub struct Compliance {
    agreement: Agreement,
    rule: String,
    kept: rules::Compliance,
}

/// How often a clock's target was kept.
#[graphql_object(scalar = Gql, context = Context, name = "ClockCompliance")]
impl Compliance {
    /// The code of the clock's rule.
    fn clock(&self) -> &str {
        &self.rule
    }

    /// What it measures; null where the agreement has the rule no more.
    fn measure(&self) -> Option<ClockMeasure> {
        let handling = self.agreement.terms().handling.as_ref()?;
        handling.clocks.iter().find(|clock| clock.code == self.rule).map(|clock| clock.measure.into())
    }

    /// Kept.
    fn met(&self) -> Long {
        Long(i64::try_from(self.kept.met).unwrap_or(i64::MAX))
    }

    /// Missed.
    fn breached(&self) -> Long {
        Long(i64::try_from(self.kept.breached).unwrap_or(i64::MAX))
    }
}
