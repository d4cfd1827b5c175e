//! The agreement file: its published shape, and what hostile bytes come to.

use super::{AgreementFile, LARGEST_FILE, agreement_schema};
use crate::agreements::samples::{DEMO, resolve};
use proptest::prelude::*;

fn told(bytes: &[u8]) -> String {
    match AgreementFile::read(bytes) {
        Ok((_, problems)) => problems.to_string(),
        Err(problems) => {
            assert!(!problems.0.is_empty(), "an error says why");
            problems.to_string()
        }
    }
}

#[test]
fn the_published_schema_is_that_of_the_structs() {
    let published = include_str!("../../../../../schema/agreement.schema.json");
    assert!(published == agreement_schema(), "schema/agreement.schema.json is out of date");
}

#[test]
fn byte_order_mark_and_carriage_returns_make_no_difference() {
    let plain = resolve(DEMO).unwrap();
    let windows = format!("\u{feff}{}", DEMO.replace('\n', "\r\n"));
    assert_eq!(resolve(&windows).unwrap().json(), plain.json());
}

#[test]
fn bytes_that_are_no_file_are_told_where() {
    let cases: [(&[u8], &str); 9] = [
        (b"", "1:1: file: nothing stands where a mapping is expected"),
        (b"agreement:\n  code: \xff\n", "2:9: file: these bytes are no UTF-8; save the file as UTF-8"),
        (b"- a\n- b\n", "1:1: file: a list stands where a mapping is expected"),
        (b"agreement: [unclosed\n", "1:12: file: this is no YAML: unclosed bracket '['"),
        (b"agreement: *nobody\n", "1:12: file: this is no YAML: alias references unknown anchor"),
        (b"a: 1\n---\nb: 2\n", "2:1: file: this is more or deeper than a file may be (documents: 2)"),
        (b"agreement: x\n", "1:12: agreement: a text stands where a mapping is expected"),
        (b"agreement: !!binary x\n", "1:21: file: this is no YAML: invalid !!binary base64"),
        (b"\x00\x01\x02", "1:1: file: "),
    ];
    for (bytes, expected) in cases {
        let told = told(bytes);
        assert!(told.contains(expected), "{:?}: {told}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let laughs = (1..30).fold("a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned(), |text, level| {
        let below = vec![format!("*a{}", level - 1); 9].join(", ");
        format!("{text}a{level}: &a{level} [{below}]\n")
    });
    let deep = "[".repeat(100_000);
    let nested = (0..500).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>();
    let wide = format!("people: [{}]\n", "x,".repeat(300_000));
    let long = format!("agreement: {{code: {}}}\n", "x".repeat(LARGEST_FILE));
    for bomb in [laughs, deep, nested, wide, long] {
        let told = told(bomb.as_bytes());
        assert!(told.len() < 200_000, "{}", told.len());
        assert!(AgreementFile::read(bomb.as_bytes()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_file_cut_anywhere_never_panics(at in 0..DEMO.len()) {
        let _ = crate::agreements::Terms::resolve(
            &DEMO.as_bytes()[..at],
            &crate::agreements::KnownIds::default(),
            &mut crate::agreements::samples::counting(0),
        );
    }

    #[test]
    fn a_file_with_other_bytes_never_panics(edits in prop::collection::vec((0..DEMO.len(), any::<u8>()), 1..8)) {
        let mut bytes = DEMO.as_bytes().to_vec();
        for (at, byte) in edits {
            bytes[at] = byte;
        }
        let _ = crate::agreements::Terms::resolve(
            &bytes,
            &crate::agreements::KnownIds::default(),
            &mut crate::agreements::samples::counting(0),
        );
    }

    #[test]
    fn a_file_with_lines_lost_or_doubled_is_told_where(line in 0..300_usize, doubled in any::<bool>()) {
        let mut lines: Vec<&str> = DEMO.lines().collect();
        let line = line % lines.len();
        if doubled { lines.insert(line, lines[line]); } else { lines.remove(line); }
        let text = lines.join("\n");
        if let Err(problems) = resolve(&text) {
            prop_assert!(!problems.0.is_empty());
            for problem in problems.0 {
                prop_assert!(problem.line >= 1 && problem.column >= 1, "{problem}");
            }
        }
    }
}
