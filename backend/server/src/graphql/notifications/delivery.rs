//! Messages to webhooks over GraphQL.

use super::{DELIVERY, subject::subject};
use crate::graphql::kernel::{
    connection::connection,
    context::Context,
    global_id::GlobalId,
    scalar::Gql,
    types::{Instant, Long},
};
use concordat_domain::notifications::webhook::{Attempt, Delivery, DeliveryState as State};
use juniper::{GraphQLEnum, ID, graphql_object};

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum DeliveryState {
    /// It is to be tried, again.
    Waiting,
    /// It was taken.
    Taken,
    /// It was tried to the end of the ladder, or there is nobody to send it to any more.
    GivenUp,
}

/// A message to a webhook about one event.
#[derive(Clone, Debug)]
pub struct WebhookDelivery(Delivery);

connection!(WebhookDelivery, "WebhookDeliveryConnection", "WebhookDeliveryEdge");

impl WebhookDelivery {
    /// A message that its reader may see.
    #[must_use]
    pub fn new(delivery: Delivery) -> Self {
        Self(delivery)
    }

    /// The number of its event, as the key of pages.
    #[must_use]
    pub fn number(&self) -> i64 {
        self.0.event
    }
}

/// A message to a webhook about one event.
#[graphql_object(scalar = Gql, context = Context)]
impl WebhookDelivery {
    /// The message's global id.
    fn id(&self) -> ID {
        GlobalId::new(DELIVERY, self.0.agreement, self.0.id.0).encode()
    }

    /// The number of the event in the agreement's log.
    fn event(&self) -> Long {
        Long(self.0.event)
    }

    /// What happened, such as `deviation.raised`.
    fn kind(&self) -> &str {
        &self.0.kind
    }

    /// The global id of what it happened to; null where it has none.
    fn subject(&self) -> Option<ID> {
        subject(self.0.agreement, &self.0.kind, self.0.subject).map(ID::new)
    }

    /// When it happened.
    fn at(&self) -> Instant {
        self.0.at
    }

    /// Where the message stands.
    fn state(&self) -> DeliveryState {
        match self.0.state {
            State::Waiting => DeliveryState::Waiting,
            State::Taken => DeliveryState::Taken,
            State::GivenUp => DeliveryState::GivenUp,
        }
    }

    /// When it is tried next; null once it is settled.
    fn due(&self) -> Option<Instant> {
        (self.0.state == State::Waiting).then_some(self.0.due)
    }

    /// Every try there was.
    fn attempts(&self) -> Vec<DeliveryAttempt> {
        self.0.attempts.iter().cloned().map(DeliveryAttempt).collect()
    }
}

/// One try to deliver a message.
#[derive(Clone, Debug)]
pub struct DeliveryAttempt(Attempt);

/// One try to deliver a message.
#[graphql_object(scalar = Gql, context = Context)]
impl DeliveryAttempt {
    /// When it was over.
    fn at(&self) -> Instant {
        self.0.at
    }

    /// The status that the system answered; null where it answered nothing.
    fn status(&self) -> Option<i32> {
        self.0.status.map(i32::from)
    }

    /// How the answer begins, or why there was none.
    fn answer(&self) -> &str {
        &self.0.answer
    }
}
