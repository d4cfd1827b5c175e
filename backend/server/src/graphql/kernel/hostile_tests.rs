//! Whatever somebody sends, the answer is one JSON object, within the limits, and nothing breaks.

use super::{
    api::{Fate, Request, Taken},
    cost::measure,
    toy::{context, toy},
};
use juniper::Variables;
use proptest::{collection::vec, prelude::*, sample::select, strategy::Union};

/// Definitions of `$n` and `$b`, right and wrong.
const DEFINED: [&str; 5] = [
    "($n: First!, $b: Boolean!)",
    "($n: First! = 3, $b: Boolean! = true)",
    "($n: First = null, $b: Boolean = null)",
    "($n: [First!]!, $b: Wrong!)",
    "($n: Int = \"x\", $b: Boolean! = null)",
];
const GIVEN: [&str; 7] = [
    "{}",
    r#"{"n":7,"b":true}"#,
    r#"{"n":null,"b":null}"#,
    r#"{"n":101,"b":"yes"}"#,
    r#"{"n":[1,[2]],"b":{"b":{}}}"#,
    r#"{"n":9e99,"b":1}"#,
    r#"{"n":-9223372036854775808,"b":false,"more":[]}"#,
];

#[derive(Clone, Copy)]
enum On {
    Query,
    Connection,
    Kpi,
    Cell,
}

