//! What later periods make of an action and its deviation.

use super::super::fixtures::*;
use super::*;
use crate::kernel::Decimal;

fn judged(figures: &[(&str, Option<i32>)]) -> (Action, Deviation, Vec<Change>) {
    let (action, deviation) = acting();
    let cells: Vec<_> = figures.iter().map(|(label, value)| figure(label, *value)).collect();
    action.judge(deviation, &cells, moment(70))
}

#[test]
fn later_periods_close_or_escalate() {
    use Change::{Escalated, Verified, Verifying};
    type Case<'a> = (&'a [(&'a str, Option<i32>)], &'a str, &'a str, u32, &'a [Change]);
    let cases: &[Case] = &[
        (&[], "acting", "acting", 1, &[]),
        (&[("2026-03", Some(99))], "acting", "acting", 1, &[]),
        (&[("2026-04", Some(93))], "verifying", "verifying", 1, &[Verifying]),
        (&[("2026-04", Some(93)), ("2026-05", Some(92))], "succeeded", "closed", 1, &[Verifying, Verified]),
        (&[("2026-04", Some(91))], "failed", "open", 2, &[Verifying, Escalated]),
        (&[("2026-04", Some(99)), ("2026-05", None)], "failed", "open", 2, &[Verifying, Escalated]),
    ];
    for (figures, action_state, deviation_state, level, expected) in cases {
        let (action, deviation, changes) = judged(figures);
        assert_eq!((action.state.name(), deviation.state.name()), (*action_state, *deviation_state), "{figures:?}");
        assert_eq!((deviation.level, changes.as_slice()), (*level, *expected), "{figures:?}");
    }
}

#[test]
fn a_failure_names_its_period_and_links_the_deviation_to_the_action() {
    let (action, deviation, _) = judged(&[("2026-04", Some(91))]);
    let value = Some(Decimal::whole(91));
    assert_eq!(action.state, ActionState::Failed { at: moment(70), period: period("2026-04"), value });
    assert_eq!(deviation.failed, [id(70)]);
}

#[test]
fn the_last_task_done_begins_the_verification() {
    let (action, deviation) = acting();
    let (action, deviation) = action.complete(deviation, id(80), "roster", by(2, 20)).unwrap();
    assert_eq!((action.state.name(), deviation.state.name()), ("acting", "acting"));
    let (action, deviation) = action.complete(deviation, id(81), "ticket 12", by(3, 30)).unwrap();
    assert_eq!((action.state.name(), deviation.state.name()), ("verifying", "verifying"));
    assert_eq!(codes(action.complete(deviation, id(81), "again", by(3, 30))), ["ACTION_TASK_DONE"]);
}

#[test]
fn a_deviation_cleared_meanwhile_stays_cleared_whatever_becomes_of_the_action() {
    let (action, deviation) = acting();
    let (cleared, _) = deviation.reassess(&figure("2026-03", Some(96)), true, moment(9));
    let figures = figure("2026-04", Some(50));
    let (failed, after, changes) = action.judge(cleared.clone(), [&figures], moment(70));
    assert_eq!((failed.state.name(), after, changes), ("failed", cleared, vec![]));
}

#[test]
fn what_has_ended_or_not_begun_is_not_judged() {
    let figures = figure("2026-04", Some(50));
    let (agreed, deviation) = agreed();
    let (after, _, changes) = agreed.clone().judge(deviation, [&figures], moment(70));
    assert_eq!((after, changes), (agreed, vec![]));
    let (failed, open, _) = judged(&[("2026-04", Some(91))]);
    let (again, same, changes) = failed.clone().judge(open.clone(), [&figures], moment(71));
    assert_eq!((again, same, changes), (failed, open, vec![]));
}
