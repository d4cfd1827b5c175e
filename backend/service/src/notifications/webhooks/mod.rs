//! Webhooks: partners' systems are told of an agreement's events, as far as their company may see them.

mod client;
mod delivering;
mod keeping;
mod reacting;

pub use super::store::webhooks::WebhookView;
pub use client::{Client, Resolving};
pub use delivering::{LEASE, Telling, deliver_due};
pub use keeping::{
    DeliveryView, WebhookAdded, add, change, deliveries, delivery, may_add, remove, rotate, send_again, webhook,
    webhooks,
};
pub use reacting::{Disclosed, react};