fn text(choices: &[&'static str]) -> BoxedStrategy<String> {
    select(choices.to_vec()).prop_map(str::to_owned).boxed()
}

/// Mostly nothing, sometimes a directive, seldom a wrong one.
fn directive() -> BoxedStrategy<String> {
    prop_oneof![
        300 => Just(String::new()),
        60 => text(&[" @include(if: true)", " @include(if: false)", " @skip(if: true)", " @skip(if: false)"]),
        1 => text(&[" @include", " @skip(if: 1)", " @none(if: true)", " @deprecated", " @include(if: null)"]),
    ]
    .boxed()
}

/// `(first: …)`, mostly small, sometimes large, seldom wrong.
fn first() -> BoxedStrategy<String> {
    prop_oneof![
        300 => text(&["(first: 1)", "(first: 2)", "(first: 7)"]),
        20 => Just("(first: 100)".to_owned()),
        1 => text(&["", "(first: 0)", "(first: 101)", "(first: -1)", "(first: \"1\")", "(first: 1.5)", "(first: null)",
            "(first: 99999999999999999999)", "(first: [1])", "(first: {a: 1})", "(first: ONE)", "(first: 1, first: 1)"]),
    ]
    .boxed()
}

fn braced(head: BoxedStrategy<String>, on: On, levels: u32, spreads: bool) -> BoxedStrategy<String> {
    (head, directive(), selection(on, levels, spreads))
        .prop_map(|(head, directive, inside)| format!("{head}{directive} {{ {inside} }}"))
        .boxed()
}

fn paged(name: &'static str, levels: u32, spreads: bool) -> BoxedStrategy<String> {
    braced(first().prop_map(move |first| format!("{name}{first}")).boxed(), On::Connection, levels, spreads)
}

fn selection(on: On, levels: u32, spreads: bool) -> BoxedStrategy<String> {
    let (name, scalars): (_, &[&str]) = match on {
        On::Query => ("Query", &["motto", "m: motto", "__typename", "__type(name: \"Kpi\") { name }"]),
        On::Connection => ("KpiConnection", &["totalCount", "pageInfo { endCursor }", "edges { cursor }"]),
        On::Kpi => ("Kpi", &["name", "number", "a: number", "sometimes", "... on Named { name }"]),
        On::Cell => ("Cell", &["name", "count", "at", "share", "c: count", "... on Named { name }", "__typename"]),
    };
    let scalar = (text(scalars), directive())
        .prop_map(|(scalar, directive)| if scalar.contains('{') { scalar } else { format!("{scalar}{directive}") });
    let wrong = text(&["none", "motto(a: 1)", "kpis", "name { x }", "...None", "... on First { x }", "a: name"]);
    let mut choices = vec![(300, scalar.boxed()), (1, wrong)];
    if levels > 0 {
        let (part, spread) = (format!("... on {name}"), format!("...{name}Part"));
        choices.push((30, braced(Just(part).boxed(), on, levels - 1, spreads)));
        if spreads {
            choices.push((30, directive().prop_map(move |directive| format!("{spread}{directive}")).boxed()));
        }
        let objects = match on {
            On::Query => vec![
                paged("kpis", levels - 1, spreads),
                paged("some", levels - 1, spreads),
                braced(text(&["matrix", "matrix", "b: matrix"]), On::Cell, levels - 1, spreads),
                braced(text(&["hidden", "listed"]), On::Kpi, levels - 1, spreads),
            ],
            On::Connection => vec![
                braced(text(&["nodes", "n: nodes", "edges { node"]), On::Kpi, levels - 1, spreads)
                    .prop_map(|nodes| if nodes.starts_with("edges") { format!("{nodes} }}") } else { nodes })
                    .boxed(),
            ],
            On::Kpi => vec![paged("near", levels - 1, spreads)],
            On::Cell => vec![braced(text(&["kpi", "other", "o: other"]), On::Kpi, levels - 1, spreads)],
        };
        choices.extend(objects.into_iter().map(|object| (100, object)));
    }
    vec(Union::new_weighted(choices), 1..5).prop_map(|all| all.join(" ")).boxed()
}

fn document() -> impl Strategy<Value = String> {
    let head = prop_oneof![
        12 => Just(("query Q".to_owned(), String::new())),
        4 => select(DEFINED.to_vec()).prop_map(|defined| (
            format!("query Q{defined}"),
            "v: kpis(first: $n) { nodes { name } } w: motto @include(if: $b) @skip(if: $b)".to_owned(),
        )),
        1 => text(&["mutation Q", "subscription Q", "query A { motto } query Q"]).prop_map(|head| (head, String::new())),
    ];
    let parts = (
        selection(On::Query, 1, false),
        selection(On::Kpi, 1, false),
        selection(On::Cell, 1, false),
        selection(On::Connection, 1, false),
    );
    (head, selection(On::Query, 4, true), parts).prop_map(|((head, tail), asked, (query, kpi, cell, connection))| {
        format!(
            "{head} {{ {asked} {tail} ...QueryPart p: matrix {{ ...CellPart }} h: hidden {{ ...KpiPart }} \
             s: some {{ ...KpiConnectionPart }} }} fragment QueryPart on Query {{ {query} }} \
             fragment KpiPart on Kpi {{ {kpi} }} fragment CellPart on Cell {{ {cell} }} \
             fragment KpiConnectionPart on KpiConnection {{ {connection} }}"
        )
    })
}

fn answered(query: String, variables: &str) -> Result<(), TestCaseError> {
    let variables: Variables<super::Gql> = serde_json::from_str(variables).unwrap();
    let request = Request { query, operation_name: None, variables };
    let api = toy();
    let reply = api.run(&request, context(), Taken::Both);
    let answer: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
    prop_assert!(answer.is_object());
    prop_assert_eq!(answer.get("data").is_some(), reply.fate == Fate::Executed);
    if reply.fate == Fate::Executed {
        let cost = measure(api.schema(), api.weights(), &request.query, None, &request.variables);
        prop_assert!(cost.within_limits().is_ok());
        prop_assert!(
            u64::try_from(values(&answer["data"])).unwrap() <= cost.values.max(1),
            "{cost:?} for {}",
            request.query
        );
    }
    Ok(())
}

/// Values that an answer holds, lists and the root aside.
fn values(answer: &serde_json::Value) -> usize {
    match answer {
        serde_json::Value::Object(fields) => fields.values().map(|field| 1 + values(field)).sum(),
        serde_json::Value::Array(items) => items.iter().map(|item| 1 + values(item)).sum::<usize>().saturating_sub(1),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn documents_of_all_kinds_are_answered(query in document(), given in select(GIVEN.to_vec())) {
        answered(query, given)?;
    }

    #[test]
    fn noise_is_answered(query in "[{}()\\[\\]a-c.$@!:=|&\"#\\\\ 0-9…]{0,60}") {
        answered(query, "{}")?;
    }
}
