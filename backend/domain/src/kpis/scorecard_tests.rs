//! Scorecards: every scope that owes a figure has a cell, joint figures follow their method, and verdicts are three-valued.

use super::super::samples::{decimal, kpi, parties, ratio, service, target, values};
use super::super::{Direction, JointMethod, KpiKind};
use super::*;

/// What to ask; the rest is the steward's view with contributions of five parties.
struct Ask<'a> {
    kpi: &'a Kpi,
    periods: &'a [&'a str],
    by: By,
    today: Option<&'a str>,
}

impl Ask<'_> {
    fn of<'a>(kpi: &'a Kpi, periods: &'a [&'a str], by: By) -> Ask<'a> {
        Ask { kpi, periods, by, today: None }
    }

    fn cells(&self, rows: &[RollupRow]) -> Vec<Cell> {
        let periods: Vec<Period> = self.periods.iter().map(|label| label.parse().unwrap()).collect();
        let request = Request {
            kpis: std::slice::from_ref(self.kpi),
            periods: &periods,
            by: self.by,
            parties: &parties(5),
            viewer: &Viewer::privileged(),
            contributions: true,
            today: self.today.map(|date| date.parse().unwrap()),
        };
        scorecard(&request, rows)
    }

    /// `period scope value numerator/denominator standing contribution`, one line for each cell.
    fn lines(&self, rows: &[RollupRow]) -> Vec<String> {
        self.cells(rows).iter().map(line).collect()
    }
}

fn line(cell: &Cell) -> String {
    let last = |id: uuid::Uuid| (id.as_u128() & 0xFF).to_string();
    let company = cell.scope.company.map_or("*".into(), |id| last(id.0));
    let service = cell.scope.service.map_or("*".into(), |id| last(id.0));
    let figure = cell.shown.unwrap();
    let text = |number: Option<Decimal>| number.map_or("-".into(), |number| number.to_string());
    let standing = match (figure.standing, figure.warning, figure.at_risk) {
        (Some(Standing::Met), false, false) => "met",
        (Some(Standing::Met), true, false) => "warning",
        (Some(Standing::Missed), _, false) => "missed",
        (Some(Standing::Missed), _, true) => "at-risk",
        (Some(Standing::NoData), ..) => "no-data",
        (None, ..) => "no-target",
        other => panic!("{other:?}"),
    };
    format!(
        "{} {company}/{service} {} {}/{} {standing} {}",
        cell.period,
        text(figure.value),
        text(figure.numerator),
        figure.denominator,
        text(figure.contribution.map(|part| part.value)),
    )
}

fn promised(kind: KpiKind, direction: Direction, joint: JointMethod, value: &str) -> Kpi {
    Kpi { targets: vec![target(Scope::JOINT, value, "2025-01-01")], ..kpi(kind, direction, joint) }
}

#[test]
fn a_pooled_ratio_on_every_axis() {
    let mut kpi = promised(KpiKind::Ratio, Direction::Higher, JointMethod::Pooled, "0.9");
    kpi.reporters.truncate(3);
    kpi.reporters[1].services = vec![service(1), service(2)];
    let rows = [
        ratio(&kpi, "2026-03-02", 1, 1, 8, 10),
        ratio(&kpi, "2026-03-30", 1, 2, 10, 10),
        ratio(&kpi, "2026-03-05", 2, 1, 19, 20),
        ratio(&kpi, "2026-02-28", 2, 1, 0, 99),
    ];
    assert_eq!(Ask::of(&kpi, &["2026-03"], By::Joint).lines(&rows), ["2026-03 */* 0.925 37/40 met -"]);
    assert_eq!(
        Ask::of(&kpi, &["2026-03"], By::Company).lines(&rows),
        ["2026-03 1/* 0.9 18/20 met 0", "2026-03 2/* 0.95 19/20 met -0.025", "2026-03 3/* - -/0 no-data 0"]
    );
    assert_eq!(
        Ask::of(&kpi, &["2026-03"], By::Service).lines(&rows),
        ["2026-03 */1 0.9 27/30 met 0", "2026-03 */2 1 10/10 met -0.025"]
    );
    assert_eq!(
        Ask::of(&kpi, &["2026-03"], By::CompanyService).lines(&rows),
        [
            "2026-03 1/1 0.8 8/10 missed 0.025",
            "2026-03 1/2 1 10/10 met -0.025",
            "2026-03 2/1 0.95 19/20 met -0.025",
            "2026-03 2/2 - -/0 no-data -",
        ]
    );
}

#[test]
fn silence_is_no_data_and_never_a_hundred_percent() {
    let kpi = promised(KpiKind::Ratio, Direction::Higher, JointMethod::Pooled, "0.9");
    let joint = |rows: &[RollupRow]| Ask::of(&kpi, &["2026-03"], By::Joint).lines(rows);
    assert_eq!(joint(&[]), ["2026-03 */* - -/0 no-data -"]);
    assert_eq!(joint(&[ratio(&kpi, "2026-03", 1, 1, 0, 0)]), ["2026-03 */* - 0/0 no-data -"]);
    let cells = Ask::of(&kpi, &["2026-03"], By::Joint).cells(&[ratio(&kpi, "2026-03", 1, 1, 1, 1)]);
    assert_eq!(cells[0].shown.unwrap().silent, 4);
}

