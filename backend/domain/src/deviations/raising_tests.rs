//! What data do to a deviation in every state, and that they do it once.

use super::super::Figures;
use super::super::fixtures::*;
use super::*;
use crate::kernel::Decimal;

fn outcome((deviation, change): (Deviation, Option<Change>)) -> (&'static str, Option<Change>) {
    (deviation.state.name(), change)
}

#[test]
fn every_figure_in_every_state() {
    use Change::{Cleared, Reopened, Restated};
    type Told = (&'static str, Option<Change>);
    #[rustfmt::skip]
    let expected: Vec<(&str, [Told; 4])> = vec![
        //                 the same              another value                   silence                          met
        ("open",          [("open", None),       ("open", Some(Restated)),       ("open", Some(Restated)),       ("closed", Some(Cleared))]),
        ("accepted",      [("reviewed", None),   ("reviewed", Some(Restated)),   ("reviewed", Some(Restated)),   ("closed", Some(Cleared))]),
        ("waived",        [("reviewed", None),   ("open", Some(Reopened)),       ("open", Some(Reopened)),       ("closed", Some(Cleared))]),
        ("disputed",      [("reviewed", None),   ("open", Some(Reopened)),       ("open", Some(Reopened)),       ("closed", Some(Cleared))]),
        ("acting",        [("acting", None),     ("acting", Some(Restated)),     ("acting", Some(Restated)),     ("closed", Some(Cleared))]),
        ("verifying",     [("verifying", None),  ("verifying", Some(Restated)),  ("verifying", Some(Restated)),  ("closed", Some(Cleared))]),
        ("verified",      [("closed", None),     ("closed", Some(Restated)),     ("closed", Some(Restated)),     ("closed", None)]),
        ("waived_closed", [("closed", None),     ("closed", Some(Restated)),     ("open", Some(Reopened)),       ("closed", None)]),
        ("cleared",       [("open", Some(Reopened)), ("open", Some(Reopened)),   ("open", Some(Reopened)),       ("closed", None)]),
    ];
    let figures = [Some(90), Some(91), None, Some(95)].map(|value| figure("2026-03", value));
    for ((name, deviation), (expected_name, row)) in in_every_state().into_iter().zip(expected) {
        assert_eq!(name, expected_name);
        let found = figures.each_ref().map(|cell| outcome(deviation.clone().reassess(cell, true, moment(9))));
        assert_eq!(found, row, "{name}");
        for cell in &figures {
            let (once, _) = deviation.clone().reassess(cell, true, moment(9));
            assert_eq!(
                once.clone().reassess(cell, true, moment(10)),
                (once, None),
                "{name}: the same again is nothing"
            );
        }
    }
}

#[test]
fn a_running_period_is_only_ever_at_risk() {
    let verdicts =
        [CellVerdict::Met, CellVerdict::Missed, CellVerdict::NoData, CellVerdict::AtRisk, CellVerdict::NoTarget];
    let raised = |ended| {
        verdicts.map(|verdict| {
            Deviation::raise(id(1), id(7), &cell("2026-03", Some(90), verdict), ended).map(|raised| raised.kind)
        })
    };
    use DeviationKind::{AtRisk, Missed, NoData};
    assert_eq!(raised(false), [None, None, None, Some(AtRisk), None]);
    assert_eq!(raised(true), [None, Some(Missed), Some(NoData), Some(Missed), None]);
    for verdict in verdicts {
        let running = missed().reassess(&cell("2026-03", Some(96), verdict), false, moment(9));
        assert_eq!(running, (missed(), None), "{verdict:?}");
    }
}

#[test]
fn a_risk_becomes_a_miss_or_clears_when_its_period_ends() {
    let risk = Deviation::raise(id(60), id(7), &cell("2026-03", Some(80), CellVerdict::AtRisk), false).unwrap();
    let (over, change) = risk.clone().reassess(&figure("2026-03", Some(90)), true, moment(31));
    assert_eq!((over.kind, change), (DeviationKind::Missed, Some(Change::Restated)));
    assert_eq!((over.figures.value, over.restated), (Some(Decimal::whole(90)), None));
    let (met, change) = risk.reassess(&figure("2026-03", Some(95)), true, moment(31));
    assert_eq!((met.state.name(), change), ("closed", Some(Change::Cleared)));
}

#[test]
fn a_correction_stands_beside_what_the_group_saw_and_goes_when_taken_back() {
    let (restated, _) = missed().reassess(&figure("2026-03", Some(91)), true, moment(9));
    assert_eq!(restated.figures.value, Some(Decimal::whole(90)));
    assert_eq!(restated.restated.as_ref().and_then(|now| now.value), Some(Decimal::whole(91)));
    let (back, change) = restated.reassess(&figure("2026-03", Some(90)), true, moment(10));
    assert_eq!((back, change), (missed(), Some(Change::Restated)));
}

#[test]
fn a_withdrawn_target_clears_nothing() {
    let unpromised = AssessedCell {
        figures: Figures { target: None, ..figure("2026-03", Some(90)).figures },
        ..cell("2026-03", Some(90), CellVerdict::NoTarget)
    };
    assert_eq!(missed().reassess(&unpromised, true, moment(9)), (missed(), None));
}

#[test]
fn a_waiver_is_final_when_a_later_period_is_assessed() {
    for (name, deviation) in in_every_state() {
        for (label, later) in
            [("2026-02", false), ("2026-03", false), ("2026-Q1", false), ("2026-04", true), ("2026-W20", true)]
        {
            let (_, change) = deviation.clone().settle(period(label), moment(9));
            assert_eq!(change, (later && name == "waived").then_some(Change::Waived), "{name} {label}");
        }
    }
}

#[test]
fn a_proof_closes_or_escalates_only_what_is_being_verified() {
    for (name, deviation) in in_every_state() {
        for action in [70, 71] {
            let tied = name == "verifying" && action == 70;
            let (closed, change) = deviation.clone().prove(id(action), true, moment(9));
            assert_eq!(change, tied.then_some(Change::Verified), "{name}");
            assert_eq!(closed.level, 1);
            let (open, change) = deviation.clone().prove(id(action), false, moment(9));
            assert_eq!(change, tied.then_some(Change::Escalated), "{name}");
            if tied {
                assert_eq!((open.state, open.level, open.failed), (State::Open, 2, vec![id(70)]));
            } else {
                assert_eq!(open, deviation);
            }
        }
    }
}

#[test]
fn only_the_action_at_work_takes_its_deviation_into_verification() {
    for (name, deviation) in in_every_state() {
        for action in [70, 71] {
            let (after, change) = deviation.clone().verify(id(action));
            let tied = name == "acting" && action == 70;
            assert_eq!(change, tied.then_some(Change::Verifying), "{name}");
            assert_eq!(after == deviation, !tied, "{name}");
        }
    }
}
