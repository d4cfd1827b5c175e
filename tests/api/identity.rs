//! Who is on the instance, and whom one meets in an agreement.

use crate::support::{
    agreement::STEWARD,
    world::{World, both},
};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::identity::{self, NewPerson};
use serde_json::{Value, json};
use std::sync::Arc;

const OPERATOR: &str = "olga@meridian.example";
const COMPANIES: &str = "query($after: Cursor) { companies(first: 2, after: $after) {
    nodes { code name } pageInfo { hasNextPage endCursor } } }";
const PEOPLE: &str = "query($company: ID, $after: Cursor) { people(first: 5, after: $after, company: $company) {
    nodes { person { id name email company { code } } operator active hasPassword }
    pageInfo { hasNextPage endCursor } } }";
const MET: &str = "query($after: Cursor) { agreement(code: \"arnau-workplace\") { people(first: 4, after: $after) {
    nodes { name email company { id code } } pageInfo { hasNextPage endCursor } } } }";

fn operator(world: &World) -> Arc<Actor> {
    let new = NewPerson { email: OPERATOR.into(), name: "Olga".into(), company: "meridian".into() };
    let console = world.console();
    world.database.write(&console, AgreementId::INSTANCE, |tx| identity::create_person(tx, &new, true)).unwrap();
    world.person(OPERATOR)
}

/// Every item of a list, page by page.
fn all(world: &World, who: &Arc<Actor>, query: &str, at: &str, mut variables: Value) -> Vec<Value> {
    let mut found = Vec::new();
    loop {
        let data = world.data(who, query, &variables);
        let page = data.pointer(at).unwrap();
        found.extend(page["nodes"].as_array().unwrap().iter().cloned());
        if page["pageInfo"]["hasNextPage"] == false {
            return found;
        }
        variables["after"] = page["pageInfo"]["endCursor"].clone();
    }
}

fn texts(found: &[Value], at: &str) -> Vec<String> {
    found.iter().map(|one| one.pointer(at).unwrap().as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_operator_pages_through_companies_and_people() {
    both(|world| {
        world.sample();
        let olga = operator(world);
        let companies = all(world, &olga, COMPANIES, "/companies", json!({}));
        assert_eq!(texts(&companies, "/code"), ["arnau", "berger", "castor", "halden", "meridian", "nordlicht"]);
        let people = all(world, &olga, PEOPLE, "/people", json!({}));
        let addresses = texts(&people, "/person/email");
        assert!(addresses.len() > 10 && addresses.is_sorted(), "{addresses:?}");
        let own = people.iter().find(|one| one["person"]["email"] == OPERATOR).unwrap();
        assert_eq!(
            (&own["operator"], &own["active"], &own["hasPassword"]),
            (&json!(true), &json!(true), &json!(false))
        );
        let data = world.data(
            &olga,
            "query($id: ID!) { node(id: $id) { ... on Person { email } } }",
            &json!({
                "id": people[0]["person"]["id"],
            }),
        );
        assert_eq!(data["node"]["email"], people[0]["person"]["email"]);
    });
}

#[test]
fn people_of_one_company_are_listed_alone() {
    both(|world| {
        world.sample();
        let olga = operator(world);
        let met = all(world, &olga, MET, "/agreement/people", json!({}));
        let castor = met.iter().find(|one| one["company"]["code"] == "castor").unwrap();
        let people = all(world, &olga, PEOPLE, "/people", json!({ "company": castor["company"]["id"] }));
        let companies = texts(&people, "/person/company/code");
        assert!(companies.len() > 1 && companies.iter().all(|code| code == "castor"), "{companies:?}");
    });
}

#[test]
fn nobody_else_lists_the_instance() {
    both(|world| {
        world.sample();
        for who in [world.person(STEWARD), Arc::new(Actor::anonymous())] {
            for query in [COMPANIES, PEOPLE] {
                assert_eq!(world.denied(&who, query, &json!({})), "FORBIDDEN");
            }
        }
    });
}

#[test]
fn people_are_met_in_an_agreement_and_reached_in_ones_own_company() {
    both(|world| {
        world.sample();
        let steward = all(world, &world.person(STEWARD), MET, "/agreement/people", json!({}));
        let names = texts(&steward, "/name");
        assert!(names.len() > 10 && names.is_sorted() && !texts(&steward, "/email").contains(&String::new()));
        let analyst = all(world, &world.person("jonas.fjell@nordlicht.example"), MET, "/agreement/people", json!({}));
        assert_eq!(texts(&analyst, "/name"), names);
        for one in &analyst {
            assert_eq!(one["email"].is_null(), one["company"]["code"] != "nordlicht", "{one}");
        }
    });
}
