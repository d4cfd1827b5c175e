//! Whose time it was: the ledger of a case, and of many.

use super::words::LedgerKind;
use crate::graphql::{
    agreements::Agreement,
    companies::Company,
    kernel::{
        context::Context,
        scalar::Gql,
        types::{Duration, Exact, Instant, Long},
    },
};
use concordat_domain::{
    cases as rules,
    kernel::{CompanyId, Span},
};
use concordat_service::cases::{self as service, CaseView};
use juniper::graphql_object;
use std::sync::Arc;

/// The ledger of a case.
pub struct CaseLedger {
    agreement: Agreement,
    view: Arc<CaseView>,
    ledger: rules::Ledger,
}

impl CaseLedger {
    /// The ledger of a case.
    #[must_use]
    pub fn new(agreement: &Agreement, view: &Arc<CaseView>) -> Self {
        let ledger = view.case.ledger(&view.rules, view.at);
        Self { agreement: agreement.clone(), view: view.clone(), ledger }
    }
}

/// Every open second of the customers' calendar from opening to resolution, and to whom it belongs.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseLedger {
    /// All the open time; the parts add up to it exactly.
    fn total(&self) -> Duration {
        self.ledger.total
    }

    /// How much belongs to whom; the time of a swarm is divided by its shares.
    fn parts(&self) -> Vec<LedgerPart> {
        self.ledger.parts.iter().map(|(part, time)| LedgerPart::new(&self.agreement, part, *time)).collect()
    }

    /// Stretch by stretch.
    fn segments(&self) -> Vec<LedgerSegment> {
        let all = self.ledger.segments.iter().cloned();
        all.map(|segment| LedgerSegment { agreement: self.agreement.clone(), segment }).collect()
    }

    /// Whose the breach of the resolution target is; empty while there is none. The shares add up to 1.
    fn breach(&self) -> Vec<BreachShare> {
        let shares = self.view.case.breach(&self.view.rules, self.view.at);
        shares.into_iter().map(|share| BreachShare { agreement: self.agreement.clone(), share }).collect()
    }
}

/// How much of a time is what and whose.
pub struct LedgerPart {
    agreement: Agreement,
    kind: LedgerKind,
    company: Option<CompanyId>,
    holder: Option<CompanyId>,
    reason: Option<String>,
    time: Span,
}

impl LedgerPart {
    /// A part of a ledger.
    #[must_use]
    pub fn new(agreement: &Agreement, part: &rules::Part, time: Span) -> Self {
        let (holder, reason) = match part {
            rules::Part::Pause { holder, reason, .. } => (*holder, Some(reason.clone())),
            _ => (None, None),
        };
        Self { agreement: agreement.clone(), kind: kind(part.name()), company: part.charged(), holder, reason, time }
    }
}

fn kind(name: &str) -> LedgerKind {
    match name {
        "hand_over_wait" => LedgerKind::HandOverWait,
        "pause" => LedgerKind::Pause,
        "mismatch" => LedgerKind::Mismatch,
        "unattributed" => LedgerKind::Unattributed,
        _ => LedgerKind::Custody,
    }
}

/// How much of a time is what and whose.
#[graphql_object(scalar = Gql, context = Context)]
impl LedgerPart {
    /// What it is.
    fn kind(&self) -> LedgerKind {
        self.kind
    }

    /// The company that is charged; null where nobody is.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.company?).map(Company::from)
    }

    /// The company that held the case while it was paused; null for anything else.
    fn holder(&self) -> Option<Company> {
        self.agreement.terms().company(self.holder?).map(Company::from)
    }

    /// The code of a pause's reason; null for anything else.
    fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// How much open time.
    fn time(&self) -> Duration {
        self.time
    }

    /// The same in whole seconds, rounded down.
    fn seconds(&self) -> Long {
        Long(self.time.seconds())
    }
}

/// A stretch of a ledger.
pub struct LedgerSegment {
    agreement: Agreement,
    segment: rules::Segment,
}

/// A stretch of time and what it is. Where custody and mismatch share a stretch, each has its own segment.
#[graphql_object(scalar = Gql, context = Context)]
impl LedgerSegment {
    /// From when.
    fn from(&self) -> Instant {
        self.segment.from
    }

    /// Until when.
    fn until(&self) -> Instant {
        self.segment.until
    }

    /// What it is, and how much open time.
    fn part(&self) -> LedgerPart {
        LedgerPart::new(&self.agreement, &self.segment.part, self.segment.open)
    }

