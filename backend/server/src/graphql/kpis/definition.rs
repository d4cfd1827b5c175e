//! What a KPI measures, how the companies combine, and what is promised.

use super::{TAG, words};
use crate::graphql::{
    agreements::{Agreement, Service},
    companies::Company,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
        types::{Date, Exact},
    },
};
use concordat_domain::{
    kernel::KpiId,
    kpis::{self as rules, KpiKind},
};
use juniper::{ID, graphql_object};

/// A key performance indicator of an agreement.
#[derive(Clone)]
pub struct Kpi {
    agreement: Agreement,
    id: KpiId,
}

impl Kpi {
    /// A KPI of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, id: KpiId) -> Self {
        Self { agreement, id }
    }

    /// The code, as the key of pages.
    #[must_use]
    pub fn code_text(&self) -> String {
        self.kpi().map(|kpi| kpi.code.clone()).unwrap_or_default()
    }

    fn kpi(&self) -> Answer<&rules::Kpi> {
        self.agreement.terms().kpi(self.id).ok_or(Failure::NOT_FOUND)
    }
}

/// A key performance indicator of an agreement, as its parties signed it.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Kpi {
    /// The KPI's global id, the same over all versions of the agreement.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(TAG, self.agreement.key(), self.id.0).encode()
    }

    /// The code that files and imports use.
    fn code(&self) -> Answer<&str> {
        Ok(&self.kpi()?.code)
    }

    /// The name.
    fn name(&self) -> Answer<&str> {
        Ok(&self.kpi()?.name)
    }

    /// How facts become a figure.
    fn kind(&self) -> Answer<words::KpiKind> {
        Ok(self.kpi()?.kind.into())
    }

    /// Of a quantile: which one, between 0 and 1. It is the nearest rank (inverted CDF), never a value in between.
    fn p(&self) -> Answer<Option<Exact>> {
        Ok(match self.kpi()?.kind {
            KpiKind::Quantile(p) => Some(p),
            _ => None,
        })
    }

    /// What its figures are counted in.
    fn unit(&self) -> Answer<words::Unit> {
        Ok(self.kpi()?.unit.into())
    }

    /// Which way is better.
    fn direction(&self) -> Answer<words::Direction> {
        Ok(self.kpi()?.direction.into())
    }

    /// How the companies' figures become the joint one.
    fn joint_method(&self) -> Answer<words::JointMethod> {
        Ok(self.kpi()?.joint.into())
    }

    /// Who sees whose figures.
    fn disclosure(&self) -> Answer<words::Disclosure> {
        Ok(self.kpi()?.disclosure.into())
    }

    /// Where the facts come from.
    fn source(&self) -> Answer<words::Source> {
        Ok(self.kpi()?.source.into())
    }

    /// What is taken from each case or team, where its source is one of these; null elsewhere.
    fn measure(&self) -> Answer<Option<words::KpiMeasure>> {
        Ok(self.kpi()?.measure.map(words::KpiMeasure::from))
    }

    /// The KPI whose facts this one reads in its own way; null where it has its own.
    fn facts_of(&self) -> Answer<Option<Self>> {
        Ok(self.kpi()?.facts_of.map(|id| Self::new(self.agreement.clone(), id)))
    }

    /// The companies that are expected to report it.
    fn reporters(&self) -> Answer<Vec<Company>> {
        self.kpi()?.reporters.iter().map(|reporter| self.agreement.company_named(reporter.company)).collect()
    }

    /// The services it is measured for; none means any.
    fn services(&self) -> Answer<Vec<Service>> {
        Ok(self.kpi()?.services.iter().map(|id| Service::new(self.agreement.clone(), *id)).collect())
    }

    /// What is promised, for whom and from when on.
    fn targets(&self) -> Answer<Vec<Target>> {
        let target = |target: &rules::Target| Target { agreement: self.agreement.clone(), target: *target };
        Ok(self.kpi()?.targets.iter().map(target).collect())
    }
}

/// A promised value.
pub struct Target {
    agreement: Agreement,
    target: rules::Target,
}

impl Target {
    /// A target of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, target: rules::Target) -> Self {
        Self { agreement, target }
    }
}

/// A promised value. The most specific one counts: company and service, company, service, joint.
#[graphql_object(scalar = Gql, context = Context)]
impl Target {
    /// For which company; null for all together.
    fn company(&self) -> Answer<Option<Company>> {
        self.target.scope.company.map(|id| self.agreement.company_named(id)).transpose()
    }

    /// For which service; null for all of them.
    fn service(&self) -> Option<Service> {
        self.target.scope.service.map(|id| Service::new(self.agreement.clone(), id))
    }

    /// The value, in the KPI's unit; of a band the lower edge.
    fn value(&self) -> Exact {
        self.target.value
    }

    /// Of a band: the upper edge.
    fn upper(&self) -> Option<Exact> {
        self.target.upper
    }

    /// The level at which a figure still meets the target but is close to missing it.
    fn warning(&self) -> Option<Exact> {
        self.target.warning
    }

    /// By how much a figure may miss the value and still count as met.
    fn tolerance(&self) -> Exact {
        self.target.tolerance
    }

    /// The first day for which it is promised.
    fn valid_from(&self) -> Date {
        self.target.valid_from.into()
    }
}
