//! Measurements of a real service desk, rolled up in memory, give the scorecard that was worked out elsewhere.
//!
//! The excerpt beside this file is always checked. The whole set (98,116 measurements) is checked where it lies: in the
//! folder that `UCI_MEASUREMENTS` names, or in `../shared/data/uci_measurements` beside the workspace.

#![allow(clippy::unwrap_used, clippy::panic)]

use concordat_domain::kernel::{CompanyId, Decimal, KpiId, Moment, Period, PeriodKind, ServiceId, Zone};
use concordat_domain::kpis::{
    Bucket, By, Cell, Direction, Disclosure, Fact, JointMethod, Kpi, KpiKind, Membership, Parts, Reading, Request,
    Rollup, RollupRow, Scope, Source, Unit, Viewer, scorecard,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use uuid::Uuid;

const SLA_MET: u128 = 1;
const NOT_REOPENED: u128 = 2;
const HAND_OVERS: u128 = 3;
const HOURS: u128 = 4;
const HOURS_P50: u128 = 5;
const HOURS_P90: u128 = 6;

/// A name's own id, so that facts and expectations agree on it.
fn id(name: &str) -> Uuid {
    Uuid::from_u128(name.bytes().fold(0, |sum, byte| sum * 257 + u128::from(byte)))
}

fn kpis() -> Vec<Kpi> {
    let share = |p: &str| KpiKind::Quantile(Decimal::parse(p).unwrap());
    let kpi = |number: u128, kind, unit, facts_of: Option<u128>| Kpi {
        id: KpiId(Uuid::from_u128(number)),
        code: number.to_string(),
        name: number.to_string(),
        kind,
        unit,
        direction: if kind == KpiKind::Ratio { Direction::Higher } else { Direction::Lower },
        joint: JointMethod::Pooled,
        disclosure: Disclosure::Open,
        source: Source::Reported,
        measure: None,
        facts_of: facts_of.map(|number| KpiId(Uuid::from_u128(number))),
        reporters: Vec::new(),
        services: Vec::new(),
        weights: Vec::new(),
        targets: Vec::new(),
    };
    vec![
        kpi(SLA_MET, KpiKind::Ratio, Unit::Share, None),
        kpi(NOT_REOPENED, KpiKind::Ratio, Unit::Share, None),
        kpi(HAND_OVERS, KpiKind::Mean, Unit::Count, None),
        kpi(HOURS, KpiKind::Mean, Unit::Hours, None),
        kpi(HOURS_P50, share("0.5"), Unit::Hours, Some(HOURS)),
        kpi(HOURS_P90, share("0.9"), Unit::Hours, Some(HOURS)),
    ]
}

fn fact(line: &str) -> Fact {
    let columns: Vec<&str> = line.split(',').collect();
    let [kpi, company, service, at, value, good, total, ..] = columns[..] else { panic!("{line}") };
    let number = |text: &str| (!text.is_empty()).then(|| Decimal::parse(text).unwrap());
    let (number_of_kpi, kind) = match kpi {
        "sla-met" => (SLA_MET, KpiKind::Ratio),
        "not-reopened" => (NOT_REOPENED, KpiKind::Ratio),
        "hand-overs" => (HAND_OVERS, KpiKind::Mean),
        "resolution-hours" => (HOURS, KpiKind::Mean),
        other => panic!("{other}"),
    };
    let parts = Parts { value: number(value), weight: None, good: number(good), total: number(total) };
    Fact {
        kpi: KpiId(Uuid::from_u128(number_of_kpi)),
        company: CompanyId(id(company)),
        service: ServiceId(id(service)),
        observed_at: Moment::parse(at).unwrap(),
        reading: Reading::of(kind, parts).unwrap(),
    }
}

/// What the scorecard says, by KPI, scope and month (or nothing for all months).
type Figures = BTreeMap<(u128, Scope, Option<Period>), Cell>;

fn figures(measurements: &str) -> Figures {
    let kpis = kpis();
    let mut days = Rollup::new(PeriodKind::Day, Zone::UTC, &kpis);
    measurements.lines().skip(1).for_each(|line| days.add(&fact(line)));
    let mut months = Rollup::new(PeriodKind::Month, Zone::UTC, &kpis);
    days.into_rows().iter().for_each(|row| months.merge(row));
    let rows: Vec<RollupRow> = months.into_rows().into_iter().map(written_and_read).collect();
    let mut periods: Vec<Period> = rows.iter().map(|row| row.period).collect();
    periods.dedup();
    let whole: Vec<RollupRow> = rows.iter().map(|row| RollupRow { period: periods[0], ..row.clone() }).collect();
    let mut figures = Figures::new();
    for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
        let mut ask = |periods: &[Period], rows: &[RollupRow], label: fn(Period) -> Option<Period>| {
            let (viewer, parties) = (Viewer::privileged(), [] as [Membership; 0]);
            let request = Request {
                kpis: &kpis,
                periods,
                by,
                parties: &parties,
                viewer: &viewer,
                contributions: false,
                today: None,
            };
            for cell in scorecard(&request, rows) {
                figures.insert((cell.kpi.0.as_u128(), cell.scope, label(cell.period)), cell);
            }
        };
        ask(&periods, &rows, Some);
        ask(&periods[..1], &whole, |_| None);
    }
    figures
}

