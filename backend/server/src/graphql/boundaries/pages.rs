//! The list of an agreement's boundaries.

use super::{boundary::Boundary, inputs::BoundaryFilter};
use crate::graphql::{
    agreements::Agreement,
    kernel::{
        connection::{Connection, asks, connection},
        context::Context,
        cursor::Cursor,
        errors::Answer,
        scalar::Gql,
        types::First,
    },
};
use concordat_service::boundaries as service;
use juniper::Executor;

connection!(Boundary, "BoundaryConnection", "BoundaryEdge");

/// A page of an agreement's boundaries, by code.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no boundaries.
pub fn boundaries(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&BoundaryFilter>,
) -> Answer<Connection<Boundary>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(|filter| filter.read(agreement.terms())).transpose()?.unwrap_or_default();
    let last: Option<String> = after.map(Cursor::key).transpose()?;
    let views = ctx.read(|tx| service::list(tx, id, &filter, last.as_deref(), first.items()))?;
    let rows = views.into_iter().map(|view| Boundary::new(agreement, view.into_inner())).collect();
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Boundary| Cursor::of(row.code_text()));
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count(tx, id, &filter))?)),
        false => Ok(page),
    }
}
