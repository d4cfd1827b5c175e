//! Every row taken or told by its line; the same again changes nothing; what broke off goes on.

use crate::support::world::{World, both};
use concordat_domain::{
    access::{Actor, Verb},
    cases::{CaseEvent, log::Mapper},
    kernel::AgreementId,
};
use concordat_service::{
    agreements,
    cases::{self, CaseFilter, Import, Imported},
    kernel::{Denial, No, Outcome, feed::Format, feed::Reject},
};
use std::{
    io::{self, BufRead, BufReader, Read},
    sync::Arc,
};

const AGREEMENT: &str = "
agreement: {code: small, name: Small, zone: UTC, effective_from: 2026-01-01}
companies:
  - {code: desk, name: Desk, kind: integrator}
  - {code: office, name: Office, kind: integrator}
  - {code: north, name: North, kind: outsourced_supplier}
  - {code: south, name: South, kind: outsourced_supplier}
parties: [{company: desk}, {company: office}, {company: north, bound_through: desk}, {company: south, bound_through: desk}]
people:
  - {email: steward@desk.example, name: Steward, company: desk, grants: [{role: steward}]}
  - {email: signatory@desk.example, name: Signatory, company: desk, grants: [{role: signatory}]}
  - {email: signatory@office.example, name: Signatory, company: office, grants: [{role: signatory}]}
  - {email: agent@desk.example, name: Agent, company: desk, grants: [{role: contact_agent}]}
services: [{code: lines, name: Lines}]
calendars: [{code: always, name: Always, hours: always}]
commitments:
  - {code: content, topic: satisfaction, text: Users are content., kpis: [kept]}
  - {code: better, topic: improvement, text: It gets better., kpis: [kept]}
kpis:
  - code: kept
    name: Promises kept
    kind: ratio
    unit: share
    direction: higher
    joint: pooled
    disclosure: open
    reporters: [{company: desk}, {company: north}, {company: south}]
    targets: [{value: 0.9}]
teams:
  - {code: first, name: First, kind: contact_point, line: 1, calendar: always, acceptance: PT0S, companies: [{company: desk}]}
  - {code: field, name: Field, kind: resolution, line: 2, calendar: always, acceptance: PT0S, companies: [{company: north}, {company: south}]}
cases:
  calendar: always
  priorities: [{code: high, name: High}, {code: low, name: Low}]
  pause_reasons: [{code: user, name: User, against: customer}]
";

const MAPPING: &str = "
source: desk
columns:
  case: case
  at: at
  order: seq
  team: {column: team}
  company: {column: company}
  priority: {constant: low}
  service: {constant: lines}
statuses:
  - {when: {status: new}, means: queued}
  - {when: {status: work}, means: held}
  - {when: {status: wait}, means: paused, reason: {constant: user}}
  - {when: {status: done}, means: resolved}
facts:
  - {kpi: kept, at: at, good: {column: kept, is: 'yes'}}
";

fn agreement(world: &World) -> AgreementId {
    let id = world.apply(AGREEMENT);
    world.on(&world.person("steward@desk.example"), id, Verb::AgreementPropose, agreements::propose).unwrap();
    for company in ["desk", "office"] {
        world.sign(id, &format!("signatory@{company}.example"), company).unwrap();
    }
    id
}

fn run(
    world: &World,
    who: &Arc<Actor>,
    id: AgreementId,
    import: &Import,
    input: impl BufRead + Send,
) -> (Outcome<Imported>, Vec<Reject>) {
    let mut rejects = Vec::new();
    let keep = |some: &[Reject]| {
        rejects.extend_from_slice(some);
        Ok(())
    };
    (import.run(&world.database, who, id, input, keep, |_| ()), rejects)
}

fn statuses(batch: usize) -> Import {
    Import { batch, ..Import::new(Format::Csv, Some(Mapper::of(MAPPING.as_bytes()).unwrap())) }
}

fn take(world: &World, id: AgreementId, import: &Import, text: &str) -> ([u64; 4], Vec<(u64, String)>) {
    let (done, rejects) = run(world, &world.console(), id, import, text.as_bytes());
    let done = done.unwrap();
    let told = rejects.into_iter().map(|it| (it.line, it.refusals[0].code.to_string())).collect();
    ([done.recorded, done.unchanged, done.rejected, done.events], told)
}

/// The logs of all cases: reference, and the names of the events in order of time.
fn logs(world: &World, id: AgreementId) -> Vec<String> {
    let filter = CaseFilter::default();
    let views = world.database.read(&world.console(), |tx| cases::list(tx, id, &filter, None, 100)).unwrap();
    let mut logs: Vec<String> = views
        .iter()
        .map(|view| {
            let mut events: Vec<CaseEvent> = view.events();
            events.sort_by_key(|event| (event.at, event.what.rank(), event.number));
            let names: Vec<&str> = events.iter().map(|event| event.what.name()).collect();
            format!("{}: {}", view.reference, names.join(" "))
        })
        .collect();
    logs.sort();
    logs
}

