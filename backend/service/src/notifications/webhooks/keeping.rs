//! Webhooks are added, changed, removed, given a new secret; what was sent to them is read and sent again.

use super::WebhookView;
use crate::{
    agreements,
    kernel::{Chance, Noun, Outcome, Permitted, Tx},
    notifications::store,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, By, CompanyId, DeliveryId, Kind, WebhookId},
    notifications::webhook::{
        Delivery, WEBHOOK_ADDED, WEBHOOK_CHANGED, WEBHOOK_REMOVED, WEBHOOK_ROTATED, WEBHOOK_SENT_AGAIN, Webhook,
        WebhookWish,
    },
};
use serde_json::json;

impl Noun for WebhookView {
    type Id = (AgreementId, WebhookId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::webhooks::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::owned(self.webhook.agreement, self.webhook.company)
    }

    fn view(&self) -> Verb {
        Verb::WebhookView
    }
}

/// A message to a webhook, with the webhook.
#[derive(Clone, Debug)]
pub struct DeliveryView {
    /// The message.
    pub delivery: Delivery,
    /// To what.
    pub to: WebhookView,
}

impl Noun for DeliveryView {
    type Id = (AgreementId, DeliveryId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        let Some(delivery) = store::deliveries::load(tx, agreement, id)? else { return Ok(None) };
        let to = store::webhooks::load(tx, agreement, delivery.webhook)?;
        Ok(to.map(|to| Self { delivery, to }))
    }

    fn place(&self) -> Place {
        self.to.place()
    }

    fn view(&self) -> Verb {
        Verb::WebhookView
    }
}

/// A webhook with its newest secret, which is shown once.
#[derive(Clone)]
pub struct WebhookAdded {
    /// The webhook.
    pub view: WebhookView,
    /// The secret, `whsec_` and base64.
    pub secret: String,
}

/// A webhook by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn webhook(tx: &mut Tx<'_>, agreement: AgreementId, id: WebhookId) -> Outcome<Permitted<WebhookView>> {
    tx.permit(Verb::WebhookView, (agreement, id))
}

