//! Every field, argument and input field has its row in the permission table, and every row its field.

use super::schema::Schema;
use crate::support::world::World;
use concordat::graphql::permissions::{self, Guard};
use std::collections::BTreeSet;

fn spelled(of: &str, field: &str, arguments: &[String]) -> String {
    format!("{of}.{field}({})", arguments.join(" "))
}

#[test]
fn every_field_has_a_row_and_every_row_a_field() {
    let world = World::sqlite();
    let mut there = BTreeSet::new();
    for (name, kind) in &Schema::learn(&world).0 {
        for field in &kind.fields {
            let arguments: Vec<String> = field.args.iter().map(|arg| arg.name.clone()).collect();
            there.insert(spelled(name, &field.name, &arguments));
        }
        there.extend(kind.inputs.iter().map(|input| spelled(name, &input.name, &[])));
    }
    let rows: Vec<String> = permissions::rows()
        .iter()
        .map(|row| {
            let arguments: Vec<String> = row.arguments.iter().map(|name| (*name).to_owned()).collect();
            spelled(row.of, row.field, &arguments)
        })
        .collect();
    let told: BTreeSet<String> = rows.iter().cloned().collect();
    assert_eq!(rows.len(), told.len(), "a field with two rows");
    let bare: Vec<_> = there.difference(&told).collect();
    let idle: Vec<_> = told.difference(&there).collect();
    assert!(bare.is_empty() && idle.is_empty(), "without a row: {bare:#?}\nwithout a field: {idle:#?}");
    println!("{} fields, each with its row", there.len());
}

#[test]
fn a_mutation_is_never_open_and_inputs_are_guarded_by_what_takes_them() {
    for row in permissions::rows() {
        let input = row.of.ends_with("Input") || row.of.ends_with("Filter");
        assert_eq!(input, row.guard == Guard::Taker, "{}.{}", row.of, row.field);
        if row.of == "Mutation" || row.of == "Subscription" {
            assert!(matches!(row.guard, Guard::Denied(_)), "{}.{}", row.of, row.field);
        }
    }
}
