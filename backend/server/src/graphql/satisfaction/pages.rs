//! The lists of what customers said: for the companies, and for the customers themselves.

use super::{CustomerVoice, Voice, VoiceFilter, voice::seen_cases};
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
use concordat_domain::kernel::{CaseId, VoiceId};
use concordat_service::satisfaction as service;
use juniper::Executor;
use uuid::Uuid;

connection!(Voice, "VoiceConnection", "VoiceEdge");
connection!(CustomerVoice, "CustomerVoiceConnection", "CustomerVoiceEdge");

fn last(after: Option<&Cursor>) -> Answer<Option<VoiceId>> {
    Ok(after.map(Cursor::key::<Uuid>).transpose()?.map(VoiceId))
}

/// A page of what customers said, the latest first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever sees none of it.
pub fn voices(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<&VoiceFilter>,
) -> Answer<Connection<Voice>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let filter = filter.map(VoiceFilter::read).transpose()?.unwrap_or_default();
    let last = last(after)?;
    let views = ctx.read(|tx| service::list(tx, id, &filter, last, first.items()))?;
    let mut rows: Vec<Voice> = views.into_iter().map(|view| Voice::new(agreement, view.into_inner())).collect();
    if asks(executor.look_ahead(), "case") {
        let ids: Vec<CaseId> = rows.iter().filter_map(Voice::came_up_in).collect();
        let seen = if ids.is_empty() { Vec::new() } else { seen_cases(ctx, agreement, &ids)? };
        rows = rows.into_iter().map(|row| row.with_case(&seen)).collect();
    }
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Voice| Cursor::of(&row.key().0));
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count(tx, id, &filter))?)),
        false => Ok(page),
    }
}

/// A page of what the asker's customers said, as they see it, the latest first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever follows none of it.
pub fn customer_voices(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
) -> Answer<Connection<CustomerVoice>> {
    let (ctx, id) = (executor.context(), agreement.key());
    let last = last(after)?;
    let views = ctx.read(|tx| service::followed(tx, id, last, first.items()))?;
    let rows = views.into_iter().map(|view| CustomerVoice::new(&view.into_inner())).collect();
    let cursor = |row: &CustomerVoice| Cursor::of(&row.key().0);
    let page = Connection::cut(rows, first.items(), after.is_some(), cursor);
    match asks(executor.look_ahead(), "totalCount") {
        true => Ok(page.counted(ctx.read(|tx| service::count_followed(tx, id))?)),
        false => Ok(page),
    }
}