/// The webhooks of an agreement that the actor may see, the oldest first.
///
/// # Errors
/// Not found for whoever may not see the agreement.
pub fn webhooks(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Permitted<WebhookView>>> {
    agreements::agreement(tx, agreement)?;
    let all = store::webhooks::all(tx, agreement)?;
    Ok(tx.permit_seen(all))
}

/// A message by its id.
///
/// # Errors
/// Not found for whoever may not see its webhook.
pub fn delivery(tx: &mut Tx<'_>, agreement: AgreementId, id: DeliveryId) -> Outcome<Delivery> {
    Ok(tx.permit::<DeliveryView>(Verb::WebhookView, (agreement, id))?.into_inner().delivery)
}

/// The messages to a webhook, the newest event first, before the event with that number: one more than `first` where there
/// are more.
///
/// # Errors
/// A fault of the database.
pub fn deliveries(
    tx: &mut Tx<'_>,
    of: &Permitted<WebhookView>,
    before: Option<i64>,
    first: usize,
) -> Outcome<Vec<Delivery>> {
    let limit = i64::try_from(first).unwrap_or(i64::MAX - 1).saturating_add(1);
    store::deliveries::page(tx, of.webhook.id, before, limit)
}

/// Who adds a webhook for a company.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever keeps no webhooks of the company.
pub fn may_add(tx: &mut Tx<'_>, agreement: AgreementId, company: CompanyId) -> Outcome<By> {
    agreements::agreement(tx, agreement)?;
    tx.speaking(Verb::WebhookKeep, agreement, Some(company))
}

/// Has a company's own system told of some kinds of events, as [`may_add`] allowed.
///
/// # Errors
/// `WEBHOOK_TOO_MANY`.
pub fn add(tx: &mut Tx<'_>, agreement: AgreementId, by: By, wish: WebhookWish) -> Outcome<WebhookAdded> {
    Webhook::room_for_one_more(store::webhooks::count(tx, agreement, by.company)?)?;
    let secret = fresh(tx.database().chance());
    let webhook = Webhook::add(WebhookId(tx.id()), agreement, by, wish, secret.clone());
    let view = WebhookView { webhook, revision: 1 };
    store::webhooks::insert(tx, &view)?;
    tell(tx, WEBHOOK_ADDED, &view)?;
    Ok(WebhookAdded { view, secret })
}

/// Has it told elsewhere or of other things; enables or disables it.
///
/// # Errors
/// `WEBHOOK_STALE` when it is not at `revision`.
pub fn change(
    tx: &mut Tx<'_>,
    on: Permitted<WebhookView>,
    revision: i32,
    wish: WebhookWish,
    enabled: bool,
) -> Outcome<WebhookView> {
    let now = tx.now();
    let WebhookView { webhook, revision: at } = on.into_inner();
    must_be_at(at, revision)?;
    let changed = webhook.clone().change(wish, enabled, now);
    if changed == webhook {
        return Ok(WebhookView { webhook, revision: at });
    }
    keep(tx, changed, at, WEBHOOK_CHANGED)
}

/// Removes it, with everything that waits for it.
///
/// # Errors
/// `WEBHOOK_STALE` when it is not at `revision`.
pub fn remove(tx: &mut Tx<'_>, on: Permitted<WebhookView>, revision: i32) -> Outcome<WebhookView> {
    let view = on.into_inner();
    must_be_at(view.revision, revision)?;
    if !store::webhooks::delete(tx, view.webhook.agreement, view.webhook.id, view.revision)? {
        return Err(Webhook::stale().into());
    }
    store::deliveries::forget(tx, view.webhook.id)?;
    tell(tx, WEBHOOK_REMOVED, &view)?;
    Ok(view)
}

/// Gives it a new secret; the one before counts for 24 hours more.
///
/// # Errors
/// `WEBHOOK_STALE` when it is not at `revision`; `WEBHOOK_ROTATING`.
pub fn rotate(tx: &mut Tx<'_>, on: Permitted<WebhookView>, revision: i32) -> Outcome<WebhookAdded> {
    let WebhookView { webhook, revision: at } = on.into_inner();
    must_be_at(at, revision)?;
    let secret = fresh(tx.database().chance());
    let rotated = webhook.rotate(secret.clone(), tx.now())?;
    Ok(WebhookAdded { view: keep(tx, rotated, at, WEBHOOK_ROTATED)?, secret })
}

/// Has a message tried again now, whatever became of it.
///
/// # Errors
/// `WEBHOOK_DISABLED`.
pub fn send_again(tx: &mut Tx<'_>, on: Permitted<DeliveryView>) -> Outcome<DeliveryView> {
    let DeliveryView { delivery, to } = on.into_inner();
    to.webhook.must_be_active()?;
    let delivery = delivery.again(tx.now());
    store::deliveries::again(tx, &delivery)?;
    let detail = json!({ "delivery": delivery.id, "event": delivery.event });
    tx.record(WEBHOOK_SENT_AGAIN, to.webhook.id, Some(to.webhook.company), &detail)?;
    Ok(DeliveryView { delivery, to })
}

/// Keeps a webhook as it has become and tells of it.
pub(super) fn keep(tx: &mut Tx<'_>, webhook: Webhook, read: i32, kind: Kind) -> Outcome<WebhookView> {
    let view = WebhookView { webhook, revision: read + 1 };
    if !store::webhooks::save(tx, &view, read)? {
        return Err(Webhook::stale().into());
    }
    tell(tx, kind, &view)?;
    Ok(view)
}

fn tell(tx: &mut Tx<'_>, kind: Kind, view: &WebhookView) -> Outcome<()> {
    // where it goes is its company's own business
    tx.record(kind, view.webhook.id, Some(view.webhook.company), &json!({ "kinds": view.webhook.kinds }))
}

fn must_be_at(at: i32, revision: i32) -> Outcome<()> {
    if at == revision { Ok(()) } else { Err(Webhook::stale().into()) }
}

fn fresh(chance: &dyn Chance) -> String {
    format!("whsec_{}", STANDARD.encode(chance.secret()))
}
