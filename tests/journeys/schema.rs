//! A server starts on its own schema only.

use super::{
    place::Place,
    process::{run, told},
};
use concordat_service::kernel::db::DatabaseUrl;
use diesel::{Connection as _, PgConnection, SqliteConnection, connection::SimpleConnection as _};

const NEWER: &str = "INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('9999', '2099-01-01')";

#[test]
fn an_old_binary_refuses_a_newer_schema() {
    for place in [Some(Place::sqlite()), Place::postgres()].into_iter().flatten() {
        let arguments = place.arguments();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        told(&[&["migrate"], &arguments[..]].concat());
        match arguments.last().unwrap().parse().unwrap() {
            DatabaseUrl::Sqlite(path) => {
                SqliteConnection::establish(path.to_str().unwrap()).unwrap().batch_execute(NEWER).unwrap();
            }
            DatabaseUrl::Postgres(owner) => PgConnection::establish(&owner).unwrap().batch_execute(NEWER).unwrap(),
        }
        for command in [&["serve"][..], &["migrate"], &["user", "invite", "x@example.org"]] {
            let refused = run(&[command, &arguments[..]].concat());
            let said = String::from_utf8_lossy(&refused.stderr);
            assert!(refused.status.code() == Some(1) && said.contains("newer than this binary"), "{command:?}: {said}");
        }
    }
}

#[test]
fn the_server_s_role_does_not_migrate() {
    let Some(place) = Place::postgres() else { return };
    let Place::Postgres(database) = &place else { unreachable!() };
    let refused = run(&["serve", "--database-url", &database.app_url]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(refused.status.code() == Some(1) && said.contains("concordat migrate"), "{said}");
}

#[test]
fn exit_codes_tell_what_kind_of_no_it_is() {
    let place = Place::sqlite();
    let arguments = place.arguments();
    let at: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let code = |command: &[&str]| run(&[command, &at[..]].concat()).status.code();
    assert_eq!(code(&["migrate"]), Some(0));
    assert_eq!(code(&["user", "create", "no address", "--name", "X", "--company", "x"]), Some(1));
    assert_eq!(code(&["serve", "--no-such-flag"]), Some(2));
    assert_eq!(code(&["config", "check", "--log-format", "xml"]), Some(2));
    assert_eq!(code(&["user", "invite", "nobody@example.org"]), Some(3));
    assert_eq!(run(&["migrate", "--database-url", "postgres://x@127.0.0.1:1/x"]).status.code(), Some(4));
}
