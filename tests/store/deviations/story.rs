//! From a missed month to its proof: one corrective action that works, and one that does not.

use crate::support::{
    deviations::{Group, PAUL, TOVE},
    world::{World, both},
};
use concordat_domain::{
    access::Verb,
    deviations::{ActionState, Closing, ReviewVerdict, State},
    kernel::AgreementId,
};
use concordat_service::{
    deviations::{self, ActionView},
    kernel::{No, Outcome},
};

fn codes<T>(outcome: Outcome<T>) -> Vec<String> {
    match outcome {
        Err(No::Refused(refusals)) => refusals.0.into_iter().map(|refusal| refusal.code.into_owned()).collect(),
        Err(other) => vec![other.to_string()],
        Ok(_) => Vec::new(),
    }
}

fn kinds(world: &World, agreement: AgreementId) -> Vec<String> {
    let events = world.events(agreement);
    events.into_iter().filter(|kind| !kind.starts_with("agreement.") && kind != "deviation.raised").collect()
}

#[test]
fn a_joint_action_is_closed_by_two_later_months() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let action = group.verifying();
        assert_eq!(action.action.state.name(), "verifying");
        assert_eq!(group.slip().deviation.state.name(), "verifying");
        world.at("2026-05-03T08:00:00Z");
        let april = group.assess("2026-04", 95);
        assert_eq!((april.frozen > 0, april.actions.len()), (true, 0), "one of two months proves nothing yet");
        world.at("2026-06-03T08:00:00Z");
        let may = group.assess("2026-05", 96);
        assert!(matches!(may.actions[0].state, ActionState::Succeeded { .. }));
        let closed = group.slip();
        let how = Closing::Verified { action: action.action.id };
        assert!(matches!(&closed.deviation.state, State::Closed { how: closing, .. } if *closing == how));
        assert_eq!(
            kinds(world, group.agreement),
            [
                "period.assessed",
                "deviation.reviewed",
                "action.drafted",
                "action.proposed",
                "action.consented",
                "action.consented",
                "task.accepted",
                "task.accepted",
                "action.started",
                "task.completed",
                "task.completed",
                "action.verifying",
                "deviation.verifying",
                "period.assessed",
                "period.assessed",
                "deviation.verified",
                "action.succeeded",
            ]
        );
    });
}

#[test]
fn an_action_that_fails_reopens_its_deviation_one_level_up() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let action = group.verifying();
        world.at("2026-05-03T08:00:00Z");
        let april = group.assess("2026-04", 85);
        assert!(matches!(april.actions[0].state, ActionState::Failed { .. }));
        let reopened = group.slip().deviation;
        assert_eq!((reopened.state, reopened.level, reopened.failed), (State::Open, 2, vec![action.action.id]));
    });
}

#[test]
fn a_plan_starts_only_with_every_consent_and_task() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let proposed = group.on_action(TOVE, Verb::ActionPlan, &group.drafted(), deviations::propose).unwrap();
        let started = group.on_action(PAUL, Verb::ActionPlan, &proposed, deviations::start);
        let (consent, task) = ("ACTION_CONSENT_MISSING", "ACTION_TASK_OPEN");
        assert_eq!(codes(started), [consent, consent, task, task]);
    });
}

#[test]
fn of_two_coordinators_at_once_one_wins() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let slip = group.slip();
        let verdicts = std::thread::scope(|scope| {
            let review = |who: &'static str| {
                let (group, slip) = (&group, &slip);
                scope.spawn(move || codes(group.review(who, slip, ReviewVerdict::Accept)))
            };
            let both = [review(PAUL), review(TOVE)];
            let mut verdicts = both.map(|one| one.join().unwrap());
            verdicts.sort();
            verdicts
        });
        assert_eq!(verdicts, [vec![], vec!["DEVIATION_STALE".to_owned()]]);
        assert_eq!(group.slip().revision, 2);
    });
}

#[test]
fn nobody_waives_the_figure_of_a_company_they_speak_for() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let waive = || ReviewVerdict::Waive { reason: "a storm".into() };
        assert_eq!(codes(group.review(TOVE, &group.slip(), waive())), ["DEVIATION_OWN_WAIVER"]);
        assert_eq!(codes(group.review(PAUL, &group.slip(), waive())), [""; 0]);
    });
}

#[test]
fn a_plan_names_figures_that_its_author_sees_and_tasks_of_parties() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let slip = group.slip();
        let plan = |change: &dyn Fn(&mut deviations::Plan)| {
            let mut plan = group.plan();
            change(&mut plan);
            let planned: Outcome<ActionView> = group.on_deviation(TOVE, Verb::ActionPlan, &slip, |tx, on, revision| {
                deviations::plan(tx, on, revision, &plan)
            });
            codes(planned)
        };
        let hidden = concordat_domain::kpis::Scope::company(group.company("castor"));
        assert_eq!(plan(&|plan| plan.criterion.kpi = group.kpi("visit-costs")), ["ACTION_FIGURE"]);
        assert_eq!(
            plan(&|plan| (plan.criterion.kpi, plan.criterion.scope) = (group.kpi("satisfaction"), hidden)),
            ["ACTION_FIGURE"]
        );
        assert_eq!(plan(&|plan| plan.tasks[0].owner = group.id_of(PAUL)), ["ACTION_TASK_OWNER"]);
        assert_eq!(plan(&|plan| plan.criterion.periods = 0), ["ACTION_CRITERION"]);
        assert_eq!(plan(&|_| ()), [""; 0]);
    });
}
