//! Candidates for a new case: what comes before what, and why.

use super::samples::*;
use super::*;
use crate::calendars::samples::at;

const NOON: &str = "2026-03-04T12:00:00Z";
const EVENING: &str = "2026-03-04T20:00:00Z";

fn route(boundaries: Vec<Drawn>, point: &Point<'_>, held: &dyn Fn(Receiver) -> u32) -> Vec<Candidate> {
    register(boundaries).route(point, (11..=14).rev().map(receiver), &idle, held)
}

fn teams(candidates: &[Candidate]) -> Vec<u128> {
    candidates.iter().map(|it| it.team.0.as_u128()).collect()
}

#[test]
fn boundary_then_opening_then_skills_then_line_then_load() {
    let all =
        |limits: fn(u128) -> Vec<crate::boundaries::Limit>| (11..=14).map(|it| drawn(it, 2, limits(it))).collect();
    let free: Vec<Drawn> = all(|_| vec![]);
    let german = all(|team| if team == 11 { vec![limit(languages(&["de"]))] } else { vec![] });
    let italian = needs("", "it", "", &[]);
    let skilled = needs("", "", "", &["network"]);
    let rows: [(&str, Vec<Drawn>, Point<'_>, [u128; 4]); 5] = [
        ("lower lines first", free.clone(), point(&italian, NOON), [11, 12, 13, 14]),
        ("outside comes after", german, point(&italian, NOON), [12, 13, 14, 11]),
        ("open ones first", free.clone(), point(&italian, EVENING), [14, 11, 12, 13]),
        ("skilled ones first", free, point(&skilled, NOON), [13, 11, 12, 14]),
        ("nobody's comes last", vec![drawn(12, 2, vec![])], point(&italian, NOON), [12, 11, 13, 14]),
    ];
    for (name, boundaries, point, expected) in rows {
        assert_eq!(teams(&route(boundaries, &point, &|_| 0)), expected, "{name}");
    }
    // 13 and 14 are both of line 3
    let busy = |receiver: Receiver| if receiver == samples::receiver(13) { 5 } else { 2 };
    let free = (11..=14).map(|it| drawn(it, 2, vec![])).collect();
    assert_eq!(teams(&route(free, &point(&italian, NOON), &busy)), [11, 12, 14, 13]);
}

#[test]
fn what_is_equal_is_ordered_by_code() {
    let renamed = |team: u128, code: &str| Drawn { code: code.to_owned(), ..drawn(team, 2, vec![]) };
    let silent = Needs::default();
    for (one, other, expected) in [("a", "b", [13, 14]), ("b", "a", [14, 13])] {
        let found = route(vec![renamed(13, one), renamed(14, other)], &point(&silent, NOON), &|_| 0);
        assert_eq!(teams(&found)[..2], expected);
    }
}

#[test]
fn each_candidate_comes_with_its_reasons() {
    let said = needs("", "it", "", &["network"]);
    let boundaries = vec![drawn(11, 2, vec![]), drawn(13, 2, vec![limit(languages(&["de"]))])];
    let held = Point { holder: Some(receiver(14)), ..point(&said, EVENING) };
    let found = route(boundaries, &held, &|_| 7);
    assert_eq!(teams(&found), [11, 13, 12]);
    let opens = at("2026-03-05T07:00:00Z");
    let lacking = || Reason::Lacking(vec!["network".to_owned()]);
    let missing = Reason::OpensAt(opens);
    assert_eq!(found[0].reasons, [Reason::Allowed, missing.clone(), lacking(), Reason::Line(1), Reason::Load(7)]);
    let [Reason::Outside(passed), rest @ ..] = &found[1].reasons[..] else { panic!("{found:?}") };
    assert_eq!(passed[0].dimension, Dimension::Language);
    assert_eq!(rest, [missing.clone(), Reason::Skilled, Reason::Line(3), Reason::Load(7)]);
    assert_eq!(found[2].reasons, [Reason::Nobody, missing, lacking(), Reason::Line(2), Reason::Load(7)]);
    assert_eq!(found[2].boundary, None);
}

#[test]
fn a_candidate_named_twice_is_one() {
    let silent = Needs::default();
    let found = register(vec![]).route(&point(&silent, NOON), [receiver(11), receiver(11)], &idle, &|_| 0);
    assert_eq!(teams(&found), [11]);
}
