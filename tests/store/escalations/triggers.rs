//! What happened raises what the agreement says, once as long as it is open.

use crate::support::{
    cases::{Desk, LEA},
    deviations::MIRA,
    escalations::laddered,
    world::both,
};
use concordat_domain::escalations::trigger_name;
use concordat_service::{cases, deviations, escalations};
use serde_json::json;

/// Each escalation: what began it, who is to answer, its level from 1 on.
fn raised(desk: &Desk<'_>) -> Vec<String> {
    let all = desk.escalations();
    let told = |it: &concordat_domain::escalations::Escalation| {
        let company = &desk.terms.company(it.matter.company).unwrap().code;
        format!("{} {company} {}", trigger_name(&it.matter.trigger), it.level() + 1)
    };
    all.iter().map(|view| told(&view.escalation)).collect()
}

fn pass(desk: &Desk<'_>) {
    cases::fire_due(&desk.world.database).unwrap();
    desk.follow();
}

#[test]
fn a_broken_promise_is_raised_and_what_has_been_kept_meanwhile_is_not() {
    both(|world| {
        let desk = laddered(world);
        let case = desk.open(&json!({ "priority": "critical" }));
        desk.follow();
        assert_eq!(raised(&desk), [""; 0]);
        desk.at("12:00");
        // response and resolution are both broken; the response came before anybody looked
        let case = desk.tell(LEA, "respondToCase", &case, &json!({}));
        pass(&desk);
        assert_eq!(raised(&desk), ["no_resolution meridian 1"], "a company's own clock raises nothing");
        pass(&desk);
        let found = desk.escalations().remove(0).escalation;
        let fact = |name: &str| found.matter.facts.iter().find(|fact| fact.name == name).map(|fact| fact.value.clone());
        assert_eq!(fact("priority").as_deref(), Some("critical"));
        assert!(fact("was_due_at").is_some() && fact("holder").is_some(), "{:?}", found.matter.facts);
        assert_eq!(found.matter.customer, Some(desk.company_id("arnau")));
        desk.tell(LEA, "resolveCase", &case, &json!({}));
        desk.at("16:30");
        escalations::climb_due(&world.database).unwrap();
        assert_eq!(raised(&desk), ["no_resolution meridian 2"], "only an answer ends it");
    });
}

#[test]
fn a_complaint_a_second_reopening_and_an_unanswered_offer_are_raised() {
    both(|world| {
        let desk = laddered(world);
        let case = desk.open(&json!({ "kind": "COMPLAINT" }));
        desk.follow();
        assert_eq!(raised(&desk), ["red_flag meridian 1"]);
        let mut case = case;
        for round in 1..=3 {
            desk.at(&format!("08:{round}1"));
            case = desk.tell(LEA, "resolveCase", &case, &json!({}));
            desk.at(&format!("08:{round}2"));
            case = desk.tell(LEA, "reopenCase", &case, &json!({ "reason": "It is back." }));
            desk.follow();
            assert_eq!(raised(&desk).len(), if round == 1 { 1 } else { 2 }, "after {round}");
        }
        assert_eq!(raised(&desk)[1], "reopened meridian 1");
        desk.at("08:40");
        let case = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
        desk.at("09:30");
        pass(&desk);
        let offered = raised(&desk).into_iter().find(|it| it.starts_with("hand_over"));
        assert_eq!(offered.as_deref(), Some("hand_over_unaccepted nordlicht 1"));
        desk.tell(MIRA, "acceptCase", &case, &json!({}));
        let came: Vec<_> = desk.escalations().into_iter().flat_map(|view| view.escalation.holders()).collect();
        assert!(came.contains(&desk.terms.person_at(MIRA).unwrap().id), "whom the path names for nordlicht");
    });
}

#[test]
fn an_overdue_task_is_told_of_once_and_raised() {
    use crate::support::deviations::Group;
    both(|world| {
        let agreement = world.active(&crate::support::escalations::file());
        let desk = Desk::of_agreement(world, agreement);
        world.at("2026-04-03T08:00:00Z");
        let group = Group { world, agreement, terms: desk.terms.clone() };
        group.assess("2026-03", 80);
        let action = group.started();
        let due = action.action.tasks[0].request.due;
        world.at(&format!("{due}T21:00:00Z"));
        assert_eq!(deviations::overdue_due(&world.database).unwrap(), 0, "the day is not over in Vienna");
        world.at(&format!("{due}T22:00:00Z"));
        assert_eq!(deviations::overdue_due(&world.database).unwrap(), 2);
        assert_eq!(deviations::overdue_due(&world.database).unwrap(), 0);
        desk.follow();
        let mut found = raised(&desk);
        found.sort();
        assert_eq!(found, ["action_overdue castor 1", "action_overdue nordlicht 1"]);
        let told = world.events(agreement).iter().filter(|kind| *kind == "task.overdue").count();
        assert_eq!(told, 2);
    });
}
