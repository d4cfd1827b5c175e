//! Ways round the front door: lists, counts, pages, tokens and logs, each tried by somebody who should not.

use super::{
    cast::{Cast, FIGURES},
    matrix::codes,
};
use concordat_domain::access::{Actor, Scope};
use concordat_service::{
    identity,
    kernel::{Denial, No},
};
use std::sync::Arc;

#[test]
fn names_and_addresses_are_for_those_who_may_know_them() {
    let cast = Cast::new();
    let query = "{ agreement(code: \"alpha\") { groups { members { company { code } person { name } deputy { name } } }
        escalationPaths { levels { holders { company { code } person { name } } } }
        versions { changes { path before after } signatures { company { code } person { name } } } } }";
    let customer = cast.ask(cast.player("customer@town.example"), query).to_string();
    assert!(customer.contains("signatory of town") && !customer.contains("signatory of north"), "{customer}");
    assert!(!customer.contains("coordinator of north"));
    let engineer = cast.ask(cast.player("engineer@north.example"), query).to_string();
    assert!(engineer.contains("signatory of east"), "names are known among the parties");
    assert!(engineer.contains("@north.example") && !engineer.contains("@south.example"), "addresses are not");
    let steward = cast.ask(cast.player("steward@north.example"), query).to_string();
    assert!(steward.contains("people.coordinator@south.example"));
}

#[test]
fn pages_counts_and_filters_tell_of_nothing_that_is_concealed() {
    let cast = Cast::new();
    let (north, south) = (cast.things("alpha", "north"), cast.things("alpha", "south"));
    let coordinator = cast.player("coordinator@north.example");
    let of = |inside: &str| {
        let query = format!("{{ agreement(code: \"alpha\") {{ {inside} }} }}");
        let answer = cast.ask(coordinator, &query);
        assert!(answer.get("errors").is_none(), "{query} {answer}");
        answer["data"]["agreement"].clone()
    };
    let own = format!("{{kpi: {:?}, company: {:?}}}", north.id("kpi"), north.id("company"));
    let others = format!("{{kpi: {:?}, company: {:?}}}", south.id("kpi"), south.id("company"));
    for (filter, count) in [(own, 1), (others, 0)] {
        let page = of(&format!(
            "deviations(first: 10, filter: {filter}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage }} }}"
        ));
        assert_eq!(page["deviations"]["totalCount"], count, "{filter}");
        assert_eq!(page["deviations"]["nodes"].as_array().unwrap().len(), count, "{filter}");
    }
    let asked = format!(
        "correctiveActions(first: 10, filter: {{deviation: {:?}}}) {{ totalCount nodes {{ id }} }}",
        south.id("deviation")
    );
    assert_eq!(of(&asked)["correctiveActions"]["totalCount"], 0);
    let mut after = String::new();
    let mut seen = 0;
    let most = loop {
        let page = of(&format!(
            "deviations(first: 1{after}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }}"
        ));
        let page = &page["deviations"];
        seen += page["nodes"].as_array().unwrap().len();
        if page["pageInfo"]["hasNextPage"] == false {
            break page["totalCount"].clone();
        }
        after = format!(", after: {}", page["pageInfo"]["endCursor"]);
    };
    assert_eq!(most, seen, "what is counted is what is seen");
    let measured = of("measurements(first: 50, filter: {companies: [\"south\"]}) { nodes { sourceKey } }");
    assert_eq!(measured["measurements"]["nodes"].as_array().unwrap().len(), 0);
    let own = of("measurements(first: 1) { nodes { sourceKey } pageInfo { hasNextPage } edges { cursor } }");
    assert!(own["measurements"]["nodes"][0]["sourceKey"].as_str().unwrap().starts_with("key-of-north"));
}

#[test]
fn a_token_hands_on_no_more_than_it_has() {
    let cast = Cast::new();
    let analyst = cast.player("analyst@north.example");
    let with = |scopes: &[Scope]| super::cast::Player {
        actor: Arc::new(Actor { scopes: scopes.to_vec(), ..(*analyst.actor).clone() }),
        ..analyst.clone()
    };
    let make = |scope: &str| {
        format!(
            "mutation {{ createToken(input: {{name: \"more\", scopes: [{scope}], days: 1}}) {{ created {{ token {{ id }} }} }} }}"
        )
    };
    assert_eq!(codes(&cast.ask(&with(&[Scope::Act]), &make("ACT, READ"))), ["FORBIDDEN"]);
    assert_eq!(codes(&cast.ask(&with(&[Scope::Read, Scope::Report]), &make("READ"))), ["FORBIDDEN"]);
    assert!(codes(&cast.ask(&with(&[Scope::Act]), &make("ACT"))).is_empty());
}

