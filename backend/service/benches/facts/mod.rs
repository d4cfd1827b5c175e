//! Facts for the benchmarks: an agreement that is in force on either database, and a file of measurements for it.
#![allow(dead_code, reason = "each benchmark uses its part")]

use concordat_domain::{
    access::{Actor, Verb},
    agreements::Terms,
    kernel::{AgreementId, Moment},
};
use concordat_service::{
    agreements, identity,
    kernel::{
        Database, SeededChance, SetClock, Settings,
        db::{DatabaseUrl, migrate},
    },
    kpis::{Format, Import},
};
use std::{fmt::Write as _, path::PathBuf, sync::Arc, time::Duration, time::Instant};
use xtask::postgres::{self, TestDatabase};

const FILE: &str = include_str!("../../../../docs/examples/uci-agreement.yaml");
const COMPANIES: [&str; 6] = ["integrator", "supplier-a", "supplier-b", "supplier-c", "supplier-d", "supplier-e"];
const KPIS: [&str; 4] = ["hand-overs", "not-reopened", "resolution-hours", "sla-met"];

/// An instance with an agreement in force.
pub struct Place {
    pub name: &'static str,
    pub database: Database,
    pub owner_url: String,
    pub agreement: AgreementId,
    pub console: Arc<Actor>,
    keep: Keep,
}

enum Keep {
    File(PathBuf),
    Server { _database: TestDatabase<'static> },
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Keep::File(path) = &self.keep {
            for end in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(format!("{}{end}", path.display()));
            }
        }
    }
}

/// How many measurements a benchmark takes: `FACTS`, or as many as it says itself.
pub fn wanted(usually: usize) -> usize {
    std::env::var("FACTS").ok().and_then(|count| count.parse().ok()).unwrap_or(usually)
}

/// On a file of embedded SQLite.
pub fn sqlite() -> Place {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{}.db", std::process::id()));
    let url = format!("sqlite:{}", path.display());
    migrate(&url.parse().unwrap()).unwrap();
    open("SQLite", url.clone(), url, Keep::File(path))
}

/// On PostgreSQL, where one is installed.
pub fn postgres() -> Option<Place> {
    let server = postgres::shared().map_err(|why| println!("PostgreSQL is left out: {why}")).ok()?;
    let prepare = |owner: &str| {
        let url: DatabaseUrl = owner.parse().map_err(|problem| format!("{problem}"))?;
        migrate(&url).map(|_| ()).map_err(|problem| problem.to_string())
    };
    let database = server.template("bench", prepare).unwrap().database("bench").unwrap();
    let (owner, app) = (database.owner_url.clone(), database.app_url.clone());
    Some(open("PostgreSQL", app, owner, Keep::Server { _database: database }))
}

fn open(name: &'static str, url: String, owner_url: String, keep: Keep) -> Place {
    let clock = Arc::new(SetClock::at(Moment::parse("2017-03-01T00:00:00Z").unwrap()));
    let settings = Settings { url: url.parse().unwrap(), connections: 4, wait: Duration::from_secs(5) };
    let database = Database::open(&settings, clock.clone(), Arc::new(SeededChance::new(1, clock))).unwrap();
    let console = Arc::new(Actor::console());
    let agreement = agreements::apply_file(&database, &console, FILE.as_bytes()).unwrap().agreement;
    let place = Place { name, database, owner_url, agreement, console, keep };
    place.sign();
    place
}

impl Place {
    fn person(&self, email: &str) -> Arc<Actor> {
        let emails = [email.to_owned()];
        let found = |tx: &mut concordat_service::kernel::Tx<'_>| {
            let person = identity::store::people_by_emails(tx, &emails)?.pop().unwrap();
            identity::actor_of_person(tx, &person)
        };
        self.database.read(&self.console, found).unwrap()
    }

    fn sign(&self) {
        let id = self.agreement;
        let steward = self.person("steward@integrator.example");
        let propose = |tx: &mut concordat_service::kernel::Tx<'_>| {
            let view = tx.permit(Verb::AgreementPropose, id)?;
            agreements::propose(tx, &view).map(|_| ())
        };
        self.database.write(&steward, id, propose).unwrap();
        for code in COMPANIES {
            let signatory = self.person(&format!("signatory@{code}.example"));
            let sign = |tx: &mut concordat_service::kernel::Tx<'_>| {
                let view = agreements::agreement(tx, id)?;
                let (company, digest) =
                    (view.terms.company_named(code).unwrap().id, view.agreement.latest().unwrap().digest);
                agreements::sign(tx, &view, company, digest).map(|_| ())
            };
            self.database.write(&signatory, id, sign).unwrap();
        }
    }

    pub fn terms(&self) -> Arc<Terms> {
        self.database.read(&self.console, |tx| agreements::terms(tx, self.agreement)).unwrap()
    }

    /// Imports a file; answers the seconds it took.
    pub fn import(&self, file: &str) -> f64 {
        let start = Instant::now();
        let input = file.as_bytes();
        let import = Import::new(Format::Csv);
        let done = import.run(&self.database, &self.console, self.agreement, input, |_| Ok(()), |_| ()).unwrap();
        assert_eq!(done.counts.rejected, 0);
        start.elapsed().as_secs_f64()
    }
}

/// One measurement of a file.
pub struct Fact {
    pub kpi: &'static str,
    pub company: &'static str,
    pub service: String,
    pub minute: usize,
    pub value: String,
    pub key: String,
}

impl Fact {
    pub fn is_ratio(&self) -> bool {
        matches!(self.kpi, "not-reopened" | "sla-met")
    }

    pub fn at(&self) -> String {
        Moment::parse("2016-02-01T00:00:00Z").unwrap().plus_seconds(self.minute as i64 * 60).to_string()
    }
}

/// So many measurements in order of time over thirteen months, four to an incident as a service desk's log has them.
pub fn facts(count: usize) -> impl Iterator<Item = Fact> {
    let span = 13 * 30 * 24 * 60;
    (0..count).map(move |number| {
        let (incident, kpi) = (number / 4, KPIS[number % 4]);
        let mixed = incident.wrapping_mul(0x9E37_79B9).wrapping_add(incident >> 3);
        Fact {
            kpi,
            company: COMPANIES[mixed % 6],
            service: format!("service-{}", 1 + (mixed >> 4) % 4),
            minute: number * span / count,
            value: if number % 4 == 2 {
                format!("{}.{:02}", mixed % 300, mixed % 100)
            } else {
                (mixed % 5).to_string()
            },
            key: format!("INC{incident:08}/{kpi}"),
        }
    })
}

/// The measurements as a file that is imported.
pub fn csv(count: usize) -> String {
    let mut file = String::from("kpi,company,service,observed_at,value,good,total,source,source_key\n");
    for fact in facts(count) {
        let (value, good) = if fact.is_ratio() { ("", "1,1") } else { (fact.value.as_str(), ",") };
        let Fact { kpi, company, service, key, .. } = &fact;
        let _ = writeln!(file, "{kpi},{company},{service},{},{value},{good},servicenow,{key}", fact.at());
    }
    file
}

/// A line of a table of what took how long.
pub fn line(what: &str, count: usize, seconds: f64, against: Option<(&str, f64)>) {
    let rate = count as f64 / seconds;
    let ratio = against.map(|(other, took)| format!("  {:5.2} x {other}", took / seconds)).unwrap_or_default();
    println!("{what:<58} {seconds:>8.2} s {rate:>12.0}/s{ratio}");
}
