//! What operations cost, and how hostile documents fare.

use super::{
    api::{Fate, Reply, Request, Taken},
    cost::{ALIASES, Cost, DEPTH, NODES, Weights, measure},
    toy::{context, toy},
};
use juniper::{InputValue, Variables};

fn cost(query: &str) -> Cost {
    cost_with(query, &Variables::default())
}

fn cost_with(query: &str, variables: &Variables<super::Gql>) -> Cost {
    let api = toy();
    measure(api.schema(), api.weights(), query, None, variables)
}

fn run(query: &str) -> Reply {
    toy().run(&Request { query: query.into(), ..Request::default() }, context(), Taken::Both)
}

/// The operation is refused, with this said.
fn refused(query: &str, said: &str) {
    let reply = run(query);
    let body = String::from_utf8(reply.body).unwrap();
    assert!(body.contains(said), "{} got {}", &query[..query.len().min(200)], &body[..body.len().min(500)]);
    assert_eq!(reply.fate, Fate::Invalid);
}

#[test]
fn a_page_costs_its_size_times_what_each_item_costs() {
    for (query, nodes, depth) in [
        ("{ motto }", 0, 1),
        ("{ __typename }", 0, 1),
        ("{ hidden { name } }", 1, 2),
        ("{ kpis(first: 10) { nodes { name } } }", 10, 3),
        ("{ kpis(first: 10) { edges { cursor node { name } } pageInfo { hasNextPage } totalCount } }", 10, 4),
        ("{ kpis(first: 10) { totalCount } }", 1, 2),
        ("{ some { nodes { name } } }", 10, 3),
        ("{ kpis(first: 10) { nodes { near(first: 7) { nodes { number } } } } }", 80, 5),
        ("{ listed { name } }", 10, 2),
        ("{ matrix { count kpi { name } other { number } } }", 2_880, 3),
        ("{ matrix { kpi { near(first: 3) { nodes { name } } } } }", 2_880 * 4, 5),
        ("mutation { rename(name: \"a\") }", 100, 1),
        (
            "{ ...A } fragment A on Query { kpis(first: 2) { nodes { ...B } } } fragment B on Kpi { near(first: 3) { nodes { name } } }",
            8,
            5,
        ),
    ] {
        let cost = cost(query);
        assert_eq!((cost.nodes, cost.depth), (nodes, depth), "{query}");
    }
}

#[test]
fn work_counts_beside_what_it_answers_for_each_that_asks_for_it() {
    let weights = Weights { works: &[("Query", "hidden", 300), ("Kpi", "near", 40)], ..*toy().weights() };
    for (query, nodes) in [
        ("{ hidden { name } }", 301),
        ("{ a: hidden { name } b: hidden { name } }", 602),
        ("{ kpis(first: 10) { nodes { near(first: 7) { nodes { number } } } } }", 10 * (7 + 40 + 1)),
        ("{ kpis(first: 10) { nodes { name } } }", 10),
    ] {
        let cost = measure(toy().schema(), &weights, query, None, &Variables::default());
        assert_eq!(cost.nodes, nodes, "{query}");
    }
}

#[test]
fn a_page_size_is_read_from_variables_and_their_defaults() {
    let query = "query ($n: First!) { kpis(first: $n) { nodes { name } } }";
    let given = |n| Variables::from([("n".to_owned(), InputValue::scalar(n))]);
    assert_eq!(cost_with(query, &given(40)).nodes, 40);
    assert_eq!(cost(query).nodes, 100);
    assert_eq!(cost("query ($n: First! = 30) { kpis(first: $n) { nodes { name } } }").nodes, 30);
}

#[test]
fn an_object_asked_twice_under_one_key_is_noticed() {
    for (query, merged) in [
        ("{ matrix { count count } motto motto }", false),
        ("{ matrix { count } other: matrix { count } }", false),
        ("{ matrix { count } matrix { name } }", true),
        (
            "{ matrix { kpi { name } } ...A } fragment A on Query { motto ...B } fragment B on Query { matrix { name } }",
            true,
        ),
        ("{ matrix { kpi { name } ... on Cell { kpi { number } } } }", true),
        ("{ ...A ...A } fragment A on Query { matrix { name } }", true),
        ("{ matrix { ...A } hidden { ...A } } fragment A on Named { name }", false),
    ] {
        assert_eq!(cost(query).merged, merged, "{query}");
    }
}

#[test]
fn the_cost_is_told() {
    let told = |query| String::from_utf8(run(query).body).unwrap();
    assert_eq!(
        told("{ kpis(first: 1) { nodes { number } } }"),
        r#"{"data":{"kpis":{"nodes":[{"number":0}]}},"extensions":{"cost":{"depth":3,"limit":10000,"requested":1}}}"#
    );
}

#[test]
fn tools_can_read_the_schema() {
    let standard = include_str!("introspection.graphql");
    let cost = cost(standard);
    assert!(cost.nodes < NODES / 3 && cost.depth <= 2, "{cost:?}");
    assert_eq!(run(standard).fate, Fate::Executed);
}

