//! An agreement comes alive: applied from its file, put before the parties by its steward, signed by each of them, and
//! reported on.

use super::{
    client::Client,
    place::{Place, both},
    process::{PASSWORD, Product, run, told},
};
use crate::support::agreement::{SIGNATORIES, STEWARD};
use serde_json::{Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/agreement.yaml");
/// The sample agreement's code.
pub const CODE: &str = "arnau-workplace";
/// An analyst of one of its suppliers.
pub const ANALYST: &str = "jonas.fjell@nordlicht.example";

const MEASUREMENTS: &str = "kpi,company,service,observed_at,source,source_key,good,total
sla-met,nordlicht,network,2026-03-05T10:00:00Z,tickets,1,1,1
sla-met,nordlicht,network,2026-03-05T11:00:00Z,tickets,2,0,1
no-such-kpi,nordlicht,network,2026-03-05T11:00:00Z,tickets,3,0,1
sla-met,castor,devices,2026-03-05T11:00:00Z,tickets,4,1,1
sla-met,nordlicht,network,2026-03-06T09:00:00Z,tickets,5,1,1
";

/// An agreement that comes alive.
pub struct Coming<'a> {
    /// Its file.
    pub file: &'a str,
    /// Its code.
    pub code: &'a str,
    /// The address of its steward.
    pub steward: &'a str,
    /// The addresses of those who sign it, each with the company.
    pub signatories: &'a [(&'a str, &'a str)],
}

/// The sample agreement, active on a server; its steward's browser.
pub fn signed(server: &Product, place: &[&str]) -> Client {
    active(server, place, &Coming { file: FILE, code: CODE, steward: STEWARD, signatories: &SIGNATORIES })
}

/// An agreement, active on a server; its steward's browser.
pub fn active(server: &Product, place: &[&str], coming: &Coming<'_>) -> Client {
    let _operator = server.operated();
    let command = |words: &[&str]| told(&[words, place].concat());
    assert_eq!(command(&["apply", coming.file])["version"], 1);
    assert_eq!(command(&["apply", coming.file])["version"], Value::Null);
    let mut steward = invited(server, place, coming.steward);
    let id = agreement(&mut steward, coming.code)["id"].clone();
    let propose =
        "mutation($id: ID!) { proposeAgreement(input: { agreement: $id }) { refusals { code } agreement { state } } }";
    let proposed = done(&mut steward, propose, &json!({ "id": id }));
    assert_eq!(proposed["proposeAgreement"]["refusals"], json!([]));
    for (email, company) in coming.signatories {
        sign(&mut with_token(server, place, email), coming.code, company);
    }
    assert_eq!(agreement(&mut steward, coming.code)["state"], "ACTIVE");
    steward
}

#[test]
fn an_agreement_is_applied_signed_and_reported_on() {
    both(|at, place| {
        let server = Product::serve(place);
        let command = |words: &[&str]| told(&[words, place].concat());
        drop(signed(&server, place));
        let file = at.file("exported.yaml");
        let exported = command(&["export", "agreement", CODE]);
        std::fs::write(&file, exported["file"].as_str().unwrap()).unwrap();
        assert_eq!(command(&["plan", &file])["changes"], json!([]));
        std::fs::remove_file(&file).unwrap();

        report(at, place);
        post(&server, place);
        assert_eq!(command(&["rollups", "verify", "--agreement", CODE])["months"], 1);
        assert!(command(&["audit", "verify"]).as_array().unwrap().iter().all(|log| log["whole"] == true));
    });
}

/// A person who chose a password through their invitation, signed in as a browser.
fn invited(server: &Product, place: &[&str], email: &str) -> Client {
    let link = told(&[&["user", "invite", email], place].concat())["link"].clone();
    let mut visitor = server.client();
    let accept = json!({ "link": link, "password": PASSWORD });
    assert_eq!(visitor.ask("POST /auth/invitation", Some(&accept)).status, 200);
    assert_eq!(visitor.ask("POST /auth/invitation", Some(&accept)).code(), "REFUSED");
    let signed_in = visitor.ask("POST /auth/sign-in", Some(&json!({ "email": email, "password": PASSWORD })));
    let cookie = signed_in.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    server.client().with("cookie", &cookie).with("sec-fetch-site", "same-origin")
}

