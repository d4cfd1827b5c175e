//! An import is killed half-way: what was in stays in, and the same command run again adds the rest and nothing twice.

use super::{
    place::both,
    process::{Product, start, told, until},
    signed::{ANALYST, CODE, done, signed},
};
use serde_json::json;
use std::{fmt::Write as _, io::Write as _};

/// Enough for one transaction to be in and another to be under way.
const LINES: u64 = 12_500;
/// What the first process gets to see of them.
const SEEN: usize = 11_000;

fn line(number: u64) -> String {
    let (day, hour, good) = (1 + number % 27, number % 24, u8::from(!number.is_multiple_of(9)));
    format!("sla-met,nordlicht,network,2026-02-{day:02}T{hour:02}:30:00Z,tickets,{number},{good},1\n")
}

#[test]
fn an_import_that_was_killed_is_run_again() {
    both(|at, place| {
        let server = Product::serve(place);
        let mut steward = signed(&server, place);
        let header = "kpi,company,service,observed_at,source,source_key,good,total\n";
        let lines: Vec<String> = (0..LINES).map(line).collect();
        let words = ["import", "measurements", "-", "--format", "csv", "--agreement", CODE, "--as", ANALYST];
        let mut import = start(&[&words, place].concat());
        let mut input = import.stdin.take().unwrap();
        input.write_all(format!("{header}{}", lines[..SEEN].concat()).as_bytes()).unwrap();
        until("a part is in", || recorded(&mut steward) > 0);
        import.kill().unwrap();
        import.wait().unwrap();
        drop(input);

        let file = at.file("february.csv");
        let mut all = header.to_owned();
        lines.iter().for_each(|line| write!(all, "{line}").unwrap());
        std::fs::write(&file, all).unwrap();
        let words = ["import", "measurements", &file, "--agreement", CODE, "--as", ANALYST];
        let counts = told(&[&words[..], place].concat());
        let of = |key: &str| counts[key].as_u64().unwrap();
        assert_eq!((of("recorded") + of("unchanged"), of("corrected"), of("rejected")), (LINES, 0, 0), "{counts}");
        assert!(of("unchanged") > 0 && of("recorded") > 0, "{counts}");
        std::fs::remove_file(&file).unwrap();
        assert_eq!(told(&[&["rollups", "verify", "--agreement", CODE], place].concat())["months"], 1);
    });
}

/// How many times something was recorded, as the log tells.
fn recorded(steward: &mut super::client::Client) -> usize {
    let query = "query($code: String!, $kinds: [String!]) { agreement(code: $code) \
                 { events(first: 10, kinds: $kinds) { nodes { number } } } }";
    let found = done(steward, query, &json!({ "code": CODE, "kinds": ["measurements.recorded"] }));
    found["agreement"]["events"]["nodes"].as_array().unwrap().len()
}
