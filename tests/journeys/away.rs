//! The database goes away under the server and comes back: nobody gets a wrong answer, and nobody has to restart.

use super::{
    load::Load,
    outage::Outage,
    place::Place,
    process::{Product, until},
};

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
