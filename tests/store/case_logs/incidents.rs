//! The incident log of a real service desk, imported in one go, gives its published figures and the scorecard that was
//! worked out elsewhere.

use crate::support::{
    case_logs::{UCI_MAPPING, import, incident_agreement, incidents},
    real_log::{RealLog, Shown},
    world::{World, both},
};
use concordat_domain::{
    kernel::{AgreementId, Decimal, Period},
    kpis::By,
};
use concordat_service::{
    agreements,
    cases::{self, CaseFilter},
    kpis::{self, Ask},
};
use std::collections::BTreeMap;

/// The figures of some periods, by `kpi company service period`.
fn figures(world: &World, id: AgreementId, periods: &[Period]) -> BTreeMap<String, Shown> {
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    let mut figures = BTreeMap::new();
    for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
        let ask = Ask::of(periods.to_vec(), by);
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
    figures
}

fn hold(world: &World, log: &str, scorecard: &RealLog) {
    world.at("2017-03-01T00:00:00Z");
    let id = incident_agreement(world);
    let (done, rejects) = import(world, id, UCI_MAPPING, log);
    assert_eq!(rejects, []);
    assert_eq!((done.recorded, done.cases), (141_712, 24_918));
    assert_eq!(done.unclear, BTreeMap::from([("-100".to_owned(), 5)]));
    let months = figures(world, id, &scorecard.months());
    scorecard.hold(|kpi, company, service, month| months.get(&format!("{kpi} {company} {service} {month}")).cloned());

    let years = ["2016", "2017"].map(|year| Period::parse(year).unwrap());
    let whole = figures(world, id, &years);
    let published = [("sla-met", 15_803), ("not-reopened", 24_918 - 275), ("not-reassigned", 24_918 - 11_369)];
    for (kpi, good) in published {
        let sum = |of: fn(&Shown) -> Option<Decimal>| -> i64 {
            let figures = years.iter().filter_map(|year| whole.get(&format!("{kpi} * * {year}")));
            figures.filter_map(of).map(|figure| figure.millionths() / 1_000_000).sum()
        };
        assert_eq!((sum(|it| it.numerator), sum(|it| it.denominator)), (good, 24_918), "{kpi}");
    }
    let filter = CaseFilter::default();
    let (_, totals) = world.database.read(&world.console(), |tx| cases::ledger(tx, id, &filter)).unwrap();
    assert_eq!(totals.cases, 24_918);
}

#[test]
fn the_whole_incident_log_gives_its_published_figures() {
    let (Some(log), Some(scorecard)) = (incidents(), RealLog::whole()) else { return };
    both(|world| hold(world, &log, &scorecard));
}
