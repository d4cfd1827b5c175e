//! How many cases came is told to whoever may see the cases.

use super::{Campus, FILE, NORTH, SOUTH};
use crate::support::world::both;
use concordat_domain::{
    agreements::CaseKind,
    boundaries::{Needs, Volume, Within},
    cases::{Holder, What},
    kernel::PeriodKind,
};
use concordat_service::{boundaries, cases, kernel::table::FileKind};
use serde_json::{Value, json};

const SHORT: &str =
    "query($code: String!) { agreement(code: $code) { coverage { findings(first: 9, filter: {kind: [SHORTFALL]}) {
    nodes { capacity { demanded committed actual } } } } } }";

/// What somebody is told of the shortfall, and what stands in their file.
fn told(campus: &Campus<'_>, who: &str) -> (Value, String) {
    let data = campus.world.data(&campus.world.person(who), SHORT, &json!({ "code": campus.terms.code }));
    let mut out = Vec::new();
    campus.read(who, |tx| boundaries::export_findings(tx, campus.agreement, FileKind::Ndjson, &mut out));
    let rows = String::from_utf8(out).unwrap();
    let row: Value = serde_json::from_str(rows.lines().find(|row| row.contains("shortfall")).unwrap()).unwrap();
    let nodes = &data["agreement"]["coverage"]["findings"]["nodes"];
    (nodes[0]["capacity"].clone(), format!("{} of {}", row["committed"], row["demanded"]))
}

#[test]
fn a_shortfall_by_cases_that_came_does_not_count_concealed_cases_for_a_competitor() {
    both(|world| {
        for (disclosure, competitor) in [("open", json!("3")), ("involved", Value::Null)] {
            let file = FILE.replace("code: edges", &format!("code: edges-{disclosure}"));
            let file = file.replace("cases:\n", &format!("cases:\n  disclosure: {disclosure}\n"));
            let campus = Campus::with(world, &file);
            let volume =
                campus.handed(Within::Volume(Volume { cases: 1, per: PeriodKind::Year }), "south-net", "south");
            let content = campus.content("north-net", vec![volume]);
            campus.hold(NORTH, ("wired-north", "wired", "north"), &content, &[SOUTH]);
            let desk = campus.terms.team_named("service-desk").unwrap().id;
            let company = campus.terms.company_named("desk").unwrap().id;
            for _ in 0..3 {
                let opening = What::Opened {
                    kind: CaseKind::Incident,
                    title: "No light at the port".to_owned(),
                    priority: "normal".to_owned(),
                    package: None,
                    service: campus.terms.service_named("wired").unwrap().id,
                    customer: None,
                    needs: Needs::default(),
                };
                let at = Holder { team: desk, company };
                campus
                    .write("agent@desk.example", |tx| cases::open(tx, campus.agreement, at, opening.clone()))
                    .unwrap();
            }
            world.at("2026-03-03T09:00:00Z");
            let all = told(&campus, "steward@desk.example");
            assert_eq!(
                all,
                (json!({ "demanded": "3", "committed": "1", "actual": true }), "\"1\" of \"3\"".to_owned())
            );
            let (capacity, file) = told(&campus, SOUTH);
            assert_eq!(capacity, json!({ "demanded": competitor, "committed": "1", "actual": true }), "{disclosure}");
            assert_eq!(file, format!("\"1\" of {competitor}"));
        }
    });
}