#[test]
fn a_company_owes_figures_for_the_periods_it_is_bound_for() {
    let kpi = promised(KpiKind::Sum, Direction::Lower, JointMethod::Pooled, "9");
    let mut bound = parties(2);
    bound[0].joins = "2026-02-02".parse().unwrap();
    bound[1].leaves = Some("2026-03-31".parse().unwrap());
    let periods = ["2026-02", "2026-03", "2026-04"].map(|label| label.parse().unwrap());
    let viewer = Viewer::privileged();
    let request = Request {
        kpis: std::slice::from_ref(&kpi),
        periods: &periods,
        by: By::Company,
        parties: &bound,
        viewer: &viewer,
        contributions: false,
        today: None,
    };
    let cells = scorecard(&request, &[values(&kpi, "2026-03", 4, 1, &["1"])]);
    let shown: Vec<String> = cells.iter().map(line).collect();
    assert_eq!(
        shown,
        [
            "2026-03 1/* - -/0 no-data -",
            "2026-04 1/* - -/0 no-data -",
            "2026-02 2/* - -/0 no-data -",
            "2026-03 4/* 1 1/1 no-target -",
        ]
    );
}

#[test]
fn every_method_combines_the_companies() {
    use JointMethod::{AllMust, Pooled, Series, Weighted, Worst};
    let joint = |method, parts: &[(i32, i32)]| {
        let mut kpi = promised(KpiKind::Ratio, Direction::Higher, method, "0.8");
        kpi.reporters.truncate(3);
        let row =
            |(place, (good, total)): (usize, &(i32, i32))| ratio(&kpi, "2026-03", place as u128 + 1, 1, *good, *total);
        let rows: Vec<RollupRow> = parts.iter().enumerate().map(row).collect();
        Ask::of(&kpi, &["2026-03"], By::Joint).lines(&rows).remove(0).replace("2026-03 */* ", "")
    };
    let all = [(9, 10), (80, 100), (7, 10)];
    for (method, parts, line) in [
        (Pooled, &all[..], "0.8 96/120 met -"),
        (Weighted, &all, "0.8 -/3 met -"),
        (Worst, &all, "0.7 -/3 missed -"),
        (Series, &all, "0.504 -/3 missed -"),
        (AllMust, &all, "0.666667 2/3 missed -"),
        (Weighted, &all[..2], "0.85 -/2 met -"),
        (Worst, &all[..2], "0.8 -/2 met -"),
        (Series, &all[..2], "- -/2 no-data -"),
        (AllMust, &all[..2], "- 2/3 no-data -"),
        (AllMust, &[(1, 1), (1, 2)], "0.333333 1/3 missed -"),
        (AllMust, &[], "- 0/3 no-data -"),
    ] {
        assert_eq!(joint(method, parts), line, "{method:?} {parts:?}");
    }
}

#[test]
fn other_kpis_read_the_same_facts() {
    let mean = promised(KpiKind::Mean, Direction::Lower, JointMethod::Pooled, "5");
    let p90 = KpiKind::Quantile(decimal("0.9"));
    let p90 = Kpi {
        id: KpiId(uuid::Uuid::from_u128(9)),
        facts_of: Some(mean.id),
        ..promised(p90, Direction::Lower, JointMethod::Pooled, "5")
    };
    let rows = [values(&mean, "2026-03-01", 1, 1, &["1", "2", "3"]), values(&mean, "2026-03-02", 2, 1, &["10"])];
    assert_eq!(Ask::of(&mean, &["2026-03"], By::Joint).lines(&rows), ["2026-03 */* 4 16/4 met -"]);
    assert_eq!(Ask::of(&p90, &["2026-03"], By::Joint).lines(&rows), ["2026-03 */* 10 -/4 missed -"]);
}

#[test]
fn a_running_period_is_at_risk_when_perfection_comes_too_late() {
    let kpi = promised(KpiKind::Ratio, Direction::Higher, JointMethod::Pooled, "0.9");
    let rows = [ratio(&kpi, "2026-04-01", 1, 1, 80, 100)];
    let on = |today| Ask { today: Some(today), ..Ask::of(&kpi, &["2026-04"], By::Joint) }.lines(&rows).remove(0);
    assert!(on("2026-04-10").ends_with("missed -"), "9 days of 0.8 and 21 of 1 give 0.94");
    assert!(on("2026-04-16").ends_with("missed -"), "15 and 15 give 0.9 exactly");
    assert!(on("2026-04-17").ends_with("at-risk -"), "16 and 14 give less");
    assert!(on("2026-05-01").ends_with("missed -"), "a period that is over is no longer at risk");
    assert!(on("2026-04-01").ends_with("missed -"), "nor is one of which no day is over");
}

#[test]
fn all_must_is_at_risk_with_any_of_its_companies() {
    let kpi = promised(KpiKind::Ratio, Direction::Higher, JointMethod::AllMust, "0.9");
    let rows = [ratio(&kpi, "2026-04-01", 1, 1, 80, 100), ratio(&kpi, "2026-04-01", 2, 1, 1, 1)];
    let ask = Ask { today: Some("2026-04-29"), ..Ask::of(&kpi, &["2026-04"], By::Joint) };
    assert!(ask.lines(&rows)[0].ends_with("at-risk -"));
}

#[test]
fn a_week_over_the_turn_of_the_year_is_merged_from_its_days() {
    let kpi = promised(KpiKind::Sum, Direction::Lower, JointMethod::Pooled, "9");
    let day = |label: &str| values(&kpi, label, 1, 1, &["1"]);
    let rows = ["2025-12-28", "2025-12-29", "2026-01-01", "2026-01-04", "2026-01-05"].map(day);
    assert_eq!(Ask::of(&kpi, &["2026-W01"], By::Joint).lines(&rows), ["2026-W01 */* 3 3/3 met -"]);
}