/// A person's own system.
fn with_token(server: &Product, place: &[&str], email: &str) -> Client {
    let create = ["token", "create", email, "--name", "own", "--scope", "act", "--scope", "read", "--scope", "report"];
    let token = told(&[&create, place].concat())["token"].clone();
    let exchanged = server.client().ask("POST /auth/token", Some(&json!({ "token": token }))).json();
    server.client().with("authorization", &format!("Bearer {}", exchanged["token"].as_str().unwrap()))
}

/// Asks GraphQL with variables, which must go well.
pub fn done(client: &mut Client, query: &str, variables: &Value) -> Value {
    let answer = client.ask("POST /graphql", Some(&json!({ "query": query, "variables": variables }))).json();
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"].clone()
}

fn agreement(client: &mut Client, code: &str) -> Value {
    let query = "query($code: String!) { agreement(code: $code) \
                 { id state versions { digest } parties { company { id code } } } }";
    done(client, query, &json!({ "code": code }))["agreement"].clone()
}

fn sign(client: &mut Client, code: &str, company: &str) {
    let seen = agreement(client, code);
    let party = seen["parties"].as_array().unwrap().iter().find(|party| party["company"]["code"] == company).unwrap();
    let input = json!({
        "agreement": seen["id"], "company": party["company"]["id"],
        "digest": seen["versions"].as_array().unwrap().last().unwrap()["digest"],
    });
    let query = "mutation($input: SignAgreementInput!) { signAgreement(input: $input) { refusals { code message } } }";
    let signed = done(client, query, &json!({ "input": input }));
    assert_eq!(signed["signAgreement"]["refusals"], json!([]), "{company}");
}

/// A company's analyst reports: what is wrong is told line by line, the rest goes in, and repeating it changes nothing.
fn report(at: &Place, place: &[&str]) {
    let (file, rejects) = (at.file("march.csv"), at.file("march.rejects"));
    std::fs::write(&file, MEASUREMENTS).unwrap();
    let words =
        ["import", "measurements", &file, "--agreement", CODE, "--as", ANALYST, "--rejects", &rejects, "--json"];
    for (recorded, unchanged) in [(3, 0), (0, 3)] {
        let imported = run(&[&words, place].concat());
        assert_eq!(imported.status.code(), Some(5), "{}", String::from_utf8_lossy(&imported.stderr));
        let text = String::from_utf8(imported.stdout).unwrap();
        let counts: Value = serde_json::from_str(&text[text.find('{').unwrap()..]).unwrap();
        let of = |key: &str| counts[key].as_u64().unwrap();
        assert_eq!((of("recorded"), of("unchanged"), of("rejected")), (recorded, unchanged, 2), "{counts}");
        let lines = std::fs::read_to_string(&rejects).unwrap();
        let numbers: Vec<&str> = lines.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(numbers, ["4", "5"], "{lines}");
    }
    std::fs::remove_file(&file).unwrap();
    std::fs::remove_file(&rejects).unwrap();
}

/// The same over HTTP, from the analyst's own system; nobody else may, and the figures count it.
fn post(server: &Product, place: &[&str]) {
    let line = format!("POST /import/measurements?agreement={CODE}");
    let import = |email: &str| {
        let sent = with_token(server, place, email).send(&line, &[], "text/csv", MEASUREMENTS);
        sent.unwrap_or_else(|why| panic!("{why}"))
    };
    let answer = import(ANALYST);
    let imported = &answer.json()["imported"];
    assert_eq!(
        (&imported["recorded"], &imported["unchanged"], &imported["rejected"]),
        (&json!(0), &json!(3), &json!(2))
    );
    assert_eq!(answer.json()["rejects"][0]["line"], 4);
    assert_eq!(import("mira.holm@nordlicht.example").status, 403);
    let figures = Client::new(server.metrics).ask("GET /metrics", None).body;
    assert!(figures.contains("concordat_import_rows_total{outcome=\"unchanged\"} 3"), "{figures}");
}
