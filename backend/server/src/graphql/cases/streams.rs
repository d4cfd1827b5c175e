//! Deadlines of cases as they come near and pass.

use super::Case;
use crate::graphql::{
    agreements::{Agreement, agreement_id},
    events::{LOOK, Looked, following},
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        feed::Listener,
        scalar::Gql,
        types::Instant,
    },
};
use concordat_domain::kernel::{AgreementId, CaseId, Event};
use concordat_service::{
    agreements, cases,
    events::{self, EventPage},
};
use futures_util::{FutureExt as _, stream::BoxStream};
use juniper::{ID, graphql_object, graphql_subscription};

/// Something that happened to a case by time alone.
pub struct CaseDeadline {
    case: Case,
    event: Event,
}

/// Something that happened to a case by time alone: a clock is due soon or breached, a pause ended at its cap, a
/// hand-over has waited for as long as its receiver has.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseDeadline {
    /// The case as it is now.
    fn case(&self) -> &Case {
        &self.case
    }

    /// What happened: `case.due_soon`, `case.breached`, `case.pause_capped`, `case.acceptance_overdue` or
    /// `case.recovery_overdue`.
    fn kind(&self) -> &str {
        self.event.kind.name()
    }

    /// When it was recorded.
    fn at(&self) -> Instant {
        self.event.at
    }

    /// What exactly: for a clock, its name within the case behind a colon.
    fn timer(&self) -> Option<&str> {
        self.event.detail.get("timer")?.as_str()
    }
}

/// What can be followed of cases.
pub struct CaseStreams;

/// What can be followed of cases.
#[graphql_subscription(scalar = Gql, context = Context)]
impl CaseStreams {
    /// Each deadline of an agreement's cases as it comes near or passes, as far as the cases are yours to see.
    async fn case_deadlines(ctx: &Context, agreement: ID) -> Answer<BoxStream<'static, Result<CaseDeadline, Failure>>> {
        let (id, listener) = (agreement_id(&agreement)?, ctx.listener());
        let from = listener.read(move |tx| events::newest_deadline(tx, id)).await?;
        Ok(following(listener, id, from, move |listener, after| look(listener, id, after).boxed()))
    }
}

async fn look(listener: Listener, id: AgreementId, after: i64) -> Answer<Looked<CaseDeadline>> {
    listener
        .read(move |tx| {
            let found = events::deadlines(tx, id, EventPage { after, first: LOOK })?;
            let (last, full) = (found.last().map(|event| event.number), found.len() == LOOK);
            if found.is_empty() {
                return Ok(Looked { items: Vec::new(), last, full });
            }
            let agreement = Agreement::new(agreements::agreement(tx, id)?);
            let ids: Vec<CaseId> = found.iter().map(|event| CaseId(event.subject)).collect();
            let seen = cases::some(tx, id, &ids)?;
            let deadline = |event: Event| {
                let view = seen.iter().find(|view| view.case.id.0 == event.subject)?;
                Some(CaseDeadline { case: Case::new(&agreement, (**view).clone()), event })
            };
            let items = found.into_iter().filter_map(deadline).collect();
            Ok(Looked { items, last, full })
        })
        .await
}
