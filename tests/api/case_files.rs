//! Case logs in and out over HTTP, as files: what is exported can be imported again.

use crate::support::{
    agreement::STEWARD,
    served::{bearer, serve},
    world::{World, both},
};
use serde_json::json;

const AGENT: &str = "lea.brandt@meridian.example";

const LOG: &str = "case,at,event,team,company,person,priority,service,customer,status,reason,source_key
INC7,2026-02-02T08:10:00Z,opened,,,,high/office,network,arnau,request,No line in hall 3,1
INC7,2026-02-02T08:12:00Z,accepted,service-desk,meridian,lea.brandt@meridian.example,,,,,,2
INC7,2026-02-02T08:40:00Z,offered,network-team,halden,,,,,,the switch is dead,3
INC7,2026-02-02T09:05:00Z,accepted,network-team,halden,,,,,,,4
INC7,2026-02-02T11:30:00Z,resolved,,,,,,,,switch replaced,5
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
        let body = format!("{LOG}INC8,2026-02-02T08:10:00Z,closed,,,,,,,,,6\n");
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