fn written_and_read(row: RollupRow) -> RollupRow {
    RollupRow { bucket: Bucket::decode(&row.bucket.encode()).unwrap(), ..row }
}

fn near(shown: Decimal, expected: &str, tolerance: f64) {
    let expected: f64 = expected.parse().unwrap();
    assert!((shown.approximate() - expected).abs() <= tolerance, "{shown} is not {expected}");
}

/// Holds every line of the expected scorecard against the figures; answers how many lines there were.
fn compare(figures: &Figures, expected: &str) -> usize {
    let some = |text: &str| (text != "*").then(|| id(text));
    for line in expected.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let [month, company, service, incidents, sla_good, sla_total, kept, hand_overs, resolved, mean, p50, p90] =
            columns[..]
        else {
            panic!("{line}")
        };
        let scope = Scope { company: some(company).map(CompanyId), service: some(service).map(ServiceId) };
        let month = (month != "all").then(|| Period::parse(month).unwrap());
        let find = |kpi| figures.get(&(kpi, scope, month)).map(|cell| cell.shown.unwrap());
        let exact = |text: &str| Decimal::parse(text).unwrap();
        let sla = find(SLA_MET).unwrap();
        assert_eq!((sla.numerator, sla.denominator), (Some(exact(sla_good)), exact(sla_total)), "{line}");
        let reopened = find(NOT_REOPENED).unwrap();
        assert_eq!((reopened.numerator, reopened.denominator), (Some(exact(kept)), exact(incidents)), "{line}");
        assert_eq!(find(HAND_OVERS).unwrap().numerator, Some(exact(hand_overs)), "{line}");
        let count: u64 = resolved.parse().unwrap();
        if count == 0 {
            assert!(
                [HOURS, HOURS_P50, HOURS_P90].iter().all(|kpi| find(*kpi).is_none_or(|cell| cell.value.is_none())),
                "{line}"
            );
            continue;
        }
        assert_eq!(find(HOURS).unwrap().count, count, "{line}");
        near(find(HOURS).unwrap().value.unwrap(), mean, 1.000_001e-6);
        for (kpi, expected) in [(HOURS_P50, p50), (HOURS_P90, p90)] {
            let rounding = 0.000_051;
            let error = if count <= 512 { rounding } else { rounding + 0.01 * expected.parse::<f64>().unwrap() };
            near(find(kpi).unwrap().value.unwrap(), expected, error);
        }
    }
    expected.lines().count() - 1
}

#[test]
fn the_excerpt_gives_its_scorecard() {
    let measurements = include_str!("fixtures/uci_measurements/measurements.csv");
    let expected = include_str!("fixtures/uci_measurements/expected_scorecard.csv");
    assert_eq!(compare(&figures(measurements), expected), 23);
}

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("UCI_MEASUREMENTS").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/uci_measurements");
    named.or_else(|| beside.is_dir().then_some(beside))
}

#[test]
fn the_whole_log_gives_its_scorecard() {
    let Some(folder) = folder() else {
        eprintln!("skipped: the measurements are not here; name their folder in UCI_MEASUREMENTS");
        return;
    };
    let unpacked = Command::new("gzip").arg("-dc").arg(folder.join("measurements.csv.gz")).output().unwrap();
    assert!(unpacked.status.success(), "gzip cannot unpack the measurements");
    let measurements = String::from_utf8(unpacked.stdout).unwrap();
    assert_eq!(measurements.lines().count(), 98_117);
    let expected = std::fs::read_to_string(folder.join("expected_scorecard.csv")).unwrap();
    assert_eq!(compare(&figures(&measurements), &expected), expected.lines().count() - 1);
}
