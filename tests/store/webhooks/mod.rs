//! Webhooks: what is sent to whom, signed, once, tried again, and never into one's own network.

mod guarded;
mod sent;

use crate::support::{deviations::Group, receiver::Receiver};
use concordat_domain::{
    kernel::WebhookId,
    notifications::webhook::{Delivery, WebhookWish},
};
use concordat_service::{
    events::{self, EventFilter, EventPage},
    kernel::Tx,
    notifications::webhooks::{self, Client, Telling, WebhookAdded, WebhookView},
    reactions,
};

impl Group<'_> {
    /// Somebody has a receiver told of some kinds of events, for their company.
    pub(super) fn hook(&self, who: &str, receiver: &Receiver, kinds: &[&str]) -> WebhookAdded {
        let kinds: Vec<String> = kinds.iter().map(|&kind| kind.to_owned()).collect();
        let actor = self.world.person(who);
        let company = self.terms.person_at(who).unwrap().company;
        let add = |tx: &mut Tx<'_>| {
            let by = webhooks::may_add(tx, self.agreement, company)?;
            webhooks::add(tx, self.agreement, by, WebhookWish::new(&receiver.url(), &kinds, true)?)
        };
        self.world.database.write(&actor, self.agreement, add).unwrap()
    }

    /// Follows the log and sends what is due; tells how much that was.
    pub(super) fn send(&self) -> usize {
        self.send_by(&Client::new(true))
    }

    fn send_by(&self, client: &Client) -> usize {
        reactions::follow_all(&self.world.database).unwrap();
        let named = |delivery: &Delivery| Some(format!("global-{}", delivery.subject));
        let telling = Telling { named: &named, disclosed: &reactions::disclosed };
        webhooks::deliver_due(&self.world.database, client, &telling).unwrap()
    }

    /// How many events of a kind somebody reads in the log.
    fn told(&self, who: &str, kind: &str) -> usize {
        let filter = EventFilter { kinds: vec![kind.to_owned()], ..EventFilter::default() };
        let read = |tx: &mut Tx<'_>| {
            let found = events::events(tx, self.agreement, &filter, EventPage { after: 0, first: 1_000 })?;
            reactions::disclosed(tx, self.agreement, found)
        };
        self.world.database.read(&self.world.person(who), read).unwrap().len()
    }

    fn webhook(&self, who: &str, id: WebhookId) -> WebhookView {
        let read = |tx: &mut Tx<'_>| webhooks::webhook(tx, self.agreement, id);
        self.world.database.read(&self.world.person(who), read).unwrap().into_inner()
    }

    fn deliveries(&self, who: &str, id: WebhookId) -> Vec<Delivery> {
        let read = |tx: &mut Tx<'_>| {
            let hook = webhooks::webhook(tx, self.agreement, id)?;
            webhooks::deliveries(tx, &hook, None, 100)
        };
        self.world.database.read(&self.world.person(who), read).unwrap()
    }
}
