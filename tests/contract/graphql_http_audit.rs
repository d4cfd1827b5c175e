//! The endpoint passes every audit of the `graphql-http` suite for *GraphQL over HTTP*.

use crate::support::{small_api::serve, world::World};
use concordat::http::endpoint::Limits;
use std::{path::Path, process::Command};

#[test]
fn graphql_http_audit() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("contract/audit");
    if !folder.join("node_modules").is_dir() || Command::new("node").arg("--version").output().is_err() {
        let why = "the audit needs node and `npm ci` in tests/contract/audit";
        assert!(std::env::var_os("CONCORDAT_TEST_ALL").is_none(), "{why}");
        eprintln!("skipped: {why}");
        return;
    }
    let world = World::sqlite();
    let server = serve(&world, Limits::default());
    let url = format!("http://{}/graphql", server.address);
    let ran = Command::new("node").current_dir(folder).args(["audit.mjs", &url]).output().unwrap();
    let told = String::from_utf8_lossy(&ran.stdout);
    let failed: Vec<_> = told.lines().filter(|line| !line.starts_with("ok\t")).collect();
    assert!(failed.is_empty(), "{failed:#?}\n{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(told.lines().count(), 61);
}
