//! Corrective actions from `planCorrectiveAction` to `withdrawCorrectiveAction`.

use super::Asked;
use crate::support::{
    deviations::{Group, MIRA, PAUL, TOVE},
    world::{World, both},
};
use concordat::graphql::{
    companies,
    identity::PERSON,
    kernel::global_id::{GlobalId, Tag},
    kpis,
};
use concordat_domain::{access::Verb, deviations::ReviewVerdict, kernel::AgreementId};
use concordat_service::deviations;
use serde_json::{Value, json};
use uuid::Uuid;

fn assessed(world: &World) -> Group<'_> {
    let group = Group::new(world);
    group.assess("2026-03", 80);
    group
}

fn id(tag: Tag, agreement: AgreementId, own: Uuid) -> String {
    GlobalId::new(tag, agreement, own).encode().to_string()
}

fn criterion(group: &Group<'_>) -> Value {
    json!({
        "kpi": id(kpis::TAG, group.agreement, group.kpi("sla-met").0),
        "company": id(companies::TAG, AgreementId::INSTANCE, group.company("nordlicht").0),
        "measure": "AT_LEAST", "value": "0.9", "every": "MONTH", "after": "2026-04-01", "periods": 2,
    })
}

fn asked_of(group: &Group<'_>, company: &str, owner: &str) -> Value {
    json!({
        "company": id(companies::TAG, AgreementId::INSTANCE, group.company(company).0),
        "owner": id(PERSON, group.agreement, group.id_of(owner).0),
        "title": "Staff the night shift", "due": "2026-04-20",
    })
}

#[test]
fn plan() {
    both(|world| {
        let group = assessed(world);
        let accepted = group.review(PAUL, &group.slip(), ReviewVerdict::Accept).unwrap();
        let more = json!({
            "title": "Night shift", "criterion": criterion(&group), "tasks": [asked_of(&group, "nordlicht", MIRA)],
        });
        let on = Asked::deviation("planCorrectiveAction", "PlanCorrectiveActionInput", &accepted, more);
        let asked = Asked { noun: "correctiveAction", ..on };
        let done = asked.hold(&group, TOVE, MIRA, &[]);
        assert_eq!((&done["state"], &done["revision"]), (&json!("DRAFT"), &json!(1)));
        let edge = json!({ "criterion": super::with(criterion(&group), json!({ "value": null })) });
        assert_eq!(asked.refused(&group, TOVE, edge), ["ACTION_CRITERION"]);
        let owner = json!({ "tasks": [asked_of(&group, "castor", MIRA)] });
        assert_eq!(asked.refused(&group, TOVE, owner), ["ACTION_TASK_OWNER"]);
    });
}

#[test]
fn change() {
    both(|world| {
        let group = assessed(world);
        let drafted = group.drafted();
        let more = json!({
            "title": "Night and day", "tasks": [asked_of(&group, "nordlicht", TOVE)],
            "dropTasks": [super::task(&drafted, 1)],
        });
        let asked = Asked::action("changeCorrectiveAction", "ChangeCorrectiveActionInput", &drafted, more);
        asked.hold(&group, PAUL, MIRA, &["ACTION_STALE"]);
        let changed =
            world.database.read(&world.person(PAUL), |tx| deviations::action(tx, group.agreement, drafted.action.id));
        let changed = changed.unwrap().into_inner().action;
        let tasks: Vec<_> = changed.tasks.iter().map(|task| task.request.owner).collect();
        assert_eq!((changed.title.as_str(), tasks), ("Night and day", vec![group.id_of(MIRA), group.id_of(TOVE)]));
    });
}

#[test]
fn propose_and_withdraw() {
    both(|world| {
        let group = assessed(world);
        let drafted = group.drafted();
        let asked = Asked::action("proposeCorrectiveAction", "CorrectiveActionInput", &drafted, json!({}));
        let done = asked.hold(&group, TOVE, MIRA, &["ACTION_STALE"]);
        assert_eq!((&done["state"], &done["revision"]), (&json!("PROPOSED"), &json!(2)));
        let proposed =
            world.database.read(&world.person(PAUL), |tx| deviations::action(tx, group.agreement, drafted.action.id));
        let proposed = proposed.unwrap().into_inner();
        let reason = json!({ "reason": "The shift is staffed already." });
        let asked = Asked::action("withdrawCorrectiveAction", "WithdrawCorrectiveActionInput", &proposed, reason);
        assert_eq!(asked.refused(&group, PAUL, json!({ "reason": " " })), ["DEVIATION_STATEMENT"]);
        let done = asked.hold(&group, PAUL, MIRA, &["ACTION_STALE"]);
        assert_eq!(done["state"], "WITHDRAWN");
    });
}

#[test]
fn consent_and_object() {
    both(|world| {
        let group = assessed(world);
        let proposed = group.on_action(TOVE, Verb::ActionPlan, &group.drafted(), deviations::propose).unwrap();
        let asked = Asked::action("consentToCorrectiveAction", "ConsentInput", &proposed, json!({}));
        asked.hold(&group, TOVE, MIRA, &["ACTION_STALE"]);
        let castor = id(companies::TAG, AgreementId::INSTANCE, group.company("castor").0);
        let now =
            world.database.read(&world.person(PAUL), |tx| deviations::action(tx, group.agreement, proposed.action.id));
        let now = now.unwrap().into_inner();
        let reason = json!({ "reason": "The hand-over is not the cause." });
        let asked = Asked::action("objectToCorrectiveAction", "ObjectInput", &now, reason);
        let for_castor = Asked { value: super::with(asked.value.clone(), json!({ "company": castor })), ..asked };
        for_castor.hold(&group, crate::support::deviations::CLARA, TOVE, &["ACTION_STALE"]);
    });
}

#[test]
fn start() {
    both(|world| {
        let group = assessed(world);
        let agreed = group.agreed();
        let asked = Asked::action("startCorrectiveAction", "CorrectiveActionInput", &agreed, json!({}));
        let done = asked.hold(&group, PAUL, MIRA, &["ACTION_STALE"]);
        assert_eq!(done["state"], "ACTING");
        assert_eq!(group.slip().deviation.state.name(), "acting");
    });
}
