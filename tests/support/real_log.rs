//! The measurements of a real service desk, their agreement, and the scorecard that was worked out of them elsewhere.
//!
//! The excerpt in the fixtures is always there; all 98,116 measurements where they lie: in the folder
//! `uci_measurements` of the one that `CONCORDAT_SHARED_DATA` names, or of `../shared/data` beside the workspace.

use super::world::World;
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, Decimal, Period},
};
use concordat_service::{
    agreements,
    kpis::{Format, Import},
};
use std::{
    collections::BTreeSet,
    io::{BufRead, Cursor},
    path::{Path, PathBuf},
    process::Command,
};

const FILE: &str = include_str!("../../docs/examples/uci-agreement.yaml");
const FIXTURES: &str = "backend/domain/tests/fixtures/uci_measurements";
const COMPANIES: [&str; 6] = ["integrator", "supplier-a", "supplier-b", "supplier-c", "supplier-d", "supplier-e"];

/// A figure as the scorecard shows it.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The figure.
    pub value: Option<Decimal>,
    /// What stands above the line.
    pub numerator: Option<Decimal>,
    /// What stands below the line.
    pub denominator: Option<Decimal>,
    /// How many measurements there are.
    pub count: u64,
}

/// Measurements and what is expected of them.
pub struct RealLog {
    /// How many there are.
    pub count: u64,
    expected: String,
    packed: Option<PathBuf>,
    plain: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

impl RealLog {
    /// The excerpt.
    pub fn excerpt() -> Self {
        let read = |name: &str| std::fs::read_to_string(root().join(FIXTURES).join(name)).unwrap();
        let plain = read("measurements.csv");
        let count = plain.lines().count() as u64 - 1;
        Self { count, expected: read("expected_scorecard.csv"), packed: None, plain }
    }

    /// The whole log, where it is there; else says so.
    pub fn whole() -> Option<Self> {
        let named = std::env::var_os("CONCORDAT_SHARED_DATA").map(PathBuf::from);
        let data = named.unwrap_or_else(|| root().join("../shared/data"));
        let folders = [data.join("uci_measurements"), root().join("../../shared/data/uci_measurements")];
        let Some(folder) = folders.into_iter().find(|folder| folder.is_dir()) else {
            eprintln!("skipped: the measurements are not here; name the folder above theirs in CONCORDAT_SHARED_DATA");
            return None;
        };
        let expected = std::fs::read_to_string(folder.join("expected_scorecard.csv")).unwrap();
        let packed = Some(folder.join("measurements.csv.gz"));
        Some(Self { count: 98_116, expected, packed, plain: String::new() })
    }

    fn measurements(&self) -> Box<dyn BufRead + Send> {
        let Some(packed) = &self.packed else { return Box::new(Cursor::new(self.plain.clone())) };
        let unpacked = Command::new("gzip").arg("-dc").arg(packed).output().unwrap();
        assert!(unpacked.status.success());
        Box::new(Cursor::new(unpacked.stdout))
    }

    /// Imports it into its agreement, signed by everybody.
    pub fn import(&self, world: &World) -> AgreementId {
        world.at("2017-03-01T00:00:00Z");
        let id = world.apply(FILE);
        let steward = world.person("steward@integrator.example");
        world.on(&steward, id, Verb::AgreementPropose, agreements::propose).unwrap();
        for company in COMPANIES {
            world.sign(id, &format!("signatory@{company}.example"), company).unwrap();
        }
        let (import, input) = (Import::new(Format::Csv), self.measurements());
        let done = import.run(&world.database, &world.console(), id, input, |_| Ok(()), |_| ()).unwrap();
        assert_eq!((done.counts.recorded, done.counts.rejected), (self.count, 0));
        id
    }

    /// The months there are.
    pub fn months(&self) -> Vec<Period> {
        let month = |line: &str| Period::parse(line.split(',').next().unwrap()).ok();
        let months: BTreeSet<Period> = self.expected.lines().filter_map(month).collect();
        months.into_iter().collect()
    }

    /// Holds every month's line of the expected scorecard against what is shown for a KPI, company, service and month;
    /// `*` stands for all of them.
    pub fn hold(&self, find: impl Fn(&str, &str, &str, &str) -> Option<Shown>) {
        let mut held = 0;
        for line in self.expected.lines().skip(1).filter(|line| !line.starts_with("all,")) {
            hold_line(line, &find);
            held += 1;
        }
        assert!(held > 20, "{held} lines");
    }
}

fn hold_line(line: &str, find: &impl Fn(&str, &str, &str, &str) -> Option<Shown>) {
    let columns: Vec<&str> = line.split(',').collect();
    let [month, company, service, incidents, good, total, kept, hand_overs, resolved, mean, p50, p90] = columns[..]
    else {
        panic!("{line}")
    };
    let find = |kpi: &str| find(kpi, company, service, month);
    let exact = |text: &str| Decimal::parse(text).ok();
    let sla = find("sla-met").unwrap();
    assert_eq!((sla.numerator, sla.denominator), (exact(good), exact(total)), "{line}");
    let reopened = find("not-reopened").unwrap();
    assert_eq!((reopened.numerator, reopened.denominator), (exact(kept), exact(incidents)), "{line}");
    assert_eq!(find("hand-overs").unwrap().numerator, exact(hand_overs), "{line}");
    let count: u64 = resolved.parse().unwrap();
    let hours = ["resolution-hours", "resolution-hours-p50", "resolution-hours-p90"].map(find);
    if count == 0 {
        assert!(hours.iter().all(|figure| figure.as_ref().is_none_or(|figure| figure.value.is_none())), "{line}");
        return;
    }
    let [hours, half, most] = hours.map(Option::unwrap);
    assert_eq!(hours.count, count, "{line}");
    near(hours.value, mean, 1.000_001e-6);
    for (figure, expected) in [(half, p50), (most, p90)] {
        let (rounding, share) = (0.000_051, if count <= 512 { 0.0 } else { 0.01 });
        near(figure.value, expected, rounding + share * expected.parse::<f64>().unwrap());
    }
}

fn near(shown: Option<Decimal>, expected: &str, tolerance: f64) {
    let (shown, expected): (f64, f64) = (shown.unwrap().approximate(), expected.parse().unwrap());
    assert!((shown - expected).abs() <= tolerance, "{shown} is not {expected}");
}
