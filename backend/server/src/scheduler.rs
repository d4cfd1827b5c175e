//! What happens without anybody asking: periods fall due and are assessed.
//!
//! Any number of servers may run it on one database: each assessment is a transaction of its own that looks again,
//! behind the lock of the agreement's log, whether it is still due.

use actix_web::web;
use concordat_service::{deviations, kernel::Database};
use std::{future::pending, time::Duration};
use tokio::time::interval;

/// How often it looks.
const EVERY: Duration = Duration::from_secs(300);

/// Looks now and then what is due, for as long as the server runs.
pub async fn run(database: Database) {
    let mut ticks = interval(EVERY);
    loop {
        ticks.tick().await;
        let database = database.clone();
        match web::block(move || deviations::assess_due(&database)).await {
            Ok(Ok(done)) => {
                for (agreement, period) in done {
                    tracing::info!(%agreement, %period, "a period was assessed");
                }
            }
            Ok(Err(no)) => tracing::error!(%no, "what is due could not be assessed; it is tried again"),
            // the pool of blocking threads is gone: the server is stopping
            Err(_) => return pending().await,
        }
    }
}
