//! From the companies' own reports to the assessment, and through a correction.

use crate::support::{
    deviations::{Group, PAUL},
    world::both,
};
use concordat_domain::{
    access::Verb,
    deviations::{DeviationKind, State},
    kernel::Period,
    kpis::{Scope, Viewer},
};
use concordat_service::{
    deviations::{self, Assessed},
    kpis::{Format, Import},
};
use std::collections::BTreeMap;

const HEADER: &str = "kpi,company,service,observed_at,value,good,total,source,source_key";

fn report(group: &Group<'_>, lines: &[&str]) {
    let file = std::iter::once(&HEADER).chain(lines).fold(String::new(), |file, line| file + line + "\n");
    let import = Import::new(Format::Csv);
    let (world, ignore) = (group.world, |_: &[_]| Ok(()));
    let done = import.run(&world.database, &world.console(), group.agreement, file.as_bytes(), ignore, |_| ()).unwrap();
    assert_eq!(done.counts.rejected, 0);
}

fn assess(group: &Group<'_>, period: &str) -> Assessed {
    let period = Period::parse(period).unwrap();
    let assess = |tx: &mut concordat_service::kernel::Tx<'_>| {
        let on = tx.permit(Verb::PeriodAssess, group.agreement)?;
        deviations::assess(tx, &on, period)
    };
    group.world.database.write(&group.world.person(PAUL), group.agreement, assess).unwrap()
}

#[test]
fn reports_become_deviations_and_a_correction_clears_them() {
    both(|world| {
        let group = Group::new(world);
        report(
            &group,
            &[
                "sla-met,nordlicht,network,2026-03-03T10:00:00Z,,80,100,desk,1",
                "sla-met,halden,network,2026-03-31T21:59:59Z,,99,100,desk,2",
                "sla-met,halden,network,2026-03-31T22:00:00Z,,1,100,desk,3",
            ],
        );
        let first = assess(&group, "2026-03");
        let of_kpi = first.deviations.iter().filter(|view| view.deviation.kpi == group.kpi("sla-met"));
        let kinds: BTreeMap<Scope, DeviationKind> =
            of_kpi.map(|view| (view.deviation.scope, view.deviation.kind)).collect();
        let company = |code| Scope::company(group.company(code));
        assert_eq!(kinds.get(&company("nordlicht")), Some(&DeviationKind::Missed));
        assert_eq!(kinds.get(&company("halden")), None, "what came at midnight in Vienna is April's");
        assert_eq!(kinds.get(&company("castor")), Some(&DeviationKind::NoData), "silence");
        assert_eq!(kinds.get(&Scope::JOINT), Some(&DeviationKind::Missed));
        report(&group, &["sla-met,nordlicht,network,2026-03-03T10:00:00Z,,98,100,desk,1"]);
        let again = assess(&group, "2026-03");
        assert_eq!(again.frozen, 0);
        assert!(again.restated.iter().any(|one| one.key.scope == company("nordlicht")));
        let slip = group.slip().deviation;
        assert!(matches!(slip.state, State::Closed { .. }));
        assert_eq!(slip.figures.value, "0.8".parse().ok(), "what the group saw stays");
        let periods = [Period::parse("2026-03").unwrap()];
        let frozen =
            world.database.read(&world.person(PAUL), |tx| deviations::frozen(tx, group.agreement, &periods)).unwrap();
        let kpi = group.terms.kpi_named("sla-met").unwrap();
        assert_eq!(frozen.value(&slip.key(), &Viewer::of([]), kpi), "0.8".parse().ok());
    });
}

#[test]
fn a_week_is_assessed_from_its_days() {
    both(|world| {
        let group = Group::new(world);
        report(&group, &["sla-met,nordlicht,network,2026-03-03T10:00:00Z,,80,100,desk,1"]);
        let week = assess(&group, "2026-W10");
        let own = Scope::company(group.company("nordlicht"));
        let found = week
            .deviations
            .iter()
            .find(|view| view.deviation.scope == own && view.deviation.kpi == group.kpi("sla-met"));
        assert_eq!(found.map(|view| view.deviation.figures.value), Some("0.8".parse().ok()));
    });
}
