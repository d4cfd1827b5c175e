//! Messages go out: each is leased for a while, sent outside of any transaction, and what came back is kept. A server that
//! dies on the way leaves a lease that ends, and the message goes out again under the same id.

use super::{
    Client, WebhookView, keeping,
    reacting::{Disclosed, seen_by},
};
use crate::{
    agreements::AgreementView,
    events::{self, EventPage},
    kernel::{Database, Noun as _, Outcome, Tx},
    notifications::store,
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Moment, Span},
    notifications::webhook::{Answer, Delivery, DeliveryState, Verdict, WEBHOOK_DISABLED, Webhook},
};
use serde_json::json;
use std::sync::Arc;

/// So long does whoever takes a message have it.
pub const LEASE: Span = Span::from_seconds(120);
/// So many are taken, and sent side by side, at a time.
const AT_ONCE: i64 = 8;
/// So long are settled ones kept.
const KEPT: i64 = 30 * 86_400;

/// How messages are written: what takes more than this noun to know.
pub struct Telling<'a> {
    /// The global id of what a message is about; none for what has no such id.
    pub named: &'a dyn Fn(&Delivery) -> Option<String>,
    /// What the company may see.
    pub disclosed: Disclosed<'a>,
}

/// A message that is ready to be sent.
struct Ready {
    delivery: Delivery,
    leased: Moment,
    url: String,
    headers: Vec<(&'static str, String)>,
    body: String,
}

/// Sends everything that is due; tells how much there was.
///
/// # Errors
/// A fault of the database; what was sent before stays noted.
pub fn deliver_due(database: &Database, client: &Client, telling: &Telling<'_>) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut sent = 0;
    loop {
        if database.read(&console, |tx| store::deliveries::due_by_now(tx, 1))?.is_empty() {
            return Ok(sent);
        }
        let leased = database.write(&console, AgreementId::INSTANCE, take)?;
        let mut ready = Vec::new();
        for (delivery, until) in leased {
            match prepare(database, &console, delivery, until, telling) {
                Ok(one) => ready.extend(one),
                // one that cannot be written does not keep the others from going out
                Err(no) => tracing::error!(%no, "a message to a webhook could not be written; it is tried again"),
            }
        }
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let post = |one: &Ready| client.post(&one.url, &one.headers, &one.body);
            let sending: Vec<_> = ready.iter().map(|one| scope.spawn(move || post(one))).collect();
            let lost = || Answer::Nothing("the try came to no end".into());
            sending.into_iter().map(|one| one.join().unwrap_or_else(|_| lost())).collect()
        });
        sent += ready.len();
        for (one, answer) in ready.into_iter().zip(answers) {
            settle(database, &console, one, &answer)?;
        }
    }
}

/// Leases what is due, and forgets what was settled long ago.
fn take(tx: &mut Tx<'_>) -> Outcome<Vec<(Delivery, Moment)>> {
    store::deliveries::forget_settled(tx, tx.now().plus_seconds(-KEPT))?;
    let until = tx.now().plus(LEASE);
    let mut taken = Vec::new();
    for one in store::deliveries::due_by_now(tx, AT_ONCE)? {
        if store::deliveries::lease(tx, &one, until)? {
            taken.push((one, until));
        }
    }
    Ok(taken)
}

/// Writes and signs a message; nothing where there is no one to send it to any more, or no one who may see it.
fn prepare(
    database: &Database,
    console: &Arc<Actor>,
    delivery: Delivery,
    leased: Moment,
    telling: &Telling<'_>,
) -> Outcome<Option<Ready>> {
    let (agreement, hook) = (delivery.agreement, delivery.webhook);
    let found = database.read(console, |tx| {
        let view = AgreementView::load(tx, agreement)?;
        let hook = store::webhooks::load(tx, agreement, hook)?.filter(|hook| hook.webhook.is_active());
        let (Some(view), Some(WebhookView { webhook, .. })) = (view, hook) else { return Ok(None) };
        let event = events::following(tx, agreement, EventPage { after: delivery.event - 1, first: 1 })?;
        let seen = seen_by(tx, &view, webhook.company, &event.iter().collect::<Vec<_>>(), telling.disclosed)?;
        let now = tx.now();
        Ok(seen.contains(&delivery.event).then(|| (view.terms.code.clone(), webhook, now)))
    })?;
    let Some((code, webhook, now)) = found else {
        let dropped = Delivery { state: DeliveryState::GivenUp, ..delivery };
        database.write(console, AgreementId::INSTANCE, |tx| store::deliveries::save(tx, &dropped, leased))?;
        return Ok(None);
    };
    let subject = (telling.named)(&delivery);
    let data = json!({ "agreement": code, "event": delivery.event, "subject": subject });
    let body = json!({ "type": delivery.kind, "timestamp": delivery.at, "data": data }).to_string();
    let headers = signed(&webhook, &delivery, now, &body);
    Ok(Some(Ready { delivery, leased, url: webhook.url, headers, body }))
}

/// The headers of Standard Webhooks: the id, the moment of this try, and a signature for each secret that counts.
fn signed(webhook: &Webhook, delivery: &Delivery, now: Moment, body: &str) -> Vec<(&'static str, String)> {
    let (id, seconds) = (format!("msg_{}", delivery.id.0.simple()), now.micros().div_euclid(1_000_000));
    let sign = |secret: &str| {
        let key = standardwebhooks::Webhook::new(secret).ok()?;
        key.sign(&id, seconds, body.as_bytes()).ok()
    };
    let signatures: Vec<String> = webhook.counting(now).iter().filter_map(|secret| sign(&secret.value)).collect();
    vec![("webhook-id", id), ("webhook-timestamp", seconds.to_string()), ("webhook-signature", signatures.join(" "))]
}

/// Keeps what came back; a system that is gone is told no more.
fn settle(database: &Database, console: &Arc<Actor>, one: Ready, answer: &Answer) -> Outcome<()> {
    let Ready { delivery, leased, .. } = one;
    let chance = database.chance().secret();
    let chance = u32::from_le_bytes([chance[0], chance[1], chance[2], chance[3]]);
    let (agreement, hook) = (delivery.agreement, delivery.webhook);
    let verdict = database.write(console, AgreementId::INSTANCE, |tx| {
        let (after, verdict) = delivery.clone().after(answer, chance, tx.now());
        store::deliveries::save(tx, &after, leased)?;
        Ok(verdict)
    })?;
    if verdict == Verdict::Gone {
        database.write(console, agreement, |tx| {
            let Some(found) = store::webhooks::load(tx, agreement, hook)? else { return Ok(()) };
            if found.webhook.is_active() {
                let disabled = found.webhook.disable("its system answered that it is gone (410)", tx.now());
                keeping::keep(tx, disabled, found.revision, WEBHOOK_DISABLED)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
