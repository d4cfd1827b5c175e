//! Assessing: what is frozen, raised, restated and judged; and that the same again decides nothing.

use super::super::fixtures::*;
use super::super::{CellVerdict, DeviationKind};
use super::*;
use crate::kernel::Decimal;
use crate::kpis::Scope;
use proptest::prelude::*;

fn books(label: &str, cells: Vec<AssessedCell>) -> Books {
    let (agreement, period) = (id(7), period(label));
    Books { agreement, period, ended: true, at: moment(70), cells, frozen: vec![], deviations: vec![], actions: vec![] }
}

fn ids() -> impl FnMut() -> DeviationId {
    let mut next = 600;
    move || {
        next += 1;
        id(next)
    }
}

fn changes(assessment: &Assessment) -> Vec<(String, Vec<Change>)> {
    let named = |changed: &Changed| (changed.deviation.period.to_string(), changed.changes.clone());
    assessment.deviations.iter().map(named).collect()
}

/// What the outcome makes of the books.
fn kept(mut books: Books, outcome: &Assessment) -> Books {
    books.frozen.extend(outcome.freeze.iter().cloned());
    for Changed { deviation, .. } in &outcome.deviations {
        books.deviations.retain(|known| known.id != deviation.id);
        books.deviations.push(deviation.clone());
    }
    for action in &outcome.actions {
        books.actions.retain(|known| known.id != action.id);
        books.actions.push(action.clone());
    }
    books
}

fn of_company(company: u128, cell: AssessedCell) -> AssessedCell {
    AssessedCell { scope: Scope::company(id(company)), ..cell }
}

#[test]
fn an_ended_period_is_frozen_whole_and_raises_what_was_missed_or_silent() {
    let cells = vec![
        of_company(1, figure("2026-03", Some(96))),
        of_company(2, figure("2026-03", Some(90))),
        of_company(3, figure("2026-03", None)),
        of_company(4, cell("2026-03", Some(1), CellVerdict::NoTarget)),
    ];
    let outcome = books("2026-03", cells.clone()).assess(ids());
    assert_eq!(outcome.freeze, cells);
    let raised: Vec<_> =
        outcome.deviations.iter().map(|raised| (raised.deviation.scope, raised.deviation.kind)).collect();
    assert_eq!(raised, [(cells[1].scope, DeviationKind::Missed), (cells[2].scope, DeviationKind::NoData)]);
    assert!(outcome.deviations.iter().all(|raised| raised.changes == [Change::Raised]));
    assert_eq!((outcome.restated, outcome.actions), (vec![], vec![]));
}

#[test]
fn a_running_period_freezes_nothing_and_shows_only_risks() {
    let cells = vec![
        of_company(1, figure("2026-03", Some(90))),
        of_company(2, cell("2026-03", Some(80), CellVerdict::AtRisk)),
        of_company(3, figure("2026-03", None)),
    ];
    let running = Books { ended: false, ..books("2026-03", cells) };
    let outcome = running.clone().assess(ids());
    assert_eq!((outcome.freeze.len(), outcome.deviations.len()), (0, 1));
    assert_eq!(outcome.deviations[0].deviation.kind, DeviationKind::AtRisk);
    assert_eq!(kept(running, &outcome).assess(ids()), Assessment::default());
}

#[test]
fn a_correction_is_a_restatement_beside_the_frozen_figure() {
    let first = books("2026-03", vec![figure("2026-03", Some(96))]);
    let frozen = kept(first.clone(), &first.assess(ids()));
    let now = figure("2026-03", Some(90));
    let outcome = Books { cells: vec![now.clone()], ..frozen.clone() }.assess(ids());
    assert_eq!(outcome.freeze, []);
    let then = figure("2026-03", Some(96));
    assert_eq!(outcome.restated, [Restatement { key: now.key(), then, now }]);
    assert_eq!(changes(&outcome), [("2026-03".to_owned(), vec![Change::Raised])]);
}

