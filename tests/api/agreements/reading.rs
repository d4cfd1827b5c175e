//! What a partner reads of an agreement.

use crate::support::world::both;
use serde_json::json;

const OUTLINE: &str = "query($code: String!) { agreement(code: $code) {
    code name zone state effectiveFrom versions { number state signatures { company { code } } }
    parties { company { code kind } boundThrough { code } } services { code parent { code } }
    commitments { code joint company { code } topic } groups { code members { level company { code } } }
    kpis(first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { code kind p unit jointMethod disclosure targets { value } } } } }";

#[test]
fn a_partner_reads_the_whole_outline() {
    both(|world| {
        world.sample();
        let analyst = world.person("jonas.fjell@nordlicht.example");
        let data = world.data(&analyst, OUTLINE, &json!({ "code": "arnau-workplace" }));
        let agreement = &data["agreement"];
        assert_eq!(agreement["state"], "ACTIVE");
        assert_eq!(agreement["zone"], "Europe/Vienna");
        assert_eq!(agreement["versions"][0]["signatures"].as_array().unwrap().len(), 5);
        assert_eq!(
            agreement["parties"][2],
            json!({ "company": { "code": "castor", "kind": "SUPPLIER" }, "boundThrough": null })
        );
        assert_eq!(agreement["kpis"]["totalCount"], 17);
        let codes: Vec<_> =
            agreement["kpis"]["nodes"].as_array().unwrap().iter().map(|kpi| kpi["code"].clone()).collect();
        assert_eq!(codes, ["availability", "backlog", "desk-load"]);
    });
}

#[test]
fn pages_go_on_where_the_last_one_ended() {
    both(|world| {
        world.sample();
        let analyst = world.person("jonas.fjell@nordlicht.example");
        let query = "query($after: Cursor) { agreement(code: \"arnau-workplace\") {
            kpis(first: 5, after: $after) { pageInfo { hasNextPage endCursor } nodes { code } } } }";
        let (mut seen, mut after) = (Vec::new(), json!(null));
        loop {
            let data = world.data(&analyst, query, &json!({ "after": after }));
            let page = &data["agreement"]["kpis"];
            seen.extend(page["nodes"].as_array().unwrap().iter().map(|kpi| kpi["code"].as_str().unwrap().to_owned()));
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        let sorted = {
            let mut all = seen.clone();
            all.sort();
            all.dedup();
            all
        };
        assert_eq!((seen.len(), &seen), (17, &sorted));
    });
}

#[test]
fn an_outsider_cannot_tell_a_hidden_agreement_from_none() {
    both(|world| {
        world.sample();
        let other = crate::support::agreement::FILE
            .replace("code: arnau-workplace", "code: other")
            .replace("castor", "castor2");
        world.apply(&other);
        let outsider = world.person("nina.falk@castor2.example");
        let hidden = world.answer(&outsider, OUTLINE, &json!({ "code": "arnau-workplace" }));
        let absent = world.answer(&outsider, OUTLINE, &json!({ "code": "no-such-code" }));
        assert_eq!(hidden, absent);
        assert_eq!(hidden["data"]["agreement"], json!(null));
    });
}

#[test]
fn everything_with_a_global_id_is_found_by_it_and_by_nobody_outside() {
    both(|world| {
        world.sample();
        let analyst = world.person("jonas.fjell@nordlicht.example");
        let query = "{ agreement(code: \"arnau-workplace\") { id parties { company { id } } services { id }
            commitments { id } groups { id members { person { id } } } kpis(first: 1) { nodes { id } } } }";
        let data = world.data(&analyst, query, &json!({}));
        let agreement = &data["agreement"];
        let ids = [
            &agreement["id"],
            &agreement["parties"][0]["company"]["id"],
            &agreement["services"][0]["id"],
            &agreement["commitments"][0]["id"],
            &agreement["groups"][0]["id"],
            &agreement["groups"][0]["members"][0]["person"]["id"],
            &agreement["kpis"]["nodes"][0]["id"],
        ];
        let nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
        let found = world.data(&analyst, nodes, &json!({ "ids": ids }));
        let names: Vec<_> = found["nodes"].as_array().unwrap().iter().map(|node| node["__typename"].clone()).collect();
        assert_eq!(names, ["Agreement", "Company", "Service", "Commitment", "CoordinationGroup", "Person", "Kpi"]);
        let stranger = std::sync::Arc::new(concordat_domain::access::Actor::anonymous());
        let hidden = world.data(&stranger, nodes, &json!({ "ids": ids }));
        assert_eq!(hidden["nodes"], json!([null, null, null, null, null, null, null]));
    });
}

#[test]
fn an_address_is_shown_to_the_own_company_and_the_steward() {
    both(|world| {
        world.sample();
        let query = "{ agreement(code: \"arnau-workplace\") { groups { members { person { name email } } } } }";
        let shown = |email: &str| {
            let data = world.data(&world.person(email), query, &json!({}));
            let members = data["agreement"]["groups"][0]["members"].as_array().unwrap().clone();
            members
                .iter()
                .filter_map(|member| member["person"]["email"].as_str().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown("jonas.fjell@nordlicht.example"), ["tove.lind@nordlicht.example"]);
        assert_eq!(shown("irene.vogt@meridian.example").len(), 5);
    });
}
