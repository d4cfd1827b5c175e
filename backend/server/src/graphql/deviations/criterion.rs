//! How it will be known that a corrective action worked.

use super::words::CriterionMeasure;
use crate::graphql::{
    agreements::{Agreement, Service},
    companies::Company,
    kernel::{
        context::Context,
        scalar::Gql,
        types::{Date, Exact, Period},
    },
    kpis::{Kpi, PeriodKind},
};
use concordat_domain::deviations::{self as rules, Measure};
use juniper::graphql_object;

/// A success criterion.
pub struct Criterion {
    agreement: Agreement,
    criterion: rules::Criterion,
}

impl Criterion {
    /// The criterion of a corrective action that the asker may see.
    #[must_use]
    pub fn new(agreement: &Agreement, criterion: rules::Criterion) -> Self {
        Self { agreement: agreement.clone(), criterion }
    }
}

/// How it will be known that a corrective action worked: what every named period has to measure. A period that is
/// assessed without data fails it.
#[graphql_object(scalar = Gql, context = Context)]
impl Criterion {
    /// The KPI that will show it; null where the agreement measures it no more.
    fn kpi(&self) -> Option<Kpi> {
        let kpi = self.agreement.terms().kpi(self.criterion.kpi)?;
        Some(Kpi::new(self.agreement.clone(), kpi.id))
    }

    /// Which company's figure; null for the joint one.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.criterion.scope.company?).map(Company::from)
    }

    /// Which service's figure; null for all services.
    fn service(&self) -> Option<Service> {
        let service = self.agreement.terms().service(self.criterion.scope.service?)?;
        Some(Service::new(self.agreement.clone(), service.id))
    }

    /// What the value has to be.
    fn measure(&self) -> CriterionMeasure {
        match self.criterion.measure {
            Measure::AtMost { .. } => CriterionMeasure::AtMost,
            Measure::AtLeast { .. } => CriterionMeasure::AtLeast,
            Measure::WithinTarget => CriterionMeasure::WithinTarget,
        }
    }

    /// The edge, in the KPI's unit; null where the target of each period is.
    fn value(&self) -> Option<Exact> {
        match self.criterion.measure {
            Measure::AtMost { value } | Measure::AtLeast { value } => Some(value),
            Measure::WithinTarget => None,
        }
    }

    /// How long each period is.
    fn every(&self) -> PeriodKind {
        self.criterion.every.into()
    }

    /// The first period is the first that begins on this local day or later.
    fn after(&self) -> Date {
        self.criterion.after.into()
    }

    /// The periods that have to meet it, in order; 1 to 24.
    fn periods(&self) -> Vec<Period> {
        self.criterion.named().collect()
    }
}