#[test]
fn a_later_period_proves_an_action_and_makes_a_waiver_final() {
    let (action, at_work) = acting();
    let mut waived = Deviation { id: id(61), ..missed() }.review(waive(), by(2, 20)).unwrap();
    waived.scope = Scope::JOINT;
    let april = Books {
        actions: vec![action],
        deviations: vec![at_work, waived],
        ..books("2026-04", vec![figure("2026-04", Some(93))])
    };
    let outcome = april.clone().assess(ids());
    let march = |change| ("2026-03".to_owned(), vec![change]);
    let missed_target = ("2026-04".to_owned(), vec![Change::Raised]);
    assert_eq!(changes(&outcome), [march(Change::Waived), march(Change::Verifying), missed_target]);
    let may = Books { period: period("2026-05"), cells: vec![figure("2026-05", Some(97))], ..kept(april, &outcome) };
    let outcome = may.assess(ids());
    assert_eq!(changes(&outcome), [march(Change::Verified)]);
    assert_eq!(outcome.actions[0].state.name(), "succeeded");
}

#[test]
fn a_proof_rests_on_the_frozen_figure_not_on_its_correction() {
    let (action, at_work) = acting();
    let frozen = vec![figure("2026-04", Some(93))];
    let corrected = vec![figure("2026-04", Some(80))];
    let outcome =
        Books { actions: vec![action], deviations: vec![at_work], frozen, ..books("2026-04", corrected) }.assess(ids());
    assert_eq!(outcome.actions[0].state.name(), "verifying");
    assert_eq!(outcome.restated[0].now.figures.value, Some(Decimal::whole(80)));
}

#[test]
fn a_failed_action_and_a_restated_figure_of_the_same_deviation_are_told_in_order() {
    let (action, at_work) = acting();
    let frozen = vec![figure("2026-03", Some(90)), figure("2026-04", Some(10))];
    let march = Books {
        actions: vec![action],
        deviations: vec![at_work],
        frozen,
        ..books("2026-03", vec![figure("2026-03", Some(91))])
    };
    let outcome = march.assess(ids());
    let expected = vec![Change::Restated, Change::Verifying, Change::Escalated];
    assert_eq!(changes(&outcome), [("2026-03".to_owned(), expected)]);
    assert_eq!(outcome.deviations[0].deviation.level, 2);
}

fn any_cell() -> impl Strategy<Value = AssessedCell> {
    (1_u128..5, prop::option::of(85..100_i32))
        .prop_map(|(company, value)| of_company(company, figure("2026-03", value)))
}

proptest! {
    #[test]
    fn the_same_again_decides_nothing_and_order_does_not_matter(
        (cells, shuffled) in prop::collection::btree_map(1_u128..6, prop::option::of(85..100_i32), 0..6).prop_flat_map(|values| {
            let cells: Vec<_> = values.into_iter().map(|(company, value)| of_company(company, figure("2026-03", value))).collect();
            (Just(cells.clone()), Just(cells).prop_shuffle())
        }),
    ) {
        let first = books("2026-03", cells);
        let outcome = first.clone().assess(ids());
        prop_assert_eq!(&Books { cells: shuffled, ..first.clone() }.assess(ids()), &outcome);
        prop_assert_eq!(kept(first, &outcome).assess(ids()), Assessment::default());
    }

    #[test]
    fn however_figures_are_corrected_each_has_one_deviation_open_exactly_while_it_is_missed(
        rounds in prop::collection::vec(prop::collection::vec(any_cell(), 0..5), 1..6),
    ) {
        let mut now = books("2026-03", vec![]);
        let mut next = ids();
        let mut latest = BTreeMap::new();
        for cells in rounds {
            for cell in cells.iter().rev() {
                latest.insert(cell.key(), cell.clone());
            }
            now.cells = cells;
            let outcome = now.clone().assess(&mut next);
            now = kept(now, &outcome);
            let keys: BTreeSet<Key> = now.deviations.iter().map(Deviation::key).collect();
            prop_assert_eq!(keys.len(), now.deviations.len());
            for cell in latest.values() {
                let known = now.deviations.iter().find(|known| known.key() == cell.key());
                let open = known.is_some_and(|known| known.state.name() == "open");
                prop_assert_eq!(open, cell.verdict != CellVerdict::Met);
            }
        }
    }
}
