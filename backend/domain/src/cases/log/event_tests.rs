//! What happened, told from rows that say how things stand.

use super::samples::terms;
use super::{Before, Entry, Mapper, Names, Record};
use crate::agreements::Terms;
use proptest::prelude::*;
use std::{borrow::Cow, sync::LazyLock};

const WHOLE: &str = "
source: desk
missing: ['?']
columns:
  case: case
  at: at
  order: number
  opened_at: opened
  team: {column: team, slug: true}
  company: {column: company, table: {N: north, S: south}}
  priority: {column: priority, empty: low}
  service: {constant: lines}
  rating: {column: points}
statuses:
  - {when: {status: queued}, means: queued}
  - {when: {status: work*}, means: held, responds: true}
  - {when: {status: 'wait*'}, means: paused, reason: {column: status, table: {wait user: user, wait parts: parts}}}
  - {when: {status: done}, means: resolved}
  - {when: {status: shut}, means: closed}
  - {when: {status: withdrawn}, means: cancelled}
  - {when: {status: lost}, means: unclear}
";

const HEADER: [&str; 9] = ["case", "number", "at", "opened", "status", "team", "company", "priority", "points"];

static MAPPER: LazyLock<Mapper> = LazyLock::new(|| Mapper::of(WHOLE.as_bytes()).unwrap());
static TERMS: LazyLock<Terms> = LazyLock::new(terms);

/// The events of rows `minute status team company priority points`, each field after a comma; `-` is empty.
fn entries(rows: &[&str], before: &mut Before) -> Result<Vec<Entry>, String> {
    let (terms, mapper) = (&*TERMS, &*MAPPER);
    let (names, places) = (Names::of(terms).unwrap(), mapper.places(&HEADER).unwrap());
    let mut all = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let mut parts = row.split(',').map(|part| if part == "-" { "" } else { part });
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (minute, status, team, company, priority, points) = (next(), next(), next(), next(), next(), next());
        let at = format!("2026-03-01T08:{minute}:00Z");
        let fields = ["C1".into(), number.to_string(), at, String::new(), status, team, company, priority, points];
        let fields = fields.map(Cow::Owned);
        let step = mapper.read(&names, Record { fields: &fields, places: &places }).map_err(|why| why.to_string())?;
        all.extend(step.events(before).map_err(|why| why.to_string())?);
    }
    Ok(all)
}

fn names(rows: &[&str]) -> String {
    let mut before = Before::default();
    let entries = entries(rows, &mut before).unwrap();
    let said: Vec<&str> = entries.iter().map(|entry| entry.what.name()).collect();
    said.join(" ")
}

#[test]
fn a_row_says_what_became_different() {
    let cases: [(&[&str], &str); 19] = [
        (&["00,queued,desk,N"], "opened offered"),
        (&["00,work,desk,N"], "opened responded accepted"),
        (&["00,queued,desk,N", "01,work,desk,N", "02,work,desk,N"], "opened offered responded accepted updated"),
        (&["00,work,field,N", "01,work,field,S"], "opened responded accepted accepted"),
        (&["00,work,desk,N", "01,queued,desk,N"], "opened responded accepted offered"),
        (&["00,queued,desk,N", "01,queued,network,S", "02,queued,network,S"], "opened offered offered updated"),
        (&["00,wait user,desk,N"], "opened accepted paused"),
        (
            &["00,work,desk,N", "01,wait user,desk,N", "02,wait user,desk,N", "03,work,desk,N"],
            "opened responded accepted paused updated resumed",
        ),
        (&["00,wait user,desk,N", "01,wait parts,network,S"], "opened accepted paused resumed accepted paused"),
        (&["00,wait user,desk,N", "01,wait user,network,S"], "opened accepted paused accepted"),
        (&["00,wait user,desk,N", "01,queued,network,S"], "opened accepted paused resumed offered"),
        (&["00,wait user,desk,N", "01,done,desk,N"], "opened accepted paused resumed resolved"),
        (&["00,queued,desk,N", "01,done,network,S", "02,done,-"], "opened offered accepted resolved updated"),
        (&["00,work,desk,N", "01,shut,desk,N", "02,shut,-"], "opened responded accepted resolved closed updated"),
        (
            &["00,work,desk,N", "01,done,-", "02,work,desk,N", "03,done,-", "04,shut,-"],
            "opened responded accepted resolved reopened accepted resolved closed",
        ),
        (&["00,queued,desk,N", "01,withdrawn,-", "02,shut,-"], "opened offered cancelled updated"),
        (
            &["00,work,desk,N", "01,lost,-", "02,lost,-", "03,work,desk,N", "04,done,-", "05,lost,-"],
            "opened responded accepted unclear updated accepted resolved updated",
        ),
        (
            &[
                "00,work,desk,N,high",
                "01,work,desk,N,low/gold",
                "02,done,-,-,high",
                "03,shut,-,-,low",
                "04,work,desk,N,high",
            ],
            "opened responded accepted reprioritised reprioritised resolved closed reopened accepted",
        ),
        (
            &["00,work,desk,N,-,4", "01,done,-,-,-,4", "02,done,-,-,-,2"],
            "opened responded accepted resolved rated rated",
        ),
    ];
    for (rows, said) in cases {
        assert_eq!(names(rows), said, "{rows:?}");
    }
}

