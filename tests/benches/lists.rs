//! Lists over GraphQL on both databases: the thousandth page of measurements and of deviations against the first.

#[allow(dead_code)]
#[path = "../support/mod.rs"]
mod support;

#[allow(dead_code)]
mod many;

use concordat_domain::{
    access::{Actor, Verb},
    kernel::{AgreementId, Period},
};
use concordat_service::deviations;
use many::prepare;
use serde_json::{Value, json};
use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};
use support::world::World;

const PAGES: usize = 1_000;
/// How long the two pages are asked for again.
const LONG: Duration = Duration::from_secs(4);

const MEASUREMENTS: &str = "query($first: First!, $after: Cursor) { agreement(code: \"bench\") { list: measurements(
    first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { observedAt value company { code } kpi { code } } } } }";
const DEVIATIONS: &str = "query($first: First!, $after: Cursor) { agreement(code: \"bench\") { list: deviations(
    first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { period kind state company { code } kpi { code } } } } }";

/// Assesses every month, quarter and the year.
fn assess(world: &World, id: AgreementId) {
    world.at("2026-03-02T08:00:00Z");
    let months = (1..=12).map(|month| format!("2025-{month:02}"));
    for period in months.chain((1..=4).map(|quarter| format!("2025-Q{quarter}"))).chain(["2025".to_owned()]) {
        let period = Period::parse(&period).unwrap();
        let assessed = world.database.write(&world.console(), id, |tx| {
            let on = tx.permit(Verb::PeriodAssess, id)?;
            deviations::assess(tx, &on, period).map(|_| ())
        });
        assessed.unwrap();
    }
}

fn page(world: &World, actor: &Arc<Actor>, query: &str, first: usize, after: &Value) -> Value {
    world.data(actor, query, &json!({ "first": first, "after": after }))["agreement"]["list"].take()
}

/// Milliseconds of the fastest request for each of two pages, asked for in turn: other work on the machine hits both.
fn fastest(world: &World, actor: &Arc<Actor>, query: &str, pages: [Value; 2]) -> [f64; 2] {
    let (since, mut best) = (Instant::now(), [f64::MAX; 2]);
    while since.elapsed() < LONG {
        for (variables, best) in pages.iter().zip(&mut best) {
            let begun = Instant::now();
            black_box(world.bytes(actor, query, variables));
            *best = best.min(begun.elapsed().as_secs_f64() * 1_000.0);
        }
    }
    best
}

/// Goes on to the last page or the thousandth, and times it against the first.
fn measure(name: &str, world: &World, actor: &Arc<Actor>, (list, query, first): (&str, &str, usize)) {
    let (mut after, mut number) = (Value::Null, 1);
    while number < PAGES {
        let found = page(world, actor, query, first, &after);
        if found["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = found["pageInfo"]["endCursor"].clone();
        number += 1;
    }
    let [begin, end] =
        fastest(world, actor, query, [json!({ "first": first }), json!({ "first": first, "after": after })]);
    println!(
        "{name:<10} {list:<12} pages of {first:>2}: first {begin:.2} ms, page {number} {end:.2} ms, {:.2} x the first",
        end / begin
    );
}

fn run(name: &str, world: &World) {
    let (id, _) = prepare(world);
    assess(world, id);
    let steward = world.person("s@c00.example");
    for list in [("measurements", MEASUREMENTS, 20), ("deviations", DEVIATIONS, 2)] {
        measure(name, world, &steward, list);
    }
}

fn main() {
    run("SQLite", &World::sqlite());
    if let Some(world) = World::postgres() {
        run("PostgreSQL", &world);
    }
}
