//! Hand-overs against the boundaries in force.

use super::words::HandOverVerdict;
use crate::graphql::{
    agreements::{Agreement, Team},
    boundaries::BoundaryDimension,
    companies::Company,
    kernel::{
        context::Context,
        scalar::Gql,
        types::{Duration, Instant},
    },
};
use concordat_domain::boundaries as rules;
use concordat_service::cases::HandOver;
use juniper::graphql_object;
use std::sync::Arc;

/// A hand-over that was checked.
pub struct HandOverCheck {
    agreement: Agreement,
    made: Arc<HandOver>,
}

impl HandOverCheck {
    /// A hand-over that was checked.
    #[must_use]
    pub fn new(agreement: &Agreement, made: HandOver) -> Self {
        Self { agreement: agreement.clone(), made: Arc::new(made) }
    }
}

/// A hand-over against the boundary of its receiver, as it holds now. Nothing is offered by asking.
#[graphql_object(scalar = Gql, context = Context)]
impl HandOverCheck {
    /// What it comes to.
    fn verdict(&self) -> HandOverVerdict {
        self.made.checked.verdict.into()
    }

    /// The code of the receiver's boundary for the service; null where it has none.
    fn boundary(&self) -> Option<&str> {
        self.made.checked.boundary.as_ref().map(|(_, code)| code.as_str())
    }

    /// The limits that are passed, in the order in which they are written.
    fn passed(&self) -> Vec<PassedLimit> {
        let shows = self.made.shows_load(self.made.to.company);
        self.made.checked.passed.iter().map(|passed| PassedLimit::new(passed, shows)).collect()
    }

    /// The limits that could not be checked, because the case does not say.
    fn unknown(&self) -> Vec<BoundaryDimension> {
        self.made.checked.unknown.iter().map(|dimension| (*dimension).into()).collect()
    }

    /// To whom else it can go, the best first: who takes over beyond the first limit that is passed, then others whose
    /// boundary holds it. Nobody where it is allowed.
    fn proposals(&self) -> Vec<HandOverProposal> {
        let proposal = |place| HandOverProposal { agreement: self.agreement.clone(), made: self.made.clone(), place };
        (0..self.made.checked.proposals.len()).map(proposal).collect()
    }
}

/// A limit that a case passes.
pub struct PassedLimit {
    passed: rules::Passed,
    shows: bool,
}

impl PassedLimit {
    /// A passed limit; `shows_load` tells whether how much its company carries may be shown.
    #[must_use]
    pub fn new(passed: &rules::Passed, shows_load: bool) -> Self {
        let shows = shows_load || !passed.dimension.is_capacity();
        Self { passed: passed.clone(), shows }
    }
}

/// A limit that a case passes, and by how much.
#[graphql_object(scalar = Gql, context = Context)]
impl PassedLimit {
    /// What is limited.
    fn dimension(&self) -> BoundaryDimension {
        self.passed.dimension.into()
    }

    /// What is within it.
    fn limit(&self) -> &str {
        &self.passed.limit
    }

    /// What there is; null where the agreement conceals how much the company carries.
    fn actual(&self) -> Option<&str> {
        self.shows.then_some(self.passed.actual.as_str())
    }

    /// By how much it is passed, such as `opens in PT9H`; null like `actual`.
    fn by(&self) -> Option<String> {
        self.shows.then(|| self.passed.by.to_string())
    }
}

/// Somebody to whom a case can go instead.
pub struct HandOverProposal {
    agreement: Agreement,
    made: Arc<HandOver>,
    place: usize,
}

impl HandOverProposal {
    fn it(&self) -> &rules::Proposal {
        &self.made.checked.proposals[self.place]
    }
}

/// Somebody to whom a case can go instead.
#[graphql_object(scalar = Gql, context = Context)]
impl HandOverProposal {
    /// The team; null where the agreement has it no more.
    fn team(&self) -> Option<Team> {
        let team = self.agreement.terms().team(self.it().team)?;
        Some(Team::new(self.agreement.clone(), team.id))
    }

    /// The company in whose name it would hold the case.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.it().company).map(Company::from)
    }

    /// The code of its boundary; null where it takes over without having one.
    fn boundary(&self) -> Option<&str> {
        self.it().boundary.as_ref().map(|(_, code)| code.as_str())
    }

    /// Whether its boundary holds the case.
    fn allowed(&self) -> bool {
        self.it().allowed
    }

    /// When it is next open; null where it never is.
    fn next_open_at(&self) -> Option<Instant> {
        self.it().next_open
    }

    /// What has to be known for the case and nobody in the team has named.
    fn lacking(&self) -> Vec<&str> {
        self.it().lacking.iter().map(String::as_str).collect()
    }

    /// The open cases that it holds under its boundary; null where the agreement conceals them.
    fn open_cases(&self) -> Option<i32> {
        let shown = self.made.shows_load(self.it().company);
        shown.then(|| i32::try_from(self.it().load.concurrent).unwrap_or(i32::MAX))
    }

    /// How much open time of the team's calendar the acceptance may take.
    fn acceptance(&self) -> Option<Duration> {
        self.it().acceptance
    }

    /// What has to be told with the case.
    fn information(&self) -> Vec<&str> {
        self.it().information.iter().map(String::as_str).collect()
    }

    /// The limit beyond which it takes over; null where it is proposed because its boundary holds the case.
    fn takes_over_beyond(&self) -> Option<BoundaryDimension> {
        match self.it().why {
            rules::Why::TakesOver(dimension) => Some(dimension.into()),
            rules::Why::Covers => None,
        }
    }
}