#[test]
fn rows_of_one_time_are_a_microsecond_apart_and_older_ones_are_refused() {
    let mut before = Before::default();
    let all = entries(&["05,work,desk,N", "05,queued,network,S", "05,work,network,S"], &mut before).unwrap();
    let times: Vec<String> = all.iter().map(|entry| format!("{} {}", entry.what.name(), entry.at)).collect();
    assert_eq!(
        times,
        [
            "opened 2026-03-01T08:05:00Z",
            "responded 2026-03-01T08:05:00Z",
            "accepted 2026-03-01T08:05:00Z",
            "offered 2026-03-01T08:05:00.000001Z",
            "accepted 2026-03-01T08:05:00.000002Z",
        ]
    );
    let refused = entries(&["04,done,-"], &mut before).unwrap_err();
    assert!(refused.starts_with("CASE_LOG_ORDER (at): the row is of 2026-03-01T08:04:00Z, but"), "{refused}");
}

#[test]
fn the_first_event_of_a_row_bears_its_key() {
    let all = entries(&["00,work,desk,N", "01,done,-"], &mut Before::default()).unwrap();
    let keys: Vec<&str> = all.iter().map(|entry| entry.source_key.as_str()).collect();
    assert_eq!(keys, ["C1/0", "C1/0#2", "C1/0#3", "C1/1"]);
}

#[test]
fn a_status_without_a_rule_is_told_and_unclear() {
    let (terms, mapper) = (&*TERMS, &*MAPPER);
    let places = mapper.places(&HEADER).unwrap();
    let fields = ["C1", "1", "2026-03-01T08:00:00Z", "", "-100", "?", "", "", ""].map(Cow::Borrowed);
    let step = mapper.read(&Names::of(terms).unwrap(), Record { fields: &fields, places: &places }).unwrap();
    assert_eq!(step.unknown.as_deref(), Some("-100"));
    let said: Vec<_> = step.events(&mut Before::default()).unwrap().iter().map(|it| it.what.name()).collect();
    assert_eq!(said, ["opened", "unclear"]);
}

#[test]
fn a_case_is_opened_when_the_log_says_so_but_never_after_its_first_row() {
    let (terms, mapper) = (&*TERMS, &*MAPPER);
    let places = mapper.places(&HEADER).unwrap();
    let opened = |opened: &'static str| {
        let fields = ["C1", "1", "2026-03-01T08:00:00Z", opened, "queued", "Desk", "N", "", ""].map(Cow::Borrowed);
        let step = mapper.read(&Names::of(terms).unwrap(), Record { fields: &fields, places: &places }).unwrap();
        step.events(&mut Before::default()).unwrap()[0].at.to_string()
    };
    assert_eq!(opened("2026-03-01T07:30:00Z"), "2026-03-01T07:30:00Z");
    assert_eq!(opened("2026-03-01T09:00:00Z"), "2026-03-01T08:00:00Z");
    assert_eq!(opened("?"), "2026-03-01T08:00:00Z");
}

