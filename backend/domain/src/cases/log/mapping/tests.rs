//! Mapping files: what is wrong with one is told by line and column; the examples read.

use super::{Mapper, Record, mapping_refusals, mapping_schema};
use crate::cases::log::{Names, samples::terms};
use std::borrow::Cow;

const SMALL: &str = "source: desk
columns:
  case: number
  at: at
  team: {constant: desk}
  priority: {constant: low}
  service: {constant: lines}
statuses:
  - {when: {status: '*'}, means: held}
";

fn problems(text: &str) -> Vec<String> {
    Mapper::of(text.as_bytes()).err().map_or_else(Vec::new, |all| all.0.iter().map(ToString::to_string).collect())
}

#[test]
fn a_mapping_names_its_columns_and_a_file_has_to_have_them() {
    let mapper = Mapper::of(SMALL.as_bytes()).unwrap();
    assert_eq!(mapper.columns(), ["number", "at", "status"]);
    assert_eq!(mapper.places(&["status", "other", "at", "number"]).unwrap(), [3, 2, 0]);
    let refused = mapper.places(&["at", "status", "at"]).unwrap_err();
    let said: Vec<_> = refused.0.iter().map(|one| (&*one.code, one.message.as_str())).collect();
    assert_eq!(
        said,
        [
            ("CASE_LOG_COLUMNS", "the mapping names the column number, which is missing"),
            ("CASE_LOG_COLUMNS", "at is named twice"),
        ]
    );
}

#[test]
fn what_is_wrong_with_a_mapping_is_told_with_its_place() {
    let cases = [
        (SMALL.replace("  at: at\n", ""), "3:3: columns: the key `at` is missing: The column with the time"),
        (SMALL.replace("means: held", "means: holding"), "9:34: statuses.1.means: `holding` is not one of"),
        (SMALL.replace("source: desk", "source: desk\nsorce: x"), "2:1: sorce: unknown key; did you mean `source`?"),
        (SMALL.replace("means: held", "means: paused"), "9:34: statuses.reason: a paused status has a reason"),
        (SMALL.replace("{status: '*'}", "{}"), "9:23: statuses.when: name at least one column"),
        (SMALL.replace("{constant: low}", "{}"), "3:9: priority: name either a column or a constant"),
        (
            SMALL.replace("{constant: low}", "{constant: low, column: p}"),
            "6:37: priority: name either a column or a constant",
        ),
        (
            SMALL.replace("{constant: desk}", "{column: t, slug: true, otherwise: desk}"),
            "5:18: team: `slug` and `otherwise` both say",
        ),
        (
            SMALL.replace("columns:", "time: {format: '%H:%M'}\ncolumns:"),
            "2:16: time.format: this is no form of a whole time",
        ),
        (
            SMALL.replace("columns:", "time: {format: rfc3339, zone: Mars/Olympus}\ncolumns:"),
            "2:31: time.zone: \"Mars/Olympus\" is not a time zone",
        ),
        (
            format!("{SMALL}facts:\n  - {{kpi: x, at: at}}\n"),
            "11:11: facts: say with one of `good`, `value` and `hours`",
        ),
    ];
    for (text, told) in cases {
        let all = problems(&text);
        assert!(all.len() == 1 && all[0].starts_with(told), "{told}\n{all:?}");
    }
    let refusals = mapping_refusals(&Mapper::of(b"source: [").unwrap_err());
    assert_eq!(refusals.0[0].code, "CASE_LOG_MAPPING");
}

#[test]
fn the_schema_describes_every_key() {
    let schema = mapping_schema();
    assert!(schema.contains("\"statuses\"") && schema.contains("opened_at") && schema.ends_with("}\n"));
}

