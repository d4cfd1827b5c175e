//! The lists of an agreement: meetings, decisions, action items.

use super::{
    ActionItem, ActionItemFilter, AgendaItem, GroupDecision, GroupDecisionFilter, Meeting, MeetingFilter, MeetingOrder,
};
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
use chrono::NaiveDate;
use concordat_domain::kernel::{ActionItemId, DecisionId, GroupId, MeetingId, Moment};
use concordat_service::coordination as service;
use juniper::Executor;
use uuid::Uuid;

connection!(Meeting, "MeetingConnection", "MeetingEdge");
connection!(GroupDecision, "GroupDecisionConnection", "GroupDecisionEdge");
connection!(ActionItem, "ActionItemConnection", "ActionItemEdge");

/// A page of an agreement's meetings, or of one group's.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no meetings.
pub fn meetings(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    group: Option<GroupId>,
    (first, after): (First, Option<&Cursor>),
    order: Option<MeetingOrder>,
    filter: Option<&MeetingFilter>,
) -> Answer<Connection<Meeting>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(MeetingFilter::read).transpose()?.unwrap_or_default();
    let filter = service::MeetingFilter { group: group.or(filter.group), ..filter };
    let order = order.map(service::MeetingOrder::from).unwrap_or_default();
    let last = after.map(Cursor::key::<(Moment, Uuid)>).transpose()?.map(|(at, id)| (at, MeetingId(id)));
    let views = ctx.read(|tx| service::meetings(tx, id, &filter, order, last, first.items()))?;
    let rows: Vec<Meeting> = views.into_iter().map(|view| Meeting::new(agreement, view.into_inner())).collect();
    let rows = with_what_is_asked(executor, agreement, rows)?;
    let cursor = |row: &Meeting| Cursor::of(&row.place());
    let page = Connection::cut(rows, first.items(), after.is_some(), cursor);
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count_meetings(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// Gives meetings their agendas and decisions with one statement each, where they are asked for.
fn with_what_is_asked(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    mut rows: Vec<Meeting>,
) -> Answer<Vec<Meeting>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let ids: Vec<MeetingId> = rows.iter().map(Meeting::key).collect();
    if asks(executor.look_ahead(), "agenda") {
        let views = ctx.read(|tx| service::agendas(tx, id, &ids))?;
        let all: Vec<AgendaItem> =
            views.into_iter().map(|view| AgendaItem::new(agreement, view.into_inner())).collect();
        rows = rows.into_iter().map(|row| row.with_agenda(&all)).collect();
    }
    if asks(executor.look_ahead(), "decisions") {
        let views = ctx.read(|tx| service::decisions_of(tx, id, &ids))?;
        let all: Vec<GroupDecision> =
            views.into_iter().map(|view| GroupDecision::new(agreement, view.into_inner())).collect();
        rows = rows.into_iter().map(|row| row.with_decisions(&all)).collect();
    }
    Ok(rows)
}

/// The next meeting that a group has planned.
///
/// # Errors
/// A fault of the database.
pub fn next_meeting(ctx: &Context, agreement: &Agreement, group: GroupId) -> Answer<Option<Meeting>> {
    let next = ctx.read(|tx| service::next_meeting(tx, agreement.key(), group))?;
    Ok(next.map(|view| Meeting::new(agreement, view.into_inner())))
}

/// A page of an agreement's decisions, the latest proposed first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no meetings.
pub fn decisions(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&GroupDecisionFilter>,
) -> Answer<Connection<GroupDecision>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(GroupDecisionFilter::read).transpose()?.unwrap_or_default();
    let last = after.map(Cursor::key::<Uuid>).transpose()?.map(DecisionId);
    let views = ctx.read(|tx| service::decisions(tx, id, &filter, last, first.items()))?;
    let rows = views.into_iter().map(|view| GroupDecision::new(agreement, view.into_inner())).collect();
    let cursor = |row: &GroupDecision| Cursor::of(&row.key().0);
    let page = Connection::cut(rows, first.items(), after.is_some(), cursor);
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count_decisions(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// A page of an agreement's action items that the asker sees, the earliest due first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees no action items.
pub fn action_items(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&ActionItemFilter>,
) -> Answer<Connection<ActionItem>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(ActionItemFilter::read).transpose()?.unwrap_or_default();
    let last = after.map(Cursor::key::<(NaiveDate, Uuid)>).transpose()?.map(|(day, id)| (day, ActionItemId(id)));
    let views = ctx.read(|tx| service::action_items(tx, id, &filter, last, first.items()))?;
    let rows = views.into_iter().map(|view| ActionItem::new(agreement, view.into_inner())).collect();
    let cursor = |row: &ActionItem| Cursor::of(&row.place());
    let page = Connection::cut(rows, first.items(), after.is_some(), cursor);
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count_action_items(tx, id, &filter))?)),
        false => Ok(page),
    }
}
