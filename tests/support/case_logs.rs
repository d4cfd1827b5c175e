//! The logs of real desks, where they lie: in the folder that `CONCORDAT_SHARED_DATA` names, or in `../shared/data` beside
//! the workspace. Their mappings are the documented examples.

use super::world::World;
use concordat_domain::{access::Verb, cases::log::Mapper, kernel::AgreementId};
use concordat_service::{
    agreements,
    cases::{Import, Imported},
    kernel::feed::{Format, Reject},
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, Cursor},
    path::{Path, PathBuf},
    process::Command,
};

const UCI_AGREEMENT: &str = include_str!("../../docs/examples/uci-cases-agreement.yaml");
/// How the incident log of a ServiceNow instance is read.
pub const UCI_MAPPING: &str = include_str!("../../docs/examples/uci-cases-mapping.yaml");
/// How the log of closed problems is read.
pub const CLOSED_MAPPING: &str = include_str!("../../docs/examples/volvo-problems-mapping.yaml");
/// How the log of open problems is read.
pub const OPEN_MAPPING: &str = include_str!("../../docs/examples/volvo-open-problems-mapping.yaml");

/// A log of problems with what a correct ledger says of it.
pub struct ProblemLog {
    /// What is expected.
    pub expected: Value,
    text: String,
    mapping: &'static str,
}

/// A row of a log of problems.
#[derive(Clone, Copy, Debug)]
pub struct Row<'l> {
    /// Which problem.
    pub case: &'l str,
    /// When, in RFC 3339.
    pub at: &'l str,
    /// What it was from then on.
    pub status: &'l str,
    /// The organisation line that had it, the nearest thing to a company.
    pub company: &'l str,
    /// The support team; the organisation line where the log names none.
    pub team: &'l str,
    /// What it is about, the same in all rows of a problem.
    pub product: &'l str,
    /// The country of the team that it came to first, the same in all rows of a problem.
    pub country: &'l str,
}

/// The folder of a log, where it is there; else says so.
fn folder(name: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let named = std::env::var_os("CONCORDAT_SHARED_DATA").map(PathBuf::from);
    let folders = [named.unwrap_or_else(|| root.join("../shared/data")), root.join("../../shared/data")];
    let found = folders.into_iter().map(|folder| folder.join(name)).find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("skipped: the logs are not here; name the folder above theirs in CONCORDAT_SHARED_DATA");
    }
    found
}

fn unpacked(packed: &Path) -> String {
    let unpacked = Command::new("gzip").arg("-dc").arg(packed).output().unwrap();
    assert!(unpacked.status.success());
    String::from_utf8(unpacked.stdout).unwrap()
}

/// The incident log, where it is there.
pub fn incidents() -> Option<String> {
    Some(unpacked(&folder("uci_servicenow")?.join("incident_event_log.csv.gz")))
}

/// The agreement of the incident log, signed by everybody.
pub fn incident_agreement(world: &World) -> AgreementId {
    let parties = ["integrator", "supplier-a", "supplier-b", "supplier-c", "supplier-d", "supplier-e"];
    signed(world, UCI_AGREEMENT, "steward@integrator.example", &parties)
}

