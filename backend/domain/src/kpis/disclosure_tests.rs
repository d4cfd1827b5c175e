//! No company's part can be worked out from what is shown, and figures of others leave no trace.

use super::super::samples::{company, kpi, parties, ratio, service, values};
use super::super::{By, Cell, Direction, JointMethod, KpiKind, Request, RollupRow, scorecard};
use super::*;
use proptest::prelude::*;

const MONTHS: [&str; 3] = ["2026-01", "2026-02", "2026-03"];

fn disclosed(kind: KpiKind, disclosure: Disclosure) -> Kpi {
    Kpi { disclosure, ..kpi(kind, Direction::Higher, JointMethod::Pooled) }
}

fn cells(kpi: &Kpi, viewer: &Viewer, by: By, labels: &[&str], contributions: bool, rows: &[RollupRow]) -> Vec<Cell> {
    let periods: Vec<Period> = labels.iter().map(|label| label.parse().unwrap()).collect();
    let (kpis, parties) = (std::slice::from_ref(kpi), parties(5));
    let request = Request { kpis, periods: &periods, by, parties: &parties, viewer, contributions, today: None };
    scorecard(&request, rows)
}

fn joint(kpi: &Kpi, viewer: &Viewer, label: &str, rows: &[RollupRow]) -> Result<(), Withheld> {
    cells(kpi, viewer, By::Joint, &[label], false, rows)[0].shown.map(|_| ())
}

#[test]
fn the_joint_figure_needs_three_companies_two_of_them_others() {
    let kpi = disclosed(KpiKind::Ratio, Disclosure::Joint);
    let rows: Vec<RollupRow> = (1..=3).map(|who| ratio(&kpi, "2026-03", who, 1, 1, 2)).collect();
    let of = |numbers: &[u128]| Viewer::of(numbers.iter().map(|number| company(*number)));
    let few = Err(Withheld::TooFewCompanies);
    for (viewer, rows, shown) in [
        (of(&[]), &rows[..], Ok(())),
        (of(&[1]), &rows, Ok(())),
        (of(&[1, 2]), &rows, few),
        (of(&[1]), &rows[..2], few),
        (of(&[9]), &rows[..2], few),
        (Viewer::privileged(), &rows[..1], Ok(())),
    ] {
        assert_eq!(joint(&kpi, &viewer, "2026-03", rows), shown, "{viewer:?}");
    }
    let idle = [rows[0].clone(), rows[1].clone(), ratio(&kpi, "2026-03", 3, 1, 0, 0)];
    assert_eq!(joint(&kpi, &of(&[]), "2026-03", &idle), few, "a total of nought hides nobody");
}

#[test]
fn a_longer_period_is_shown_when_all_its_months_are() {
    let kpi = disclosed(KpiKind::Ratio, Disclosure::Joint);
    let row = |label: &str, who| ratio(&kpi, label, who, 1, 1, 2);
    let mut rows: Vec<RollupRow> = (1..=3).map(|who| row("2026-01", who)).collect();
    let viewer = Viewer::of([company(1)]);
    assert_eq!(joint(&kpi, &viewer, "2026-Q1", &rows), Ok(()));
    assert_eq!(joint(&kpi, &viewer, "2026-W03", &rows), Err(Withheld::ShortPeriod));
    rows.push(row("2026-02", 2));
    assert_eq!(joint(&kpi, &viewer, "2026-01", &rows), Ok(()));
    assert_eq!(joint(&kpi, &viewer, "2026-Q1", &rows), Err(Withheld::TooFewCompanies));
}

#[test]
fn the_last_withheld_service_takes_another_with_it() {
    let kpi = disclosed(KpiKind::Ratio, Disclosure::Joint);
    let facts = [(1, 1), (2, 1), (3, 1), (4, 1), (1, 2), (2, 2), (3, 2), (4, 3)];
    let rows: Vec<RollupRow> = facts.iter().map(|(who, what)| ratio(&kpi, "2026-03", *who, *what, 1, 2)).collect();
    let shown = |rows: &[RollupRow]| -> Vec<Scope> {
        let cells = cells(&kpi, &Viewer::of([company(5)]), By::Service, &["2026-03"], false, rows);
        cells.into_iter().filter(|cell| cell.shown.is_ok()).map(|cell| cell.scope).collect()
    };
    assert_eq!(shown(&rows[..7]), [1, 2].map(|what| Scope::service(service(what))));
    assert_eq!(shown(&rows), [Scope::service(service(1))], "joint less service 1 and 2 would be company 4's");
}

