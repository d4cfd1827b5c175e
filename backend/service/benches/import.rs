//! Imports with rollups against a database's own bulk load without: COPY and upsert, and a loop of small commits.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod facts;

use diesel::{Connection, ExecuteCopyFromDsl, PgConnection, RunQueryDsl, connection::SimpleConnection, pg::CopyFormat};
use facts::{Fact, Place, csv, facts, line, wanted};
use std::{collections::HashMap, fmt::Write as _, io::Write as _, process::Command, time::Instant};

mod stage {
    diesel::table! {
        stage (source_key) {
            agreement_id -> Uuid, source -> Text, source_key -> Text, kpi_id -> Uuid, company_id -> Uuid,
            service_id -> Uuid, observed_at -> Timestamptz, value -> Nullable<BigInt>, good -> Nullable<BigInt>,
            total -> Nullable<BigInt>, weight -> Nullable<BigInt>, revision -> Integer, recorded_at -> Timestamptz,
        }
    }
}

/// The measurements as rows of the table, every name resolved, as a loader of its own would have them.
fn rows(place: &Place, count: usize) -> String {
    let terms = place.terms();
    let mut ids: HashMap<&str, String> = HashMap::new();
    ids.extend(terms.kpis.iter().map(|kpi| (kpi.code.as_str(), kpi.id.to_string())));
    ids.extend(terms.companies.iter().map(|company| (company.code.as_str(), company.id.to_string())));
    ids.extend(terms.services.iter().map(|service| (service.code.as_str(), service.id.to_string())));
    let mut file = String::new();
    for fact in facts(count) {
        let (value, good) = if fact.is_ratio() { (String::new(), "1000000,1000000") } else { (millionths(&fact), ",") };
        let (kpi, company, service) = (&ids[fact.kpi], &ids[fact.company], &ids[fact.service.as_str()]);
        let (agreement, key, at) = (place.agreement, &fact.key, fact.at());
        let _ = writeln!(file, "{agreement},servicenow,{key},{kpi},{company},{service},{at},{value},{good},,1,{at}");
    }
    file
}

fn millionths(fact: &Fact) -> String {
    concordat_domain::kernel::Decimal::parse(&fact.value).unwrap().millionths().to_string()
}

/// COPY into a staging table, then one upsert into a table like that of measurements, with its indexes.
fn copy_and_upsert(place: &Place, count: usize) -> f64 {
    let rows = rows(place, count);
    let mut db = PgConnection::establish(&place.owner_url).unwrap();
    db.batch_execute(
        "CREATE TABLE loaded (LIKE measurements INCLUDING ALL); CREATE UNLOGGED TABLE stage (LIKE measurements)",
    )
    .unwrap();
    let start = Instant::now();
    diesel::copy_from(stage::stage::table)
        .from_raw_data(stage::stage::all_columns, |copy| {
            copy.write_all(rows.as_bytes()).map_err(|error| diesel::result::Error::SerializationError(error.into()))
        })
        .with_format(CopyFormat::Csv)
        .execute(&mut db)
        .unwrap();
    let upsert = "INSERT INTO loaded SELECT * FROM stage ON CONFLICT (agreement_id, source, source_key) DO UPDATE \
         SET value = excluded.value, good = excluded.good, total = excluded.total, revision = loaded.revision + 1";
    diesel::sql_query(upsert).execute(&mut db).unwrap();
    let took = start.elapsed().as_secs_f64();
    db.batch_execute("DROP TABLE loaded; DROP TABLE stage").unwrap();
    took
}

/// Python's module runs `executemany` in C: bind, step, reset; the rows lie in memory before the clock starts.
const LOOP: &str = r#"
import sqlite3, sys, csv, time, os, uuid, datetime
path, rows = sys.argv[1], []
number = lambda text: int(text) if text else None
def micros(text):
    at = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
    return int(at.timestamp()) * 1000000
ids = {}
blob = lambda text: ids.setdefault(text, uuid.UUID(text).bytes)
for row in csv.reader(sys.stdin):
    rows.append((blob(row[0]), row[1], row[2], blob(row[3]), blob(row[4]), blob(row[5]), micros(row[6]),
                 number(row[7]), number(row[8]), number(row[9]), None, 1, micros(row[12])))
db = sqlite3.connect(path, isolation_level=None)
db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000;" + sys.argv[2])
start = time.perf_counter()
for first in range(0, len(rows), 1000):
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO measurements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (agreement_id, source, source_key) DO UPDATE SET value = excluded.value", rows[first:first + 1000])
    db.execute("COMMIT")
print(time.perf_counter() - start)
"#;

fn small_commits(place: &Place, count: usize) -> Option<f64> {
    let path = format!("{}/bench-loop-{}.db", env!("CARGO_TARGET_TMPDIR"), std::process::id());
    let schema = include_str!("../../../migrations/sqlite/0004_kpis_measurements/up.sql");
    let mut python = Command::new("python3");
    let piped = std::process::Stdio::piped;
    let mut running = python.args(["-c", LOOP, &path, schema]).stdin(piped()).stdout(piped()).spawn().ok()?;
    running.stdin.take()?.write_all(rows(place, count).as_bytes()).ok()?;
    let told = running.wait_with_output().ok()?;
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{path}{end}"));
    }
    String::from_utf8(told.stdout).ok()?.trim().parse().ok()
}

fn measure(place: &Place, file: &str, count: usize, other: Option<(&str, f64)>) {
    println!("{}, {count} measurements", place.name);
    if let Some((what, took)) = other {
        line(what, count, took, None);
    }
    line("import with rollups", count, place.import(file), other);
    line("the same file again, nothing new", count, place.import(file), other);
}

fn main() {
    let count = wanted(200_000);
    let file = csv(count);
    let place = facts::sqlite();
    let other = small_commits(&place, count).map(|took| ("1,000-row commits in a C loop", took));
    measure(&place, &file, count, other);
    drop(place);
    if let Some(place) = facts::postgres() {
        let took = copy_and_upsert(&place, count);
        measure(&place, &file, count, Some(("COPY to staging and INSERT .. ON CONFLICT", took)));
    }
}
