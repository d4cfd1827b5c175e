//! What a partner reads of deviations and corrective action.

use crate::support::{
    deviations::{CLARA, FELIX, Group, OSKAR, TOVE},
    statements,
    world::both,
};
use concordat_domain::{access::Verb, deviations::ReviewVerdict};
use concordat_service::deviations;
use serde_json::{Value, json};

const ALL: &str = "query($filter: DeviationFilter, $after: Cursor, $first: First!) {
  agreement(code: \"arnau-workplace\") { deviations(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor } nodes {
      id kpi { code } company { code } service { code } period kind state level disclosed revision closing
      figures { value good total count target { value } } restated { value } review { verdict reason by { person { name } company { code } } }
      correctiveActions { id title state deviation { id } } } } } }";

fn page(group: &Group<'_>, who: &str, variables: &Value) -> Value {
    let mut data = group.world.data(&group.world.person(who), ALL, variables);
    data["agreement"]["deviations"].take()
}

#[test]
fn a_deviation_tells_what_the_group_saw_and_what_became_of_it() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        group.drafted();
        let filter =
            json!({ "filter": { "state": ["REVIEWED"], "kind": ["MISSED"], "period": "2026-03" }, "first": 10 });
        let found = page(&group, OSKAR, &filter);
        let mut one = found["nodes"][0].clone();
        assert_eq!(found["totalCount"], 1);
        let answer = one["correctiveActions"][0].take();
        assert_eq!((&answer["title"], &answer["state"]), (&json!("Night shift"), &json!("DRAFT")));
        assert_eq!(answer["deviation"]["id"], one["id"]);
        let expected = json!({
            "id": one["id"], "kpi": { "code": "sla-met" }, "company": { "code": "nordlicht" }, "service": null,
            "period": "2026-03", "kind": "MISSED", "state": "REVIEWED", "level": 1, "disclosed": true, "revision": 2,
            "closing": null, "restated": null, "correctiveActions": [null],
            "figures": { "value": "0.8", "good": "80", "total": "100", "count": 1, "target": { "value": "0.93" } },
            "review": {
                "verdict": "ACCEPT", "reason": null,
                "by": { "person": { "name": "Paul Amsel" }, "company": { "code": "meridian" } },
            },
        });
        assert_eq!(one, expected);
    });
}

#[test]
fn pages_show_each_deviation_once_and_cost_the_same_whatever_their_size() {
    statements::watch();
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        group.drafted();
        let actor = world.person(OSKAR);
        let asked = |first: i32| {
            let variables = json!({ "first": first });
            statements::count(|| world.data(&actor, ALL, &variables)).1
        };
        asked(1);
        assert_eq!(asked(2), asked(40));
        let (mut ids, mut after) = (Vec::new(), json!(null));
        let total = loop {
            let found = page(&group, OSKAR, &json!({ "first": 7, "after": after }));
            ids.extend(found["nodes"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()));
            after = found["pageInfo"]["endCursor"].clone();
            if found["pageInfo"]["hasNextPage"] == false {
                break found["totalCount"].clone();
            }
        };
        let listed = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), json!(ids.len())), (listed, total));
    });
}

#[test]
fn what_is_concealed_is_null_by_its_id_and_absent_from_the_log() {
    both(|world| {
        let group = Group::new(world);
        group.assess_as(&world.console(), "2026-03", &[("improvements-delivered", "castor", 10)]).unwrap();
        let own = group.deviation(CLARA, ("improvements-delivered", Some("castor"), "2026-03")).unwrap();
        let accepted = group.review(CLARA, &own, ReviewVerdict::Accept).unwrap();
        let mut plan = group.plan();
        plan.tasks.truncate(1);
        let planned = group.on_deviation(CLARA, Verb::ActionPlan, &accepted, |tx, on, revision| {
            deviations::plan(tx, on, revision, &plan)
        });
        let planned = planned.unwrap();
        use concordat::graphql::{
            deviations::{ACTION, DEVIATION},
            kernel::global_id::GlobalId,
        };
        let ids = json!({ "ids": [
            &*GlobalId::new(DEVIATION, group.agreement, own.deviation.id.0).encode(),
            &*GlobalId::new(ACTION, group.agreement, planned.action.id.0).encode(),
        ] });
        let query = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on CorrectiveAction { deviation { id } } }
            agreement(code: \"arnau-workplace\") { events(first: 100, kinds: [\"deviation.reviewed\", \"action.drafted\"]) { nodes { kind } } } }";
        let seen = |who: &str| {
            let data = world.answer(&world.person(who), query, &ids)["data"].take();
            let names = |all: &Value, name: &str| -> Vec<Value> {
                all.as_array().into_iter().flatten().map(|one| one[name].clone()).collect()
            };
            let knows = data["nodes"][1]["deviation"].is_object();
            (names(&data["nodes"], "__typename"), knows, names(&data["agreement"]["events"]["nodes"], "kind"))
        };
        let (deviation, action) = (json!("Deviation"), json!("CorrectiveAction"));
        let all = vec![json!("deviation.reviewed"), json!("action.drafted")];
        assert_eq!(seen(CLARA), (vec![deviation.clone(), action.clone()], true, all.clone()));
        assert_eq!(seen(FELIX), (vec![deviation, action.clone()], true, all));
        assert_eq!(seen(TOVE), (vec![json!(null), action], false, vec![json!("action.drafted")]), "with a task");
        assert_eq!(seen(OSKAR), (vec![json!(null), json!(null)], false, vec![]));
    });
}

