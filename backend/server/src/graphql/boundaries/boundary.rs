//! A boundary over its versions.

use super::{
    BOUNDARY, inputs::BoundaryContentInput, supposed::CoverageChange, training::Training, version::BoundaryVersion,
    words::BoundaryState,
};
use crate::graphql::{
    agreements::{Agreement, Service},
    companies::Company,
    kernel::{
        context::Context,
        errors::Answer,
        global_id::GlobalId,
        scalar::Gql,
        types::{Date, Instant},
    },
};
use concordat_domain::{
    boundaries as rules,
    kernel::{AgreementId, BoundaryId, CompanyId, TeamId},
};
use concordat_service::boundaries::{self, BoundaryView};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A boundary that the asker may see.
#[derive(Clone)]
pub struct Boundary {
    agreement: Agreement,
    boundary: Arc<rules::Boundary>,
    created_at: Instant,
    revision: i32,
}

impl Boundary {
    /// A boundary that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: BoundaryView) -> Self {
        let BoundaryView { boundary, created_at, revision } = view;
        Self { agreement: agreement.clone(), boundary: Arc::new(boundary), created_at, revision }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: BoundaryId) -> Answer<Self> {
        let view = ctx.read(|tx| boundaries::boundary(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> BoundaryId {
        self.boundary.id
    }

    /// The code, as the key of pages.
    #[must_use]
    pub fn code_text(&self) -> &String {
        &self.boundary.code
    }

    /// Whose it is.
    #[must_use]
    pub fn owner(&self) -> CompanyId {
        self.boundary.company
    }

    /// The team of the version that is being agreed on, or else of the one that was approved last.
    #[must_use]
    pub fn team(&self) -> Option<TeamId> {
        self.boundary.shown().map(|version| version.content.team)
    }

    fn version(&self, version: Option<&rules::Version>) -> Option<BoundaryVersion> {
        BoundaryVersion::of(&self.agreement, &self.boundary, version?.number)
    }
}

/// Where one company's responsibility for a service element ends, and what lies beyond: drawn by experts of its company,
/// approved by those of every neighbour, in force from a date on.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Boundary {
    /// The boundary's global id, the same over all its versions.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(BOUNDARY, self.agreement.key(), self.key().0).encode()
    }

    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The code that files use.
    fn code(&self) -> &str {
        &self.boundary.code
    }

    /// The service element; null where the terms do not know it any more.
    fn service(&self) -> Option<Service> {
        let service = self.agreement.terms().service(self.boundary.service)?;
        Some(Service::new(self.agreement.clone(), service.id))
    }

    /// The company that answers.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.boundary.company).map(Company::from)
    }

    /// Where it stands.
    fn state(&self) -> BoundaryState {
        BoundaryState::of(&self.boundary)
    }

    /// Every version, the first one first.
    fn versions(&self) -> Vec<BoundaryVersion> {
        self.boundary.versions.iter().filter_map(|version| self.version(Some(version))).collect()
    }

    /// The version that is being agreed on; null when none is.
    fn open(&self) -> Option<BoundaryVersion> {
        self.version(self.boundary.open())
    }

    /// What was approved last, whether its day has come or not.
    fn approved(&self) -> Option<BoundaryVersion> {
        self.version(self.boundary.approved())
    }

    /// What holds on a local day, or today; null when nothing does.
    fn in_force(&self, ctx: &Context, on: Option<Date>) -> Answer<Option<BoundaryVersion>> {
        let on = match on {
            Some(day) => day.0,
            None => self.agreement.terms().zone.date_of(ctx.read(|tx| Ok(tx.now()))?),
        };
        Ok(self.version(self.boundary.in_force(on)))
    }

    /// Every approved version with when it holds, in order of their numbers.
    fn history(&self) -> Vec<HeldBoundaryVersion> {
        let held = |held: rules::Held<'_>| {
            let version = self.version(Some(held.version))?;
            Some(HeldBoundaryVersion { version, from: held.from.into(), until: held.until.map(Date::from) })
        };
        self.boundary.history().into_iter().filter_map(held).collect()
    }

    /// The neighbours whose review of the proposal is waited for.
    fn awaited(&self) -> Vec<Company> {
        let awaited = self.boundary.awaited();
        awaited.iter().filter_map(|id| self.agreement.terms().company(*id)).map(Company::from).collect()
    }

    /// The companies that would be asked if the open version were proposed for a local day: whoever takes over, hands
    /// over or covers the same.
    fn neighbours(&self, ctx: &Context, effective_from: Date) -> Answer<Vec<Company>> {
        let asked = ctx.read(|tx| boundaries::asked(tx, &self.boundary, effective_from.0))?;
        let others = asked.iter().filter(|id| **id != self.boundary.company);
        Ok(others.filter_map(|id| self.agreement.terms().company(*id)).map(Company::from).collect())
    }

    /// What if the open version, or this content, held from a local day on (today unless told): which findings of the
    /// 52 weeks from then on would open and which would close. Nothing is changed.
    fn would_change(
        &self,
        ctx: &Context,
        from: Option<Date>,
        content: Option<BoundaryContentInput>,
    ) -> Answer<CoverageChange> {
        let content = content.as_ref().map(BoundaryContentInput::read).transpose()?;
        let (agreement, id) = (self.agreement.key(), self.key());
        let change = ctx.read(|tx| {
            let on = boundaries::boundary(tx, agreement, id)?;
            boundaries::would_change(tx, &on, content, from.map(|day| day.0))
        });
        CoverageChange::new(ctx, &self.agreement, change?)
    }

    /// What teams have to learn of its versions: the training of each team on each version.
    fn trainings(&self, ctx: &Context) -> Answer<Vec<Training>> {
        let (agreement, id) = (self.agreement.key(), self.key());
        let found = ctx.read(|tx| boundaries::trainings(tx, agreement, Some(id)))?;
        Ok(found.into_iter().map(|view| Training::new(&self.agreement, view.into_inner())).collect())
    }

    /// When it was drawn first.
    fn created_at(&self) -> Instant {
        self.created_at
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.revision
    }
}

/// An approved version, and when it holds.
pub struct HeldBoundaryVersion {
    version: BoundaryVersion,
    from: Date,
    until: Option<Date>,
}

/// An approved version, and when it holds.
#[graphql_object(scalar = Gql, context = Context)]
impl HeldBoundaryVersion {
    /// The version.
    fn version(&self) -> &BoundaryVersion {
        &self.version
    }

    /// Its first local day.
    fn from(&self) -> Date {
        self.from
    }

    /// The local day from which on a later version holds; null: none is approved. Where it is not after the first day,
    /// the version never holds.
    fn until(&self) -> Option<Date> {
        self.until
    }
}
