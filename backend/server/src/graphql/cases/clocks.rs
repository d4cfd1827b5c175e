//! Clocks: what of a promised time is used up, when it is due, and why then.

use crate::graphql::{
    agreements::{Agreement, ClockMeasure, Commitment},
    companies::Company,
    kernel::{
        context::Context,
        scalar::Gql,
        types::{Duration, Instant},
    },
};
use concordat_domain::cases as rules;
use concordat_service::cases::CaseView;
use juniper::{GraphQLEnum, graphql_object};
use std::sync::Arc;

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum ClockState {
    /// It counts, within its target.
    Running,
    /// It does not count now; within its target.
    Paused,
    /// What it waited for came in time.
    Met,
    /// Its target was used up before that.
    Breached,
    /// It does not apply any more.
    Cancelled,
}

impl From<rules::ClockState> for ClockState {
    fn from(state: rules::ClockState) -> Self {
        match state {
            rules::ClockState::Running => Self::Running,
            rules::ClockState::Paused => Self::Paused,
            rules::ClockState::Met => Self::Met,
            rules::ClockState::Breached => Self::Breached,
            rules::ClockState::Cancelled => Self::Cancelled,
        }
    }
}

/// A clock of a case.
pub struct Clock {
    agreement: Agreement,
    view: Arc<CaseView>,
    clock: rules::Clock,
}

impl Clock {
    /// A clock of a case.
    #[must_use]
    pub fn new(agreement: &Agreement, view: &Arc<CaseView>, clock: rules::Clock) -> Self {
        Self { agreement: agreement.clone(), view: view.clone(), clock }
    }
}

/// A promise of time, measured on a case: open time of one calendar, pauses left out.
#[graphql_object(scalar = Gql, context = Context, name = "CaseClock")]
impl Clock {
    /// Its name within the case: the rule's code and a number.
    fn name(&self) -> &str {
        &self.clock.name
    }

    /// What it measures.
    fn measure(&self) -> ClockMeasure {
        self.clock.measure.into()
    }

    /// The company whose operational level it is (OLA); null for the service level toward the customer (SLA).
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.clock.company?).map(Company::from)
    }

    /// The commitment that it measures, where it is one's.
    fn commitment(&self) -> Option<Commitment> {
        let commitment = self.agreement.terms().commitment(self.clock.commitment?)?;
        Some(Commitment::new(self.agreement.clone(), commitment.id))
    }

    /// The code of its calendar.
    fn calendar(&self) -> &str {
        &self.clock.calendar
    }

    /// From when it counts.
    fn started_at(&self) -> Instant {
        self.clock.started
    }

    /// When it ended; null while it goes on.
    fn stopped_at(&self) -> Option<Instant> {
        self.clock.stopped
    }

    /// How it stands.
    fn state(&self) -> ClockState {
        self.clock.state.into()
    }

    /// How much open time there is.
    fn target(&self) -> Duration {
        self.clock.target
    }

    /// How much is used up.
    fn elapsed(&self) -> Duration {
        self.clock.elapsed
    }

    /// How much is left; below nought, how much it is over.
    fn left(&self) -> Duration {
        self.clock.left
    }

    /// When it is due, or was; null while it is paused. Used up exactly at closing time, it is due at closing time.
    fn due_at(&self) -> Option<Instant> {
        self.clock.due
    }

    /// When so much is used up that it is due soon.
    fn due_soon_at(&self) -> Option<Instant> {
        self.clock.soon
    }

    /// When it was breached; null where it was not.
    fn breached_at(&self) -> Option<Instant> {
        self.clock.breached
    }

    /// Why it is due then: the stretches of time that led to it.
    fn explanation(&self) -> Vec<ClockStep> {
        let steps = self.view.case.explain(&self.view.rules, self.view.at, &self.clock.name);
        steps.unwrap_or_default().into_iter().map(ClockStep).collect()
    }
}

/// What was the case with a clock for a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum ClockReason {
    /// The version of the agreement that counts, and since when.
    Version,
    /// The target that applied from then on.
    Target,
    /// The calendar was open: it counted.
    Open,
    /// The calendar was closed.
    Closed,
    /// The case was paused.
    Paused,
    /// The case was not the company's own.
    Elsewhere,
    /// The case was resolved.
    Resolved,
}

/// A stretch of time on the way to a deadline.
pub struct ClockStep(rules::Step);

/// A stretch of time, or a fact, on the way to a deadline.
#[graphql_object(scalar = Gql, context = Context)]
impl ClockStep {
    /// From when.
    fn from(&self) -> Instant {
        self.0.from
    }

    /// Until when; the same for a fact.
    fn until(&self) -> Instant {
        self.0.until
    }

    /// What was the case.
    fn reason(&self) -> ClockReason {
        match self.0.why {
            rules::Why::Version { .. } => ClockReason::Version,
            rules::Why::Target { .. } => ClockReason::Target,
            rules::Why::Open => ClockReason::Open,
            rules::Why::Closed => ClockReason::Closed,
            rules::Why::Paused { .. } => ClockReason::Paused,
            rules::Why::Elsewhere => ClockReason::Elsewhere,
            rules::Why::Resolved => ClockReason::Resolved,
        }
    }

    /// The code of a pause's reason; null for anything else.
    fn pause(&self) -> Option<&str> {
        match &self.0.why {
            rules::Why::Paused { reason } => Some(reason),
            _ => None,
        }
    }

    /// A target; null for anything else.
    fn target(&self) -> Option<Duration> {
        match self.0.why {
            rules::Why::Target { target } => Some(target),
            _ => None,
        }
    }

    /// Since when the version has been in force; null for the first one and for anything else.
    fn version_since(&self) -> Option<Instant> {
        match self.0.why {
            rules::Why::Version { since } => since,
            _ => None,
        }
    }
}
