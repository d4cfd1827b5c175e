//! Those who should not get in, or ask too much: each gets a clear no.

use super::{
    place::Place,
    process::{OPERATOR, PASSWORD, Product, told},
};
use serde_json::json;

const VIEWER: &str = "{ viewer { operator } }";

fn server(more: &[&str]) -> (Place, Product) {
    let place = Place::sqlite();
    let arguments = place.arguments();
    let mut all: Vec<&str> = arguments.iter().map(String::as_str).collect();
    all.extend(more);
    let server = Product::serve(&all);
    (place, server)
}

#[test]
fn no_forged_expired_or_unsigned_token_works() {
    let (_place, server) = server(&[]);
    // {"alg":"none"} and {"alg":"HS256"} with claims that never end, unsigned or signed with another key
    let claims = "eyJpc3MiOiJjb25jb3JkYXQiLCJhdWQiOiJjb25jb3JkYXQtYXBpIiwic3ViIjoiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDA3IiwibmJmIjowLCJleHAiOjk5OTk5OTk5OTl9";
    let signature = "c2lnbmF0dXJlLXdpdGgtYW5vdGhlci1rZXktMDEyMzQ1Njc";
    for token in [
        format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{claims}."),
        format!("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.{claims}.{signature}"),
        format!("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.{claims}."),
        "session_00".to_owned(),
        "x".to_owned(),
    ] {
        let mut client = server.client().with("authorization", &format!("Bearer {token}"));
        let answer = client.query(VIEWER);
        assert_eq!((answer.status, answer.code()), (401, "UNAUTHENTICATED".into()), "{token}");
    }
}

#[test]
fn nothing_is_changed_by_following_a_link() {
    let (_place, server) = server(&[]);
    let link = "GET /graphql?query=mutation%7BcreateToken%28input%3A%7Bname%3A%22x%22%2Cscopes%3A%5BREAD%5D%2Cdays%3A1%7D%29%7BclientMutationId%7D%7D";
    assert_eq!(server.client().ask(link, None).status, 405);
    assert_eq!(server.client().ask("GET /auth/sign-in", None).status, 405);
}

#[test]
fn guessing_a_password_is_slowed_down() {
    let (_place, server) = server(&["--sign-ins-per-minute", "3"]);
    let mut client = server.client();
    let statuses: Vec<u16> = (0..5)
        .map(|n| {
            let guess = json!({ "email": OPERATOR, "password": format!("guess number {n}") });
            client.ask("POST /auth/sign-in", Some(&guess)).status
        })
        .collect();
    assert_eq!(statuses, [401, 401, 401, 429, 429]);
    let answer = client.ask("POST /auth/sign-in", Some(&json!({ "email": OPERATOR, "password": "x" })));
    assert!(answer.header("retry-after").unwrap().parse::<u32>().unwrap() >= 1);
}

#[test]
fn a_body_without_end_is_refused() {
    let (_place, server) = server(&["--body-bytes", "2048"]);
    let answer = server.client().query(&format!("{{ viewer {{ operator }} }} # {}", "x".repeat(4_000)));
    assert_eq!(answer.status, 413);
    let answer =
        server.client().ask("POST /auth/sign-in", Some(&json!({ "email": "x".repeat(20_000), "password": "" })));
    assert_eq!(answer.status, 413);
}

#[test]
fn every_answer_has_an_id_and_keeps_browsers_tame() {
    let (_place, server) = server(&[]);
    let mut client = server.client();
    let answer = client.try_ask("GET /nowhere", &[("x-request-id", "ours-1")], None).unwrap();
    assert_eq!((answer.status, answer.header("x-request-id")), (404, Some("ours-1")));
    assert_eq!(answer.header("x-frame-options"), Some("DENY"));
    assert!(answer.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
    let fresh = client.try_ask("GET /livez", &[("x-request-id", "not ours")], None).unwrap();
    assert_eq!(fresh.header("x-request-id").unwrap().len(), 36);
    let figures = super::client::Client::new(server.metrics).ask("GET /metrics", None);
    let counted = "concordat_http_requests_total{method=\"GET\",route=\"/livez\",status=\"200\"} 1";
    assert!(figures.body.contains(counted), "{}", figures.body);
    assert_eq!(client.ask("GET /metrics", None).status, 404);
}

#[test]
fn the_log_tells_who_asked_what_and_no_secret() {
    let (place, mut server) = server(&["--log-format", "json", "--log-filter", "trace"]);
    let mut operator = server.operated();
    let sign_in = json!({ "email": OPERATOR, "password": PASSWORD });
    let cookie = operator.ask("POST /auth/sign-in", Some(&sign_in)).header("set-cookie").unwrap().to_owned();
    let session = cookie.split([';', '=']).nth(1).unwrap().to_owned();
    let arguments = place.arguments();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let made = told(&[&["token", "create", OPERATOR, "--name", "x", "--scope", "read"], &arguments[..]].concat());
    let token = made["token"].as_str().unwrap();
    let exchanged = operator.ask("POST /auth/token", Some(&json!({ "token": token }))).json();
    let jwt = exchanged["token"].as_str().unwrap();
    let mut partner =
        server.client().with("authorization", &format!("Bearer {jwt}")).with("x-request-id", "found-again");
    assert_eq!(partner.query(VIEWER).status, 200);
    assert_eq!(partner.ask("GET /graphql?query=%7Bviewer%7Boperator%7D%7D&secret=hidden", None).status, 200);
    server.signal("-TERM");
    assert_eq!(server.ended(), Some(0));

    let log = server.log();
    let lines: Vec<serde_json::Value> = log.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let found = |line: &serde_json::Value| line["span"]["id"] == "found-again" && line["route"] == "/graphql";
    assert!(lines.iter().any(|line| found(line) && line["status"] == 200), "{log}");
    let set_up = server.set_up_token.as_deref().unwrap();
    for secret in [PASSWORD, set_up, &session, token, jwt, "hidden"] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}
