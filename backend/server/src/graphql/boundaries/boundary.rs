//! A boundary: where a company's responsibility for a service element ends.

use super::BOUNDARY;
use crate::graphql::{
    agreements::{Agreement, Service},
    companies::Company,
    kernel::{context::Context, global_id::GlobalId, scalar::Gql},
};
use concordat_domain::kernel::{BoundaryId, CompanyId, TeamId};
use concordat_service::boundaries::BoundaryView;
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A boundary that the asker may see.
#[derive(Clone)]
pub struct Boundary {
    agreement: Agreement,
    view: Arc<BoundaryView>,
}

impl Boundary {
    /// A boundary that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: BoundaryView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view) }
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> BoundaryId {
        self.view.boundary.id
    }

    /// Whose it is.
    #[must_use]
    pub fn owner(&self) -> CompanyId {
        self.view.boundary.company
    }

    /// The team of the version that is being agreed on, or else of the one that was approved last.
    #[must_use]
    pub fn team(&self) -> Option<TeamId> {
        self.view.boundary.shown().map(|version| version.content.team)
    }
}

/// Where a company's responsibility for a service element ends, and what lies beyond it.
#[graphql_object(scalar = Gql, context = Context)]
impl Boundary {
    /// The boundary's global id, the same over all its versions.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(BOUNDARY, self.agreement.key(), self.key().0).encode()
    }

    /// Its code, which never changes.
    fn code(&self) -> &str {
        &self.view.boundary.code
    }

    /// The service element.
    fn service(&self) -> Service {
        Service::new(self.agreement.clone(), self.view.boundary.service)
    }

    /// The company that answers; null for one that the agreement names no more.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.view.boundary.company).map(Company::from)
    }

    /// Grows by one with each change: send it with a mutation, which is refused when somebody else was faster.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}
