//! The short way of a leaf gives the very bytes of the long way, whatever is asked.

use super::{
    api::{Fate, Request, Taken},
    toy::{context, toy},
};
use juniper::{InputValue, ValidatedOperation, Variables};
use proptest::prelude::*;

const MATRIX: [&str; 7] = ["name", "count", "at", "share", "__typename", "kpi", "other"];
const KPI: [&str; 4] = ["number", "name", "sometimes", "__typename"];

/// A selection of a cell or a KPI as text, with aliases, fragments, directives and duplicates.
fn selection(objects: bool, levels: u32) -> BoxedStrategy<String> {
    let directive = prop_oneof![
        6 => Just(""),
        1 => Just(" @include(if: true)"),
        1 => Just(" @include(if: $no)"),
        1 => Just(" @skip(if: true)"),
        1 => Just(" @skip(if: $no) @include(if: $yes)"),
    ];
    let names: &'static [&'static str] = if objects { &MATRIX[..5] } else { &KPI };
    // an alias belongs to one field, so that two fields never claim one key
    let scalar = (0..names.len(), any::<bool>(), directive.clone()).prop_map(move |(at, alias, directive)| {
        if alias { format!("k{at}: {}{directive}", names[at]) } else { format!("{}{directive}", names[at]) }
    });
    if levels == 0 {
        return proptest::collection::vec(scalar, 1..4).prop_map(|all| all.join(" ")).boxed();
    }
    let on = if objects { "Cell" } else { "Kpi" };
    let part = (selection(objects, levels - 1), directive.clone())
        .prop_map(move |(inside, directive)| format!("... on {on}{directive} {{ {inside} }}"));
    let named = (selection(objects, levels - 1), directive.clone())
        .prop_map(|(_, directive)| format!("... on Named{directive} {{ name __typename }}"));
    let spread = (prop_oneof![Just(format!("...{on}Part")), Just("...NamedPart".to_owned())], directive.clone())
        .prop_map(|(spread, directive)| format!("{spread}{directive}"));
    let mut choices = vec![scalar.boxed(), part.boxed(), named.boxed(), spread.boxed()];
    if objects {
        let object = (5_usize..7, any::<bool>(), directive, selection(false, levels - 1)).prop_map(
            |(at, alias, directive, inside)| {
                let alias = if alias { format!("k{at}: ") } else { String::new() };
                format!("{alias}{}{directive} {{ {inside} }}", MATRIX[at])
            },
        );
        choices.push(object.boxed());
    }
    proptest::collection::vec(proptest::strategy::Union::new(choices), 1..6).prop_map(|all| all.join(" ")).boxed()
}

fn data(query: &str, plain: bool) -> (bool, Vec<u8>) {
    let api = toy();
    let variables =
        Variables::from([("yes".to_owned(), InputValue::scalar(true)), ("no".to_owned(), InputValue::scalar(false))]);
    let operation = ValidatedOperation::new(query, None, api.schema()).unwrap();
    let merged = super::cost::measure(api.schema(), api.weights(), query, None, &variables).merged;
    let context = context().resolving_plainly(plain || merged);
    let (value, _) = operation.execute_sync(&variables, &context).unwrap();
    let mut out = Vec::new();
    super::writer::write_value(&mut out, &value);
    (merged, out)
}

fn document(inside: &str) -> String {
    format!(
        "query ($yes: Boolean! = true, $no: Boolean! = false) {{ matrix {{ {inside} ...CellPart ...NamedPart \
         kk: kpi {{ ...KpiPart }} name @include(if: $yes) @skip(if: $no) }} }} \
         fragment CellPart on Cell {{ at k1: count mine: kpi {{ number near(first: 2) {{ nodes {{ number }} }} }} }} \
         fragment KpiPart on Kpi {{ sometimes k0: number }} \
         fragment NamedPart on Named {{ name }}"
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn both_ways_give_the_same_bytes(inside in selection(true, 3)) {
        let query = document(&inside);
        let (_, short) = data(&query, false);
        let (_, long) = data(&query, true);
        prop_assert_eq!(String::from_utf8(short).unwrap(), String::from_utf8(long).unwrap(), "{}", query);
    }
}

#[test]
fn the_short_way_is_taken_and_the_merged_way_is_not() {
    let api = toy();
    let short = |query: &str, plain| {
        let operation = ValidatedOperation::new(query, None, api.schema()).unwrap();
        let (value, _) = operation.execute_sync(&Variables::default(), &context().resolving_plainly(plain)).unwrap();
        let matrix = value.as_object_value().unwrap().get_field_value("matrix").unwrap();
        matches!(matrix, juniper::Value::Scalar(super::Gql::Raw(_)))
    };
    assert!(short("{ matrix { name kpi { name near(first: 1) { totalCount } } ... on Named { __typename } } }", false));
    assert!(!short("{ matrix { name } }", true));
    assert!(data(&document("kpi { name } kpi { number }"), false).0);
}

#[test]
fn a_leaf_asked_under_two_keys_answers_both() {
    let query = "{ matrix { count } again: matrix { name } }";
    let reply = toy().run(&Request { query: query.into(), ..Request::default() }, context(), Taken::Queries);
    assert_eq!(reply.fate, Fate::Executed);
    let answer: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(answer["data"]["matrix"][22]["count"], 22_i64 << 33);
    assert_eq!(answer["data"]["again"][22]["name"], "cell\t22");
}
