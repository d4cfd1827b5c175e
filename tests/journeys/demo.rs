//! The demo: a life of fourteen months in an empty database, its closing tables, and the questions that it prints.

use super::{
    place::{Place, both},
    process::{Product, run, told},
};
use serde_json::Value;
use std::process::Command;

/// The row of a list that says this.
fn row<'v>(list: &'v Value, says: &[(&str, &str)]) -> &'v Value {
    let found = list.as_array().unwrap().iter().find(|row| says.iter().all(|(key, text)| row[*key] == *text));
    found.unwrap_or_else(|| panic!("nothing says {says:?} in {list:#}"))
}

/// What a finding says it is, of which service and boundaries.
fn found(finding: &Value) -> (&str, &str, &str) {
    let text = |key: &str| finding[key].as_str().unwrap();
    (text("kind"), text("service"), text("boundaries"))
}

#[test]
fn it_ends_with_the_scorecard_and_the_open_deviations() {
    both(|_, place| {
        let said = told(&[&["demo", "--exit"], place].concat());
        let card = &said["scorecard"];
        let slipped = row(card, &[("kpi", "sla-met"), ("company", "castor")]);
        assert_eq!((&slipped["target"], &slipped["figures"]["2026-02"]), (&"0.93".into(), &"0.885 missed".into()));
        let restated = row(card, &[("kpi", "availability"), ("company", "halden")]);
        assert_eq!(restated["figures"]["2025-12"], "0.994 missed*");
        assert_eq!(row(card, &[("kpi", "visit-costs"), ("company", "all")])["figures"]["2026-01"], "24397 met*");

        let open = &said["deviations"];
        assert_eq!(open.as_array().unwrap().len(), 12, "{open:#}");
        let long = row(open, &[("period", "2025-07"), ("company", "nordlicht, network")]);
        assert_eq!(long["state"], "verifying, level 2");
        let done = long["done"].as_str().unwrap();
        assert!(done.contains("shift for the network (failed); One queue") && done.ends_with("(verifying)"), "{done}");
        for (kpi, company) in [("major-incidents", "all"), ("resolved-in-time", "nordlicht")] {
            assert_eq!(row(open, &[("period", "2026-03"), ("kpi", kpi), ("company", company)])["kind"], "at risk");
        }
        let mut edges: Vec<(&str, &str, &str)> = said["findings"].as_array().unwrap().iter().map(found).collect();
        edges.sort_unstable();
        assert_eq!(
            edges,
            [
                ("circle", "network", "halden-hosting, nordlicht-network"),
                ("dead_end", "devices", "berger-repair"),
                ("gap", "network", ""),
                ("overlap", "network", "halden-hosting, nordlicht-network"),
                ("shortfall", "devices", "berger-repair, castor-devices"),
            ]
        );
        let night = row(&said["findings"], &[("kind", "gap")]);
        assert_eq!(night["first"], "Fri 2026-03-06 20:00 to Sat 2026-03-07 06:00");
        assert!(run(&[&["audit", "verify"], place].concat()).status.success());
        let rollups = run(&[&["rollups", "verify", "--agreement", "arnau-workplace"], place].concat());
        assert!(rollups.status.success());

        let again = run(&[&["demo", "--exit"], place].concat());
        assert_eq!(again.status.code(), Some(2), "it fills no database twice");
    });
}

#[test]
fn a_folder_that_is_to_be_kept_keeps_what_is_in_it() {
    let place = Place::sqlite();
    let note = place.file("note");
    std::fs::write(&note, "mine").unwrap();
    let folder = std::path::Path::new(&note).parent().unwrap().display().to_string();
    for code in [0, 2] {
        assert_eq!(run(&["demo", "--exit", "--keep", &folder]).status.code(), Some(code));
        assert_eq!(std::fs::read_to_string(&note).unwrap(), "mine");
        assert!(std::path::Path::new(&place.file("concordat.db")).is_file());
    }
}

#[test]
fn every_question_that_it_prints_is_answered() {
    let place = Place::sqlite();
    let arguments = place.arguments();
    let mut all = vec!["demo", "--listen", "127.0.0.1:0", "--password", "a password for everybody"];
    all.extend(arguments.iter().map(String::as_str));
    let (server, told) = Product::start(&all);
    let calls = told["calls"].as_array().unwrap();
    assert_eq!(calls.len(), 5);
    let answers: Vec<Value> = calls.iter().map(|call| ask(call["curl"].as_str().unwrap())).collect();
    for answer in &answers {
        assert!(answer["errors"].is_null() && answer["data"]["agreement"].is_object(), "{answer:#}");
    }
    let figures = &answers[0]["data"]["agreement"];
    assert!(figures["joint"].as_array().unwrap().len() >= 30, "{figures:#}");
    let own = figures["own"].as_array().unwrap();
    assert!(own.len() == 33 && own.iter().all(|cell| cell["value"].is_string()), "{own:#?}");
    let open = answers[1]["data"]["agreement"]["deviations"]["nodes"].as_array().unwrap();
    let concealed = |node: &&Value| node["kpi"]["code"] == "satisfaction";
    assert!(open.len() >= 6 && open.iter().find(concealed).is_none(), "nordlicht's ratings are not castor's to see");
    let findings = answers[4]["data"]["agreement"]["coverage"]["findings"]["nodes"].as_array().unwrap();
    assert!(findings.len() == 5 && findings.iter().any(|it| it["kind"] == "CIRCLE"), "{findings:#?}");
    assert_eq!(answers[2]["data"]["agreement"]["kpis"]["nodes"].as_array().unwrap().len(), 17);

    // few may try to sign in from one address in a minute
    for person in told["keys"]["people"].as_array().unwrap().iter().step_by(4) {
        let sign_in = serde_json::json!({ "email": person["email"], "password": "a password for everybody" });
        assert_eq!(server.client().ask("POST /auth/sign-in", Some(&sign_in)).status, 200, "{person}");
    }
}

/// What a shell makes of the lines that were printed.
fn ask(lines: &str) -> Value {
    let output = Command::new("/bin/sh").args(["-c", lines]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {lines}\n{text}"))
}
