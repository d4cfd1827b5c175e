//! Imports: every line taken or told, and an import that broke off run again from its beginning.

use super::{NORDLICHT, astray};
use crate::support::world::{World, both};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::{
    kernel::{Denial, No, Outcome},
    kpis::{Format, Import, Imported, Rejects},
};
use std::{
    io::{self, BufRead, BufReader, Read},
    sync::Arc,
};

const HEADER: &str = "kpi,company,service,observed_at,value,good,total,source,source_key";
const GOOD: [&str; 4] = [
    "sla-met,nordlicht,network,2026-02-03T10:00:00Z,,9,10,desk,1",
    "resolution-hours,halden,network,2026-02-03T11:00:00+01:00,4.5,,,desk,2",
    "\"resolution-hours\",halden,network,2026-02-04T10:00:00Z,\"5\",,,desk,\"3,a \"\"b\"\"\"",
    "major-incidents,halden,network,2026-02-04T10:00:00Z,,,,desk,4",
];
const BAD: [(&str, &str); 9] = [
    ("sla-met,nordlicht,network,2026-02-03T10:00:00Z,,11,10,desk,b1", "MEASUREMENT_RATIO"),
    ("sla,nordlicht,network,2026-02-03T10:00:00Z,,9,10,desk,b2", "MEASUREMENT_KPI"),
    ("sla-met,north,network,2026-02-03T10:00:00Z,,9,10,desk,b3", "MEASUREMENT_COMPANY"),
    ("sla-met,nordlicht,net,2026-02-03T10:00:00Z,,9,10,desk,b4", "MEASUREMENT_SERVICE"),
    ("resolution-hours,halden,network,2026-02-03T10:00:00Z,NaN,,,desk,b5", "IMPORT_FIELD"),
    ("resolution-hours,halden,network,9999-02-03T10:00:00Z,1,,,desk,b6", "IMPORT_FIELD"),
    ("resolution-hours,halden,network,2026-02-03T10:00:00Z,1,,,desk", "IMPORT_LINE"),
    ("resolution-hours,halden,network,2026-02-03T10:00:00Z,1,,,,b8", "MEASUREMENT_SOURCE"),
    ("sla-met,arnau,network,2026-02-03T10:00:00Z,,9,10,desk,b9", "MEASUREMENT_REPORTER"),
];

/// Imports as the console, in batches of three; answers the rejects as a file too.
fn import(world: &World, id: AgreementId, import: Import, input: impl BufRead + Send) -> (Outcome<Imported>, String) {
    let mut file = Vec::new();
    let mut rejects = Rejects::new(&mut file, import.format);
    let import = Import { batch: 3, ..import };
    let done = import.run(&world.database, &world.console(), id, input, |some| rejects.write(some), |_| ());
    (done, String::from_utf8(file).unwrap())
}

fn counts(imported: Outcome<Imported>) -> [u64; 4] {
    let counts = imported.unwrap().counts;
    [counts.recorded, counts.corrected, counts.unchanged, counts.rejected]
}

