//! What can be done about webhooks over GraphQL.

use super::{DELIVERY, WEBHOOK, delivery::WebhookDelivery, webhook::Webhook};
use crate::graphql::{
    agreements::agreement_id,
    companies::company_id,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        payload::payload,
        scalar::Gql,
    },
};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, DeliveryId, WebhookId},
    notifications::webhook::WebhookWish,
};
use concordat_service::{
    kernel::{Outcome, Permitted, Tx},
    notifications::webhooks::{self, WebhookView},
};
use juniper::{GraphQLInputObject, ID, graphql_object};
use serde::{Deserialize, Serialize};

/// A webhook to be added.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct AddWebhookInput {
    /// The agreement's global id.
    agreement: ID,
    /// The company whose system it is: one of your own.
    company: ID,
    /// Where messages go: https, to a host on the open network.
    url: String,
    /// Of which kinds of events: `deviation.raised`, or `deviation.*` for all of a noun; 1 to 50.
    kinds: Vec<String>,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A change of a webhook: what it is from now on.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ChangeWebhookInput {
    /// The webhook's global id.
    webhook: ID,
    /// The revision that you have read.
    revision: i32,
    /// Where messages go.
    url: String,
    /// Of which kinds of events.
    kinds: Vec<String>,
    /// Whether it is told.
    enabled: bool,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A webhook at a revision.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct WebhookInput {
    /// The webhook's global id.
    webhook: ID,
    /// The revision that you have read.
    revision: i32,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A message to a webhook.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct SendDeliveryAgainInput {
    /// The message's global id.
    delivery: ID,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A webhook with its new secret.
pub struct NewWebhook {
    webhook: Webhook,
    secret: Option<String>,
}

/// A webhook with its new secret.
#[graphql_object(scalar = Gql, context = Context)]
impl NewWebhook {
    /// The webhook.
    fn webhook(&self) -> &Webhook {
        &self.webhook
    }

    /// The secret with which messages are signed, `whsec_…`. It is shown now and never again: null when an
    /// `Idempotency-Key` repeats the request.
    fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }
}

payload!(
    /// What `addWebhook` and `rotateWebhookSecret` answer.
    NewWebhookPayload {
        /// The webhook with its new secret.
        created: NewWebhook
    }
);
payload!(
    /// What `changeWebhook` answers.
    WebhookPayload {
        /// The webhook as it is now.
        webhook: Webhook
    }
);
payload!(
    /// What `removeWebhook` answers.
    RemoveWebhookPayload {
        /// The global id of what was removed.
        removed: ID
    }
);
payload!(
    /// What `sendDeliveryAgain` answers.
    WebhookDeliveryPayload {
        /// The message as it is now.
        delivery: WebhookDelivery
    }
);

/// What a retry can read back: nothing that is kept may hold a secret.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: WebhookId,
    #[serde(skip)]
    secret: Option<String>,
}

/// What can be done about webhooks.
pub struct WebhookMutations;

/// What can be done about webhooks.
#[graphql_object(scalar = Gql, context = Context)]
impl WebhookMutations {
    /// Has a system of one's own company told what happens in an agreement. For coordinators and analysts.
    fn add_webhook(ctx: &Context, input: AddWebhookInput) -> Answer<NewWebhookPayload> {
        let agreement = agreement_id(&input.agreement)?;
        let company = company_id(&input.company)?;
        let done = ctx.write(agreement, |tx| {
            let by = webhooks::may_add(tx, agreement, company)?;
            let wish = WebhookWish::new(&input.url, &input.kinds, ctx.reaches_anywhere())?;
            let added = webhooks::add(tx, agreement, by, wish)?;
            Ok(Kept { id: added.view.webhook.id, secret: Some(added.secret) })
        });
        NewWebhookPayload::of(done.and_then(|kept| shown(ctx, agreement, kept)), input.client_mutation_id)
    }

    /// Has it told elsewhere or of other kinds; enables or disables it.
    fn change_webhook(ctx: &Context, input: ChangeWebhookInput) -> Answer<WebhookPayload> {
        let (agreement, id) = webhook_id(&input.webhook)?;
        let done = act(ctx, &input.webhook, |tx, on| {
            let wish = WebhookWish::new(&input.url, &input.kinds, ctx.reaches_anywhere())?;
            webhooks::change(tx, on, input.revision, wish, input.enabled).map(|view| view.webhook.id)
        });
        let done = done.and_then(|_| Webhook::load(ctx, agreement, id));
        WebhookPayload::of(done, input.client_mutation_id)
    }

    /// Removes it, with everything that waits for it.
    fn remove_webhook(ctx: &Context, input: WebhookInput) -> Answer<RemoveWebhookPayload> {
        let done =
            act(ctx, &input.webhook, |tx, on| webhooks::remove(tx, on, input.revision).map(|view| view.webhook.id));
        RemoveWebhookPayload::of(done.map(|_| input.webhook.clone()), input.client_mutation_id)
    }

    /// Gives it a new secret. For 24 hours messages are signed with the old one as well.
    fn rotate_webhook_secret(ctx: &Context, input: WebhookInput) -> Answer<NewWebhookPayload> {
        let (agreement, _) = webhook_id(&input.webhook)?;
        let done = act(ctx, &input.webhook, |tx, on| {
            let rotated = webhooks::rotate(tx, on, input.revision)?;
            Ok(Kept { id: rotated.view.webhook.id, secret: Some(rotated.secret) })
        });
        NewWebhookPayload::of(done.and_then(|kept| shown(ctx, agreement, kept)), input.client_mutation_id)
    }

    /// Has a message tried again now, whatever became of it.
    fn send_delivery_again(ctx: &Context, input: SendDeliveryAgainInput) -> Answer<WebhookDeliveryPayload> {
        let id = GlobalId::decode_as(DELIVERY, &input.delivery).ok_or(Failure::NOT_FOUND)?;
        let (agreement, own) = (id.agreement, DeliveryId(id.own));
        let done = ctx.write(agreement, |tx| {
            let on = tx.permit(Verb::WebhookKeep, (agreement, own))?;
            webhooks::send_again(tx, on).map(|view| view.delivery.id)
        });
        let done = done.and_then(|own| ctx.read(|tx| webhooks::delivery(tx, agreement, own)));
        WebhookDeliveryPayload::of(done.map(WebhookDelivery::new), input.client_mutation_id)
    }
}

fn webhook_id(id: &ID) -> Answer<(AgreementId, WebhookId)> {
    let id = GlobalId::decode_as(WEBHOOK, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, WebhookId(id.own)))
}

/// Does one verb on a webhook in one transaction.
fn act<T: Serialize + serde::de::DeserializeOwned>(
    ctx: &Context,
    id: &ID,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<WebhookView>) -> Outcome<T>,
) -> Answer<T> {
    let (agreement, id) = webhook_id(id)?;
    ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::WebhookKeep, (agreement, id))?;
        work(tx, on)
    })
}

fn shown(ctx: &Context, agreement: AgreementId, kept: Kept) -> Answer<NewWebhook> {
    Ok(NewWebhook { webhook: Webhook::load(ctx, agreement, kept.id)?, secret: kept.secret })
}
