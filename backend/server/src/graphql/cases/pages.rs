//! The lists of an agreement: cases, a team's queue, a customer's own, and what many come to.

use super::{Case, CaseFilter, CaseTotals, CustomerCase};
use crate::graphql::{
    agreements::{Agreement, team_id},
    kernel::{
        connection::{Connection, asks, connection},
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        scalar::Gql,
        types::First,
    },
};
use concordat_domain::kernel::{CaseId, Moment};
use concordat_service::cases as service;
use juniper::{Executor, ID};
use uuid::Uuid;

connection!(Case, "CaseConnection", "CaseEdge");
connection!(CustomerCase, "CustomerCaseConnection", "CustomerCaseEdge");

fn last(after: Option<&Cursor>) -> Answer<Option<CaseId>> {
    Ok(after.map(Cursor::key::<Uuid>).transpose()?.map(CaseId))
}

/// A page of an agreement's cases, the latest that came in first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no cases.
pub fn cases(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&CaseFilter>,
) -> Answer<Connection<Case>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(CaseFilter::read).transpose()?.unwrap_or_default();
    let last = last(after)?;
    let views = ctx.read(|tx| service::list(tx, id, &filter, last, first.items()))?;
    let rows = views.into_iter().map(|view| Case::new(agreement, view.into_inner())).collect();
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Case| Cursor::of(&row.key().0));
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// A page of what a team holds, the least time left first.
///
/// # Errors
/// Not found for what is no team of the agreement; as for [`cases`].
pub fn queue(
    ctx: &Context,
    agreement: &Agreement,
    team: &ID,
    first: First,
    after: Option<&Cursor>,
) -> Answer<Connection<Case>> {
    let (of, team) = team_id(team)?;
    if of != agreement.key() || agreement.terms().team(team).is_none() {
        return Err(Failure::NOT_FOUND);
    }
    let last: Option<(Moment, CaseId)> = after.map(Cursor::key).transpose()?;
    let found = ctx.read(|tx| service::queue(tx, of, team, last, first.items()))?;
    let rows = found.into_iter().map(|(due, view)| (due, Case::new(agreement, view.into_inner()))).collect();
    let cursor = |(due, case): &(Moment, Case)| Cursor::of(&(due, case.key()));
    Ok(Connection::cut(rows, first.items(), after.is_some(), cursor).map(|(_, case)| case))
}

/// A page of the asker's cases as their customers see them.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever follows no cases.
pub fn customer_cases(
    ctx: &Context,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
) -> Answer<Connection<CustomerCase>> {
    let last = last(after)?;
    let found = ctx.read(|tx| service::followed(tx, agreement.key(), last, first.items()))?;
    let rows = found.into_iter().map(|view| CustomerCase::new(agreement, &view.into_inner().case)).collect();
    Ok(Connection::cut(rows, first.items(), after.is_some(), |row: &CustomerCase| Cursor::of(&row.key().0)))
}

/// What an agreement's cases come to.
///
/// # Errors
/// As for [`cases`].
pub fn totals(ctx: &Context, agreement: &Agreement, filter: Option<&CaseFilter>) -> Answer<CaseTotals> {
    let filter = filter.map(CaseFilter::read).transpose()?.unwrap_or_default();
    let found = ctx.read(|tx| service::ledger(tx, agreement.key(), &filter))?;
    Ok(CaseTotals::new(agreement, found))
}
