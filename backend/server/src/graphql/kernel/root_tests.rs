//! One root out of several parts: composed, described, and refused where two parts claim a field.

use super::{
    api::{Fate, Request, Taken},
    root::Parts,
    toy::{CellQueries, KpiQueries, context, toy},
};

fn answer(query: &str) -> String {
    let reply = toy().run(&Request { query: query.into(), ..Request::default() }, context(), Taken::Queries);
    assert_eq!(reply.fate, Fate::Executed);
    let answer: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
    format!("{} {}", answer["data"], answer["errors"])
}

#[test]
fn fields_of_all_parts_are_fields_of_one_root() {
    assert_eq!(
        answer("{ __typename motto kpis(first: 1) { totalCount } ... on Query { m: motto } }"),
        r#"{"__typename":"Query","kpis":{"totalCount":250},"m":"agree, measure, mend","motto":"agree, measure, mend"} null"#
    );
}

#[test]
fn two_owners_of_one_field_are_found_at_the_start() {
    let twice = Parts::new("Query", "").with(&KpiQueries).unwrap().with(&CellQueries).unwrap().with(&KpiQueries);
    assert_eq!(twice.err().unwrap().to_string(), "Query.kpis has two owners");
}

#[test]
fn the_schema_reads_as_if_it_were_one_object() {
    let sdl = toy().sdl();
    let query = sdl.split("type Query {").nth(1).unwrap().split('}').next().unwrap();
    let fields: Vec<_> =
        query.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('"')).collect();
    assert_eq!(
        fields,
        [
            "kpis(first: First!, after: Cursor): KpiConnection!",
            "some(first: First! = 10): KpiConnection!",
            "hidden: Kpi",
            "matrix: [Cell!]!",
            "motto: String!",
            "listed: [Kpi!]!",
        ]
    );
    for part in ["type KpiConnection {", "type KpiEdge {", "type Subscription {", "scalar First", "type PageInfo {"] {
        assert!(sdl.contains(part), "{part}");
    }
}

#[test]
fn a_hidden_thing_is_an_error_without_a_trace_of_it() {
    assert_eq!(
        answer("{ hidden { name } }"),
        "{\"hidden\":null} [{\"extensions\":{\"code\":\"NOT_FOUND\"},\"locations\":[{\"column\":3,\"line\":1}],\
         \"message\":\"not found\",\"path\":[\"hidden\"]}]"
    );
}

#[test]
fn mutations_and_subscriptions_have_their_own_doors() {
    let fate =
        |query: &str, taken| toy().run(&Request { query: query.into(), ..Request::default() }, context(), taken).fate;
    let rename = "mutation { rename(name: \"a\") }";
    assert_eq!(fate(rename, Taken::Both), Fate::Executed);
    assert_eq!(fate(rename, Taken::Queries), Fate::Mutation);
    assert_eq!(fate("subscription { counted(to: 1) { number } }", Taken::Both), Fate::Invalid);
}
