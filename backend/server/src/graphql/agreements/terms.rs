//! What an agreement's terms speak of: parties, services, commitments.

use super::Agreement;
use crate::graphql::{
    companies::Company,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::Date,
    },
    kpis::Kpi,
};
use concordat_domain::{
    agreements::{self as rules, CommitmentTopic, CommittedBy},
    kernel::{CommitmentId, CompanyId, ServiceId},
};
use juniper::{GraphQLEnum, ID, graphql_object};

/// The tag of services' global ids.
pub const SERVICE: Tag = Tag(b'S');
/// The tag of commitments' global ids.
pub const COMMITMENT: Tag = Tag(b'O');

/// Reads the id of a service that a client sent.
///
/// # Errors
/// Not found for what is no service's id.
pub fn service_id(id: &ID) -> Answer<ServiceId> {
    GlobalId::decode_as(SERVICE, id).map(|id| ServiceId(id.own)).ok_or(Failure::NOT_FOUND)
}

impl Agreement {
    /// The company that its terms name; absent only where the terms changed under a running operation.
    ///
    /// # Errors
    /// Not found.
    pub fn company_named(&self, id: CompanyId) -> Answer<Company> {
        self.terms().company(id).map(Company::from).ok_or(Failure::NOT_FOUND)
    }
}

/// A company that an agreement binds.
pub struct Party {
    agreement: Agreement,
    company: CompanyId,
}

impl Party {
    /// A party of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, company: CompanyId) -> Self {
        Self { agreement, company }
    }

    fn party(&self) -> Answer<&rules::Party> {
        self.agreement.terms().party(self.company).ok_or(Failure::NOT_FOUND)
    }
}

/// A company that an agreement binds.
#[graphql_object(scalar = Gql, context = Context)]
impl Party {
    /// The company.
    fn company(&self) -> Answer<Company> {
        self.agreement.company_named(self.company)
    }

    /// The party that signs for it, where it is bound through one.
    fn bound_through(&self) -> Answer<Option<Company>> {
        self.party()?.bound_through.map(|id| self.agreement.company_named(id)).transpose()
    }

    /// The first day on which it is bound.
    fn joins(&self) -> Answer<Date> {
        Ok(self.party()?.joins.into())
    }

    /// The first day on which it is bound no more, where one is agreed.
    fn leaves(&self) -> Answer<Option<Date>> {
        Ok(self.party()?.leaves.map(Date::from))
    }
}

/// A service, or an element of one.
#[derive(Clone)]
pub struct Service {
    agreement: Agreement,
    id: ServiceId,
}

impl Service {
    /// A service of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, id: ServiceId) -> Self {
        Self { agreement, id }
    }

    fn service(&self) -> Answer<&rules::Service> {
        self.agreement.terms().service(self.id).ok_or(Failure::NOT_FOUND)
    }
}

/// A service, or an element of one.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Service {
    /// The service's global id, the same over all versions of the agreement.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(SERVICE, self.agreement.key(), self.id.0).encode()
    }

    /// The code that files and imports use.
    fn code(&self) -> Answer<&str> {
        Ok(&self.service()?.code)
    }

    /// The name.
    fn name(&self) -> Answer<&str> {
        Ok(&self.service()?.name)
    }

    /// The service of which it is a part.
    fn parent(&self) -> Answer<Option<Self>> {
        Ok(self.service()?.parent.map(|id| Self::new(self.agreement.clone(), id)))
    }

    /// Its parts, one level down.
    fn children(&self) -> Vec<Self> {
        self.agreement.terms().children(Some(self.id)).map(|it| Self::new(self.agreement.clone(), it.id)).collect()
    }
}

/// What a commitment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "CommitmentTopic")]
pub enum Topic {
    /// How well the service is delivered.
    Performance,
    /// How content the customers are.
    Satisfaction,
    /// How the service gets better.
    Improvement,
    /// How much is kept ready.
    Capacity,
    /// How soon something is done.
    Timeliness,
    /// How the companies work together.
    Cooperation,
    /// Anything else.
    Other,
}

/// What is promised: by one company, or by all parties together.
#[derive(Clone)]
pub struct Commitment {
    agreement: Agreement,
    id: CommitmentId,
}

impl Commitment {
    /// A commitment of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, id: CommitmentId) -> Self {
        Self { agreement, id }
    }

    fn commitment(&self) -> Answer<&rules::Commitment> {
        self.agreement.terms().commitment(self.id).ok_or(Failure::NOT_FOUND)
    }
}

/// What is promised: by one company, or by all parties together.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Commitment {
    /// The commitment's global id, the same over all versions of the agreement.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(COMMITMENT, self.agreement.key(), self.id.0).encode()
    }

    /// The code.
    fn code(&self) -> Answer<&str> {
        Ok(&self.commitment()?.code)
    }

    /// The company that promises it alone; null where all parties promise it together.
    fn company(&self) -> Answer<Option<Company>> {
        match self.commitment()?.by {
            CommittedBy::Individual(id) => self.agreement.company_named(id).map(Some),
            CommittedBy::Joint => Ok(None),
        }
    }

    /// Whether all parties promise it together: then none of them can change it alone.
    fn joint(&self) -> Answer<bool> {
        Ok(self.commitment()?.by == CommittedBy::Joint)
    }

    /// What it is about.
    fn topic(&self) -> Answer<Topic> {
        Ok(match self.commitment()?.topic {
            CommitmentTopic::Performance => Topic::Performance,
            CommitmentTopic::Satisfaction => Topic::Satisfaction,
            CommitmentTopic::Improvement => Topic::Improvement,
            CommitmentTopic::Capacity => Topic::Capacity,
            CommitmentTopic::Timeliness => Topic::Timeliness,
            CommitmentTopic::Cooperation => Topic::Cooperation,
            CommitmentTopic::Other => Topic::Other,
        })
    }

    /// The promise in words.
    fn text(&self) -> Answer<&str> {
        Ok(&self.commitment()?.text)
    }

    /// The KPIs that measure it.
    fn kpis(&self) -> Answer<Vec<Kpi>> {
        Ok(self.commitment()?.kpis.iter().map(|id| Kpi::new(self.agreement.clone(), *id)).collect())
    }
}

/// The service behind a global id.
///
/// # Errors
/// Not found for whoever may not see its agreement.
pub fn service(ctx: &Context, id: GlobalId) -> Answer<Service> {
    let found = Service::new(Agreement::load(ctx, id.agreement)?, ServiceId(id.own));
    found.service()?;
    Ok(found)
}

/// The commitment behind a global id.
///
/// # Errors
/// Not found for whoever may not see its agreement.
pub fn commitment(ctx: &Context, id: GlobalId) -> Answer<Commitment> {
    let found = Commitment::new(Agreement::load(ctx, id.agreement)?, CommitmentId(id.own));
    found.commitment()?;
    Ok(found)
}
