//! Every verb on a boundary in every state, drafts, and what is said about their fields.

use super::super::fixtures::*;
use super::*;
use crate::boundaries::Content;

fn in_every_state() -> [Boundary; 6] {
    let redrawn = approved().redraw(titled("Network"), by(1, 11)).unwrap();
    let ended = approved().retire(by(1, 10)).unwrap();
    let ended = ended.propose(by(1, 10), day("2026-06-01"), today(), set([id(2)])).unwrap();
    [
        draft(),
        proposed(),
        approved(),
        redrawn,
        ended.approve(by(2, 20), today()).unwrap(),
        draft().withdraw("no need", by(1, 10)).unwrap(),
    ]
}

fn told(outcome: Verdict<Boundary>) -> String {
    match outcome {
        Err(no) => no.0[0].code.trim_start_matches("BOUNDARY_").to_owned(),
        Ok(it) => format!("{} {}", it.versions.len(), it.state()),
    }
}

#[test]
fn every_verb_in_every_state() {
    type Step = fn(Boundary) -> Verdict<Boundary>;
    let verbs: Vec<(&str, Step)> = vec![
        ("redraw", |it| it.redraw(titled("Other"), by(1, 10))),
        ("same", |it| it.redraw(content(), by(1, 10))),
        ("retire", |it| it.retire(by(1, 10))),
        ("comment", |it| it.comment("title", "why?", by(4, 40))),
        ("resolve", |it| it.resolve_comment(1, by(1, 10))),
        ("propose", |it| it.propose(by(1, 10), day("2026-05-01"), today(), set([id(2), id(3)]))),
        ("approve", |it| it.approve(by(2, 20), today())),
        ("object", |it| it.object("too little", by(2, 20))),
        ("withdraw", |it| it.withdraw("not yet", by(1, 10))),
    ];
    #[rustfmt::skip]
    let expected = [
        //           draft          proposed      approved      redrawn       ended         withdrawn
        ["redraw",   "1 draft",     "STATE",      "2 draft",    "2 draft",    "3 draft",    "2 draft"],
        ["same",     "1 draft",     "STATE",      "1 approved", "2 draft",    "3 draft",    "2 draft"],
        ["retire",   "STATE",       "STATE",      "2 draft",    "2 draft",    "STATE",      "STATE"],
        ["comment",  "1 draft",     "1 proposed", "STATE",      "2 draft",    "STATE",      "STATE"],
        ["resolve",  "COMMENT",     "COMMENT",    "STATE",      "COMMENT",    "STATE",      "STATE"],
        ["propose",  "1 proposed",  "STATE",      "STATE",      "2 proposed", "STATE",      "STATE"],
        ["approve",  "STATE",       "1 proposed", "STATE",      "STATE",      "STATE",      "STATE"],
        ["object",   "STATE",       "1 draft",    "STATE",      "STATE",      "STATE",      "STATE"],
        ["withdraw", "1 withdrawn", "1 draft",    "STATE",      "2 approved", "STATE",      "STATE"],
    ];
    for ((name, verb), row) in verbs.into_iter().zip(expected) {
        let found = in_every_state().into_iter().map(|boundary| told(verb(boundary)));
        let found: Vec<String> = std::iter::once(name.to_owned()).chain(found).collect();
        assert_eq!(found, row);
    }
}

#[test]
fn a_draft_says_who_wrote_it_as_it_stands() {
    let redrawn = draft().redraw(titled("Other"), by(1, 11)).unwrap();
    assert_eq!(redrawn.versions[0].author, by(1, 11));
    let same = redrawn.clone().redraw(titled("Other"), by(1, 12)).unwrap();
    assert_eq!(same, redrawn, "the same again changes nothing");
}

#[test]
fn an_end_that_is_redrawn_is_no_end_any_more() {
    let ending = approved().retire(by(1, 10)).unwrap();
    assert!(ending.open().unwrap().ends);
    let again = ending.redraw(titled("Other"), by(1, 10)).unwrap();
    assert_eq!((again.open().unwrap().ends, again.versions.len()), (false, 2));
    let ended = again.retire(by(1, 11)).unwrap();
    assert_eq!((ended.open().unwrap().ends, &ended.open().unwrap().content), (true, &content()));
}

#[test]
fn a_code_is_a_code() {
    let drawn = |code: &str| Boundary::draw((id(90), id(7)), code, (id(30), id(1)), content(), by(1, 10));
    for code in ["", "Network", "a b", "-a", "a-", "a--b", "é", &"a".repeat(65)] {
        assert_eq!(codes(drawn(code)), [BOUNDARY_CODE.name], "{code}");
    }
    assert_eq!(drawn("a-1").unwrap().code, "a-1");
}

#[test]
fn comments_go_to_fields_and_are_settled_by_who_wrote_them_or_the_company() {
    let said = draft().comment("limits.hours", " Why not Saturdays? ", by(2, 20)).unwrap();
    let said = said.comment("included.2", "Which?", by(3, 30)).unwrap();
    let numbers: Vec<_> = said.versions[0].comments.iter().map(|it| (it.number, it.path.as_str())).collect();
    assert_eq!(numbers, [(1, "limits.hours"), (2, "included.2")]);
    assert_eq!(said.versions[0].comments[0].text, "Why not Saturdays?");
    assert_eq!(codes(said.clone().comment("limits.region", "?", by(2, 20))), [BOUNDARY_FIELD.name]);
    assert_eq!(codes(said.clone().comment("title", " ", by(2, 20))), [BOUNDARY_STATEMENT.name]);
    assert_eq!(codes(said.clone().resolve_comment(1, by(2, 21))), [BOUNDARY_FOREIGN.name]);
    assert_eq!(codes(said.clone().resolve_comment(3, by(1, 10))), [BOUNDARY_COMMENT.name]);
    let settled = said.resolve_comment(1, by(2, 20)).unwrap().resolve_comment(2, by(1, 11)).unwrap();
    let settled = settled.resolve_comment(2, by(1, 12)).unwrap();
    let by_whom: Vec<_> = settled.versions[0].comments.iter().map(|it| it.resolved).collect();
    assert_eq!(by_whom, [Some(by(2, 20)), Some(by(1, 11))]);
    let full = (2..MOST_COMMENTS).fold(settled, |it, _| it.comment("title", "again", by(2, 20)).unwrap());
    assert_eq!(codes(full.comment("title", "again", by(2, 20))), [BOUNDARY_MANY.name]);
}

#[test]
fn what_is_stored_reads_back() {
    for boundary in in_every_state() {
        let text = serde_json::to_string(&boundary).unwrap();
        assert_eq!(serde_json::from_str::<Boundary>(&text).unwrap(), boundary, "{text}");
    }
    let stored = serde_json::to_value(proposed()).unwrap();
    assert_eq!(stored["versions"][0]["state"]["state"], "proposed");
    assert_eq!(stored["versions"][0]["state"]["effective_from"], "2026-04-01");
    let small = serde_json::to_value(Content { evidence: vec![], ..content() }).unwrap();
    assert!(small.get("evidence").is_none());
}
