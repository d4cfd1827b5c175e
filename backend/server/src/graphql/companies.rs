//! Companies over GraphQL.

use super::kernel::{
    connection::{Connection, connection},
    context::Context,
    cursor::Cursor,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
    scalar::Gql,
    types::First,
};
use concordat_domain::{
    companies::CompanyKind,
    kernel::{AgreementId, CompanyId},
};
use concordat_service::companies;
use juniper::{GraphQLEnum, ID, graphql_object};

/// The tag of companies' global ids.
pub const TAG: Tag = Tag(b'C');

/// What a company is to the services of its agreements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "CompanyKind")]
pub enum Kind {
    /// Delivers services.
    Supplier,
    /// A local supplier to whom a party has outsourced: a party itself, or bound through one.
    OutsourcedSupplier,
    /// Coordinates the suppliers.
    Integrator,
    /// Receives the services.
    Customer,
}

impl From<CompanyKind> for Kind {
    fn from(kind: CompanyKind) -> Self {
        match kind {
            CompanyKind::Supplier => Self::Supplier,
            CompanyKind::OutsourcedSupplier => Self::OutsourcedSupplier,
            CompanyKind::Integrator => Self::Integrator,
            CompanyKind::Customer => Self::Customer,
        }
    }
}

/// A company that takes part in agreements, as itself.
#[derive(Clone, Debug)]
pub struct Company {
    /// Which.
    pub id: CompanyId,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: CompanyKind,
}

/// A company that takes part in agreements, as itself.
#[graphql_object(scalar = Gql, context = Context, impl = super::node::NodeValue)]
impl Company {
    /// The company's global id, the same in every agreement.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(TAG, AgreementId::INSTANCE, self.id.0).encode()
    }

    /// The short code that files and imports use.
    fn code(&self) -> &str {
        &self.code
    }

    /// The company's name.
    fn name(&self) -> &str {
        &self.name
    }

    /// What the company is to the services of its agreements.
    fn kind(&self) -> Kind {
        self.kind.into()
    }
}

impl From<&concordat_domain::agreements::Company> for Company {
    fn from(company: &concordat_domain::agreements::Company) -> Self {
        Self { id: company.id, code: company.code.clone(), name: company.name.clone(), kind: company.kind }
    }
}

impl From<concordat_domain::companies::Company> for Company {
    fn from(company: concordat_domain::companies::Company) -> Self {
        Self { id: company.id, code: company.code, name: company.name, kind: company.kind }
    }
}

connection!(Company, "CompanyConnection", "CompanyEdge");

/// What the operator asks about companies.
pub struct CompanyQueries;

/// What the operator asks about companies.
#[graphql_object(scalar = Gql, context = Context)]
impl CompanyQueries {
    /// Every company of the instance, by code. For its operator; others meet companies in their agreements.
    fn companies(ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<Company>> {
        let code: Option<String> = after.as_ref().map(Cursor::key).transpose()?;
        let found = ctx.read(|tx| companies::companies(tx, code.as_deref(), first.items() + 1))?;
        let rows = found.into_iter().map(Company::from).collect();
        Ok(Connection::cut(rows, first.items(), after.is_some(), |company: &Company| Cursor::of(&company.code)))
    }
}

/// Reads the id of a company that a client sent.
///
/// # Errors
/// Not found for what is no company's id.
pub fn company_id(id: &ID) -> Answer<CompanyId> {
    GlobalId::decode_as(TAG, id).map(|id| CompanyId(id.own)).ok_or(Failure::NOT_FOUND)
}

/// The company behind a global id.
///
/// # Errors
/// Not found for whoever shares no agreement with it.
pub fn node(ctx: &Context, id: GlobalId) -> Answer<Company> {
    ctx.read(|tx| companies::company(tx, CompanyId(id.own))).map(Company::from)
}
