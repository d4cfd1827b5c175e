//! Rollups made anew from all facts, and of one changed day, against the database's own GROUP BY with a percentile.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod facts;

use concordat_domain::kernel::Period;
use concordat_service::kpis;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, connection::SimpleConnection};
use facts::{Place, csv, line, wanted};
use std::time::Instant;

const OWN: &str = "INSERT INTO grouped SELECT agreement_id, (observed_at AT TIME ZONE 'UTC')::date, kpi_id, company_id, \
    service_id, count(*), sum(value), min(value), max(value), sum(good), sum(total), \
    percentile_disc(0.9) WITHIN GROUP (ORDER BY value) FROM measurements GROUP BY 1, 2, 3, 4, 5";

fn own_grouping(place: &Place) -> f64 {
    let mut db = PgConnection::establish(&place.owner_url).unwrap();
    db.batch_execute(
        "ALTER TABLE measurements NO FORCE ROW LEVEL SECURITY; ANALYZE measurements; \
         CREATE TABLE grouped (a uuid, day date, k uuid, c uuid, s uuid, n bigint, total numeric, least bigint, \
         most bigint, good numeric, of numeric, p90 bigint, PRIMARY KEY (a, day, k, c, s))",
    )
    .unwrap();
    let start = Instant::now();
    diesel::sql_query(OWN).execute(&mut db).unwrap();
    start.elapsed().as_secs_f64()
}

fn forget(place: &Place) {
    match place.owner_url.strip_prefix("sqlite:") {
        Some(path) => {
            let mut db = SqliteConnection::establish(path).unwrap();
            diesel::sql_query("DELETE FROM rollups").execute(&mut db).unwrap();
        }
        None => {
            let mut db = PgConnection::establish(&place.owner_url).unwrap();
            db.batch_execute("ALTER TABLE rollups NO FORCE ROW LEVEL SECURITY; TRUNCATE rollups").unwrap();
        }
    }
}

fn rebuild(place: &Place, period: Option<Period>) -> f64 {
    let start = Instant::now();
    kpis::rebuild(&place.database, &place.console, place.agreement, period, |_, _| ()).unwrap();
    start.elapsed().as_secs_f64()
}

fn measure(place: &Place, count: usize) {
    println!("{}, {count} measurements", place.name);
    place.import(&csv(count));
    let own = (place.name == "PostgreSQL").then(|| ("INSERT .. SELECT .. GROUP BY", own_grouping(place)));
    if let Some((what, took)) = own {
        line(what, count, took, None);
    }
    forget(place);
    let all = rebuild(place, None);
    line("rollups rebuild, from nothing", count, all, own);
    line("rollups rebuild, nothing to mend", count, rebuild(place, None), own);
    let day = rebuild(place, Period::parse("2016-08-10").ok());
    line("rollups rebuild, one day", count, day, Some(("all", all)));
}

fn main() {
    let count = wanted(1_000_000);
    measure(&facts::sqlite(), count);
    if let Some(place) = facts::postgres() {
        measure(&place, count);
    }
}
