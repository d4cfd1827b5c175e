//! What each scope of a scorecard's axis carries of the joint gap.

use super::contribution::{Contribution, of_companies, of_pool};
use super::scorecard::By;
use super::sheet::{Sheet, owns};
use super::standing::Gap;
use super::table::Part;
use super::{Bucket, Direction, JointMethod, Scope, Standing};
use crate::kernel::{CompanyId, Fraction};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

impl Sheet<'_> {
    /// What each scope of the axis carries of the joint gap, where the viewer may know the gap.
    pub(super) fn contributions(&self) -> BTreeMap<Scope, Contribution> {
        if !self.request.contributions || self.request.by == By::Joint || self.sight.joint().is_err() {
            return BTreeMap::new();
        }
        self.shares().unwrap_or_default()
    }

    fn shares(&self) -> Option<BTreeMap<Scope, Contribution>> {
        let parts = self.parts(None);
        let whole = self.of_parts(Scope::JOINT, &parts);
        let direction = if self.kpi.joint == JointMethod::AllMust { Direction::Higher } else { self.kpi.direction };
        let gap = whole.target?.gap(direction, whole.figure.map(Fraction::round)?);
        match self.request.by {
            By::Company => self.of_companies(gap, &parts),
            _ if self.kpi.joint == JointMethod::Pooled => self.of_cells(gap),
            _ => None,
        }
    }

    fn of_companies(&self, gap: Gap, parts: &[Part<'_>]) -> Option<BTreeMap<Scope, Contribution>> {
        let promised = |company: CompanyId| self.kpi.target(Scope::company(company), self.period).is_some();
        let counts = |part: &&Part<'_>| self.kpi.joint != JointMethod::AllMust || promised(part.0);
        let companies: Vec<(CompanyId, Option<&Bucket>)> =
            parts.iter().filter(counts).map(|(company, bucket)| (*company, bucket.as_deref())).collect();
        let owns = owns(self.kpi, parts);
        let met = |company: CompanyId| {
            let own = owns.iter().find(|(of, _)| *of == company);
            own.is_some_and(|own| self.standing_of(own, None) == Some(Standing::Met))
        };
        let carried = of_companies(self.kpi, gap, &companies, met)?;
        Some(companies.iter().map(|(company, _)| Scope::company(*company)).zip(carried).collect())
    }

    /// Services, or companies' parts of services: parts of one pool.
    fn of_cells(&self, gap: Gap) -> Option<BTreeMap<Scope, Contribution>> {
        let scopes: BTreeSet<Scope> = self.table.keys().map(|key| self.scope_of(key)).collect();
        let facts = |scope: &Scope| match (scope.company, scope.service) {
            (None, Some(service)) => self.table.service(service).map(Cow::Owned),
            (Some(company), service) => self.table.company(company, service),
            (None, None) => None,
        };
        let cells: Vec<Cow<'_, Bucket>> = scopes.iter().filter_map(facts).collect();
        let cells: Vec<&Bucket> = cells.iter().map(AsRef::as_ref).collect();
        Some(scopes.into_iter().zip(of_pool(self.kpi.kind, gap, &cells)?).collect())
    }
}