#[test]
fn a_row_without_order_is_known_by_time_and_content_and_another_by_its_key_columns() {
    let terms = terms();
    let names = Names::of(&terms).unwrap();
    let key = |mapping: &str, status: &'static str, other: &'static str| {
        let mapper = Mapper::of(mapping.as_bytes()).unwrap();
        let header = ["number", "at", "status", "other"];
        let fields = ["C 1", "2026-03-01T08:00:00Z", status, other].map(Cow::Borrowed);
        let places = mapper.places(&header).unwrap();
        mapper.read(&names, Record { fields: &fields, places: &places }).unwrap().key
    };
    let plain = key(SMALL, "new", "1");
    assert!(plain.starts_with("C 1/2026-03-01T08:00:00Z/"), "{plain}");
    assert_eq!(plain, key(SMALL, "new", "2"));
    assert_ne!(plain, key(SMALL, "old", "1"));
    assert_eq!(key(&SMALL.replace("at: at", "at: at\n  order: other"), "new", "7"), "C 1/7");
    assert_eq!(key(&SMALL.replace("at: at", "at: at\n  key: [other, status]"), "new", "7"), "C 1/7/new");
}

#[test]
fn facts_are_read_or_refused_one_by_one() {
    let terms = terms_with_kpis();
    let names = Names::of(&terms).unwrap();
    let mapping = format!(
        "{SMALL}missing: ['?']\nfacts:\n  - {{kpi: met, at: at, good: {{column: made, is: 'true'}}}}\n  \
         - {{kpi: moves, at: at, value: moves}}\n  - {{kpi: hours, at: at, hours: {{from: at, to: done}}}}\n"
    );
    let mapper = Mapper::of(mapping.as_bytes()).unwrap();
    let header = ["number", "at", "status", "made", "moves", "done"];
    let places = mapper.places(&header).unwrap();
    let facts = |made: &'static str, moves: &'static str, done: &'static str| {
        let fields = ["C1", "2026-03-01T08:00:00Z", "new", made, moves, done].map(Cow::Borrowed);
        let step = mapper.read(&names, Record { fields: &fields, places: &places }).unwrap();
        let said = step.facts.into_iter().map(|fact| match fact {
            Ok(it) => {
                let parts = it.fact.reading.parts();
                format!("{} {}", it.source_key, parts.value.or(parts.good).unwrap())
            }
            Err(why) => why.0[0].code.to_string(),
        });
        said.collect::<Vec<_>>()
    };
    assert_eq!(facts("true", "3", "2026-03-01T18:13:00Z"), ["C1/met 1", "C1/moves 3", "C1/hours 10.216667"]);
    assert_eq!(facts("false", "?", ""), ["C1/met 0"]);
    assert_eq!(facts("?", "many", "2026-03-01T07:00:00Z"), ["CASE_LOG_FIELD", "CASE_LOG_INTERVAL"]);
}

fn terms_with_kpis() -> crate::agreements::Terms {
    let mut document: serde_json::Value = serde_json::from_str(terms().json()).unwrap();
    let kpi = |number: u8, code: &str, kind: &str, unit: &str| {
        serde_json::json!({
            "id": format!("00000000-0000-0000-0000-0000000000{number:02x}"), "code": code, "name": code, "kind": kind,
            "unit": unit, "direction": "higher", "joint": "pooled", "disclosure": "open", "targets": [],
        })
    };
    document["kpis"] = serde_json::json!([
        kpi(50, "hours", "mean", "hours"),
        kpi(51, "met", "ratio", "share"),
        kpi(52, "moves", "mean", "count")
    ]);
    crate::agreements::Terms::from_json(&document.to_string()).unwrap()
}

#[test]
fn the_examples_read() {
    let examples = [
        include_str!("../../../../../../docs/examples/uci-cases-mapping.yaml"),
        include_str!("../../../../../../docs/examples/volvo-problems-mapping.yaml"),
        include_str!("../../../../../../docs/examples/volvo-open-problems-mapping.yaml"),
    ];
    for (text, columns) in examples.into_iter().zip([13, 10, 9]) {
        let mapper = Mapper::of(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(mapper.columns().len(), columns, "{:?}", mapper.columns());
    }
}

#[test]
fn the_mappings_of_the_documentation_read() {
    let page = include_str!("../../../../../../docs/importing-cases.md");
    let mappings: Vec<&str> = page.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(mappings.len(), 4);
    for mapping in mappings {
        Mapper::of(mapping.as_bytes()).unwrap_or_else(|problems| panic!("{problems}\n{mapping}"));
    }
}
