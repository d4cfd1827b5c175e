//! Canonical rows, by tables.

use super::samples::terms;
use super::{COLUMNS, Names, Row};
use crate::cases::CaseEvent;
use proptest::prelude::*;
use std::borrow::Cow;

type Texts<'a> = &'a [(&'a str, &'a str)];

/// A row of these columns and texts; the case and the time are there unless they are given.
fn row(fields: &[(&str, &str)]) -> Row<'static> {
    let mut texts = COLUMNS.map(|(name, _)| match name {
        "case" => "C1".to_owned(),
        "at" => "2026-03-01T08:00:00Z".to_owned(),
        _ => String::new(),
    });
    for (name, text) in fields {
        texts[COLUMNS.iter().position(|(column, _)| column == name).unwrap()] = (*text).to_owned();
    }
    Row::of(texts.map(Cow::Owned))
}

fn said(row: &Row<'_>) -> Result<String, Vec<(String, Option<String>)>> {
    let terms = terms();
    let entry = row.resolve(&Names::of(&terms).unwrap());
    entry
        .map(|entry| serde_json::to_string(&entry.what).unwrap())
        .map_err(|why| why.0.into_iter().map(|one| (one.code.into_owned(), one.field)).collect())
}

#[test]
fn each_event_has_its_columns() {
    let holder = r#""team":"00000000-0000-0000-0000-00000000001f","company":"00000000-0000-0000-0000-000000000004""#;
    let cases: [(Texts<'_>, String); 17] = [
        (
            &[("event", "opened"), ("priority", "high/gold"), ("service", "lines"), ("status", "request"), ("customer", "buyer")],
            r#"{"event":"opened","kind":"request","title":"C1","priority":"high","package":"gold","service":"00000000-0000-0000-0000-000000000014","customer":"00000000-0000-0000-0000-000000000001"}"#.into(),
        ),
        (
            &[("event", "offered"), ("team", "field"), ("company", "south"), ("reason", "a cable")],
            format!(r#"{{"event":"offered","to":{{{holder}}},"reason":"a cable"}}"#),
        ),
        (
            &[("event", "accepted"), ("team", "field"), ("company", "south")],
            format!(r#"{{"event":"accepted","by":{{{holder}}}}}"#),
        ),
        (
            &[("event", "accepted"), ("team", "desk")],
            r#"{"event":"accepted","by":{"team":"00000000-0000-0000-0000-00000000001e","company":"00000000-0000-0000-0000-000000000003"}}"#.into(),
        ),
        (
            &[("event", "refused"), ("reason", "not ours"), ("status", "routers")],
            r#"{"event":"refused","reason":"not ours","boundary":"routers"}"#.into(),
        ),
        (
            &[("event", "paused"), ("reason", "user"), ("customer", "south"), ("status", "asked twice")],
            r#"{"event":"paused","reason":"user","against":{"company":"00000000-0000-0000-0000-000000000004"},"note":"asked twice"}"#.into(),
        ),
        (&[("event", "resumed")], r#"{"event":"resumed"}"#.into()),
        (&[("event", "responded")], r#"{"event":"responded"}"#.into()),
        (
            &[("event", "updated"), ("status", "testing"), ("reason", "on it"), ("customer", "told")],
            r#"{"event":"updated","stage":"testing","note":"on it","told":true}"#.into(),
        ),
        (&[("event", "updated")], r#"{"event":"updated","told":false}"#.into()),
        (&[("event", "resolved"), ("reason", "new cable")], r#"{"event":"resolved","note":"new cable"}"#.into()),
        (&[("event", "closed")], r#"{"event":"closed"}"#.into()),
        (&[("event", "cancelled")], r#"{"event":"cancelled"}"#.into()),
        (&[("event", "reopened"), ("reason", "again")], r#"{"event":"reopened","reason":"again"}"#.into()),
        (&[("event", "reprioritised"), ("priority", "low")], r#"{"event":"reprioritised","priority":"low"}"#.into()),
        (
            &[("event", "rated"), ("status", "5"), ("reason", "quick")],
            r#"{"event":"rated","points":5,"words":"quick"}"#.into(),
        ),
        (&[("event", "unclear"), ("status", "-100")], r#"{"event":"unclear","status":"-100"}"#.into()),
    ];
    for (fields, what) in cases {
        assert_eq!(said(&row(fields)), Ok(what), "{fields:?}");
    }
}

#[test]
fn what_is_wrong_is_told_by_code_and_field() {
    let cases: [(Texts<'_>, Texts<'_>); 19] = [
        (&[], &[("CASE_LOG_FIELD", "event")]),
        (&[("event", "exploded")], &[("CASE_LOG_EVENT", "event")]),
        (&[("event", "swarmed")], &[("CASE_LOG_EVENT", "event")]),
        (&[("event", "closed"), ("at", "2026-03-01")], &[("CASE_LOG_TIME", "at")]),
        (&[("event", "closed"), ("at", "9999-01-01T00:00:00Z")], &[("CASE_LOG_TIME", "at")]),
        (&[("event", "closed"), ("case", "")], &[("CASE_LOG_FIELD", "case")]),
        (&[("event", "closed"), ("person", "bob@north.example")], &[("CASE_LOG_PERSON", "person")]),
        (&[("event", "accepted")], &[("CASE_LOG_FIELD", "team")]),
        (&[("event", "accepted"), ("team", "roofers")], &[("CASE_LOG_TEAM", "team")]),
        (&[("event", "accepted"), ("team", "field")], &[("CASE_LOG_FIELD", "company")]),
        (&[("event", "accepted"), ("team", "desk"), ("company", "south")], &[("CASE_LOG_MEMBER", "company")]),
        (&[("event", "offered"), ("team", "field"), ("company", "late")], &[("CASE_LOG_PARTY", "company")]),
        (&[("event", "offered"), ("team", "field"), ("company", "west")], &[("CASE_LOG_COMPANY", "company")]),
        (&[("event", "paused"), ("reason", "lunch")], &[("CASE_LOG_REASON", "reason")]),
        (&[("event", "updated"), ("status", "dreaming")], &[("CASE_LOG_STAGE", "status")]),
        (&[("event", "rated"), ("status", "6")], &[("CASE_LOG_FIELD", "status")]),
        (&[("event", "reprioritised"), ("priority", "low/silver")], &[("CASE_LOG_PRIORITY", "package")]),
        (&[("event", "opened"), ("priority", "high"), ("service", "roads")], &[("CASE_LOG_SERVICE", "service")]),
        (
            &[("event", "closed"), ("at", "noon"), ("case", "C\u{7}"), ("company", "west")],
            &[("CASE_LOG_TIME", "at"), ("CASE_LOG_FIELD", "case"), ("CASE_LOG_COMPANY", "company")],
        ),
    ];
    for (fields, wrong) in cases {
        let wrong: Vec<_> = wrong.iter().map(|(code, field)| ((*code).to_owned(), Some((*field).to_owned()))).collect();
        assert_eq!(said(&row(fields)), Err(wrong), "{fields:?}");
    }
}

#[test]
fn a_row_without_a_key_is_known_by_what_it_says() {
    let terms = terms();
    let names = Names::of(&terms).unwrap();
    let key = |fields: &[(&str, &str)]| row(fields).resolve(&names).unwrap().source_key;
    let closed = key(&[("event", "closed")]);
    assert!(closed.starts_with("C1/2026-03-01T08:00:00Z/"), "{closed}");
    assert_eq!(closed, key(&[("event", "closed")]));
    assert_ne!(closed, key(&[("event", "resumed")]));
    assert_eq!(key(&[("event", "closed"), ("source_key", "17")]), "17");
}

#[test]
fn a_row_tells_what_a_case_needs() {
    let needs = [("region", "ch"), ("language", "de"), ("product", "press"), ("skills", "optics; network;")];
    let specified = [&[("event", "specified")][..], &needs].concat();
    let told = r#"{"event":"specified","needs":{"region":"ch","language":"de","product":"press","skills":["network","optics"]}}"#;
    assert_eq!(said(&row(&specified)), Ok(told.to_owned()));
    assert_eq!(said(&row(&[("event", "specified")])), Ok(r#"{"event":"specified","needs":{}}"#.to_owned()));
    let long = "x".repeat(101);
    let wrong = vec![("CASE_LOG_FIELD".to_owned(), Some("needs".to_owned()))];
    assert_eq!(said(&row(&[("event", "specified"), ("region", &long)])), Err(wrong));
}

#[test]
fn columns_that_say_nothing_leave_the_key_as_it_was() {
    let terms = terms();
    let names = Names::of(&terms).unwrap();
    let key = |fields: &[(&str, &str)]| row(fields).resolve(&names).unwrap().source_key;
    assert_eq!(key(&[("event", "closed")]), "C1/2026-03-01T08:00:00Z/4294a7d6516c");
    let (one, other) = ([("event", "specified"), ("region", "ch")], [("event", "specified"), ("language", "ch")]);
    assert_ne!(key(&one), key(&other));
}

proptest! {
    /// What is written is read back as it was.
    #[test]
    fn rows_of_events_read_back(
        event in 0_usize..15,
        text in "[a-z ,\"\n]{0,12}",
        person in any::<bool>(),
    ) {
        let terms = terms();
        let names = Names::of(&terms).unwrap();
        let (whole, region) = (format!("x{text}"), format!("x{}", text.trim()).replace(char::is_control, ""));
        let fields: [&[(&str, &str)]; 15] = [
            &[("event", "opened"), ("priority", "high/gold"), ("service", "lines"), ("reason", &whole), ("customer", "buyer"), ("skills", "a;b")],
            &[("event", "offered"), ("team", "field"), ("company", "south"), ("reason", &text)],
            &[("event", "accepted"), ("team", "field"), ("company", "north")],
            &[("event", "refused"), ("reason", &whole), ("status", &text)],
            &[("event", "paused"), ("reason", "user"), ("customer", "outsider"), ("status", &text)],
            &[("event", "resumed"), ("company", "north")],
            &[("event", "updated"), ("status", "testing"), ("reason", &text), ("customer", "told")],
            &[("event", "resolved"), ("reason", &text)],
            &[("event", "closed")],
            &[("event", "cancelled"), ("reason", &text)],
            &[("event", "reopened"), ("reason", &text)],
            &[("event", "reprioritised"), ("priority", "low/gold")],
            &[("event", "rated"), ("status", "3"), ("reason", &text)],
            &[("event", "unclear"), ("status", "?")],
            &[("event", "specified"), ("region", &region), ("skills", "b; a")],
        ];
        let mut read = row(fields[event]);
        if person {
            read.person = Cow::Borrowed("ann@north.example");
        }
        let entry = read.resolve(&names).unwrap();
        let logged = CaseEvent {
            at: entry.at, number: 1, what: entry.what.clone(), person: entry.person, company: entry.company, source: None,
        };
        let written = Row::written(&terms, &entry.case, &entry.source_key, &logged);
        prop_assert_eq!(written.resolve(&names).unwrap(), entry);
    }
}
