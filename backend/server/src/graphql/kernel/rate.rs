//! How often somebody may ask, as an answer tells it.

use super::{context::Context, scalar::Gql};
use juniper::{GraphQLObject, graphql_object};

/// How many requests the asker may send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLObject)]
#[graphql(scalar = Gql)]
pub struct RateLimit {
    /// Requests a minute.
    pub limit: i32,
    /// Requests that are left at once; they come back evenly.
    pub remaining: i32,
}

/// What can be asked about asking.
pub struct RateQueries;

/// What can be asked about asking.
#[graphql_object(scalar = Gql, context = Context)]
impl RateQueries {
    /// How many requests you may still send; null where nobody counts. Every answer tells it in `extensions` too.
    fn rate_limit(ctx: &Context) -> Option<RateLimit> {
        ctx.rate()
    }
}