const PRIME: u64 = 1_000_000_007;

/// Whether sums and differences of the rows give something in the `wanted` columns that no column of `others` blurs.
fn can_isolate(rows: &[Vec<u64>], others: &[usize], wanted: &[usize]) -> bool {
    let mut rows = rows.to_vec();
    let mut used = 0;
    for column in others {
        let Some(place) = (used..rows.len()).find(|place| rows[*place][*column] != 0) else { continue };
        rows.swap(used, place);
        let pivot = rows[used].clone();
        for row in &mut rows[used + 1..] {
            let factor = row[*column] * inverse(pivot[*column]) % PRIME;
            row.iter_mut().zip(&pivot).for_each(|(cell, top)| *cell = (*cell + (PRIME - factor) * top) % PRIME);
        }
        used += 1;
    }
    rows[used..].iter().any(|row| wanted.iter().any(|column| row[*column] != 0))
}

fn inverse(number: u64) -> u64 {
    let (mut result, mut base, mut left) = (1, number, PRIME - 2);
    while left > 0 {
        if left % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        left /= 2;
    }
    result
}

proptest! {
    #[test]
    fn nobody_can_be_worked_out_by_subtraction(
        facts in prop::collection::btree_set((1_u128..=5, 1_u128..=4, 0_usize..3), 0..40),
        own in prop::collection::btree_set(1_u128..=6, 0..3),
    ) {
        let kpi = disclosed(KpiKind::Sum, Disclosure::Joint);
        let atoms: Vec<(CompanyId, ServiceId, Period)> =
            facts.iter().map(|(who, what, when)| (company(*who), service(*what), MONTHS[*when].parse().unwrap())).collect();
        let rows: Vec<RollupRow> = facts.iter().map(|(who, what, when)| values(&kpi, MONTHS[*when], *who, *what, &["1"])).collect();
        let viewer = Viewer::of(own.into_iter().map(company));
        let mut known: Vec<Vec<u64>> = Vec::new();
        for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
            let labels = [&MONTHS[..], &["2026-Q1", "2026", "2026-W02", "2026-01-01"]].concat();
            for cell in cells(&kpi, &viewer, by, &labels, true, &rows).iter().filter(|cell| cell.shown.is_ok()) {
                let holds = |(who, what, when): &(CompanyId, ServiceId, Period)| {
                    cell.scope.company.is_none_or(|company| company == *who)
                        && cell.scope.service.is_none_or(|service| service == *what)
                        && cell.period.contains(when.first())
                };
                known.push(atoms.iter().map(|atom| u64::from(holds(atom))).collect());
            }
        }
        let columns = |wanted: &dyn Fn(CompanyId) -> bool| -> Vec<usize> {
            (0..atoms.len()).filter(|place| wanted(atoms[*place].0)).collect()
        };
        for victim in (1..=5).map(company).filter(|company| !viewer.companies.contains(company)) {
            let others = columns(&|of| of != victim && !viewer.companies.contains(&of));
            prop_assert!(!can_isolate(&known, &others, &columns(&|of| of == victim)), "{victim} is laid bare");
        }
    }

    #[test]
    fn figures_of_others_leave_no_trace(
        facts in prop::collection::btree_map((1_u128..=5, 1_u128..=3, 0_usize..3), 1_i32..9, 0..30),
        own in 1_u128..=5,
    ) {
        for (disclosure, axes) in [
            (Disclosure::Own, &[By::Joint, By::Company, By::Service, By::CompanyService][..]),
            (Disclosure::Joint, &[By::Company, By::CompanyService]),
        ] {
            let mut kpi = disclosed(KpiKind::Ratio, disclosure);
            kpi.reporters[2].services = vec![service(1), service(2)];
            let row = |((who, what, when), good): (&(u128, u128, usize), &i32)| ratio(&kpi, MONTHS[*when], *who, *what, *good, 9);
            let rows: Vec<RollupRow> = facts.iter().map(row).collect();
            let mine: Vec<RollupRow> = rows.iter().filter(|row| row.company == company(own)).cloned().collect();
            for by in axes {
                let seen = |rows: &[RollupRow]| cells(&kpi, &Viewer::of([company(own)]), *by, &["2026-01", "2026-Q1"], disclosure == Disclosure::Own, rows);
                prop_assert_eq!(seen(&rows), seen(&mine));
            }
        }
    }
}
