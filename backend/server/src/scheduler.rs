//! What happens without anybody asking: what follows from events, versions whose first day comes, periods that fall due, deadlines that come near and pass,
//! meetings that are planned and agendas that follow what is open, findings that appear and vanish.
//!
//! Any number of servers may run it on one database: each assessment, and each deadline, is recorded in a transaction that
//! looks again, behind the lock of the agreement's log, whether it is still due.

use crate::{
    http::{figures, instance::Outgoing},
    posting,
};
use actix_web::web;
use concordat_service::{
    agreements, boundaries, cases, coordination, deviations, escalations,
    kernel::{Database, No, Outcome},
    kpis, reactions, satisfaction,
};
use std::{
    future::pending,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};
use tokio::{join, time::interval};

/// How often it looks what has happened since, and does what follows from it.
const REACTIONS: Duration = Duration::from_secs(2);
/// How often it looks which periods are due.
const PERIODS: Duration = Duration::from_secs(300);
/// How often it looks what the boundaries leave open.
const FINDINGS: Duration = Duration::from_secs(900);
/// How often it looks which deadlines of cases, tasks and escalations have come near or passed.
const DEADLINES: Duration = Duration::from_secs(30);

/// Looks now and then what is due, for as long as the server runs. `outgoing` is the way out of mails.
pub async fn run(database: Database, outgoing: Option<Outgoing>) {
    join!(
        every(REACTIONS, database.clone(), react),
        posting::run(database.clone(), outgoing),
        every(PERIODS, database.clone(), assess),
        every(DEADLINES, database.clone(), fire),
        every(FINDINGS, database, follow),
    );
}

/// Something that happens by itself: it tells how often it did.
type Work = fn(&Database) -> Outcome<usize>;

/// Does one after the other, and says of each that did something what that was, and of each that could not be done why. It does not
/// keep the others from it.
fn each(database: &Database, all: &[(Work, &str)]) -> Outcome<()> {
    for (work, what) in all {
        match caught(|| work(database)) {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "{what}"),
            Err(no) => tracing::error!(%no, "this could not be done, and is tried again: {what}"),
        }
    }
    Ok(())
}

/// What some work answers; a fault where it panicked, so that what is done again and again goes on.
pub(crate) fn caught<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(No::broken("it panicked")))
}

fn react(database: &Database) -> Outcome<()> {
    reactions::follow_all(database).map(drop)
}

fn assess(database: &Database) -> Outcome<()> {
    let assessed = |database: &Database| deviations::assess_due(database).map(|all| all.len());
    each(
        database,
        &[
            (agreements::settle_due, "versions began to hold, or were complete without a party that has left"),
            (assessed, "periods were assessed"),
            (cases::measure_due, "KPIs took their measures from the cases of before"),
            (coordination::plan_due, "meetings were planned, moved or cancelled as their cadences say"),
        ],
    )
}

fn fire(database: &Database) -> Outcome<()> {
    let cases = |database: &Database| cases::fire_due(database).inspect(|recorded| figures::deadlines(*recorded));
    each(
        database,
        &[
            (cases, "deadlines of cases came near or passed"),
            (satisfaction::fire_due, "what customers said was left unanswered beyond its time"),
            (deviations::overdue_due, "tasks of corrective actions are overdue"),
            (escalations::climb_due, "escalations climbed at their deadlines"),
            (coordination::fire_due, "meetings were missed, action items came due, decisions are to be looked at"),
        ],
    )
}

fn follow(database: &Database) -> Outcome<()> {
    each(
        database,
        &[
            (boundaries::follow_all, "findings about boundaries appeared, grew or vanished"),
            (kpis::count_all_boundaries, "KPIs took the day's figures from boundaries"),
            (coordination::measure_all, "KPIs took the day's figures from the health of commitments"),
            (coordination::follow_agendas, "agendas were brought in line with what is open"),
        ],
    )
}

/// Does something again and again, and goes on when it has failed.
pub(crate) async fn every(
    time: Duration,
    database: Database,
    work: impl Fn(&Database) -> Outcome<()> + Clone + Send + 'static,
) {
    let mut ticks = interval(time);
    loop {
        ticks.tick().await;
        let (database, work) = (database.clone(), work.clone());
        match web::block(move || caught(|| work(&database))).await {
            Ok(Ok(())) => {}
            Ok(Err(no)) => tracing::error!(%no, "what is due could not be done; it is tried again"),
            // the pool of blocking threads is gone: the server is stopping
            Err(_) => return pending().await,
        }
    }
}