    /// The companies that held the case together, where several did.
    fn swarm(&self) -> Vec<SwarmShare> {
        let rules::Part::Swarm { shares } = &self.segment.part else { return Vec::new() };
        shares.iter().map(|share| SwarmShare { agreement: self.agreement.clone(), share: *share }).collect()
    }

    /// Whose it would be without pause, swarm or decision.
    fn holder(&self) -> Option<Company> {
        self.agreement.terms().company(self.segment.holder?).map(Company::from)
    }

    /// The number of the dispute whose decision put it there; null where none did.
    fn dispute(&self) -> Option<Long> {
        self.segment.decided.map(Long)
    }
}

/// A company's share of a case that several hold together.
pub struct SwarmShare {
    agreement: Agreement,
    share: rules::Share,
}

/// A company's share of a case that several hold together; only the proportions matter.
#[graphql_object(scalar = Gql, context = Context)]
impl SwarmShare {
    /// The company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.share.company).map(Company::from)
    }

    /// Its weight.
    fn weight(&self) -> i32 {
        i32::try_from(self.share.weight).unwrap_or(i32::MAX)
    }
}

/// A company's share of a breach.
pub struct BreachShare {
    agreement: Agreement,
    share: rules::BreachShare,
}

/// A company's share of a breach: its overrun over its own budget by the sum of overruns.
#[graphql_object(scalar = Gql, context = Context)]
impl BreachShare {
    /// The company; null where nobody went over: then the design of the budgets is to blame.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.share.company?).map(Company::from)
    }

    /// What the ledger charges to it.
    fn charged(&self) -> Duration {
        self.share.charged
    }

    /// What it may use.
    fn budget(&self) -> Duration {
        self.share.budget
    }

    /// How much it went over.
    fn overrun(&self) -> Duration {
        self.share.overrun
    }

    /// Its share of the breach, between 0 and 1.
    fn share(&self) -> Exact {
        self.share.share
    }
}

/// What many cases come to.
pub struct CaseTotals {
    agreement: Agreement,
    parts: Vec<service::Part>,
    totals: service::Totals,
}

impl CaseTotals {
    /// What many cases come to.
    #[must_use]
    pub fn new(agreement: &Agreement, (parts, totals): (Vec<service::Part>, service::Totals)) -> Self {
        Self { agreement: agreement.clone(), parts, totals }
    }
}

/// What many cases come to: whose time they took, and how often they changed hands.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseTotals {
    /// How many cases there are.
    fn cases(&self) -> Long {
        Long(self.totals.cases)
    }

    /// All their open time: of a case that is resolved up to its resolution, of one that is still open up to the latest
    /// thing that happened to it, be it an event of its log or a deadline that came near or passed.
    fn total(&self) -> Duration {
        self.parts.iter().map(|part| part.time).sum()
    }

    /// How much belongs to whom, of the same time as `total`: they add up to it exactly.
    fn parts(&self) -> Vec<LedgerPart> {
        let part = |part: &service::Part| LedgerPart {
            agreement: self.agreement.clone(),
            kind: kind(&part.part),
            company: part.company,
            holder: part.holder,
            reason: part.reason.clone(),
            time: part.time,
        };
        self.parts.iter().map(part).collect()
    }

    /// How often they went from company to company.
    fn between_companies(&self) -> HandOvers {
        HandOvers(self.totals.companies)
    }

    /// How often they went from team to team.
    fn between_teams(&self) -> HandOvers {
        HandOvers(self.totals.teams)
    }

    /// Cases that were opened again after they had been resolved.
    fn reopened(&self) -> Long {
        Long(self.totals.reopened)
    }

    /// How often that happened.
    fn reopens(&self) -> Long {
        Long(self.totals.reopens)
    }

    /// Cases by the highest support line that they reached: none, 1, 2 and 3.
    fn lines(&self) -> Vec<Long> {
        self.totals.lines.iter().map(|count| Long(*count)).collect()
    }
}

/// How often cases changed hands.
pub struct HandOvers(service::Hops);

/// How often cases changed hands.
#[graphql_object(scalar = Gql, context = Context)]
impl HandOvers {
    /// Cases that were handed over.
    fn cases(&self) -> Long {
        Long(self.0.cases)
    }

    /// How often.
    fn hand_overs(&self) -> Long {
        Long(self.0.hand_overs)
    }

    /// Cases that came straight back to the one that they had just left.
    fn ping_pong_cases(&self) -> Long {
        Long(self.0.bounced)
    }

    /// How often.
    fn ping_pong(&self) -> Long {
        Long(self.0.bounces)
    }
}
