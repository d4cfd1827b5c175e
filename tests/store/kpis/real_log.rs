//! A real service desk's measurements, imported, give the scorecard that was worked out elsewhere.
//!
//! The excerpt in the fixtures is always checked; all 98,116 measurements where they lie: in the folder
//! `uci_measurements` of the one that `CONCORDAT_SHARED_DATA` names, or of `../shared/data` beside the workspace.

use super::astray;
use crate::support::world::{World, both};
use concordat_domain::{
    access::Verb,
    agreements::Terms,
    kernel::{AgreementId, Decimal, Period},
    kpis::{By, Cell, Scope},
};
use concordat_service::{
    agreements,
    kpis::{self, Ask, Format, Import},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const FILE: &str = include_str!("../../../docs/examples/uci-agreement.yaml");
const FIXTURES: &str = "backend/domain/tests/fixtures/uci_measurements";
const COMPANIES: [&str; 6] = ["integrator", "supplier-a", "supplier-b", "supplier-c", "supplier-d", "supplier-e"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The agreement, signed by everybody.
fn agreed(world: &World) -> AgreementId {
    let id = world.apply(FILE);
    let steward = world.person("steward@integrator.example");
    world.on(&steward, id, Verb::AgreementPropose, agreements::propose).unwrap();
    for company in COMPANIES {
        world.sign(id, &format!("signatory@{company}.example"), company).unwrap();
    }
    id
}

/// Imports and compares; answers how many lines of the expectation were held.
fn hold(world: &World, measurements: impl BufRead + Send, count: u64, expected: &str) -> usize {
    world.at("2017-03-01T00:00:00Z");
    let id = agreed(world);
    let import = Import::new(Format::Csv);
    let done = import.run(&world.database, &world.console(), id, measurements, |_| Ok(()), |_| ()).unwrap();
    assert_eq!((done.counts.recorded, done.counts.rejected), (count, 0));
    assert_eq!(astray(world, id), None);
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    compare(&terms, &figures(world, id, expected), expected)
}

type Figures = BTreeMap<(String, Scope, Period), Cell>;

fn figures(world: &World, id: AgreementId, expected: &str) -> Figures {
    let month = |line: &str| Period::parse(line.split(',').next().unwrap()).ok();
    let months: BTreeSet<Period> = expected.lines().filter_map(month).collect();
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    let mut figures = Figures::new();
    for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
        let ask = Ask::of(months.iter().copied().collect(), by);
        for cell in world.database.read(&world.console(), |tx| kpis::scorecard(tx, id, &ask)).unwrap().iter() {
            figures.insert((terms.kpi(cell.kpi).unwrap().code.clone(), cell.scope, cell.period), cell.clone());
        }
    }
    figures
}

fn near(shown: Decimal, expected: &str, tolerance: f64) {
    let expected: f64 = expected.parse().unwrap();
    assert!((shown.approximate() - expected).abs() <= tolerance, "{shown} is not {expected}");
}

fn compare(terms: &Terms, figures: &Figures, expected: &str) -> usize {
    let mut held = 0;
    for line in expected.lines().skip(1).filter(|line| !line.starts_with("all,")) {
        let columns: Vec<&str> = line.split(',').collect();
        let [month, company, service, incidents, good, total, kept, hand_overs, resolved, mean, p50, p90] = columns[..]
        else {
            panic!("{line}")
        };
        let company = (company != "*").then(|| terms.company_named(company).unwrap().id);
        let service = (service != "*").then(|| terms.service_named(service).unwrap().id);
        let (scope, month) = (Scope { company, service }, Period::parse(month).unwrap());
        let find = |kpi: &str| figures.get(&(kpi.to_owned(), scope, month)).and_then(|cell| cell.shown.ok());
        let exact = |text: &str| Decimal::parse(text).unwrap();
        let sla = find("sla-met").unwrap();
        assert_eq!((sla.numerator, sla.denominator), (Some(exact(good)), exact(total)), "{line}");
        let reopened = find("not-reopened").unwrap();
        assert_eq!((reopened.numerator, reopened.denominator), (Some(exact(kept)), exact(incidents)), "{line}");
        assert_eq!(find("hand-overs").unwrap().numerator, Some(exact(hand_overs)), "{line}");
        let count: u64 = resolved.parse().unwrap();
        let hours = ["resolution-hours", "resolution-hours-p50", "resolution-hours-p90"].map(find);
        if count == 0 {
            assert!(hours.iter().all(|figure| figure.is_none_or(|figure| figure.value.is_none())), "{line}");
        } else {
            let [hours, half, most] = hours.map(Option::unwrap);
            assert_eq!(hours.count, count, "{line}");
            near(hours.value.unwrap(), mean, 1.000_001e-6);
            for (figure, expected) in [(half, p50), (most, p90)] {
                let rounding = 0.000_051;
                let share = if count <= 512 { 0.0 } else { 0.01 };
                near(figure.value.unwrap(), expected, rounding + share * expected.parse::<f64>().unwrap());
            }
        }
        held += 1;
    }
    held
}

#[test]
fn the_excerpt_gives_its_scorecard() {
    let read = |name: &str| std::fs::read_to_string(root().join(FIXTURES).join(name)).unwrap();
    let (measurements, expected) = (read("measurements.csv"), read("expected_scorecard.csv"));
    let count = measurements.lines().count() as u64 - 1;
    both(|world| assert_eq!(hold(world, measurements.as_bytes(), count, &expected), expected.lines().count() - 1));
}

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("CONCORDAT_SHARED_DATA").map(PathBuf::from);
    let data = named.unwrap_or_else(|| root().join("../shared/data"));
    let folders = [data.join("uci_measurements"), root().join("../../shared/data/uci_measurements")];
    folders.into_iter().find(|folder| folder.is_dir())
}

#[test]
fn the_whole_log_gives_its_scorecard() {
    let Some(folder) = folder() else {
        eprintln!("skipped: the measurements are not here; name the folder above theirs in CONCORDAT_SHARED_DATA");
        return;
    };
    let expected = std::fs::read_to_string(folder.join("expected_scorecard.csv")).unwrap();
    let months = expected.lines().filter(|line| !line.starts_with("all,")).count() - 1;
    both(|world| {
        let mut gzip = Command::new("gzip");
        let mut unpacked =
            gzip.arg("-dc").arg(folder.join("measurements.csv.gz")).stdout(Stdio::piped()).spawn().unwrap();
        let measurements = BufReader::new(unpacked.stdout.take().unwrap());
        assert_eq!(hold(world, measurements, 98_116, &expected), months);
        assert!(unpacked.wait().unwrap().success());
    });
}
