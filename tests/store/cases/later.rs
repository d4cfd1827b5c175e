//! A KPI that is defined later has the facts of the cases that were there before it.

use super::timers::another;
use crate::support::{
    agreement::{FILE, SIGNATORIES},
    world::{World, both},
};
use concordat_domain::{
    kernel::{AgreementId, Period},
    kpis::KpiKind,
};
use concordat_service::{
    agreements,
    cases::{self, Import},
    kernel::{Tx, feed::Format},
    kpis,
};
use std::fmt::Write as _;

/// More than two batches.
const CASES: usize = 450;

const LATER: &str = "
  - code: first-line
    name: Cases solved at the first line
    kind: ratio
    unit: share
    direction: higher
    joint: pooled
    disclosure: open
    source: cases
    measure: solved_at_line_one
    targets:
      - {value: 0.9, valid_from: 2026-03-10}
";

/// A sample with a log of cases, every third of which left the first line.
fn with_cases(world: &World) -> AgreementId {
    let id = world.sample();
    let mut log = "case,at,event,team,company,priority,service\n".to_owned();
    for case in 0..CASES {
        let (day, first) = (1 + case % 27, "2026-02");
        writeln!(log, "C{case},{first}-{day:02}T08:00:00Z,opened,,,normal,network").unwrap();
        writeln!(log, "C{case},{first}-{day:02}T08:01:00Z,accepted,service-desk,meridian,,").unwrap();
        if case.is_multiple_of(3) {
            writeln!(log, "C{case},{first}-{day:02}T08:05:00Z,offered,network-team,nordlicht,,").unwrap();
            writeln!(log, "C{case},{first}-{day:02}T08:06:00Z,accepted,network-team,nordlicht,,").unwrap();
        }
        writeln!(log, "C{case},{first}-{day:02}T09:00:00Z,resolved,,,,").unwrap();
    }
    let import = Import::new(Format::Csv, None).from(Some("desk".to_owned())).unwrap();
    let done = import.run(&world.database, &world.console(), id, log.as_bytes(), |_| Ok(()), |_| ()).unwrap();
    assert_eq!((done.cases, done.rows().rejected), (CASES as u64, 0));
    id
}

fn amend(world: &World, id: AgreementId, begins: &str) {
    let file = FILE.replacen("\ngroups:\n", &format!("{LATER}\ngroups:\n"), 1);
    let begins = format!("effective_from: {begins}");
    assert_eq!(world.apply(&file.replacen("effective_from: 2025-01-01", &begins, 1)), id);
    world.propose(id);
    for (email, company) in SIGNATORIES {
        world.sign(id, email, company).unwrap();
    }
}

/// Good and total of the later KPI in February, by company.
fn figures(world: &World, id: AgreementId) -> Vec<String> {
    let read = |tx: &mut Tx<'_>| {
        let terms = agreements::terms(tx, id)?;
        let Some(kpi) = terms.kpi_named("first-line") else { return Ok(Vec::new()) };
        let rows = kpis::rows(tx, id, &terms, std::slice::from_ref(kpi), &[Period::parse("2026-02").unwrap()])?;
        let shown = rows.iter().map(|row| {
            let good = row.bucket.numerator(KpiKind::Ratio).unwrap();
            let company = &terms.company(row.company).unwrap().code;
            format!("{company} {good} of {}", row.bucket.denominator(KpiKind::Ratio))
        });
        let mut shown: Vec<String> = shown.collect();
        shown.sort();
        Ok(shown)
    };
    world.database.read(&world.console(), read).unwrap()
}

fn measured(world: &World, id: AgreementId) -> usize {
    world.events(id).iter().filter(|kind| *kind == "cases.measured").count()
}

#[test]
fn a_version_that_comes_into_force_measures_the_cases_of_before() {
    both(|world| {
        let id = with_cases(world);
        assert_eq!(cases::measure_due(&world.database).unwrap(), CASES, "looked at once");
        assert_eq!((cases::measure_due(&world.database).unwrap(), measured(world, id)), (0, 0), "and nothing was new");
        amend(world, id, "2026-03-10");
        assert_eq!(cases::measure_due(&world.database).unwrap(), 0, "it is not in force yet");
        world.at("2026-03-10T08:00:00Z");
        assert_eq!(cases::measure_due(&world.database).unwrap(), CASES);
        assert_eq!(figures(world, id), ["meridian 300 of 300", "nordlicht 0 of 150"]);
        assert_eq!(measured(world, id), 3, "one event for each batch");
        assert_eq!(world.database.read(&world.console(), |tx| kpis::verify(tx, id, |_| ())).unwrap().map(|_| ()), None);
        assert_eq!((cases::measure_due(&world.database).unwrap(), measured(world, id)), (0, 3));
    });
}

#[test]
fn two_servers_measure_each_case_once() {
    both(|world| {
        let id = with_cases(world);
        amend(world, id, "2026-03-02");
        let other = another(world);
        let looked_at: usize = std::thread::scope(|scope| {
            let measure = |database: &concordat_service::kernel::Database| {
                let database = database.clone();
                scope.spawn(move || cases::measure_due(&database).unwrap())
            };
            [measure(&world.database), measure(&other)].map(|one| one.join().unwrap()).iter().sum()
        });
        assert_eq!((looked_at, measured(world, id)), (CASES, 3));
        assert_eq!(figures(world, id), ["meridian 300 of 300", "nordlicht 0 of 150"]);
    });
}
