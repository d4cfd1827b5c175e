//! Every table that can be exported is documented, and answered in each kind of file.

use crate::support::{
    agreement::STEWARD,
    served::{bearer, serve},
    world::World,
};
use concordat::http::export::TABLES;

#[test]
fn every_table_is_documented() {
    let docs = include_str!("../../docs/api.md");
    let listed = docs.split_once("`GET /export/{").unwrap().1.split_once("}.{csv,ndjson,xlsx}`").unwrap().0;
    let known: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed.split(',').collect::<Vec<_>>(), known);
    assert_eq!(docs.matches("GET /export/{").count(), 1, "documented once");
}

#[test]
fn every_table_is_answered_in_every_kind() {
    let world = World::sqlite();
    world.sample();
    let server = serve(&world, &[STEWARD]);
    let (name, token) = bearer(STEWARD);
    // a pack is of a meeting, and there is none
    for (table, _) in TABLES.iter().filter(|(table, _)| *table != "pack") {
        // a spreadsheet is no text: the files' own tests unpack it
        for (ending, media_type) in [("csv", "text/csv"), ("ndjson", "application/x-ndjson")] {
            let path = format!("GET /export/{table}.{ending}?agreement=arnau-workplace&period=2026-02");
            let file = server.ask(&path, &[(name, token.as_str())], b"");
            assert_eq!(file.status, 200, "{path}: {}", file.body);
            assert!(file.header("content-type").unwrap().starts_with(media_type), "{path}");
            assert_eq!(server.ask(&path, &[], b"").status, 404, "{path} of nobody");
        }
    }
}
