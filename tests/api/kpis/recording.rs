//! Measurements recorded over GraphQL.

use super::NORDLICHT;
use crate::support::world::{World, both};
use serde_json::{Value, json};

const RECORD: &str = "mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) {
    taken { recorded corrected unchanged rejected results { outcome refusals { code field } } }
    refusals { code } clientMutationId } }";

fn input(world: &World, measurements: Value) -> Value {
    let query = "{ agreement(code: \"arnau-workplace\") { id } }";
    let id = world.data(&world.console(), query, &json!({}))["agreement"]["id"].clone();
    json!({ "input": { "agreement": id, "measurements": measurements, "clientMutationId": "m" } })
}

fn hours(company: &str, value: &str) -> Value {
    json!({ "kpi": "resolution-hours", "company": company, "service": "network", "observedAt": "2026-02-03T10:00:00Z",
        "value": value, "source": "desk", "sourceKey": company })
}

#[test]
fn each_is_answered_in_its_place() {
    both(|world| {
        world.sample();
        let analyst = world.person(NORDLICHT);
        let unknown = json!({ "kpi": "hours", "company": "nordlicht", "service": "network",
            "observedAt": "2026-02-03T10:00:00Z", "source": "desk", "sourceKey": "x" });
        let sent = input(world, json!([unknown, hours("halden", "3"), hours("nordlicht", "3")]));
        let done = world.data(&analyst, RECORD, &sent);
        assert_eq!(
            done["recordMeasurements"],
            json!({
                "taken": { "recorded": 1, "corrected": 0, "unchanged": 0, "rejected": 2, "results": [
                    { "outcome": "REJECTED", "refusals": [{ "code": "MEASUREMENT_KPI", "field": "kpi" }] },
                    { "outcome": "REJECTED", "refusals": [{ "code": "MEASUREMENT_BEHALF", "field": "company" }] },
                    { "outcome": "RECORDED", "refusals": [] },
                ] },
                "refusals": [], "clientMutationId": "m",
            })
        );
        let again =
            world.data(&analyst, RECORD, &input(world, json!([hours("nordlicht", "3"), hours("nordlicht", "4")])));
        let taken = &again["recordMeasurements"]["taken"];
        assert_eq!((&taken["unchanged"], &taken["corrected"]), (&json!(1), &json!(1)));
    });
}

#[test]
fn nobody_else_records_and_none_is_too_few() {
    both(|world| {
        world.sample();
        let sent = input(world, json!([hours("nordlicht", "3")]));
        assert_eq!(world.denied(&world.person("tove.lind@nordlicht.example"), RECORD, &sent), "FORBIDDEN");
        let stranger = std::sync::Arc::new(concordat_domain::access::Actor::anonymous());
        assert_eq!(world.denied(&stranger, RECORD, &sent), "NOT_FOUND");
        let done = world.data(&world.person(NORDLICHT), RECORD, &input(world, json!([])));
        assert_eq!(done["recordMeasurements"]["refusals"], json!([{ "code": "MEASUREMENTS_MANY" }]));
        assert_eq!(done["recordMeasurements"]["taken"], Value::Null);
    });
}
