//! What happens to escalations, as it happens.

use super::Escalation;
use crate::graphql::{
    agreements::{Agreement, agreement_id},
    events::{LOOK, Looked, following},
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        feed::Listener,
        scalar::Gql,
        types::{Instant, Long},
    },
};
use concordat_domain::kernel::{AgreementId, EscalationId, Event};
use concordat_service::{
    agreements, escalations,
    events::{self, EventPage},
};
use futures_util::{FutureExt as _, stream::BoxStream};
use juniper::{ID, graphql_object, graphql_subscription};

/// Something that happened to an escalation.
pub struct EscalationEvent {
    escalation: Escalation,
    event: Event,
}

/// Something that happened to an escalation.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationEvent {
    /// Its place in the agreement's log, from 1.
    fn number(&self) -> Long {
        Long(self.event.number)
    }

    /// What happened, such as `escalation.raised`, `escalation.climbed` or `escalation.answered`.
    fn kind(&self) -> &str {
        self.event.kind.name()
    }

    /// When.
    fn at(&self) -> Instant {
        self.event.at
    }

    /// The escalation as it is now.
    fn escalation(&self) -> &Escalation {
        &self.escalation
    }
}

/// What can be followed of escalations.
pub struct EscalationStreams;

/// What can be followed of escalations.
#[graphql_subscription(scalar = Gql, context = Context)]
impl EscalationStreams {
    /// What happens to an agreement's escalations, as it happens and as far as they are yours to see; with `after`, from
    /// that place in the log on.
    async fn escalation_events(
        ctx: &Context,
        agreement: ID,
        after: Option<Long>,
    ) -> Answer<BoxStream<'static, Result<EscalationEvent, Failure>>> {
        let (id, listener) = (agreement_id(&agreement)?, ctx.listener());
        let newest = listener.read(move |tx| events::newest_of_escalations(tx, id)).await?;
        let from = after.map_or(newest, |Long(number)| number);
        Ok(following(listener, id, from, move |listener, after| look(listener, id, after).boxed()))
    }
}

async fn look(listener: Listener, id: AgreementId, after: i64) -> Answer<Looked<EscalationEvent>> {
    listener
        .read(move |tx| {
            let found = events::of_escalations(tx, id, EventPage { after, first: LOOK })?;
            let (last, full) = (found.last().map(|event| event.number), found.len() == LOOK);
            if found.is_empty() {
                return Ok(Looked { items: Vec::new(), last, full });
            }
            let agreement = Agreement::new(agreements::agreement(tx, id)?);
            let ids: Vec<EscalationId> = found.iter().map(|event| EscalationId(event.subject)).collect();
            let seen = escalations::some(tx, id, &ids)?;
            let told = |event: Event| {
                let view = seen.iter().find(|view| view.escalation.id.0 == event.subject)?;
                Some(EscalationEvent { escalation: Escalation::new(&agreement, (**view).clone()), event })
            };
            Ok(Looked { items: found.into_iter().filter_map(told).collect(), last, full })
        })
        .await
}
