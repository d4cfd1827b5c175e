//! The private PostgreSQL as its users see it. Skipped where no server programs are installed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what fails here fails the test")]

use std::{
    io::{BufRead, BufReader, Read},
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
};

use xtask::postgres::{self, Cluster, Why};

/// The error of what must not be missing, none where PostgreSQL is not installed.
fn unless_missing<T>(given: Result<T, Why>) -> Option<T> {
    match given {
        Ok(it) => Some(it),
        Err(Why::Missing(why)) => {
            println!("skipped: {why}");
            None
        }
        Err(why) => panic!("{why}"),
    }
}

fn ask(url: &str, sql: &str) -> Result<String, String> {
    let output = Command::new("psql").args(["-XqtA", "-c", sql, url]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim().to_owned();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[test]
fn a_cluster_ends_with_its_value() {
    let Some(cluster) = unless_missing(Cluster::start()) else { return };
    let (port, folder) = (cluster.port(), cluster.folder().to_owned());
    assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
    drop(cluster);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    assert!(!folder.exists());
}

#[test]
fn a_cluster_ends_with_its_process_even_when_that_is_killed() {
    if unless_missing(Cluster::start()).is_none() {
        return;
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("postgres")
        .env_remove(postgres::URL_VARIABLE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let url = line.trim().to_owned();
    let data = ask(&url, "SHOW data_directory").unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    said.read_to_string(&mut String::new()).unwrap(); // the watch holds the other end until it has cleared away
    assert!(ask(&url, "SELECT 1").is_err());
    assert!(!Path::new(&data).parent().unwrap().exists());
}

#[test]
fn every_test_gets_a_copy_of_the_template_for_itself() {
    let Some(server) = unless_missing(postgres::shared()) else { return };
    let prepare = |url: &str| ask(url, "CREATE TABLE fact (n int); GRANT SELECT ON fact TO concordat_app").map(drop);
    let template = server.template("xtask_copy", prepare).unwrap();
    let again = server.template("xtask_copy", |_| Err("prepared twice".to_owned())).unwrap();
    let (one, other) = (template.database("one").unwrap(), again.database("other").unwrap());
    ask(&one.owner_url, "INSERT INTO fact VALUES (1)").unwrap();
    assert_eq!(ask(&one.app_url, "SELECT count(*) FROM fact").unwrap(), "1");
    assert_eq!(ask(&other.app_url, "SELECT count(*) FROM fact").unwrap(), "0");
    let gone = one.owner_url.clone();
    drop(one);
    assert!(ask(&gone, "SELECT 1").unwrap_err().contains("does not exist"));
}

#[test]
fn the_products_role_owns_nothing_and_row_level_security_holds_it() {
    let Some(server) = unless_missing(postgres::shared()) else { return };
    let database = server.database("roles").unwrap();
    let sql = "CREATE TABLE fact (n int); INSERT INTO fact VALUES (1); ALTER TABLE fact ENABLE ROW LEVEL SECURITY; \
               ALTER TABLE fact FORCE ROW LEVEL SECURITY; GRANT SELECT ON fact TO concordat_app";
    ask(&database.owner_url, sql).unwrap();
    assert_eq!(ask(&database.owner_url, "SELECT count(*) FROM fact").unwrap(), "0");
    assert_eq!(ask(&database.app_url, "SELECT count(*) FROM fact").unwrap(), "0");
    for forbidden in
        ["CREATE TABLE mine (n int)", "ALTER TABLE fact NO FORCE ROW LEVEL SECURITY", "SET ROLE concordat_owner"]
    {
        assert!(ask(&database.app_url, forbidden).is_err(), "{forbidden}");
    }
}
