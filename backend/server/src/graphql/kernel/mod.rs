//! What every noun's GraphQL builds on: own scalars, one root out of the nouns' roots, pages, ids, costs and errors.
//!
//! A noun's file holds its types and one small object per root it adds to:
//!
//! ```ignore
//! #[graphql_object(scalar = Gql, context = Context)]
//! impl Kpi {
//!     /// The KPI's global id.
//!     fn id(&self) -> ID { GlobalId::new(TAG, self.agreement, self.id.0).encode() }
//! }
//! connection!(Kpi, "KpiConnection", "KpiEdge");
//!
//! /// What can be asked about KPIs; `graphql::schema` adds it: `Parts::new("Query", …).with(&KpiQueries)?`.
//! pub struct KpiQueries;
//! #[graphql_object(scalar = Gql, context = Context)]
//! impl KpiQueries {
//!     /// The KPIs of an agreement, by code.
//!     fn kpis(ctx: &Context, agreement: ID, first: First, after: Option<Cursor>) -> Answer<Connection<Kpi>> {
//!         ctx.read(|tx| service::kpis::list(tx, …))
//!     }
//! }
//! ```

pub mod api;
pub mod connection;
pub mod context;
pub mod cost;
pub mod cursor;
pub mod errors;
pub mod feed;
pub mod global_id;
pub mod inputs;
pub mod leaf;
pub mod payload;
pub mod rate;
pub mod root;
pub mod scalar;
pub mod streams;
pub mod types;
pub mod words;
pub mod writer;

#[cfg(test)]
mod cost_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod leaf_tests;
#[cfg(test)]
mod root_tests;
#[cfg(test)]
mod stream_tests;
#[cfg(test)]
mod toy;

pub use context::Context;
pub use errors::{Answer, Failure};
pub use scalar::Gql;
