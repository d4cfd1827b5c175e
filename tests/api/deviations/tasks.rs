//! `acceptTask`, `declineTask` and `completeTask`: a company's own word.

use super::Asked;
use crate::support::{
    deviations::{Group, MIRA, OSKAR, TOVE},
    world::{World, both},
};
use concordat_domain::access::Verb;
use concordat_service::deviations::{self, ActionView};
use serde_json::json;

fn proposed(world: &World) -> (Group<'_>, ActionView) {
    let group = Group::new(world);
    group.assess("2026-03", 80);
    let proposed = group.on_action(TOVE, Verb::ActionPlan, &group.drafted(), deviations::propose).unwrap();
    (group, proposed)
}

#[test]
fn accept() {
    both(|world| {
        let (group, proposed) = proposed(world);
        let task = json!({ "task": super::task(&proposed, 0) });
        let asked = Asked::action("acceptTask", "AcceptTaskInput", &proposed, task);
        asked.hold(&group, TOVE, OSKAR, &["ACTION_STALE"]);
    });
}

#[test]
fn decline() {
    both(|world| {
        let (group, proposed) = proposed(world);
        let task = json!({ "task": super::task(&proposed, 0), "reason": "No staff before May." });
        let asked = Asked::action("declineTask", "DeclineTaskInput", &proposed, task);
        asked.hold(&group, TOVE, OSKAR, &["ACTION_STALE"]);
    });
}

#[test]
fn complete() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let started = group.started();
        let task = json!({ "task": super::task(&started, 0), "evidence": "The rota of April." });
        let asked = Asked::action("completeTask", "CompleteTaskInput", &started, task);
        let done = asked.hold(&group, MIRA, OSKAR, &["ACTION_STALE"]);
        assert_eq!(done["state"], "ACTING", "the other company's task is still open");
    });
}
