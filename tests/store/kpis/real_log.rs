//! A real service desk's measurements, imported, give the scorecard that was worked out elsewhere.

use super::astray;
use crate::support::{
    real_log::{RealLog, Shown},
    world::{World, both},
};
use concordat_domain::kpis::By;
use concordat_service::{
    agreements,
    kpis::{self, Ask},
};
use std::collections::BTreeMap;

fn hold(world: &World, log: &RealLog) {
    let id = log.import(world);
    assert_eq!(astray(world, id), None);
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    let mut figures = BTreeMap::new();
    for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
        let ask = Ask::of(log.months(), by);
        for cell in world.database.read(&world.console(), |tx| kpis::scorecard(tx, id, &ask)).unwrap().iter() {
            let company = cell.scope.company.map_or("*", |id| &terms.company(id).unwrap().code);
            let service = cell.scope.service.map_or("*", |id| &terms.service(id).unwrap().code);
            let kpi = &terms.kpi(cell.kpi).unwrap().code;
            let figure = cell.shown.unwrap();
            let (value, numerator, count) = (figure.value, figure.numerator, figure.count);
            let shown = Shown { value, numerator, denominator: Some(figure.denominator), count };
            figures.insert(format!("{kpi} {company} {service} {}", cell.period), shown);
        }
    }
    log.hold(|kpi, company, service, month| figures.get(&format!("{kpi} {company} {service} {month}")).cloned());
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
