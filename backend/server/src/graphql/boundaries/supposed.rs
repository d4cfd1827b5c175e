//! What a draft would change about what is found.

use super::{Boundary, Finding, coverage::behind};
use crate::graphql::{
    agreements::Agreement,
    kernel::{
        context::Context,
        errors::Answer,
        scalar::Gql,
        types::{Duration, First},
    },
};
use concordat_domain::{boundaries as rules, kernel::BoundaryId};
use juniper::graphql_object;

/// What a draft would change about what is found.
pub struct CoverageChange {
    agreement: Agreement,
    change: rules::Change,
    boundaries: Vec<Boundary>,
}

impl CoverageChange {
    /// A change of what is found in an agreement, with the boundaries behind all of it.
    ///
    /// # Errors
    /// A fault.
    pub fn new(ctx: &Context, agreement: &Agreement, change: rules::Change) -> Answer<Self> {
        let rules::Change { opened, closed, kept } = &change;
        let all = opened.iter().chain(closed).chain(kept.iter().map(|one| &one.finding));
        let ids: Vec<BoundaryId> = all.flat_map(|one| one.boundaries.iter().copied()).collect();
        let boundaries = behind(ctx, agreement, ids)?;
        Ok(Self { agreement: agreement.clone(), change, boundaries })
    }

    fn finding(&self, one: &rules::Finding) -> Finding {
        Finding::new(&self.agreement, one.clone(), None, &self.boundaries)
    }
}

/// What a draft would change about what is found in the service elements that it touches.
#[graphql_object(scalar = Gql, context = Context)]
impl CoverageChange {
    /// What would be found that is not found now.
    fn opened(&self, first: First) -> Vec<Finding> {
        self.change.opened.iter().take(first.items()).map(|one| self.finding(one)).collect()
    }

    /// What is found now and would not be.
    fn closed(&self, first: First) -> Vec<Finding> {
        self.change.closed.iter().take(first.items()).map(|one| self.finding(one)).collect()
    }

    /// What would stay, perhaps longer or shorter.
    fn kept(&self, first: First) -> Vec<KeptFinding> {
        let kept = |one: &rules::Kept| KeptFinding { finding: self.finding(&one.finding), before: one.before };
        self.change.kept.iter().take(first.items()).map(kept).collect()
    }
}

/// A finding that a draft would leave.
pub struct KeptFinding {
    finding: Finding,
    before: Duration,
}

/// A finding that a draft would leave.
#[graphql_object(scalar = Gql, context = Context)]
impl KeptFinding {
    /// As it would be.
    fn finding(&self) -> &Finding {
        &self.finding
    }

    /// How long it is now.
    fn before(&self) -> Duration {
        self.before
    }
}
