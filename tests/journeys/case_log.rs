//! A case log of another system is imported from the command line, and replayed under other rules.
//!
//! `incidents.csv` holds the first eight incidents of the log that `docs/examples/uci-cases-mapping.yaml` reads: Amaral,
//! Fantinato, Peres (2018), "Incident management process enriched event log", UCI Machine Learning Repository 498,
//! DOI 10.24432/C57S4H, licence CC BY 4.0.

use super::{
    place::both,
    process::{Product, run, told},
    signed::{Coming, active, done},
};
use chrono::NaiveDateTime;
use concordat_domain::kernel::Span;
use serde_json::{Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/examples/uci-cases-agreement.yaml");
const MAPPING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/examples/uci-cases-mapping.yaml");
const LOG: &str = include_str!("incidents.csv");
const CODE: &str = "uci-cases";

/// The agreement of the log.
fn agreement() -> Coming<'static> {
    Coming {
        file: FILE,
        code: CODE,
        steward: "steward@integrator.example",
        signatories: &[
            ("signatory@integrator.example", "integrator"),
            ("signatory@supplier-a.example", "supplier-a"),
            ("signatory@supplier-b.example", "supplier-b"),
            ("signatory@supplier-c.example", "supplier-c"),
            ("signatory@supplier-d.example", "supplier-d"),
            ("signatory@supplier-e.example", "supplier-e"),
        ],
    }
}

/// The seconds from each row that says that the user is waited for to the next one of the incident, by the log alone.
fn awaited() -> i64 {
    let rows: Vec<Vec<&str>> = LOG.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let at = |row: &[&str]| NaiveDateTime::parse_from_str(row[13], "%d/%m/%Y %H:%M").unwrap().and_utc().timestamp();
    let waits = rows.windows(2).filter(|two| two[0][0] == two[1][0] && two[0][1] == "Awaiting User Info");
    waits.map(|two| at(&two[1]) - at(&two[0])).sum()
}

fn counts(told: &Value) -> [u64; 4] {
    ["recorded", "unchanged", "rejected", "cases"].map(|key| told[key].as_u64().unwrap())
}

#[test]
fn a_log_is_imported_with_its_mapping_and_replayed() {
    both(|at, place| {
        let server = Product::serve(place);
        let mut steward = active(&server, place, &agreement());
        let (file, rejects) = (at.file("incidents.csv"), at.file("incidents.rejects"));
        let bad = LOG.lines().nth(1).unwrap().replace("29/2/2016 01:23", "30/2/2016 01:23");
        std::fs::write(&file, format!("{LOG}{bad}\n")).unwrap();
        let words = ["import", "cases", &file, "--agreement", CODE, "--mapping", MAPPING, "--rejects", &rejects];
        let import = |more: &[&str]| {
            let output = run(&[&words, more, place, &["--json"]].concat());
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(5), "{said}");
            let text = String::from_utf8(output.stdout).unwrap();
            serde_json::from_str::<Value>(&text[text.find('{').unwrap()..]).unwrap()
        };
        let total = "query($code: String!) { agreement(code: $code) { caseTotals { cases total \
                     parts { kind seconds } betweenCompanies { handOvers } } } }";
        let mut totals = || done(&mut steward, total, &json!({ "code": CODE }))["agreement"]["caseTotals"].clone();

        assert_eq!(counts(&import(&["--dry-run"])), [62, 0, 1, 8]);
        assert_eq!(totals()["cases"], 0, "a rehearsal keeps nothing");
        assert_eq!(counts(&import(&[])), [62, 0, 1, 8]);
        let left = std::fs::read_to_string(&rejects).unwrap();
        let told_of = left.lines().nth(1).unwrap();
        assert!(told_of.starts_with("64,") && told_of.contains("CASE_LOG_TIME"), "{left}");
        assert_eq!(counts(&import(&[])), [0, 62, 1, 0], "the same again changes nothing");
        let seen = totals();
        assert_eq!(seen["cases"], 8);
        let pauses = seen["parts"].as_array().unwrap().iter().filter(|part| part["kind"] == "PAUSE");
        let paused: i64 = pauses.map(|part| part["seconds"].as_i64().unwrap()).sum();
        // rows of one minute are put a microsecond apart
        assert!((awaited() - paused).abs() <= 2, "{seen}");
        assert!(seen["betweenCompanies"]["handOvers"].as_i64().unwrap() > 0);

        replayed(place, seen["total"].as_str().unwrap());
        for path in [&file, &rejects] {
            std::fs::remove_file(path).unwrap();
        }
        assert_eq!(totals(), seen, "a replay changes nothing");
    });
}

/// Without pauses their time is the companies' own; the whole stays the same.
fn replayed(place: &[&str], total: &str) {
    let replay = |more: &[&str]| told(&[&["replay", "--agreement", CODE], more, place].concat());
    let span = |text: &Value| Span::parse(text.as_str().unwrap()).unwrap();
    let sum =
        |told: &Value, when: &str| told["ledger"].as_array().unwrap().iter().map(|row| span(&row[when])).sum::<Span>();
    let plain = replay(&[]);
    assert_eq!((&plain["cases"], &plain["changed"]), (&json!(8), &json!(0)), "{plain}");
    let without = replay(&["--no-pauses"]);
    assert_eq!((&without["cases"], &without["changed"]), (&json!(8), &json!(2)), "{without}");
    let of = |row: &&Value| row["name"].as_str().unwrap().starts_with("pause");
    let pauses = without["ledger"].as_array().unwrap().iter().find(of).unwrap();
    assert!((span(&pauses["before"]).seconds() - awaited()).abs() <= 1, "{without}");
    assert_eq!(span(&pauses["after"]), Span::ZERO);
    assert_eq!(sum(&without, "before"), sum(&without, "after"));
    assert_eq!(sum(&without, "before"), Span::parse(total).unwrap());
    let first = replay(&["--from", "2016-02-29T06:00:00Z", "--until", "2016-02-29T07:00:00Z"]);
    assert_eq!(first["cases"], 3, "{first}");

    let words = |more: &[&str]| run(&[&["replay", "--agreement", CODE], more, place].concat());
    let text = String::from_utf8(words(&["--no-pauses"]).stdout).unwrap();
    assert!(text.contains("8 cases replayed, 2 come to something else."), "{text}");
    for (more, said) in [
        (["--without", "nobody"], "the agreement speaks of no company nobody"),
        (["--target", "resolution"], "write CLOCK=DURATION"),
        (["--calendar", "nowhen"], "nowhen"),
    ] {
        let no = words(&more);
        let text = String::from_utf8_lossy(&no.stderr).into_owned();
        assert!(!no.status.success() && text.contains(said), "{more:?}: {text}");
    }
}