#[test]
fn a_corrective_action_tells_who_said_what() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        group.verifying();
        let query = "{ agreement(code: \"arnau-workplace\") { correctiveActions(first: 5, filter: { state: [VERIFYING] }) {
            totalCount nodes { title state obstacles { code } started { company { code } } failedPeriod failedValue
            criterion { kpi { code } company { code } measure value every after periods }
            consents { company { code } word by { person { name } } } tasks { company { code } owner { name } state evidence due } } } } }";
        let data = world.data(&world.person(FELIX), query, &json!({}));
        let found = &data["agreement"]["correctiveActions"];
        let one = &found["nodes"][0];
        assert_eq!((&found["totalCount"], &one["started"]["company"]["code"]), (&json!(1), &json!("meridian")));
        assert_eq!(
            one["criterion"],
            json!({
                "kpi": { "code": "sla-met" }, "company": { "code": "nordlicht" }, "measure": "AT_LEAST", "value": "0.9",
                "every": "MONTH", "after": "2026-04-01", "periods": ["2026-04", "2026-05"],
            })
        );
        let words: Vec<_> = one["consents"].as_array().unwrap().iter().map(|said| said["word"].clone()).collect();
        assert_eq!(words, ["CONSENTS", "CONSENTS"]);
        assert_eq!(
            one["tasks"][0],
            json!({
                "company": { "code": "nordlicht" }, "owner": { "name": "Mira Holm" }, "state": "DONE",
                "evidence": "the rota", "due": "2026-04-20",
            })
        );
    });
}

#[test]
fn why_a_plan_failed_is_told_to_those_who_see_the_figure() {
    both(|world| {
        let group = Group::new(world);
        let facts = [("improvements-delivered", "castor", 10)];
        group.assess_as(&world.console(), "2026-03", &facts).unwrap();
        let own = group.deviation(CLARA, ("improvements-delivered", Some("castor"), "2026-03")).unwrap();
        let accepted = group.review(CLARA, &own, ReviewVerdict::Accept).unwrap();
        let mut plan = group.plan();
        (plan.criterion.kpi, plan.criterion.scope) = (own.deviation.kpi, own.deviation.scope);
        plan.tasks.truncate(1);
        let planned = group
            .on_deviation(CLARA, Verb::ActionPlan, &accepted, |tx, on, revision| {
                deviations::plan(tx, on, revision, &plan)
            })
            .unwrap();
        let mut action = group.on_action(CLARA, Verb::ActionPlan, &planned, deviations::propose).unwrap();
        for who in [CLARA, TOVE] {
            let consent =
                |tx: &mut concordat_service::kernel::Tx<'_>, on, revision| deviations::consent(tx, on, revision, None);
            action = group.on_action(who, Verb::ActionView, &action, consent).unwrap();
        }
        let task = action.action.tasks[0].id;
        let accept =
            |tx: &mut concordat_service::kernel::Tx<'_>, on, revision| deviations::accept_task(tx, on, revision, task);
        action = group.on_action(TOVE, Verb::ActionView, &action, accept).unwrap();
        group.on_action(CLARA, Verb::ActionPlan, &action, deviations::start).unwrap();
        world.at("2026-05-03T08:00:00Z");
        group.assess_as(&world.console(), "2026-04", &facts).unwrap();
        let query = "{ agreement(code: \"arnau-workplace\") { correctiveActions(first: 5) {
            nodes { state failedPeriod failedValue deviation { level } } } } }";
        let told = |who: &str| {
            let mut data = world.data(&world.person(who), query, &json!({}));
            data["agreement"]["correctiveActions"]["nodes"].take()
        };
        let failed = |value: Value, deviation: Value| json!([{ "state": "FAILED", "failedPeriod": "2026-04", "failedValue": value, "deviation": deviation }]);
        assert_eq!(told(CLARA), failed(json!("0.1"), json!({ "level": 2 })));
        assert_eq!(told(TOVE), failed(json!(null), json!(null)));
        assert_eq!(told(OSKAR), json!([]));
    });
}
