//! Measurements in and figures out over HTTP, as files.

use super::{HEADER, NORDLICHT, reported};
use crate::support::{
    agreement::STEWARD,
    served::{bearer, serve},
    world::both,
};
use serde_json::json;

#[test]
fn a_body_is_imported_line_by_line_in_the_name_of_whoever_sent_it() {
    both(|world| {
        world.sample();
        let server = serve(world, &[STEWARD, NORDLICHT]);
        let body = format!(
            "{HEADER}\nresolution-hours,nordlicht,network,2026-02-03T10:00:00Z,4,,,desk,1\n\
             resolution-hours,halden,network,2026-02-03T10:00:00Z,4,,,desk,2\nnonsense\n"
        );
        let send = |query: &str, email: &str, media: &str| {
            let (name, token) = bearer(email);
            let headers = [(name, token.as_str()), ("content-type", media)];
            server.ask(&format!("POST /import/measurements?{query}"), &headers, body.as_bytes())
        };
        let dry = send("agreement=arnau-workplace&dry_run=true", NORDLICHT, "text/csv");
        let done = send("agreement=arnau-workplace", NORDLICHT, "text/csv; charset=utf-8");
        assert_eq!((dry.status, done.status), (200, 200));
        let report = done.json();
        assert_eq!(report["imported"], dry.json()["imported"]);
        let counts =
            json!({ "lines": 4, "bytes": body.len(), "recorded": 1, "corrected": 0, "unchanged": 0, "rejected": 2 });
        assert_eq!(report["imported"], counts);
        let codes: Vec<_> =
            report["rejects"].as_array().unwrap().iter().map(|one| one["refusals"][0]["code"].clone()).collect();
        assert_eq!(codes, ["MEASUREMENT_BEHALF", "IMPORT_LINE"]);
        assert_eq!(send("agreement=unknown", NORDLICHT, "text/csv").status, 404);
        assert_eq!(send("agreement=arnau-workplace", NORDLICHT, "application/json").status, 415);
        assert_eq!(send("agreement=arnau-workplace", NORDLICHT, "application/x-ndjson").status, 200);
        let stranger =
            server.ask("POST /import/measurements?agreement=arnau-workplace", &[("content-type", "text/csv")], b"");
        assert_eq!(stranger.status, 404);
    });
}

#[test]
fn what_is_exported_is_what_may_be_seen() {
    both(|world| {
        reported(world);
        let server = serve(world, &[STEWARD, NORDLICHT]);
        let fetch = |path: &str, email: &str| {
            let (name, token) = bearer(email);
            server.ask(&format!("GET /export/{path}"), &[(name, token.as_str())], b"")
        };
        let file = fetch("measurements.csv?agreement=arnau-workplace", NORDLICHT);
        assert_eq!((file.status, file.header("content-type")), (200, Some("text/csv; charset=utf-8")));
        assert!(
            file.body.contains("sla-met,nordlicht,network,2026-01-10T10:00:00Z,,90,100,,desk,nordlicht-01"),
            "{file:?}"
        );
        assert!(!file.body.contains("halden"), "{file:?}");
        let cards = |email: &str| {
            fetch("scorecard.ndjson?agreement=arnau-workplace&period=2026-02&by=company&kpi=visit-costs", email).body
        };
        assert!(cards(STEWARD).contains(r#""value":"12345""#));
        let hidden = cards(NORDLICHT);
        assert!(hidden.contains(r#""withheld":"others""#) && !hidden.contains("12345"), "{hidden}");
        let missing = fetch("scorecard.csv?agreement=arnau-workplace", STEWARD);
        assert_eq!(
            (missing.status, missing.json()["errors"][0]["extensions"]["refusals"][0]["code"].clone()),
            (422, json!("EXPORT_ASKED"))
        );
        assert_eq!(fetch("scorecard.csv?agreement=none&period=2026-02", STEWARD).status, 404);
        assert_eq!(fetch("scorecard.pdf?agreement=arnau-workplace&period=2026-02", STEWARD).status, 404);
    });
}