const CANONICAL: &str = "case,at,event,team,company,priority,service,status,reason,source_key
A,2026-02-01T08:00:00Z,opened,,,high,lines,,Printer,1
A,2026-02-01T08:00:00Z,accepted,first,desk,,,,,2
A,2026-02-01T09:00:00Z,offered,field,south,,,,\"a cable, \"\"red\"\"\",3
A,2026-02-01T08:30:00Z,paused,,,,,,user,4
A,2026-02-01T08:45:00Z,resumed,,,,,,,5
B,2026-02-01T08:00:00Z,closed,,,,,,,6
C,2026-02-01T07:00:00Z,accepted,first,desk,,,,,7
C,2026-02-01T08:00:00Z,opened,,,low,lines,request,,8
A,2026-02-01T10:00:00Z,resumed,,,,,,,9
A,2026-02-01T10:00:00Z,offered,roof,south,,,,,10
A,2026-02-01T10:00:00Z,offered,first,south,,,,,11
A,2027-02-01T10:00:00Z,closed,,,,,,,12
A,2026-02-01T10:00:00Z,closed,,,,,,,2
A,2026-02-01T08:00:00Z,accepted,first,desk,,,,,2
A,noon,closed,,,,,,,13
A,2026-02-01T11:00:00Z,closed,,,,,,,14,15
";

#[test]
fn canonical_rows_go_in_and_what_is_wrong_is_told_by_line() {
    both(|world| {
        let id = agreement(world);
        let import = Import::new(Format::Csv, None);
        let (counts, told) = take(world, id, &import, CANONICAL);
        let told: Vec<(u64, &str)> = told.iter().map(|(line, code)| (*line, code.as_str())).collect();
        assert_eq!(
            told,
            [
                (7, "CASE_NOT_OPENED"),
                (8, "CASE_NOT_OPENED"),
                (10, "CASE_NOT_PAUSED"),
                (11, "CASE_LOG_TEAM"),
                (12, "CASE_LOG_MEMBER"),
                (13, "CASE_LOG_FUTURE"),
                (14, "CASE_LOG_CHANGED"),
                (16, "CASE_LOG_TIME"),
                (17, "IMPORT_LINE"),
            ]
        );
        assert_eq!(counts, [6, 1, 9, 6]);
        assert_eq!(logs(world, id), ["A: opened accepted paused resumed offered", "C: opened"]);
        let (again, _) = take(world, id, &import, CANONICAL);
        assert_eq!(again, [0, 7, 9, 0]);
    });
}

const STATUSES: &str = "case,seq,at,status,team,company,kept,other
A,1,2026-02-01T08:00:00Z,new,first,desk,,
A,2,2026-02-01T08:00:00Z,work,first,desk,,\"x, y\"
B,1,2026-02-01T08:00:00Z,new,first,desk,,
A,3,2026-02-01T09:00:00Z,wait,first,desk,,
A,4,2026-02-01T10:00:00Z,odd,first,desk,,
A,5,2026-02-01T11:00:00Z,done,field,south,yes,
B,2,2026-02-01T07:00:00Z,work,first,desk,,
B,3,2026-02-01T09:00:00Z,work,first,north,,
B,4,2026-02-01T09:00:00Z,work,field,north,no,
";

#[test]
fn rows_of_statuses_become_events_and_facts_and_the_same_again_changes_nothing() {
    both(|world| {
        let id = agreement(world);
        let (done, rejects) = run(world, &world.console(), id, &statuses(5_000), STATUSES.as_bytes());
        let done = done.unwrap();
        assert_eq!((done.recorded, done.cases, done.facts.recorded), (8, 2, 2));
        assert_eq!(
            done.unclear.iter().map(|(status, rows)| (status.as_str(), *rows)).collect::<Vec<_>>(),
            [("odd", 1)]
        );
        let told: Vec<(u64, &str)> = rejects.iter().map(|it| (it.line, &*it.refusals[0].code)).collect();
        assert_eq!(told, [(9, "CASE_LOG_MEMBER")]);
        let expected = [
            "A: opened offered accepted paused resumed unclear accepted resolved",
            "B: opened accepted offered accepted",
        ];
        assert_eq!(logs(world, id), expected);
        let (again, _) = take(world, id, &statuses(5_000), STATUSES);
        assert_eq!(again, [0, 8, 1, 0]);
        let more = format!(
            "{STATUSES}A,6,2026-02-02T08:00:00Z,work,field,south,no,\nB,1,2026-02-01T08:00:00Z,new,first,desk,,\n"
        );
        let (done, _) = run(world, &world.console(), id, &statuses(5_000), more.as_bytes());
        let done = done.unwrap();
        assert_eq!((done.recorded, done.events, done.facts.corrected), (1, 2, 1));
        assert_eq!(logs(world, id)[0], format!("{} reopened accepted", expected[0]));
    });
}

