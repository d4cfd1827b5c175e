//! Single measurements: whose, page by page, with what they were before.

use super::{HEADER, NORDLICHT, reported};
use crate::support::{
    agreement::STEWARD,
    statements::{count, watch},
    world::both,
};
use concordat_service::kpis::{Format, Import};
use serde_json::json;

const QUERY: &str = "query($first: First!, $after: Cursor, $filter: MeasurementFilter) {
    agreement(code: \"arnau-workplace\") { measurements(first: $first, after: $after, filter: $filter) {
        pageInfo { hasNextPage endCursor }
        nodes { kpi { code } company { code } observedAt value good total sourceKey revision earlier { value revision } } } } }";

#[test]
fn an_analyst_reads_the_own_ones_and_the_steward_all() {
    both(|world| {
        reported(world);
        let seen = |email: &str| {
            let data = world.data(&world.person(email), QUERY, &json!({ "first": 100 }));
            let nodes = data["agreement"]["measurements"]["nodes"].as_array().unwrap().clone();
            nodes.iter().map(|node| node["company"]["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(seen(NORDLICHT), ["nordlicht"; 4]);
        assert_eq!(seen(STEWARD).len(), 22);
        let sme = world.person("mira.holm@nordlicht.example");
        assert_eq!(world.denied(&sme, QUERY, &json!({ "first": 100 })), "FORBIDDEN");
        let foreign = json!({ "first": 100, "filter": { "companies": ["halden"] } });
        let data = world.data(&world.person(NORDLICHT), QUERY, &foreign);
        assert_eq!(data["agreement"]["measurements"]["nodes"], json!([]));
    });
}

#[test]
fn pages_go_on_where_the_last_one_ended() {
    both(|world| {
        reported(world);
        let steward = world.person(STEWARD);
        let (mut keys, mut after) = (Vec::new(), json!(null));
        loop {
            let data = world.data(&steward, QUERY, &json!({ "first": 3, "after": after }));
            let page = &data["agreement"]["measurements"];
            let key = |node: &serde_json::Value| {
                format!("{} {} {}", node["observedAt"], node["kpi"]["code"], node["sourceKey"])
            };
            keys.extend(page["nodes"].as_array().unwrap().iter().map(key));
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        keys.dedup();
        assert_eq!(keys.len(), 22);
    });
}

#[test]
fn a_correction_stays_beside_what_it_replaced_at_no_further_statement() {
    watch();
    both(|world| {
        let id = reported(world);
        let line = |value| {
            format!("{HEADER}\nresolution-hours,nordlicht,network,2026-02-10T10:00:00Z,{value},,,hours,nordlicht-02")
        };
        for value in ["11", "12"] {
            let input = line(value);
            Import::new(Format::Csv)
                .run(&world.database, &world.console(), id, input.as_bytes(), |_| Ok(()), |_| ())
                .unwrap();
        }
        let analyst = world.person(NORDLICHT);
        let asked = json!({ "first": 100, "filter": { "kpis": ["resolution-hours"], "from": "2026-02-01T00:00:00Z" } });
        let data = world.data(&analyst, QUERY, &asked);
        let node = &data["agreement"]["measurements"]["nodes"][0];
        assert_eq!((&node["value"], &node["revision"]), (&json!("12"), &json!(3)));
        assert_eq!(node["earlier"], json!([{ "value": "10.25", "revision": 1 }, { "value": "11", "revision": 2 }]));
        let steward = world.person(STEWARD);
        let sent = |first| count(|| world.data(&steward, QUERY, &json!({ "first": first }))).1;
        sent(1);
        assert_eq!((sent(1), sent(100)), (3, 3));
    });
}
