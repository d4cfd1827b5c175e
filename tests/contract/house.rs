//! The house rules that a machine can hold.

use std::path::Path;

#[test]
fn nobody_offends_against_the_house_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let offences = xtask::house::offences(root).unwrap();
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}
