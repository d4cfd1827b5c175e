//! Case logs in and out over HTTP, as files: what is exported can be imported again.

use crate::support::{
    agreement::STEWARD,
    served::{bearer, serve},
    world::{World, both},
};
use serde_json::json;

const AGENT: &str = "lea.brandt@meridian.example";

const LOG: &str = "case,at,event,team,company,person,priority,service,customer,status,reason,source_key,region,language,product,skills
INC7,2026-02-02T08:10:00Z,opened,,,,high/office,network,arnau,request,No line in hall 3,1,town,german,,routing
INC7,2026-02-02T08:12:00Z,accepted,service-desk,meridian,lea.brandt@meridian.example,,,,,,2,,,,
INC7,2026-02-02T08:40:00Z,offered,network-team,halden,,,,,,the switch is dead,3,,,,
INC7,2026-02-02T09:05:00Z,accepted,network-team,halden,,,,,,,4,,,,
INC7,2026-02-02T11:30:00Z,resolved,,,,,,,,switch replaced,5,,,,
";

#[test]
fn a_log_goes_in_for_the_steward_and_comes_out_as_it_was() {
    both(|world| {
        world.sample();
        let server = serve(world, &[STEWARD, AGENT]);
        let send = |query: &str, email: &str, media: &str, body: &str| {
            let (name, token) = bearer(email);
            let headers = [(name, token.as_str()), ("content-type", media)];
            server.ask(&format!("POST /import/cases?agreement=arnau-workplace{query}"), &headers, body.as_bytes())
        };
        let body = format!("{LOG}INC8,2026-02-02T08:10:00Z,closed,,,,,,,,,6,,,,\n");
        let dry = send("&source=jira&dry_run=true", STEWARD, "text/csv", &body).json();
        let done = send("&source=jira", STEWARD, "text/csv", &body).json();
        assert_eq!(dry["imported"], done["imported"]);
        let counts = ["recorded", "unchanged", "rejected", "cases", "events"].map(|key| done["imported"][key].clone());
        assert_eq!(counts, [json!(5), json!(0), json!(1), json!(1), json!(5)]);
        assert_eq!(
            (&done["rejects"][0]["line"], &done["rejects"][0]["refusals"][0]["code"]),
            (&json!(7), &json!("CASE_NOT_OPENED"))
        );
        assert_eq!(send("", AGENT, "text/csv", LOG).status, 403);
        assert_eq!(send("", STEWARD, "text/plain", LOG).status, 415);
        assert_eq!(send("&source=", STEWARD, "text/csv", LOG).status, 422);

        let fetch = |kind: &str, email: &str| {
            let (name, token) = bearer(email);
            server.ask(&format!("GET /export/cases.{kind}?agreement=arnau-workplace"), &[(name, token.as_str())], b"")
        };
        let file = fetch("csv", STEWARD);
        assert_eq!((file.status, file.header("content-type")), (200, Some("text/csv; charset=utf-8")));
        assert!(file.body.contains(LOG), "{}", file.body);
        assert!(fetch("ndjson", AGENT).body.contains(r#""event":"opened""#));
        let again = send("&source=jira", STEWARD, "text/csv", LOG).json();
        assert_eq!((&again["imported"]["recorded"], &again["imported"]["unchanged"]), (&json!(0), &json!(5)));
        another(world);
    });
}

/// A log that was exported from one instance gives the same in another.
fn another(world: &World) {
    let other = World::like(world);
    other.sample();
    let server = serve(&other, &[STEWARD]);
    let (name, token) = bearer(STEWARD);
    let headers = [(name, token.as_str()), ("content-type", "text/csv")];
    let done = server.ask("POST /import/cases?agreement=arnau-workplace", &headers, LOG.as_bytes()).json();
    assert_eq!(done["imported"]["recorded"], json!(5));
    let file = server.ask("GET /export/cases.csv?agreement=arnau-workplace", &[(name, token.as_str())], b"");
    assert!(file.body.contains(LOG), "{}", file.body);
}

/// A status log of another system.
const STATUSES: &str = "Number,Updated,State,Group,Priority\r
INC1,2026-02-02 08:10:00,New,service-desk,normal\r
INC1,2026-02-02 09:10:00,Done,service-desk,normal\r
INC2,2026-02-03 09:10:00,Odd,service-desk,normal\r
";

const MAPPING: &str = "source: helpdesk
time: {zone: UTC, format: \"%Y-%m-%d %H:%M:%S\"}
columns:
  case: Number
  at: Updated
  team: {column: Group}
  company: {constant: meridian}
  priority: {column: Priority}
  service: {constant: network}
statuses:
  - {when: {State: New}, means: held}
  - {when: {State: Done}, means: resolved}
";

/// A body in parts, each with its name, its file's name and what stands in it.
fn form(parts: &[(&str, &str, &str)]) -> String {
    let part = |(name, file, content): &(&str, &str, &str)| {
        let head = format!("--hedge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n");
        head + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n"
    };
    parts.iter().map(part).collect::<String>() + "--hedge--\r\n"
}

#[test]
fn a_mapping_comes_before_the_log_in_parts() {
    both(|world| {
        world.sample();
        let server = serve(world, &[STEWARD]);
        let send = |query: &str, parts: &[(&str, &str, &str)]| {
            let (name, token) = bearer(STEWARD);
            let headers = [(name, token.as_str()), ("content-type", "multipart/form-data; boundary=hedge")];
            let target = format!("POST /import/cases?agreement=arnau-workplace{query}");
            server.ask(&target, &headers, form(parts).as_bytes())
        };
        let (mapping, log) = (("mapping", "map.yaml", MAPPING), ("log", "log.csv", STATUSES));
        let done = send("", &[mapping, log]);
        assert_eq!(done.status, 200, "{}", done.body);
        let done = done.json();
        let counts = ["recorded", "rejected", "cases"].map(|key| done["imported"][key].clone());
        assert_eq!(counts, [json!(3), json!(0), json!(2)], "{done}");
        assert_eq!(done["imported"]["unclear"], json!({ "Odd": 1 }));
        let again = send("", &[mapping, log]).json();
        assert_eq!((&again["imported"]["recorded"], &again["imported"]["unchanged"]), (&json!(0), &json!(3)));
        let plain = send("&source=jira", &[("log", "log.csv", LOG)]).json();
        assert_eq!(plain["imported"]["recorded"], json!(5), "the canonical form needs no mapping");

        let refused = |query: &str, parts: &[(&str, &str, &str)]| {
            let no = send(query, parts);
            assert_eq!(no.status, 422, "{}", no.body);
            let refusal = no.json()["errors"][0]["extensions"]["refusals"][0].clone();
            format!("{} {}", refusal["code"].as_str().unwrap(), refusal["message"].as_str().unwrap())
        };
        assert!(refused("", &[mapping]).starts_with("IMPORT_PARTS the part `log` is missing"));
        assert!(refused("", &[log, mapping]).starts_with("CASE_LOG_COLUMNS"), "a mapping that comes later is not read");
        assert!(refused("", &[mapping, mapping, log]).starts_with("IMPORT_PARTS"));
        assert!(refused("&source=x", &[mapping, log]).starts_with("CASE_LOG_FIELD the mapping names the source"));
        assert!(refused("", &[mapping, ("log", "log.txt", STATUSES)]).starts_with("IMPORT_PARTS"));
        let wrong = MAPPING.replace("case: Number", "case: Nummer");
        assert!(refused("", &[("mapping", "map.yaml", &wrong), log]).starts_with("CASE_LOG_COLUMNS"));
        let broken = MAPPING.replace("means: held", "means: hold");
        assert!(refused("", &[("mapping", "map.yaml", &broken), log]).starts_with("CASE_LOG_MAPPING line 11"));
    });
}
