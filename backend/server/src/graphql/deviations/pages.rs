//! The lists of an agreement: deviations, corrective actions, assessments.

use super::{Assessment, CorrectiveAction, CorrectiveActionFilter, Deviation, DeviationFilter};
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
use concordat_domain::kernel::{ActionId, AssessmentId, DeviationId};
use concordat_service::deviations as service;
use juniper::Executor;
use uuid::Uuid;

connection!(Deviation, "DeviationConnection", "DeviationEdge");
connection!(CorrectiveAction, "CorrectiveActionConnection", "CorrectiveActionEdge");
connection!(Assessment, "AssessmentConnection", "AssessmentEdge");

fn last(after: Option<&Cursor>) -> Answer<Option<Uuid>> {
    Ok(after.map(Cursor::key::<Uuid>).transpose()?)
}

/// A page of an agreement's deviations, the latest raised first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no deviations.
pub fn deviations(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&DeviationFilter>,
) -> Answer<Connection<Deviation>> {
    let (ctx, id, asked) = (executor.context(), agreement.key(), executor.look_ahead());
    let filter = filter.map(DeviationFilter::read).transpose()?.unwrap_or_default();
    let last = last(after)?.map(DeviationId);
    let views = ctx.read(|tx| service::list(tx, id, &filter, last, first.items()))?;
    let mut rows: Vec<Deviation> = views.into_iter().map(|view| Deviation::new(agreement, view.into_inner())).collect();
    if asks(asked, "correctiveActions") {
        let ids: Vec<DeviationId> = rows.iter().map(Deviation::key).collect();
        let views = ctx.read(|tx| service::answers(tx, id, &ids))?;
        let answers: Vec<CorrectiveAction> =
            views.into_iter().map(|view| CorrectiveAction::new(ctx, agreement, view.into_inner())).collect();
        rows = rows.into_iter().map(|row| row.answered(&answers)).collect();
    }
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Deviation| Cursor::of(&row.key().0));
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// A page of an agreement's corrective actions, the latest drafted first.
///
/// # Errors
/// Refused for a cursor of another list.
pub fn actions(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&CorrectiveActionFilter>,
) -> Answer<Connection<CorrectiveAction>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(CorrectiveActionFilter::read).transpose()?.unwrap_or_default();
    let last = last(after)?.map(ActionId);
    let views = ctx.read(|tx| service::actions(tx, id, &filter, last, first.items()))?;
    let rows = views.into_iter().map(|view| CorrectiveAction::new(ctx, agreement, view.into_inner())).collect();
    let cursor = |row: &CorrectiveAction| Cursor::of(&row.key().0);
    let page = Connection::cut(rows, first.items(), after.is_some(), cursor);
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count_actions(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// A page of an agreement's assessments, the latest first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no figures.
pub fn assessments(
    ctx: &Context,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
) -> Answer<Connection<Assessment>> {
    let last = last(after)?.map(AssessmentId);
    let held = ctx.read(|tx| service::assessments(tx, agreement.key(), last, first.items()))?;
    let rows = held.into_iter().map(|held| Assessment::new(agreement, held)).collect();
    Ok(Connection::cut(rows, first.items(), after.is_some(), |row: &Assessment| Cursor::of(&row.key())))
}
