//! Measurements come in and rollups follow, on both databases.

mod importing;
mod real_log;
mod recording;
mod rollups;

use crate::support::world::World;
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Decimal, Moment},
    kpis::{Measurement, Parts},
};
use concordat_service::{
    agreements,
    kernel::Outcome,
    kpis::{self, Recorded, Reported},
};
use std::sync::Arc;

/// An analyst of one supplier of the sample agreement.
const NORDLICHT: &str = "jonas.fjell@nordlicht.example";

/// Reads `kpi company service time value key`, where the value of a ratio is `good/total`.
fn read(world: &World, id: AgreementId, line: &str) -> Measurement {
    let [kpi, company, service, at, value, source_key] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
    let decimal = |text: &str| Decimal::parse(text).ok();
    let (value, good, total) = match value.split_once('/') {
        Some((good, total)) => (None, decimal(good), decimal(total)),
        None => (decimal(value), None, None),
    };
    let (observed_at, parts) = (Moment::parse(at).unwrap(), Parts { value, good, total, weight: None });
    let reported = Reported { kpi, company, service, observed_at, parts, source: "desk", source_key };
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    kpis::measurement(&terms, &reported).unwrap()
}

fn record(world: &World, who: &Arc<Actor>, id: AgreementId, batch: &[Measurement]) -> Outcome<Recorded> {
    world.database.write(who, id, |tx| kpis::record(tx, id, batch))
}

/// What became of each line, in one word.
fn take(world: &World, who: &Arc<Actor>, id: AgreementId, lines: &[&str]) -> Vec<String> {
    let batch: Vec<_> = lines.iter().map(|line| read(world, id, line)).collect();
    record(world, who, id, &batch).unwrap().taken.iter().map(word).collect()
}

fn word(taken: &kpis::Taken) -> String {
    match taken {
        kpis::Taken::Rejected(why) => why.0.iter().map(|one| one.code.as_ref()).collect::<Vec<_>>().join(" "),
        taken => format!("{taken:?}").to_lowercase(),
    }
}

/// The first bucket that is not what the facts add up to.
fn astray(world: &World, id: AgreementId) -> Option<String> {
    let found = world.database.read(&world.console(), |tx| kpis::verify(tx, id, |_| ())).unwrap();
    found.map(|difference| format!("{:?}", difference.place))
}
