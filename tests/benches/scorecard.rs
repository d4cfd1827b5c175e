//! The full scorecard, 20 companies × 12 KPIs × 12 months with nested company and KPI, and one company's, over GraphQL on
//! both databases: as asked again, and as asked first after a change. On PostgreSQL beside it, in the same run, what the
//! database itself takes to write the same cells with `json_agg` out of a ready table.

#[allow(dead_code)]
#[path = "../support/mod.rs"]
mod support;

mod many;

use diesel::{
    Connection, PgConnection, RunQueryDsl,
    connection::{Instrumentation, InstrumentationEvent, SimpleConnection, set_default_instrumentation},
    sql_query,
    sql_types::Text,
};
use many::{COMPANIES, KPIS, MONTHS, import, prepare};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    hint::black_box,
    time::{Duration, Instant},
};
use support::world::World;

/// How long each case is repeated.
const LONG: Duration = Duration::from_secs(3);

const FULL: &str = "{ agreement(code: \"bench\") { scorecard(period: \"2025-12\", periods: 12, by: COMPANY) {
    period value numerator denominator count target verdict contribution
    company { id code name kind } kpi { id code name unit } } } }";
const ONE: &str = "{ agreement(code: \"bench\") { scorecard(period: \"2025-12\", periods: 12, by: COMPANY,
    filter: { companies: [\"c07\"] }) { period value numerator denominator count target verdict contribution
    company { id code name kind } kpi { id code name unit } } } }";

thread_local! {
    static IN_DATABASE: Cell<(u64, Option<Instant>)> = const { Cell::new((0, None)) };
}

fn stopwatch() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(|event: InstrumentationEvent<'_>| match event {
        InstrumentationEvent::StartQuery { .. } => IN_DATABASE.with(|it| it.set((it.get().0, Some(Instant::now())))),
        InstrumentationEvent::FinishQuery { .. } => IN_DATABASE.with(|it| {
            let (sum, since) = it.get();
            let more = since.map_or(0, |since| u64::try_from(since.elapsed().as_nanos()).unwrap_or(0));
            it.set((sum + more, None));
        }),
        _ => {}
    }))
}

/// Requests a second, and how many milliseconds of one pass until the database has answered.
fn rate(mut work: impl FnMut()) -> (f64, f64) {
    work();
    IN_DATABASE.with(|it| it.set((0, None)));
    let (since, mut times) = (Instant::now(), 0_u32);
    while since.elapsed() < LONG {
        work();
        times += 1;
    }
    let seconds = since.elapsed().as_secs_f64();
    #[allow(clippy::cast_precision_loss, reason = "nanoseconds of some seconds")]
    let database = IN_DATABASE.with(Cell::get).0 as f64 / 1e6 / f64::from(times);
    (f64::from(times) / seconds, database)
}

fn cells(answer: &Value) -> usize {
    answer["data"]["agreement"]["scorecard"].as_array().map_or(0, Vec::len)
}

fn measure(name: &str, world: &World) {
    let (id, partner) = prepare(world);
    let none = json!({});
    assert_eq!(cells(&world.answer(&partner, FULL, &none)), COMPANIES * KPIS * MONTHS);
    assert_eq!(cells(&world.answer(&partner, ONE, &none)), KPIS * MONTHS);
    let told = |case: &str, (rate, database): (f64, f64)| {
        println!(
            "{name:<10} {case:<34} {rate:>9.1} req/s  {:>7.2} ms, of which {database:.2} ms database",
            1000.0 / rate
        );
        rate
    };
    let full = told(
        "full scorecard, asked again",
        rate(|| {
            black_box(world.bytes(&partner, FULL, &none));
        }),
    );
    let mut change = 0;
    let first = told(
        "full scorecard, after a change",
        rate(|| {
            change += 1;
            let line = format!("k01,c03,all,2025-06-15T10:00:00Z,{},,,bench,change\n", change % 20);
            let facts = format!("kpi,company,service,observed_at,value,good,total,source,source_key\n{line}");
            import(world, id, &facts);
            black_box(world.bytes(&partner, FULL, &none));
        }),
    );
    let one = told(
        "one company's, asked again",
        rate(|| {
            black_box(world.bytes(&partner, ONE, &none));
        }),
    );
    if let Some(own) = json_agg(&world.owner_url) {
        println!("{name:<10} {:<34} {own:>9.1} req/s", "json_agg of a ready table");
        println!(
            "{name:<10} ratios to json_agg: asked again {:.1}, after a change {:.1}, one company {:.1}",
            full / own,
            first / own,
            one / own
        );
    }
}

/// What PostgreSQL takes to write 2,880 cells with their company and KPI as one JSON text.
fn json_agg(url: &str) -> Option<f64> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        body: String,
    }
    let mut connection = url.starts_with("postgres").then(|| PgConnection::establish(url).unwrap())?;
    connection
        .batch_execute(
            "CREATE TABLE b_company AS SELECT n AS id, 'c' || n AS code, 'Company ' || n AS name FROM generate_series(1, 20) n;
             CREATE TABLE b_kpi AS SELECT n AS id, 'k' || n AS code, 'KPI ' || n AS name, 'share' AS unit FROM generate_series(1, 12) n;
             CREATE TABLE b_month AS SELECT c.id AS company, k.id AS kpi, '2025-' || m AS period, m * 1.5 AS value,
                 m * 10 AS numerator, m * 20 AS denominator, m AS count, 0.95 AS target, 'MET' AS verdict, 0.01 AS contribution
                 FROM b_company c, b_kpi k, generate_series(1, 12) m;
             ALTER TABLE b_company ADD PRIMARY KEY (id); ALTER TABLE b_kpi ADD PRIMARY KEY (id);
             ALTER TABLE b_month ADD PRIMARY KEY (company, kpi, period); ANALYZE;",
        )
        .unwrap();
    let sql = "SELECT json_agg(json_build_object('period', m.period, 'value', m.value, 'numerator', m.numerator,
        'denominator', m.denominator, 'count', m.count, 'target', m.target, 'verdict', m.verdict, 'contribution', m.contribution,
        'company', json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'kind', 'SUPPLIER'),
        'kpi', json_build_object('id', k.id, 'code', k.code, 'name', k.name, 'unit', k.unit)))::text AS body
        FROM b_month m JOIN b_company c ON c.id = m.company JOIN b_kpi k ON k.id = m.kpi";
    let (rate, _) = rate(|| {
        let row: Row = sql_query(sql).get_result(&mut connection).unwrap();
        black_box(row.body);
    });
    Some(rate)
}

fn main() {
    set_default_instrumentation(stopwatch).expect("an instrumentation can be set");
    measure("SQLite", &World::sqlite());
    if let Some(world) = World::postgres() {
        measure("PostgreSQL", &world);
    }
}