#[test]
fn first_bombs_are_refused() {
    refused("{ kpis(first: 101) { nodes { name } } }", "for type \\\"First\\\"");
    refused("{ kpis(first: 0) { nodes { name } } }", "for type \\\"First\\\"");
    refused("{ kpis(first: 99999999999) { nodes { name } } }", "99999999999");
    let nested = |levels: usize| {
        format!(
            "{{ kpis(first: 100) {{ nodes {{ {} name {} }} }} }}",
            "near(first: 100) { nodes {".repeat(levels),
            "} }".repeat(levels)
        )
    };
    assert_eq!(run(&nested(0)).fate, Fate::Executed);
    refused(&nested(1), "asks for 10100 nodes");
    refused(&nested(4), "nodes and may ask for 10000");
    let wide: String = (0..150).map(|n| format!("a{n}: kpis(first: 100) {{ nodes {{ name }} }} ")).collect();
    refused(&format!("{{ {wide} }}"), "asks for 15000 nodes");
}

#[test]
fn deep_documents_are_refused() {
    let nested = |levels: usize| {
        format!(
            "{{ kpis(first: 1) {{ nodes {{ {} name {} }} }} }}",
            "near(first: 1) { nodes {".repeat(levels),
            "} }".repeat(levels)
        )
    };
    assert_eq!(run(&nested((DEPTH - 3) / 2)).fate, Fate::Executed);
    refused(&nested((DEPTH - 1) / 2), "levels deep and may be 12 deep");
    refused(&nested(200), "nesting exceeds");
    refused(&format!("{{ motto {} {} }}", "... { motto ".repeat(700), "}".repeat(700)), "nesting exceeds");
    refused(
        &format!("{{ kpis(first: {}1{}) {{ totalCount }} }}", "[".repeat(1_000), "]".repeat(1_000)),
        "nesting exceeds",
    );
    refused(&"{".repeat(2_900), "Unexpected");
}

#[test]
fn fragment_bombs_are_refused() {
    refused("{ ...A } fragment A on Query { motto ...B } fragment B on Query { motto ...A }", "Cannot spread fragment");
    refused("{ ...A } fragment A on Query { ...A }", "Cannot spread fragment");
    let doubling: String = (0..20).map(|n| format!("fragment F{n} on Query {{ ...F{0} ...F{0} }} ", n + 1)).collect();
    refused(&format!("{{ ...F0 }} {doubling} fragment F20 on Query {{ motto }}"), "imit");
    let objects: String = (0..9)
        .map(|n| format!("fragment F{n} on Kpi {{ a: near(first: 1) {{ nodes {{ ...F{0} }} }} b: near(first: 1) {{ nodes {{ ...F{0} }} }} }} ", n + 1))
        .collect();
    refused(&format!("{{ hidden {{ ...F0 }} }} {objects} fragment F9 on Kpi {{ number }}"), "imit");
    let chain: String = (0..200).map(|n| format!("fragment F{n} on Query {{ ...F{} }} ", n + 1)).collect();
    refused(&format!("{{ ...F0 }} {chain} fragment F200 on Query {{ motto }}"), "nesting exceeds");
}

#[test]
fn alias_bombs_are_refused() {
    let many = |n: u64| format!("{{ {} }}", (0..n).map(|n| format!("a{n}: motto ")).collect::<String>());
    assert_eq!(run(&many(ALIASES)).fate, Fate::Executed);
    refused(&many(ALIASES + 1), "has 201 aliases and may have 200");
    let spread = "{ ...A x: kpis(first: 1) { nodes { ...B } } } fragment A on Query { hidden { ...B } } fragment B on Kpi { a: name b: name }";
    assert_eq!(cost(spread).aliases, 5);
    let wide: String = (0..90).map(|n| format!("a{n}: name ")).collect();
    refused(&format!("{{ matrix {{ {wide} }} }}"), "values and may ask for 250000");
}

#[test]
fn long_documents_are_refused() {
    refused(&format!("{{ {} }}", "motto ".repeat(2_990)), "imit");
    refused(&format!("{{ {} }}", "motto ".repeat(50_000)), "imit");
    refused(&format!("query ({}) {{ motto }}", "$a: Int ".repeat(20_000)), "imit");
    refused(&"#".repeat(300_000), "nexpected");
    refused(&format!("{{ motto @include(if: true) {} }}", "@include(if: true)".repeat(2_000)), "imit");
}

#[test]
fn schema_bombs_are_refused() {
    let nested = |levels: usize| {
        format!("{{ __schema {{ types {{ {} name {} }} }} }}", "fields { type {".repeat(levels), "} }".repeat(levels))
    };
    assert_eq!(run(&nested(2)).fate, Fate::Executed);
    refused(&nested(5), "nodes and may ask for 10000");
    let wide: String = (0..60).map(|n| format!("a{n}: __schema {{ types {{ fields {{ name }} }} }} ")).collect();
    refused(&format!("{{ {wide} }}"), "nodes and may ask for 10000");
}
