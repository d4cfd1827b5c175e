//! What the product is linked from may be given away under the product's own licences.

use std::process::Command;

/// Whether nothing in the expression obliges to a copyleft licence: each of its parts offers another choice.
fn is_free_to_link(expression: &str) -> bool {
    expression
        .split(" AND ")
        .all(|part| part.split(" OR ").flat_map(|some| some.split('/')).any(|one| !one.contains("GPL")))
}

#[test]
fn expressions_are_read_part_by_part() {
    for (expression, free) in [
        ("MIT OR Apache-2.0", true),
        ("Unlicense/MIT", true),
        ("MIT OR LGPL-2.1-or-later", true),
        ("GPL-3.0-only", false),
        ("(MIT OR Apache-2.0) AND AGPL-3.0", false),
        ("ISC AND (Apache-2.0 OR ISC)", true),
    ] {
        assert_eq!(is_free_to_link(expression), free, "{expression}");
    }
}

#[test]
fn no_package_obliges_to_a_copyleft_licence() {
    let host = Command::new("rustc").arg("-vV").output().unwrap();
    let host = String::from_utf8(host.stdout).unwrap();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1", "--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap();
    let bound: Vec<_> = packages
        .iter()
        .map(|package| {
            (package["name"].as_str().unwrap(), package["license"].as_str().unwrap_or("GPL for want of any"))
        })
        .filter(|(_, licence)| !is_free_to_link(licence))
        .collect();
    assert!(packages.len() > 100 && bound.is_empty(), "{bound:?}");
}