#[test]
fn small_batches_tell_rows_that_come_too_late_and_take_the_rest() {
    both(|world| {
        let id = agreement(world);
        let (_, told) = take(world, id, &statuses(1), STATUSES);
        assert_eq!(told, [(8, "CASE_LOG_ORDER".to_owned()), (9, "CASE_LOG_MEMBER".to_owned())]);
        assert_eq!(logs(world, id)[1], "B: opened offered accepted");
    });
}

#[test]
fn a_rehearsal_keeps_nothing_and_strangers_import_nothing() {
    both(|world| {
        let id = agreement(world);
        let dry = Import { dry_run: true, ..statuses(5_000) };
        assert_eq!(take(world, id, &dry, STATUSES).0[0], 8);
        assert_eq!(logs(world, id), [""; 0]);
        let agent = world.person("agent@desk.example");
        let (refused, _) = run(world, &agent, id, &statuses(5_000), STATUSES.as_bytes());
        assert!(matches!(refused, Err(No::Denied(Denial::Forbidden))), "{refused:?}");
        let steward = world.person("steward@desk.example");
        let (done, _) = run(world, &steward, id, &statuses(5_000), STATUSES.as_bytes());
        assert_eq!(done.unwrap().recorded, 8);
        let header = STATUSES.replace("seq", "number");
        let (refused, _) = run(world, &steward, id, &statuses(5_000), header.as_bytes());
        let Err(No::Refused(why)) = refused else { panic!() };
        assert_eq!(why.0[0].message, "the mapping names the column seq, which is missing");
    });
}

/// An input that breaks off.
struct Broken<R>(R);

impl<R: Read> Read for Broken<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.0.read(into)? {
            0 => Err(io::Error::other("the line went dead")),
            read => Ok(read),
        }
    }
}

#[test]
fn an_import_that_broke_off_is_run_again_from_its_beginning() {
    both(|world| {
        let id = agreement(world);
        let lines: Vec<String> = (0..40)
            .map(|row| {
                format!(
                    "K{:02},{},2026-02-01T08:{:02}:00Z,{},first,desk,,",
                    row / 4,
                    row % 4,
                    row,
                    ["new", "work", "wait", "done"][row % 4]
                )
            })
            .collect();
        let text = format!("case,seq,at,status,team,company,kept,other\n{}\n", lines.join("\n"));
        let broken = BufReader::new(Broken(&text.as_bytes()[..text.len() / 2]));
        let (done, _) = run(world, &world.console(), id, &statuses(8), broken);
        assert!(matches!(done, Err(No::Refused(why)) if why.0[0].code == "IMPORT_INPUT"));
        let (counts, told) = take(world, id, &statuses(8), &text);
        assert!(counts[1] >= 8, "{counts:?}");
        assert_eq!((counts[0] + counts[1], told), (40, vec![]));
        let log = "opened offered accepted paused resumed resolved";
        assert!(logs(world, id).iter().all(|one| one.ends_with(log)) && logs(world, id).len() == 10);
    });
}

#[test]
fn json_lines_are_read_through_a_mapping_and_without() {
    both(|world| {
        let id = agreement(world);
        let events = r#"{"case":"A","at":"2026-02-01T08:00:00Z","event":"opened","priority":"low","service":"lines","source_key":"1"}
{"case":"A","at":"2026-02-01T08:00:00Z","event":"accepted","team":"first","source_key":"2","colour":"red"}
[]
"#;
        let import = Import::new(Format::Ndjson, None);
        let (counts, told) = take(world, id, &import, events);
        assert_eq!((counts, told), ([1, 0, 2, 1], vec![(2, "IMPORT_LINE".into()), (3, "IMPORT_LINE".into())]));
        let rows = r#"{"case":"B","seq":1,"at":"2026-02-01T08:00:00Z","status":"work","team":"first","company":"desk","colour":1}
{"case":"B","seq":2,"at":"2026-02-01T09:00:00Z","status":"done","team":"first","company":"desk","kept":true}
"#;
        let import = Import { format: Format::Ndjson, ..statuses(5_000) };
        let (counts, told) = take(world, id, &import, rows);
        assert_eq!((counts, told), ([2, 0, 0, 3], vec![]));
    });
}
