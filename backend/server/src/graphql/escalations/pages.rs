//! Lists of escalations.

use super::{CustomerEscalation, Escalation, EscalationFilter};
use crate::graphql::{
    agreements::Agreement,
    cases::Case,
    kernel::{
        connection::{Connection, asks, connection},
        context::Context,
        cursor::Cursor,
        errors::Answer,
        scalar::Gql,
        types::First,
    },
};
use concordat_domain::kernel::{CaseId, EscalationId};
use concordat_service::{cases, escalations as service};
use juniper::Executor;
use uuid::Uuid;

connection!(Escalation, "EscalationConnection", "EscalationEdge");

/// A page of an agreement's escalations, the latest raised first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no escalations.
pub fn escalations(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&EscalationFilter>,
) -> Answer<Connection<Escalation>> {
    let (ctx, id, asked) = (executor.context(), agreement.key(), executor.look_ahead());
    let filter = filter.map(|filter| filter.read(ctx)).transpose()?.unwrap_or_default();
    let last = after.map(Cursor::key::<Uuid>).transpose()?.map(EscalationId);
    let views = ctx.read(|tx| service::list(tx, id, &filter, last, first.items()))?;
    let mut rows: Vec<Escalation> =
        views.into_iter().map(|view| Escalation::new(agreement, view.into_inner())).collect();
    if asks(asked, "case") {
        let ids: Vec<CaseId> = rows.iter().filter_map(|row| row.subject().case()).collect();
        let found = ctx.read(|tx| cases::some(tx, id, &ids))?;
        let found: Vec<Case> = found.into_iter().map(|view| Case::new(agreement, view.into_inner())).collect();
        rows = rows.into_iter().map(|row| row.with_case(&found)).collect();
    }
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Escalation| Cursor::of(&row.key().0));
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// Those about a case, the latest raised first.
///
/// # Errors
/// A fault of the database.
pub fn of_case(ctx: &Context, agreement: &Agreement, case: CaseId, first: First) -> Answer<Vec<Escalation>> {
    let found = ctx.read(|tx| service::of_case(tx, agreement.key(), case))?;
    let some = found.into_iter().take(first.items());
    Ok(some.map(|view| Escalation::new(agreement, view.into_inner())).collect())
}

/// Those about a case, the latest raised first, as its customer sees them.
///
/// # Errors
/// A fault of the database.
pub fn of_customers_case(
    ctx: &Context,
    agreement: &Agreement,
    case: CaseId,
    first: First,
) -> Answer<Vec<CustomerEscalation>> {
    let found = ctx.read(|tx| service::followed_of(tx, agreement.key(), case))?;
    Ok(found.iter().take(first.items()).map(|followed| CustomerEscalation::new(agreement, followed)).collect())
}