#[test]
fn a_row_that_cannot_be_read_is_refused_by_field() {
    let cases = [
        ("00,work,roofers,N", "CASE_LOG_TEAM (team)"),
        ("00,work,desk,X", "CASE_LOG_VALUE (company): company is \"X\", which the mapping's table"),
        ("00,work,-,N", "CASE_LOG_FIELD (team)"),
        ("00,work,desk,S", "CASE_LOG_MEMBER (company)"),
        ("00,work,desk,N,urgent", "CASE_LOG_PRIORITY (priority)"),
        ("00,work,desk,N,low,9", "CASE_LOG_FIELD (rating)"),
        ("00,wait,desk,N", "CASE_LOG_VALUE (reason)"),
        ("77,work,desk,N", "CASE_LOG_TIME (at)"),
    ];
    for (row, refused) in cases {
        let said = entries(&[row], &mut Before::default()).unwrap_err();
        assert!(said.starts_with(refused), "{row}: {said}");
    }
}

proptest! {
    /// Whatever rows come: each has an event, and what is known of a case is the same told from its events and row by
    /// row, so that an import goes on wherever it broke off.
    #[test]
    fn an_import_can_go_on_anywhere(
        rows in prop::collection::vec((0_u8..8, 0_u8..4, prop::bool::ANY, 0_u8..2), 1..12),
        cut in 0_usize..12,
    ) {
        let statuses = ["queued", "work", "wait user", "wait parts", "done", "shut", "lost", "odd"];
        let holders = ["desk,N", "field,N", "field,S", "network,S"];
        let mut minute = 0;
        let rows: Vec<String> = rows.iter().map(|(status, holder, later, priority)| {
            minute += u8::from(*later);
            let (status, holder) = (statuses[usize::from(*status)], holders[usize::from(*holder)]);
            format!("{minute:02},{status},{holder},{}", ["high", "low"][usize::from(*priority)])
        }).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let mut before = Before::default();
        let whole = entries(&rows, &mut before).unwrap();
        prop_assert!(whole.len() >= rows.len());
        prop_assert!(whole.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert_eq!(&Before::of(whole.iter().map(|entry| (entry.at, &entry.what))), &before);

        let cut = cut.min(rows.len());
        let mut before = Before::default();
        let mut parts = entries(&rows[..cut], &mut before).unwrap();
        let mut known = Before::of(parts.iter().map(|entry| (entry.at, &entry.what)));
        parts.extend(entries(&rows[cut..], &mut known).unwrap());
        let said = |all: &[Entry]| all.iter().map(|it| (it.at, it.what.clone())).collect::<Vec<_>>();
        prop_assert_eq!(said(&whole), said(&parts));
    }
}

#[test]
fn what_a_case_needs_is_told_when_it_changes() {
    let mapping = "
source: desk
columns:
  case: case
  at: at
  team: {constant: desk}
  priority: {constant: low}
  service: {constant: lines}
  region: {column: country, table: {Switzerland: ch}, otherwise: other}
  language: {column: tongue}
  skills: {column: knows}
statuses:
  - {when: {case: '*'}, means: held}
";
    let mapper = Mapper::of(mapping.as_bytes()).unwrap();
    let header = ["case", "at", "country", "tongue", "knows"];
    let (names, places) = (Names::of(&TERMS).unwrap(), mapper.places(&header).unwrap());
    let mut before = Before::default();
    let mut told = |minute: &str, country: &'static str, tongue: &'static str, knows: &'static str| {
        let at = format!("2026-03-01T08:{minute}:00Z");
        let fields = ["C1".into(), at.into(), country.into(), tongue.into(), knows.into()];
        let step = mapper.read(&names, Record { fields: &fields, places: &places }).unwrap();
        let entries = step.events(&mut before).unwrap();
        let first = serde_json::to_value(&entries[0].what).unwrap();
        (entries.len(), first["event"].as_str().unwrap().to_owned(), first["needs"].to_string())
    };
    let opened = r#"{"language":"de","region":"ch","skills":["network","optics"]}"#;
    assert_eq!(told("00", "Switzerland", "de", "optics;network"), (2, "opened".into(), opened.into()));
    assert_eq!(told("01", "Switzerland", "", ""), (1, "updated".into(), "null".into()));
    let specified = r#"{"language":"fr","region":"other","skills":["network","optics"]}"#;
    assert_eq!(told("02", "France", "fr", ""), (1, "specified".into(), specified.into()));
}
