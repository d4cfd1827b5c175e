//! What happens without anybody asking: periods fall due and are assessed, new KPIs measure the cases of before, deadlines
//! of cases come near and pass, findings about boundaries appear and vanish.
//!
//! Any number of servers may run it on one database: each assessment, and each deadline, is recorded in a transaction that
//! looks again, behind the lock of the agreement's log, whether it is still due.

use crate::{
    http::{figures, instance::Outgoing},
    posting,
};
use actix_web::web;
use concordat_service::{
    boundaries, cases, coordination, deviations, escalations,
    kernel::{Database, Outcome},
    kpis, reactions, satisfaction,
};
use std::{future::pending, time::Duration};
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
    let assess = |database: &Database| -> Outcome<()> {
        let measured = cases::measure_due(database)?;
        if measured > 0 {
            tracing::info!(measured, "KPIs took their measures from the cases of before");
        }
        for (agreement, period) in deviations::assess_due(database)? {
            tracing::info!(%agreement, %period, "a period was assessed");
        }
        let planned = coordination::plan_due(database)?;
        if planned > 0 {
            tracing::info!(planned, "meetings were planned, moved or cancelled as their cadences say");
        }
        Ok(())
    };
    let fire = |database: &Database| -> Outcome<()> {
        let recorded = cases::fire_due(database)?;
        if recorded > 0 {
            figures::deadlines(recorded);
            tracing::info!(recorded, "deadlines of cases came near or passed");
        }
        let silent = satisfaction::fire_due(database)?;
        if silent > 0 {
            tracing::info!(silent, "what customers said was left unanswered beyond its time");
        }
        let overdue = deviations::overdue_due(database)?;
        if overdue > 0 {
            tracing::info!(overdue, "tasks of corrective actions are overdue");
        }
        let climbed = escalations::climb_due(database)?;
        if climbed > 0 {
            tracing::info!(climbed, "escalations climbed at their deadlines");
        }
        let told = coordination::fire_due(database)?;
        if told > 0 {
            tracing::info!(told, "meetings were missed, action items came due, decisions are to be looked at");
        }
        Ok(())
    };
    let follow = |database: &Database| -> Outcome<()> {
        let turned = boundaries::follow_all(database)?;
        if turned > 0 {
            tracing::info!(turned, "findings about boundaries appeared, grew or vanished");
        }
        let counted = kpis::count_all_boundaries(database)?;
        if counted > 0 {
            tracing::info!(counted, "KPIs took the day's figures from boundaries");
        }
        let measured = coordination::measure_all(database)?;
        if measured > 0 {
            tracing::info!(measured, "KPIs took the day's figures from the health of commitments");
        }
        let changed = coordination::follow_agendas(database)?;
        if changed > 0 {
            tracing::info!(changed, "agendas were brought in line with what is open");
        }
        Ok(())
    };
    let react = |database: &Database| -> Outcome<()> {
        let followed = reactions::follow_all(database)?;
        if followed > 0 {
            tracing::debug!(followed, "events were followed");
        }
        Ok(())
    };
    join!(
        every(REACTIONS, database.clone(), react),
        posting::run(database.clone(), outgoing),
        every(PERIODS, database.clone(), assess),
        every(DEADLINES, database.clone(), fire),
        every(FINDINGS, database, follow),
    );
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
        match web::block(move || work(&database)).await {
            Ok(Ok(())) => {}
            Ok(Err(no)) => tracing::error!(%no, "what is due could not be done; it is tried again"),
            // the pool of blocking threads is gone: the server is stopping
            Err(_) => return pending().await,
        }
    }
}