fn mixed() -> String {
    let bad = BAD.iter().map(|(line, _)| *line);
    let lines: Vec<&str> = std::iter::once(HEADER).chain(GOOD).chain(bad).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

#[test]
fn what_is_good_goes_in_and_the_rest_is_told_by_line() {
    both(|world| {
        let id = world.sample();
        let csv = Import::new(Format::Csv);
        let (done, rejects) = import(world, id, csv, mixed().as_bytes());
        assert_eq!(counts(done), [4, 0, 0, 9]);
        let told: Vec<Vec<&str>> = rejects.lines().skip(1).map(|line| line.split(',').take(2).collect()).collect();
        let expected = BAD.iter().enumerate().map(|(place, (_, code))| ((place + 6).to_string(), *code));
        let expected: Vec<_> = expected.collect();
        assert_eq!(told, expected.iter().map(|(line, code)| vec![line.as_str(), code]).collect::<Vec<_>>());
        assert_eq!(counts(import(world, id, csv, mixed().as_bytes()).0), [0, 0, 4, 9]);
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn json_lines_say_the_same() {
    both(|world| {
        let id = world.sample();
        let lines = [
            r#"{"kpi":"sla-met","company":"nordlicht","service":"network","observed_at":"2026-02-03T10:00:00Z","good":9,"total":"10","source":"desk","source_key":"1"}"#,
            r#"{"kpi":"resolution-hours","company":"halden","service":"network","observed_at":"2026-02-03T10:00:00Z","value":4.5,"source":"desk","source_key":"2"}"#,
            r#"{"kpi":"resolution-hours","company":"halden","service":"network","observed_at":"2026-02-03T10:00:00Z","value":4.5,"source":"desk","source_key":"2","colour":1}"#,
            r#"[1,2]"#,
            "{",
        ];
        let json = Import::new(Format::Ndjson);
        let (done, rejects) = import(world, id, json, lines.join("\n").as_bytes());
        assert_eq!(counts(done), [2, 0, 0, 3]);
        assert!(rejects.lines().all(|line| line.contains(r#""code":"IMPORT_LINE""#)), "{rejects}");
        let (done, _) = import(world, id, Import::new(Format::Csv), format!("{HEADER}\n{}", GOOD[0]).as_bytes());
        assert_eq!(counts(done), [0, 0, 1, 0]);
    });
}

#[test]
fn columns_that_are_none_stop_the_import() {
    both(|world| {
        let id = world.sample();
        let header = HEADER.replace("service", "services");
        let (done, _) = import(world, id, Import::new(Format::Csv), format!("{header}\n{}", GOOD[0]).as_bytes());
        let Err(No::Refused(why)) = done else { panic!() };
        let said: Vec<_> = why.0.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(said, ["\"services\" is no column of measurements", "the column service is missing"]);
        let (empty, _) = import(world, id, Import::new(Format::Csv), &b""[..]);
        assert!(matches!(empty, Err(No::Refused(why)) if why.0[0].code == "IMPORT_COLUMNS"));
    });
}

#[test]
fn a_rehearsal_tells_the_same_and_keeps_nothing() {
    both(|world| {
        let id = world.sample();
        let dry = Import { dry_run: true, ..Import::new(Format::Csv) };
        let (first, rejects) = import(world, id, dry, mixed().as_bytes());
        assert_eq!(counts(first), [4, 0, 0, 9]);
        let (kept, same) = import(world, id, Import::new(Format::Csv), mixed().as_bytes());
        assert_eq!((counts(kept), same), ([4, 0, 0, 9], rejects));
    });
}

/// An input that breaks off.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.0.read(into)? {
            0 => Err(io::Error::other("the line is cut")),
            some => Ok(some),
        }
    }
}

#[test]
fn an_import_that_broke_off_is_run_again() {
    both(|world| {
        let id = world.sample();
        let key = |key: usize| format!("resolution-hours,halden,network,2026-02-03T10:00:00Z,1,,,desk,{key}\n");
        let all: String = std::iter::once(format!("{HEADER}\n")).chain((0..100).map(key)).collect();
        let half = BufReader::new(Broken(&all.as_bytes()[..all.len() / 2]));
        let (broken, _) = import(world, id, Import::new(Format::Csv), half);
        assert!(matches!(broken, Err(No::Refused(why)) if why.0[0].code == "IMPORT_INPUT"));
        let [recorded, corrected, unchanged, rejected] =
            counts(import(world, id, Import::new(Format::Csv), all.as_bytes()).0);
        assert_eq!((recorded + unchanged, corrected, rejected), (100, 0, 0));
        assert!(unchanged > 40, "{unchanged}");
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn each_line_needs_the_right_to_report_it() {
    both(|world| {
        let id = world.sample();
        let run = |actor: &Arc<Actor>| {
            let input = format!("{HEADER}\n{}\n{}", GOOD[0], GOOD[1]);
            Import::new(Format::Csv).run(&world.database, actor, id, input.as_bytes(), |_| Ok(()), |_| ())
        };
        assert_eq!(counts(run(&world.person(NORDLICHT))), [1, 0, 0, 1]);
        let coordinator = world.person("tove.lind@nordlicht.example");
        assert!(matches!(run(&coordinator), Err(No::Denied(Denial::Forbidden))));
        assert!(matches!(run(&Arc::new(Actor::anonymous())), Err(No::Denied(Denial::NotFound))));
    });
}
