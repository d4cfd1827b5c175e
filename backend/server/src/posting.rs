//! Mails go out for as long as the server runs. Without a mail server they wait in the outbox.

use crate::{http::instance::Outgoing, scheduler::caught};
use actix_web::web;
use concordat_service::{
    kernel::{Database, Outcome},
    notifications::{self, Round, Smtp},
};
use std::time::Duration;
use tokio::time::interval;

/// How often it looks whether mails are due.
const MAILS: Duration = Duration::from_secs(5);
/// How often what was sent long ago is forgotten, in looks.
const FORGETTING: u64 = 720;

/// Sends what is due, again and again.
pub async fn run(database: Database, outgoing: Option<Outgoing>) {
    let Some(outgoing) = outgoing else {
        tracing::warn!("no smtp_url is set: mails wait until there is one");
        return;
    };
    let mut ticks = interval(MAILS);
    for look in 0_u64.. {
        ticks.tick().await;
        let mut open = Some(outgoing.smtp());
        // some at a time, so that the server can stop in between
        while let Some(mut smtp) = open.take() {
            let (database, post) = (database.clone(), outgoing.post.clone());
            let send = move || (caught(|| notifications::send_due(&database, &post, &mut smtp)), smtp);
            let done = web::block(send).await;
            let Ok((round, smtp)) = done else { return };
            open = goes_on(round, smtp);
        }
        if look % FORGETTING == 0 {
            let database = database.clone();
            match web::block(move || caught(|| notifications::forget_sent(&database))).await {
                Ok(Ok(_)) => {}
                Ok(Err(no)) => tracing::error!(%no, "mails of long ago could not be forgotten"),
                Err(_) => return,
            }
        }
    }
}

/// The connection, where there may be more to send over it.
fn goes_on(round: Outcome<Round>, smtp: Smtp) -> Option<Smtp> {
    match round {
        Ok(round) => {
            if round != Round::default() {
                let Round { sent, put_off, dead, away, .. } = round;
                tracing::info!(sent, put_off, dead, away, "mails were handed over");
            }
            round.more.then_some(smtp)
        }
        Err(no) => {
            tracing::error!(%no, "mails could not be handed over; they are tried again");
            None
        }
    }
}
