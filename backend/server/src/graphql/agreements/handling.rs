//! How cases are handled under an agreement: priorities, packages, stages, reasons to pause, clocks.

use super::{
    Agreement, Commitment, Service,
    words::{CaseDisclosure, CaseKind, CasePhase, ClockMeasure, PauseClaim, ReopenPolicy},
};
use crate::graphql::{
    companies::Company,
    kernel::{
        context::Context,
        errors::Answer,
        scalar::Gql,
        types::{Duration, Exact},
    },
};
use concordat_domain::agreements::{self as rules, Claimed};
use juniper::graphql_object;

/// How cases are handled under an agreement.
pub struct CaseHandling {
    agreement: Agreement,
    handling: rules::Handling,
}

impl CaseHandling {
    /// As the agreement's terms say it; none where it takes no cases.
    #[must_use]
    pub fn of(agreement: &Agreement) -> Option<Self> {
        let handling = agreement.terms().handling.clone()?;
        Some(Self { agreement: agreement.clone(), handling })
    }
}

/// How cases are handled, as the parties signed it.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseHandling {
    /// The code of the customers' calendar, on which ledgers are kept and clocks toward the customer run.
    fn calendar(&self) -> &str {
        &self.handling.calendar
    }

    /// The priorities, the most urgent first.
    fn priorities(&self) -> Vec<Priority> {
        self.handling.priorities.iter().cloned().map(Priority).collect()
    }

    /// The service packages that customers can have bought, by code.
    fn packages(&self) -> Vec<Package> {
        self.handling.packages.iter().cloned().map(Package).collect()
    }

    /// The stages of a case's life, in order.
    fn stages(&self) -> Vec<Stage> {
        self.handling.stages.iter().cloned().map(Stage).collect()
    }

    /// Why a case may be paused, by code.
    fn pause_reasons(&self) -> Vec<PauseReason> {
        let reason = |it: &rules::PauseReason| PauseReason { agreement: self.agreement.clone(), reason: it.clone() };
        self.handling.pause_reasons.iter().map(reason).collect()
    }

    /// The clocks; of each measure and company the first that fits a case runs.
    fn clocks(&self) -> Vec<ClockRule> {
        let clock = |it: &rules::ClockRule| ClockRule { agreement: self.agreement.clone(), rule: it.clone() };
        self.handling.clocks.iter().map(clock).collect()
    }

    /// How long after its resolution a case's attributions can be disputed, by the wall clock.
    fn dispute_window(&self) -> Duration {
        self.handling.dispute_window
    }

    /// How long a recovery after negative feedback may take, by the wall clock.
    fn recovery(&self) -> Duration {
        self.handling.recovery
    }

    /// Who sees which cases in full.
    fn disclosure(&self) -> CaseDisclosure {
        self.handling.disclosure.into()
    }

    /// Whether what the customer sees names the companies that work on the case. Persons are never named.
    fn customer_sees_companies(&self) -> bool {
        self.handling.customer_sees_companies
    }
}

/// How urgent a case is.
pub struct Priority(rules::Named);

/// How urgent a case is.
#[graphql_object(scalar = Gql, context = Context, name = "CasePriority")]
impl Priority {
    /// The code.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// The name.
    fn name(&self) -> &str {
        &self.0.name
    }
}

/// A service package, or level, that a customer has bought.
pub struct Package(rules::Package);

/// A service package, or level, that a customer has bought.
#[graphql_object(scalar = Gql, context = Context, name = "ServicePackage")]
impl Package {
    /// The code.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// The name.
    fn name(&self) -> &str {
        &self.0.name
    }
}

/// A stage of a case's life.
pub struct Stage(rules::Stage);

/// A stage of a case's life, as this agreement calls it.
#[graphql_object(scalar = Gql, context = Context, name = "CaseStage")]
impl Stage {
    /// The code.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// The name.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// In which phase a case can be at this stage.
    fn phase(&self) -> CasePhase {
        self.0.phase.into()
    }
}

/// Why a case may be paused.
pub struct PauseReason {
    agreement: Agreement,
    reason: rules::PauseReason,
}

/// Why a case may be paused.
#[graphql_object(scalar = Gql, context = Context)]
impl PauseReason {
    /// The code.
    fn code(&self) -> &str {
        &self.reason.code
    }

    /// The name.
    fn name(&self) -> &str {
        &self.reason.name
    }

    /// Against whom the time is claimed.
    fn against(&self) -> PauseClaim {
        self.reason.against.into()
    }

    /// The company, where it is claimed against one.
    fn company(&self) -> Answer<Option<Company>> {
        match self.reason.against {
            Claimed::Company(id) => self.agreement.company_named(id).map(Some),
            Claimed::Customer | Claimed::Outsider => Ok(None),
        }
    }

    /// The longest such a pause lasts before it ends by itself, by the wall clock.
    fn cap(&self) -> Option<Duration> {
        self.reason.cap
    }

    /// Whether the pause counts only with the consent of whom it is claimed against.
    fn consent(&self) -> bool {
        self.reason.consent
    }
}

/// A promise about time.
pub struct ClockRule {
    agreement: Agreement,
    rule: rules::ClockRule,
}

/// A promise about time: how much open time of which calendar, for which cases.
#[graphql_object(scalar = Gql, context = Context)]
impl ClockRule {
    /// The code.
    fn code(&self) -> &str {
        &self.rule.code
    }

    /// What it measures.
    fn measure(&self) -> ClockMeasure {
        self.rule.measure.into()
    }

    /// The commitment that it measures.
    fn commitment(&self) -> Option<Commitment> {
        self.rule.commitment.map(|id| Commitment::new(self.agreement.clone(), id))
    }

    /// The company whose operational level it is (OLA); null where it is promised to the customer (SLA).
    fn company(&self) -> Answer<Option<Company>> {
        self.rule.company.map(|id| self.agreement.company_named(id)).transpose()
    }

    /// The code of the calendar on which it runs.
    fn calendar(&self) -> &str {
        &self.rule.calendar
    }

    /// The kinds of case it is for; none means any.
    fn kinds(&self) -> Vec<CaseKind> {
        self.rule.kinds.iter().map(|kind| (*kind).into()).collect()
    }

    /// The codes of the priorities it is for; none means any.
    fn priorities(&self) -> &[String] {
        &self.rule.priorities
    }

    /// The codes of the packages it is for; none means any.
    fn packages(&self) -> &[String] {
        &self.rule.packages
    }

    /// The services it is for, each with those below it; none means any.
    fn services(&self) -> Vec<Service> {
        self.rule.services.iter().map(|id| Service::new(self.agreement.clone(), *id)).collect()
    }

    /// How much open time there is.
    fn target(&self) -> Duration {
        self.rule.target
    }

    /// The share of the target after which it is due soon.
    fn warning(&self) -> Exact {
        self.rule.warning
    }

    /// What it does when a resolved case is opened again.
    fn reopen(&self) -> ReopenPolicy {
        self.rule.reopen.into()
    }
}
