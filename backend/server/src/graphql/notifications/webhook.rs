//! Webhooks over GraphQL.

use super::{WEBHOOK, delivery::WebhookDelivery};
use crate::graphql::{
    agreements::Agreement,
    companies::Company,
    identity::Person,
    kernel::{
        connection::Connection,
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
        types::{First, Instant},
    },
};
use concordat_domain::{
    kernel::{AgreementId, WebhookId},
    notifications::webhook::WebhookState as State,
};
use concordat_service::{
    kernel::Permitted,
    notifications::webhooks::{self, WebhookView},
};
use juniper::{GraphQLEnum, ID, graphql_object};

/// Whether a webhook is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum WebhookState {
    /// It is.
    Active,
    /// It is not, until somebody enables it.
    Disabled,
}

/// A system of a company that is told what happens in an agreement.
#[derive(Clone)]
pub struct Webhook {
    agreement: Agreement,
    view: Permitted<WebhookView>,
}

impl Webhook {
    /// Loads one by its id.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: WebhookId) -> Answer<Self> {
        let view = ctx.read(|tx| webhooks::webhook(tx, agreement, id))?;
        Ok(Self { agreement: Agreement::load(ctx, agreement)?, view })
    }
}

/// A system of a company that is told what happens in an agreement, as far as the company may see it.
#[graphql_object(scalar = Gql, context = Context)]
impl Webhook {
    /// The webhook's global id.
    fn id(&self) -> ID {
        GlobalId::new(WEBHOOK, self.agreement.key(), self.view.webhook.id.0).encode()
    }

    /// The company whose system it is.
    fn company(&self) -> Answer<Company> {
        self.agreement.terms().company(self.view.webhook.company).map(Company::from).ok_or(Failure::NOT_FOUND)
    }

    /// Where messages go.
    fn url(&self) -> &str {
        &self.view.webhook.url
    }

    /// Of which kinds of events it is told: one such as `deviation.raised`, or all of a noun such as `deviation.*`.
    fn kinds(&self) -> &[String] {
        &self.view.webhook.kinds
    }

    /// Whether it is told.
    fn state(&self) -> WebhookState {
        match self.view.webhook.state {
            State::Active => WebhookState::Active,
            State::Disabled { .. } => WebhookState::Disabled,
        }
    }

    /// Since when it is disabled; null while it is not.
    fn disabled_at(&self) -> Option<Instant> {
        match self.view.webhook.state {
            State::Active => None,
            State::Disabled { at, .. } => Some(at),
        }
    }

    /// Why it is disabled; null while it is not.
    fn disabled_because(&self) -> Option<&str> {
        match &self.view.webhook.state {
            State::Active => None,
            State::Disabled { reason, .. } => Some(reason),
        }
    }

    /// Until when the secret before the newest one counts; null where there is none.
    fn old_secret_until(&self) -> Option<Instant> {
        self.view.webhook.secrets.iter().find_map(|secret| secret.until)
    }

    /// Who added it; null for somebody whom the terms do not name any more.
    fn added_by(&self) -> Option<Person> {
        let named = self.agreement.terms().person(self.view.webhook.added.person)?;
        Some(Person::named(self.agreement.key(), named))
    }

    /// When it was added.
    fn added_at(&self) -> Instant {
        self.view.webhook.added.at
    }

    /// Grows by one with each change: name it when you change the webhook.
    fn revision(&self) -> i32 {
        self.view.revision
    }

    /// What was sent to it, the newest event first; settled messages are kept for 30 days.
    fn deliveries(&self, ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<WebhookDelivery>> {
        let before: Option<i64> = after.as_ref().map(Cursor::key).transpose()?;
        let found = ctx.read(|tx| webhooks::deliveries(tx, &self.view, before, first.items()))?;
        let rows: Vec<WebhookDelivery> = found.into_iter().map(WebhookDelivery::new).collect();
        Ok(Connection::cut(rows, first.items(), after.is_some(), |row: &WebhookDelivery| Cursor::of(&row.number())))
    }
}

/// The webhooks of an agreement that the actor may see.
///
/// # Errors
/// Not found for whoever may not see the agreement.
pub fn webhooks(ctx: &Context, agreement: &Agreement) -> Answer<Vec<Webhook>> {
    let found = ctx.read(|tx| webhooks::webhooks(tx, agreement.key()))?;
    Ok(found.into_iter().map(|view| Webhook { agreement: agreement.clone(), view }).collect())
}
