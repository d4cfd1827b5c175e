//! Terms: stable, readable, exportable.

use crate::agreements::samples::{DEMO, UCI, demo, resolve, resolve_after};
use crate::agreements::{Terms, ready_to_activate};

#[test]
fn the_shipped_agreements_resolve_and_are_ready() {
    for text in [DEMO, UCI] {
        let terms = resolve(text).unwrap_or_else(|problems| panic!("{problems}"));
        ready_to_activate(&terms).unwrap();
    }
}

#[test]
fn terms_read_back_from_json_in_any_order_of_keys() {
    let terms = demo();
    let again = Terms::from_json(terms.json()).unwrap();
    assert_eq!((again.json(), again.digest()), (terms.json(), terms.digest()));
    let pretty = serde_json::to_string_pretty(&*terms).unwrap();
    assert_ne!(pretty, terms.json());
    assert_eq!(Terms::from_json(&pretty).unwrap().digest(), terms.digest());
    assert!(Terms::from_json("{}").is_err());
}

#[test]
fn an_export_applies_without_a_change() {
    for text in [DEMO, UCI] {
        let terms = resolve(text).unwrap();
        let exported = terms.export().unwrap();
        let again = resolve_after(&exported, &terms).unwrap_or_else(|problems| panic!("{problems}\n{exported}"));
        assert_eq!(again.json(), terms.json());
        assert_eq!(again.export().unwrap(), exported);
    }
}