/// Imports a text through a mapping as the console; answers what became of it, and what was not taken.
pub fn import(world: &World, id: AgreementId, mapping: &str, text: &str) -> (Imported, Vec<Reject>) {
    let mapper = Mapper::of(mapping.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
    let mut rejects = Vec::new();
    let import = Import::new(Format::Csv, Some(mapper));
    let input: Box<dyn BufRead + Send> = Box::new(Cursor::new(text.to_owned()));
    let keep = |some: &[Reject]| {
        rejects.extend_from_slice(some);
        Ok(())
    };
    let done = import.run(&world.database, &world.console(), id, input, keep, |_| ()).unwrap();
    (done, rejects)
}

fn signed(world: &World, file: &str, steward: &str, parties: &[&str]) -> AgreementId {
    let id = world.apply(file);
    world.on(&world.person(steward), id, Verb::AgreementPropose, agreements::propose).unwrap();
    for party in parties {
        world.sign(id, &format!("signatory@{party}.example"), party).unwrap();
    }
    id
}

impl ProblemLog {
    /// `open` or `closed`, where it is there.
    pub fn named(name: &str) -> Option<Self> {
        let folder = folder("volvo_problems")?;
        let expected = std::fs::read_to_string(folder.join(format!("expected_{name}.json"))).unwrap();
        let text = unpacked(&folder.join(format!("problems_{name}.csv.gz")));
        let mapping = if name == "open" { OPEN_MAPPING } else { CLOSED_MAPPING };
        Some(Self { expected: serde_json::from_str(&expected).unwrap(), text, mapping })
    }

    /// Its rows: those of a problem stand in the order in which they happened.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut lines = self.text.lines();
        let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
        let place = |name: &str| columns.iter().position(|column| *column == name);
        let [case, at, status, company, product, country] =
            ["case_id", "ts_utc", "status", "org_line", "product", "team_country"].map(|name| place(name).unwrap());
        let team = place("support_team").unwrap_or(company);
        lines
            .map(|line| {
                let of: Vec<&str> = line.split(',').collect();
                let (case, at, status, company) = (of[case], of[at], of[status], of[company]);
                Row { case, at, status, company, team: of[team], product: of[product], country: of[country] }
            })
            .collect()
    }

    /// Imports it into its agreement.
    pub fn import(&self, world: &World, id: AgreementId) -> (Imported, Vec<Reject>) {
        import(world, id, self.mapping, &self.text)
    }

    /// Its agreement, in force: a company for each organisation line, a team for each support team.
    pub fn agreement(&self, world: &World) -> AgreementId {
        signed(world, &self.file(), "steward@desk.example", &["desk", "office"])
    }

    fn file(&self) -> String {
        let mut lines = self.text.lines();
        let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
        let place = |name: &str| columns.iter().position(|column| *column == name);
        let (company, status) = (place("org_line").unwrap(), place("substatus").unwrap());
        let team = place("support_team").unwrap_or(company);
        let (mut teams, mut reasons) = (BTreeMap::<String, (u8, BTreeSet<String>)>::new(), BTreeSet::new());
        for line in lines {
            let fields: Vec<&str> = line.split(',').collect();
            let name = fields[team];
            let line = if name.ends_with(" 3rd") { 3 } else { 1 + u8::from(name.ends_with(" 2nd")) };
            let of = teams.entry(code(name)).or_insert_with(|| (line, BTreeSet::new()));
            of.1.insert(code(fields[company]));
            if fields[status].starts_with("Wait") {
                reasons.insert(code(fields[status]));
            }
        }
        let companies: BTreeSet<&String> = teams.values().flat_map(|(_, companies)| companies).collect();
        let mut file = HEAD.to_owned();
        file += "companies:\n  - {code: desk, name: Desk, kind: integrator}\n  - {code: office, name: Office, kind: integrator}\n";
        for code in &companies {
            file += &format!("  - {{code: {code}, name: {code}, kind: outsourced_supplier}}\n");
        }
        file += "parties:\n  - {company: desk}\n  - {company: office}\n";
        for code in &companies {
            file += &format!("  - {{company: {code}, bound_through: desk}}\n");
        }
        file += "teams:\n";
        for (code, (line, companies)) in &teams {
            let companies: Vec<String> = companies.iter().map(|code| format!("{{company: {code}}}")).collect();
            file += &format!(
                "  - {{code: {code}, name: {code}, kind: resolution, line: {line}, calendar: always, acceptance: PT0S, \
                 companies: [{}]}}\n",
                companies.join(", ")
            );
        }
        file += "cases:\n  calendar: always\n  priorities: [{code: major, name: Major}, {code: high, name: High}, \
                 {code: medium, name: Medium}, {code: low, name: Low}]\n  pause_reasons:\n";
        for code in reasons {
            file += &format!("    - {{code: {code}, name: {code}, against: customer}}\n");
        }
        file
    }
}

/// A code as a mapping makes one of a text.
fn code(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

const HEAD: &str = "agreement: {code: problems, name: Problems, zone: UTC, effective_from: 2000-01-01}
people:
  - {email: steward@desk.example, name: Steward, company: desk, grants: [{role: steward}]}
  - {email: signatory@desk.example, name: Signatory, company: desk, grants: [{role: signatory}]}
  - {email: signatory@office.example, name: Signatory, company: office, grants: [{role: signatory}]}
services: [{code: products, name: Products}]
calendars: [{code: always, name: Always, hours: always}]
commitments:
  - {code: content, topic: satisfaction, text: Users are content., kpis: [content]}
  - {code: better, topic: improvement, text: It gets better., kpis: [content]}
kpis:
  - code: content
    name: Content users
    kind: ratio
    unit: share
    direction: higher
    joint: pooled
    disclosure: open
    reporters: [{company: desk}]
    targets: [{value: 0.9}]
";
