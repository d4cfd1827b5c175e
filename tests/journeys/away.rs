//! The database goes away under the server, or falls silent, and comes back: nobody gets a wrong answer, and nobody has
//! to restart.

use super::{
    load::Load,
    outage::Outage,
    place::Place,
    process::{OPERATOR, PASSWORD, Product, until},
};
use serde_json::json;
use std::time::{Duration, Instant};

const VIEWER: &str = "{ viewer { operator } }";

#[test]
fn the_server_is_not_ready_while_the_database_is_away() {
    let Some(place) = Place::postgres() else { return };
    let Place::Postgres(database) = &place else { unreachable!() };
    let outage = Outage::before(&database.app_url);
    let url = outage.url(&database.app_url);
    let server = Product::serve(&["--database-url", &url, "--owner-url", &database.owner_url, "--wait-seconds", "1"]);
    let mut operator = server.operated();
    assert_eq!(operator.ask("GET /readyz", None).status, 200);

    outage.begin();
    assert_eq!(operator.ask("GET /readyz", None).status, 503);
    assert_eq!(operator.ask("GET /livez", None).status, 200);
    let mut partner = server.client().with("cookie", "concordat_session=x").with("sec-fetch-site", "same-origin");
    let away = partner.query(VIEWER);
    assert_eq!((away.status, away.code(), away.header("retry-after")), (503, "BUSY".into(), Some("1")), "{away:?}");

    outage.end();
    until("it is ready again", || operator.ask("GET /readyz", None).status == 200);
    assert_eq!(partner.query(VIEWER).code(), "UNAUTHENTICATED");
}

#[test]
fn nobody_waits_for_a_database_that_says_nothing() {
    let Some(place) = Place::postgres() else { return };
    let Place::Postgres(database) = &place else { unreachable!() };
    let outage = Outage::before(&database.app_url);
    let url = outage.url(&database.app_url);
    let limits = ["--wait-seconds", "1", "--answer-seconds", "2"];
    let server = Product::serve(&[&["--database-url", &url, "--owner-url", &database.owner_url], &limits[..]].concat());
    drop(server.operated());
    // a connection that says nothing for a while is closed: each asks on its own
    let ask = |line: &str| server.client().ask(line, None).status;
    assert_eq!(ask("GET /readyz"), 200);

    outage.stall();
    let began = Instant::now();
    let partner = || server.client().with("cookie", "concordat_session=x").with("sec-fetch-site", "same-origin");
    let late = partner().query(VIEWER);
    assert!(late.status == 504 && late.body.contains("took too long"), "{late:?}");
    assert_eq!(ask("GET /readyz"), 503);
    assert_eq!(ask("GET /livez"), 200);
    let sign_in = json!({ "email": OPERATOR, "password": PASSWORD });
    let late = server.client().ask("POST /auth/sign-in", Some(&sign_in));
    // too late where a connection lay ready, too busy where none did
    assert!(matches!((late.status, &*late.code()), (504, "TIMEOUT") | (503, "BUSY")), "{late:?}");
    assert!(began.elapsed() < Duration::from_secs(20), "two seconds each: {:?}", began.elapsed());
    assert_eq!(ask("GET /readyz"), 503, "it still says nothing");

    outage.resume();
    until("it is ready again", || ask("GET /readyz") == 200);
    assert_eq!(partner().query(VIEWER).code(), "UNAUTHENTICATED");
    assert_eq!(server.client().ask("POST /auth/sign-in", Some(&sign_in)).status, 200);
}

#[test]
fn nothing_is_lost_and_nothing_doubled_while_the_database_comes_and_goes() {
    let Some(place) = Place::postgres() else { return };
    let Place::Postgres(database) = &place else { unreachable!() };
    let outage = Outage::before(&database.app_url);
    let url = outage.url(&database.app_url);
    let place = ["--database-url", &url, "--owner-url", &database.owner_url, "--wait-seconds", "1"];
    let server = Product::serve(&place);
    let load = Load::on(server.address, &server.operators_token(&place));
    load.during(|| {
        for answered in [5, 30] {
            until("enough is written", || load.answered() > answered);
            outage.begin();
            let mut client = server.client();
            until("it is not ready", || client.ask("GET /readyz", None).status == 503);
            outage.end();
        }
    });
    load.check();
}
