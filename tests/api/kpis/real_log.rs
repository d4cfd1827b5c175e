//! A real service desk's scorecard over GraphQL is the one that was worked out elsewhere.

use crate::support::{
    real_log::{RealLog, Shown},
    world::{World, both},
};
use concordat_domain::kernel::Decimal;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const QUERY: &str = "query($period: String!, $by: ScorecardBy!) { agreement(code: \"uci-service-desk\") {
    scorecard(period: $period, by: $by) {
        kpi { code } company { code } service { code } period value numerator denominator count } } }";

fn hold(world: &World, log: &RealLog) {
    log.import(world);
    let auditor = world.person("auditor@integrator.example");
    let mut figures = BTreeMap::new();
    for month in log.months() {
        for by in ["JOINT", "COMPANY", "SERVICE", "COMPANY_SERVICE"] {
            let data = world.data(&auditor, QUERY, &json!({ "period": month.to_string(), "by": by }));
            for cell in data["agreement"]["scorecard"].as_array().unwrap() {
                let name = |of: &str| cell[of]["code"].as_str().unwrap_or("*").to_owned();
                let key = format!("{} {} {} {month}", name("kpi"), name("company"), name("service"));
                figures.insert(key, shown(cell));
            }
        }
    }
    log.hold(|kpi, company, service, month| figures.get(&format!("{kpi} {company} {service} {month}")).cloned());
}

fn shown(cell: &Value) -> Shown {
    let decimal = |of: &str| cell[of].as_str().map(|text| Decimal::parse(text).unwrap());
    let (value, numerator, denominator) = (decimal("value"), decimal("numerator"), decimal("denominator"));
    Shown { value, numerator, denominator, count: cell["count"].as_u64().unwrap() }
}

#[test]
fn the_excerpt_gives_its_scorecard() {
    both(|world| hold(world, &RealLog::excerpt()));
}

#[test]
fn the_whole_log_gives_its_scorecard() {
    let Some(log) = RealLog::whole() else { return };
    both(|world| hold(world, &log));
}
