//! Queries that both databases express natively but the derived multi-backend does not.

use super::{Db, MultiBackend};
use diesel::{
    QueryResult, RunQueryDsl,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sqlite::Sqlite,
};

/// Any query that is valid on both databases, such as one with `ON CONFLICT`.
pub struct Both<Q>(pub Q);

impl<Q> QueryFragment<MultiBackend> for Both<Q>
where
    Q: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<Q: Query> Query for Both<Q> {
    type SqlType = Q::SqlType;
}

impl<Q: QueryId> QueryId for Both<Q> {
    type QueryId = Q::QueryId;
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}

impl<Q> RunQueryDsl<Db> for Both<Q> {}

/// The same expression compiled for each connection: batch inserts need it.
macro_rules! on {
    ($db:expr, |$native:ident| $body:expr) => {
        match $db {
            $crate::kernel::db::Db::Postgres($native) => $body,
            $crate::kernel::db::Db::Sqlite($native) => $body,
        }
    };
}
pub(crate) use on;
