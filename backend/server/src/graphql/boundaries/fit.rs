//! Whether what is promised to the customer can be kept along every way of take-over.

use super::{Boundary, coverage::behind, words::BoundaryDimension};
use crate::graphql::{
    agreements::{Agreement, service_id},
    kernel::{
        context::Context,
        errors::Answer,
        scalar::Gql,
        types::{Duration, First},
    },
};
use concordat_domain::{boundaries as rules, kernel::BoundaryId};
use concordat_service::boundaries as service;
use juniper::{GraphQLEnum, ID, graphql_object};

/// All ways through the boundaries of a service, against its end-to-end target.
pub struct CommitmentFit {
    fit: rules::Fit,
    boundaries: Vec<Boundary>,
}

/// The ways of a case of a service through the boundaries that hold now.
///
/// # Errors
/// Not found for what is no service's id; forbidden for whoever sees no boundaries.
pub fn commitment_fit(
    ctx: &Context,
    agreement: &Agreement,
    service: &ID,
    target: Option<Duration>,
) -> Answer<Option<CommitmentFit>> {
    let id = service_id(service)?;
    let Some(fit) = ctx.read(|tx| service::fit(tx, agreement.key(), id, target))? else { return Ok(None) };
    let named: Vec<BoundaryId> = fit.ways.iter().flat_map(|way| way.legs.iter().map(|leg| leg.boundary)).collect();
    let boundaries = behind(ctx, agreement, named)?;
    Ok(Some(CommitmentFit { fit, boundaries }))
}

/// Whether what is promised end to end can be kept along every way of take-over. Every leg is open time, and legs are
/// added up as if all were open at once: a way that does not fit cannot be walked in time by people who use all they may.
#[graphql_object(scalar = Gql, context = Context)]
impl CommitmentFit {
    /// The end-to-end target.
    fn target(&self) -> Duration {
        self.fit.target
    }

    /// Whether every way is within the target; otherwise the promise cannot be kept even if everyone keeps theirs.
    fn holds(&self) -> bool {
        self.fit.holds()
    }

    /// What the longest way takes.
    fn longest(&self) -> Duration {
        self.fit.longest()
    }

    /// Whether all ways were looked at; there may be too many.
    fn complete(&self) -> bool {
        self.fit.complete
    }

    /// The ways, the longest first.
    fn ways(&self, first: First) -> Vec<CommitmentWay> {
        let way = |way: &rules::Way| CommitmentWay { way: way.clone(), boundaries: self.boundaries.clone() };
        self.fit.ways.iter().take(first.items()).map(way).collect()
    }
}

/// A way of a case from boundary to boundary.
pub struct CommitmentWay {
    way: rules::Way,
    boundaries: Vec<Boundary>,
}

/// A way of a case from boundary to boundary, as long as it gets.
#[graphql_object(scalar = Gql, context = Context)]
impl CommitmentWay {
    /// Its parts, one after another.
    fn legs(&self) -> Vec<CommitmentLeg> {
        let named = |id: BoundaryId| self.boundaries.iter().find(|one| one.key() == id).cloned();
        self.way.legs.iter().map(|leg| CommitmentLeg { leg: *leg, boundary: named(leg.boundary) }).collect()
    }

    /// All of them together.
    fn total(&self) -> Duration {
        self.way.total
    }

    /// Whether that is within the target.
    fn fits(&self) -> bool {
        self.way.fits
    }

    /// Whether it was cut where it came back to a boundary that it had left.
    fn circles(&self) -> bool {
        self.way.circles
    }
}

/// What a part of a way is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum CommitmentLegKind {
    /// The company's own work.
    Work,
    /// Until the company that takes over has accepted.
    Acceptance,
}

/// A part of a way.
pub struct CommitmentLeg {
    leg: rules::Leg,
    boundary: Option<Boundary>,
}

/// A part of a way, at one boundary.
#[graphql_object(scalar = Gql, context = Context)]
impl CommitmentLeg {
    /// The boundary under which it is spent; of an acceptance the one that takes over.
    fn boundary(&self) -> Option<&Boundary> {
        self.boundary.as_ref()
    }

    /// What it is spent on.
    fn kind(&self) -> CommitmentLegKind {
        match self.leg.kind {
            rules::LegKind::Work => CommitmentLegKind::Work,
            rules::LegKind::Acceptance(_) => CommitmentLegKind::Acceptance,
        }
    }

    /// Of an acceptance the limit beyond which it is taken over.
    fn limit(&self) -> Option<BoundaryDimension> {
        match self.leg.kind {
            rules::LegKind::Work => None,
            rules::LegKind::Acceptance(limit) => Some(limit.into()),
        }
    }

    /// How much open time it may take; null where nobody has promised anything, which adds nothing.
    fn time(&self) -> Option<Duration> {
        self.leg.span
    }
}