#[test]
fn a_token_to_report_reports_and_reads_nothing() {
    let cast = Cast::new();
    let reporter = cast.player("analyst@north.example with a token to report");
    let things = cast.things("alpha", "north");
    let report = |company: &str| {
        let query = format!(
            "mutation {{ recordMeasurements(input: {{agreement: {:?}, measurements: [{{kpi: \"own-cost\", company: {company:?}, service: \"work\", \
             observedAt: \"2026-03-11T08:00:00Z\", value: \"5\", source: \"books\", sourceKey: \"new\"}}]}}) {{ taken {{ recorded rejected }} }} }}",
            things.id("agreement")
        );
        cast.ask(reporter, &query)["data"]["recordMeasurements"]["taken"].clone()
    };
    assert_eq!(report("south")["rejected"], 1);
    assert_eq!(report("north")["recorded"], 1);
    for query in [
        "{ agreement(code: \"alpha\") { code } }".to_owned(),
        "{ agreements(first: 9) { nodes { code } } }".to_owned(),
        format!("{{ node(id: {:?}) {{ id }} }}", things.id("company")),
    ] {
        let answer = cast.ask(reporter, &query);
        assert!(
            !answer.to_string().contains("alpha") && !answer.to_string().contains(things.id("company")),
            "{answer}"
        );
    }
}

#[test]
fn how_many_measurements_came_in_is_told_to_whoever_may_see_them() {
    let cast = Cast::new();
    let log = "{ agreement(code: \"alpha\") { events(first: 100, kinds: [\"measurements.recorded\"]) { nodes { company { code } detail } } } }";
    let counted = |who: &str| -> Vec<String> {
        let answer = cast.ask(cast.player(who), log);
        let nodes = answer["data"]["agreement"]["events"]["nodes"].as_array().unwrap().clone();
        assert_eq!(nodes.len(), 3, "that something came in is told: {answer}");
        let told = nodes.iter().filter(|node| node["detail"].as_str().unwrap().contains("recorded"));
        told.map(|node| node["company"]["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(counted("steward@north.example").len(), FIGURES.iter().filter(|figure| figure.0 == "alpha").count());
    assert_eq!(counted("coordinator@north.example"), ["north"]);
    assert_eq!(counted("coordinator@south.example"), ["south"]);
}

#[test]
fn nobody_opens_a_transaction_in_an_agreement_that_is_not_theirs() {
    let cast = Cast::new();
    let stranger = cast.player("analyst@gone.example");
    let mut entered = false;
    let tried = cast.world.database.write(&stranger.actor, cast.alpha, |_| {
        entered = true;
        Ok(())
    });
    assert!(matches!(tried, Err(No::Denied(Denial::NotFound))) && !entered);
}

#[test]
fn a_company_that_has_left_reads_no_more_and_one_that_has_not_joined_reads_the_terms_alone() {
    let cast = Cast::new();
    let all = "{ agreements(first: 9) { nodes { code } } }";
    assert_eq!(
        cast.ask(cast.player("analyst@gone.example"), all)["data"]["agreements"]["nodes"],
        serde_json::json!([])
    );
    let joining = cast.player("signatory@newcomer.example");
    assert_eq!(cast.ask(joining, all)["data"]["agreements"]["nodes"][0]["code"], "alpha");
    let figures = "{ agreement(code: \"alpha\") { scorecard(period: \"2026-03\") { value } } }";
    assert_eq!(codes(&cast.ask(joining, figures)), ["FORBIDDEN"]);
    let person = cast.world.person("analyst@gone.example");
    assert!(person.grants.is_empty() && person.prospects.is_empty());
    let known =
        cast.world.database.read(&cast.world.console(), |tx| identity::store::grants_in(tx, cast.alpha)).unwrap();
    assert!(!known.is_empty());
}
