//! Partners' systems are told what happened, for as long as the server runs. Any number of servers may do it on one
//! database: whoever leases a message sends it.

use crate::{graphql::notifications::subject, scheduler::every};
use concordat_domain::notifications::webhook::Delivery;
use concordat_service::{
    kernel::{Database, Outcome},
    notifications::webhooks::{self, Client, Telling},
    reactions,
};
use std::time::Duration;

/// How often it looks what is to be sent.
const LOOK: Duration = Duration::from_secs(5);

/// Sends what is due, again and again. With `anywhere`, also into one's own network.
pub async fn run(database: Database, anywhere: bool) {
    let client = Client::new(anywhere);
    every(LOOK, database, move |database| tell(database, &client)).await;
}

/// Sends what is due.
fn tell(database: &Database, client: &Client) -> Outcome<()> {
    let named = |delivery: &Delivery| subject(delivery.agreement, &delivery.kind, delivery.subject);
    let telling = Telling { named: &named, disclosed: &reactions::disclosed };
    let sent = webhooks::deliver_due(database, client, &telling)?;
    if sent > 0 {
        tracing::info!(sent, "messages to webhooks were tried");
    }
    Ok(())
}
