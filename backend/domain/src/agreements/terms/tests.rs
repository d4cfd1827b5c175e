//! Terms: stable, readable, exportable.

use crate::agreements::file::{Number, Place};
use crate::agreements::samples::{CASES, DEMO, EDGES, GROUPS, UCI, UCI_LOG, demo, read_after, resolve, resolve_after};
use crate::agreements::{BoundaryInFile, Plan, Terms, ready_to_activate};
use crate::kernel::Decimal;
use proptest::prelude::*;

#[test]
fn the_shipped_agreements_resolve_and_are_ready() {
    for text in [DEMO, UCI, UCI_LOG] {
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
fn terms_without_the_later_sections_keep_the_digest_that_was_signed() {
    let terms = resolve(UCI).unwrap();
    assert_eq!(terms.digest().to_string(), "d25cd770d3b3fa1bea9925ec7f853611ad872b68a0c721b2477dcf674e227f81");
    assert!(
        [
            "alignment",
            "cadences",
            "calendars",
            "demands",
            "escalations",
            "handling",
            "health",
            "measure",
            "quorum",
            "teams"
        ]
        .iter()
        .all(|key| !terms.json().contains(&format!("\"{key}\"")))
    );
}

#[test]
fn an_export_applies_without_a_change() {
    for text in [DEMO, UCI, CASES, EDGES, GROUPS] {
        let terms = resolve(text).unwrap();
        let exported = terms.export(&[]).unwrap();
        let again = resolve_after(&exported, &terms).unwrap_or_else(|problems| panic!("{problems}\n{exported}"));
        assert_eq!(again.json(), terms.json());
        assert_eq!(again.export(&[]).unwrap(), exported);
    }
}

#[test]
fn an_export_holds_the_boundaries_that_it_is_given() {
    let terms = resolve(EDGES).unwrap();
    let plain = |text: &str| {
        let read = read_after(text, &terms).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        let nowhere = |it| BoundaryInFile { place: Place::default(), ..it };
        read.boundaries.into_iter().map(nowhere).collect::<Vec<_>>()
    };
    let boundaries = plain(EDGES);
    let exported = terms.export(&boundaries).unwrap();
    assert_eq!(plain(&exported), boundaries);
    let small = resolve(&CASES[..CASES.find("calendars:").unwrap()]).unwrap();
    assert!(!small.export(&boundaries).unwrap().contains("boundaries"), "its terms know no team of theirs");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_is_written_reads_back(
        names in prop::collection::vec(r#"[^\p{C}\p{Z}]([^\p{C}]{0,20}[^\p{C}\p{Z}])?|no|~|null|1e3|0x1f|- a|a: b|\#b|'|"|\[\]|%x|\|\n"#, 6),
        text in r#"[!-~]([ -~\n\t]{0,80}[!-~])?"#,
        millionths in 1..2_000_000_000_000_i64,
        moved in any::<bool>(),
    ) {
        let mut file = demo().file();
        file.agreement.name.value.clone_from(&names[0]);
        file.companies[1].name.value.clone_from(&names[1]);
        file.people[2].name.value.clone_from(&names[2]);
        file.services[0].name.value.clone_from(&names[3]);
        file.kpis[3].name.value.clone_from(&names[4]);
        file.groups[0].name.value.clone_from(&names[5]);
        file.commitments[0].text.value.clone_from(&text);
        let number = Decimal::from_millionths(millionths).unwrap();
        let sum = file.kpis.iter_mut().find(|kpi| kpi.code.value == "visit-costs").unwrap();
        sum.targets[0].value.value = Number(number.to_string());
        if moved {
            let child = file.services[0].children.pop().unwrap();
            file.services.push(child);
        }
        let written = serde_saphyr::to_string(&file).unwrap();
        let terms = resolve_after(&written, &demo()).unwrap_or_else(|problems| panic!("{problems}\n{written}"));
        prop_assert_eq!(&terms.name, names[0].trim());
        prop_assert_eq!(&terms.commitments.iter().find(|it| it.code == file.commitments[0].code.value).unwrap().text, text.trim());
        let target = &terms.kpi_named("visit-costs").unwrap().targets;
        prop_assert!(target.iter().any(|target| target.value == number));
        let again = resolve_after(&terms.export(&[]).unwrap(), &terms).unwrap_or_else(|problems| panic!("{problems}"));
        prop_assert_eq!(again.json(), terms.json());
        prop_assert!(Plan::between(Some(&terms), &again).is_empty());
        let stored = Terms::from_json(terms.json()).unwrap();
        prop_assert_eq!(stored.json(), terms.json());
    }
}
