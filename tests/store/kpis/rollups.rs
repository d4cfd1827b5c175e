//! Rollups equal brute force, whatever came late, twice, corrected, shuffled or in other batches.

use super::{astray, read, record, take};
use crate::support::{
    agreement::{FILE, SIGNATORIES},
    world::{World, both},
};
use concordat_domain::{
    kernel::{AgreementId, Decimal, Moment, Period},
    kpis::{By, Fact, Measurement, Reading},
};
use concordat_service::{
    agreements,
    kernel::db::DatabaseUrl,
    kpis::{self, Ask},
};
use diesel::{Connection, RunQueryDsl};
use proptest::{prelude::*, test_runner::TestRunner};

/// What is reported under one key: by whom, for which KPI, when, and what.
type Report = (u8, u8, u8, i64, i64);

/// A measurement of one of four companies for one of three KPIs, under one of sixty keys.
fn measurement(samples: &[Measurement], (key, who, what, seconds, value): Report) -> Measurement {
    let sample = &samples[usize::from(who % 4) * 3 + usize::from(what % 3)];
    let decimal = |number: i64| Decimal::from_millionths(number).unwrap();
    let reading = match sample.fact.reading {
        Reading::Ratio { .. } => Reading::Ratio { good: decimal(value / 2), total: decimal(value) },
        _ => Reading::Value { value: decimal(value), weight: Decimal::ONE },
    };
    let observed_at = Moment::parse("2025-10-20T00:00:00Z").unwrap().plus_seconds(seconds);
    let fact = Fact { observed_at, reading, ..sample.fact };
    Measurement { fact, source: format!("desk-{}", key % 2), source_key: key.to_string() }
}

fn samples(world: &World, id: AgreementId) -> Vec<Measurement> {
    let companies = ["nordlicht network", "halden network", "berger devices", "castor devices"];
    let of = |company: &&str| {
        [("sla-met", "1/1"), ("resolution-hours", "1"), ("hand-over-minutes-p50", "1")]
            .map(|(kpi, value)| read(world, id, &format!("{kpi} {company} 2026-01-01T00:00:00Z {value} k")))
    };
    companies.iter().flat_map(of).collect()
}

#[test]
fn they_equal_brute_force_after_every_batch() {
    let reports = (0_u8..60, 0_u8..4, 0_u8..3, 0_i64..9_000_000, 0_i64..9_000_000_000);
    let batches = prop::collection::vec(prop::collection::vec(reports, 0..80), 1..5);
    both(|world| {
        let id = world.sample();
        let samples = samples(world, id);
        let mut runner = TestRunner::new(ProptestConfig { cases: 24, ..ProptestConfig::default() });
        // the cases add to one another: what one recorded, the next corrects
        let every_batch = |batches: Vec<Vec<Report>>| {
            for batch in &batches {
                let batch: Vec<_> = batch.iter().map(|report| measurement(&samples, *report)).collect();
                record(world, &world.console(), id, &batch).unwrap();
                prop_assert_eq!(astray(world, id), None);
            }
            Ok(())
        };
        runner.run(&batches, every_batch).unwrap();
    });
}

fn spoil(world: &World, sql: &str) {
    match world.owner_url.parse().unwrap() {
        DatabaseUrl::Sqlite(path) => {
            let mut db = diesel::SqliteConnection::establish(path.to_str().unwrap()).unwrap();
            diesel::sql_query(sql).execute(&mut db).unwrap();
        }
        DatabaseUrl::Postgres(url) => {
            let mut db = diesel::PgConnection::establish(&url).unwrap();
            diesel::sql_query("ALTER TABLE rollups NO FORCE ROW LEVEL SECURITY").execute(&mut db).unwrap();
            diesel::sql_query(sql).execute(&mut db).unwrap();
        }
    }
}

#[test]
fn what_went_astray_is_named_and_mended() {
    both(|world| {
        let (id, console) = (world.sample(), world.console());
        take(
            world,
            &console,
            id,
            &[
                "resolution-hours nordlicht network 2026-01-30T10:00:00Z 4 a",
                "resolution-hours nordlicht network 2026-02-03T10:00:00Z 5 b",
                "resolution-hours nordlicht network 2026-02-04T10:00:00Z 6 c",
            ],
        );
        spoil(world, "DELETE FROM rollups WHERE grain = 'day' AND starts = '2026-02-03'");
        spoil(world, "UPDATE rollups SET starts = '2025-12-01' WHERE grain = 'month' AND starts = '2026-01-01'");
        assert!(astray(world, id).unwrap().contains("2025-12-01"));
        let day = Period::parse("2026-02-03").unwrap();
        let mend = |period| kpis::rebuild(&world.database, &console, id, period, |_, _| ()).unwrap();
        assert_eq!((mend(Some(day)), mend(Some(day))), (1, 0));
        assert_eq!((mend(None), mend(None)), (2, 0));
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn a_quantile_that_an_amendment_brings_reads_the_facts_of_before() {
    both(|world| {
        let (id, console) = (world.sample(), world.console());
        let ratings =
            ["4", "2", "5"].map(|value| format!("satisfaction castor devices 2026-01-10T10:00:00Z {value} {value}"));
        take(world, &console, id, &ratings.each_ref().map(String::as_str));
        let quantile = "  - code: satisfaction-p10
    name: Rating of the least content tenth
    kind: quantile
    p: 0.1
    unit: points
    direction: higher
    joint: pooled
    disclosure: open
    facts_of: satisfaction

groups:";
        world.apply(&FILE.replace("groups:", quantile));
        world.propose(id);
        for (email, company) in SIGNATORIES {
            world.sign(id, email, company).unwrap();
        }
        let lowest = || {
            let ask = Ask::of(vec![Period::parse("2026-01").unwrap()], By::Joint);
            let cells = world.database.read(&console, |tx| kpis::scorecard(tx, id, &ask)).unwrap();
            let terms = world.database.read(&console, |tx| agreements::terms(tx, id)).unwrap();
            let asked = terms.kpi_named("satisfaction-p10").unwrap().id;
            cells.iter().find(|cell| cell.kpi == asked).unwrap().shown.unwrap().value
        };
        assert_eq!(lowest(), Decimal::parse("2").ok());
        assert!(astray(world, id).is_some());
        assert_eq!(kpis::rebuild(&world.database, &console, id, None, |_, _| ()).unwrap(), 2);
        assert_eq!((lowest(), astray(world, id)), (Decimal::parse("2").ok(), None));
    });
}
