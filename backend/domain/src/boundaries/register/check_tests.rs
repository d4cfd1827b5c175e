//! Limits against cases, dimension by dimension; clock changes; who is proposed instead.

use super::samples::*;
use super::*;
use crate::boundaries::Limit;
use crate::calendars::samples::{at, span};
use crate::kernel::PeriodKind;

const NOON: &str = "2026-03-04T12:00:00Z";

fn names(names: &[&str]) -> std::collections::BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The check of a case against one limit of team 12, told in one line.
fn told(limit: Within, point: &Point<'_>, carried: Carried) -> String {
    let register = register(vec![drawn(12, 2, vec![samples::limit(limit)])]);
    let checked = register.check(point, receiver(12), &|_| carried);
    assert_eq!(checked.boundary.as_ref().map(|(_, code)| code.as_str()), Some("b12"));
    match (checked.verdict, &checked.passed[..], &checked.unknown[..]) {
        (Verdict::Allowed, [], []) => "allowed".to_owned(),
        (Verdict::Allowed, [], [dimension]) => format!("{} unknown", dimension.name()),
        (Verdict::Outside, [it], []) => {
            format!("{}: {} not in {}: {}", it.dimension.name(), it.actual, it.limit, it.by)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_dimension_is_within_beyond_or_not_known() {
    let said = needs("ch", "it", "press", &["network", "optics"]);
    let silent = Needs::default();
    let rows = [
        (hours("office"), &said, "allowed"),
        (Within::Region(names(&["at", "ch"])), &said, "allowed"),
        (Within::Region(names(&["at", "de"])), &said, "region: ch not in at, de: ch"),
        (Within::Region(names(&["at"])), &silent, "region unknown"),
        (languages(&["it"]), &said, "allowed"),
        (languages(&["de", "fr"]), &said, "language: it not in de, fr: it"),
        (languages(&["de"]), &silent, "language unknown"),
        (Within::Product(names(&["press"])), &said, "allowed"),
        (Within::Product(names(&["lathe"])), &said, "product: press not in lathe: press"),
        (Within::Product(names(&["lathe"])), &silent, "product unknown"),
        (Within::Skill(names(&["network", "optics"])), &said, "allowed"),
        (Within::Skill(names(&["network"])), &said, "skill: network, optics not in network: optics"),
        (Within::Skill(names(&["network"])), &silent, "skill unknown"),
        (hours("no such calendar"), &said, "hours unknown"),
    ];
    for (limit, needs, expected) in rows {
        assert_eq!(told(limit.clone(), &point(needs, NOON), Carried::default()), expected, "{limit:?}");
    }
}

#[test]
fn a_capacity_is_passed_by_the_case_that_comes_on_top() {
    let silent = Needs::default();
    let yearly = Within::Volume(crate::boundaries::Volume { cases: 3, per: PeriodKind::Year });
    let rows = [
        (Within::Concurrent(3), 2, "allowed"),
        (Within::Concurrent(3), 3, "concurrent: 4 at once not in 3 at once: 1 case over"),
        (Within::Concurrent(3), 6, "concurrent: 7 at once not in 3 at once: 4 cases over"),
        (monthly(3), 2, "allowed"),
        (monthly(3), 3, "volume: 4 this month not in 3 a month: 1 case over"),
        (yearly, 9, "volume: 10 this year not in 3 a year: 7 cases over"),
    ];
    for (limit, carried, expected) in rows {
        let carried = Carried { concurrent: carried, in_period: carried };
        assert_eq!(told(limit.clone(), &point(&silent, NOON), carried), expected, "{limit:?}");
    }
}

#[test]
fn a_promised_response_cannot_be_shorter_than_the_boundary_gives() {
    let silent = Needs::default();
    let rows = [
        (None, "allowed"),
        (Some("PT1H"), "allowed"),
        (Some("PT2H"), "allowed"),
        (Some("PT15M"), "response: PT15M not in PT1H: PT45M later"),
    ];
    for (promised, expected) in rows {
        let point = Point { response: promised.map(span), ..point(&silent, NOON) };
        assert_eq!(told(Within::Response(span("PT1H")), &point, Carried::default()), expected);
    }
}

#[test]
fn hours_follow_the_wall_clock_over_its_changes() {
    let silent = Needs::default();
    let rows = [
        ("office", "2026-03-04T07:00:00Z", "allowed"),
        ("office", "2026-03-04T17:00:00Z", "hours: 2026-03-04T18:00 Europe/Zurich not in office: opens in PT14H"),
        ("office", "2026-03-06T22:00:00Z", "hours: 2026-03-06T23:00 Europe/Zurich not in office: opens in P2DT9H"),
        // the office opens an hour earlier in UTC on the Monday after the clock is put forward
        ("office", "2026-03-27T17:00:00Z", "hours: 2026-03-27T18:00 Europe/Zurich not in office: opens in P2DT13H"),
        ("office", "2026-10-23T16:00:00Z", "hours: 2026-10-23T18:00 Europe/Zurich not in office: opens in P2DT15H"),
        // 02:30 does not come on 29 March: it opens when the gap ends
        ("night", "2026-03-29T00:30:00Z", "hours: 2026-03-29T01:30 Europe/Zurich not in night: opens in PT30M"),
        ("night", "2026-03-29T01:00:00Z", "allowed"),
        // 02:30 comes twice on 25 October: the first one opens
        ("night", "2026-10-25T00:15:00Z", "hours: 2026-10-25T02:15 Europe/Zurich not in night: opens in PT15M"),
        ("night", "2026-10-25T00:30:00Z", "allowed"),
        ("night", "2026-10-25T01:15:00Z", "allowed"),
    ];
    for (calendar, when, expected) in rows {
        assert_eq!(told(hours(calendar), &point(&silent, when), Carried::default()), expected, "{calendar} {when}");
    }
}

#[test]
fn nobody_is_who_has_no_boundary_or_does_not_work_under_it() {
    let silent = Needs::default();
    let register = register(vec![drawn(12, 3, vec![]), consulted(&drawn(13, 2, vec![])), drawn(14, 2, vec![])]);
    for (team, code) in [(11, None), (12, None), (13, Some("b13"))] {
        let checked = register.check(&point(&silent, NOON), receiver(team), &idle);
        assert_eq!(checked.verdict, Verdict::Nobody);
        assert_eq!(checked.boundary.as_ref().map(|(_, code)| code.as_str()), code);
        let proposed: Vec<_> = checked.proposals.iter().map(|it| (it.team, it.why)).collect();
        assert_eq!(proposed, [(id(14), Why::Covers)]);
    }
}

#[test]
fn the_nearest_boundary_that_holds_at_the_moment_counts() {
    let said = needs("", "it", "", &[]);
    let general = drawn(12, 1, vec![limit(languages(&["it"]))]);
    let own = Drawn { from: at("2026-03-04T00:00:00Z"), ..drawn(12, 2, vec![limit(languages(&["de"]))]) };
    let register = register(vec![own, general]);
    let code = |when| register.check(&point(&said, when), receiver(12), &idle).boundary.map(|(_, code)| code);
    assert_eq!(code("2026-03-03T23:59:59Z").as_deref(), Some("b12-1"));
    assert_eq!(code("2026-03-04T00:00:00Z").as_deref(), Some("b12"));
    let holding = |service| register.holding(id(service), at(NOON)).map(|it| it.code.as_str()).collect::<Vec<_>>();
    assert_eq!(holding(2), ["b12"]);
    assert_eq!(holding(3), ["b12-1"]);
}

fn proposed(boundaries: Vec<Drawn>, point: &Point<'_>) -> Vec<(TeamId, bool, Why)> {
    let checked = register(boundaries).check(point, receiver(12), &idle);
    checked.proposals.iter().map(|it| (it.team, it.allowed, it.why)).collect()
}

#[test]
fn whoever_takes_over_beyond_the_first_limit_comes_first() {
    let said = needs("", "it", "", &[]);
    let first = |limits: Vec<Limit>| drawn(12, 2, limits);
    let (language, response) = (languages(&["de"]), Within::Response(span("PT1H")));
    let point = Point { response: Some(span("PT1M")), ..point(&said, NOON) };
    let others = || [drawn(11, 2, vec![]), drawn(13, 2, vec![]), drawn(14, 2, vec![])];
    let with = |limits| proposed([first(limits)].into_iter().chain(others()).collect(), &point);
    let takes_over = |dimension| (true, Why::TakesOver(dimension));
    let covers = (true, Why::Covers);
    let rows = [
        (vec![handed(language.clone(), 13), handed(response.clone(), 14)], 13, takes_over(Dimension::Language)),
        (vec![handed(response, 14), handed(language.clone(), 13)], 14, takes_over(Dimension::Response)),
        (vec![limit(language)], 11, covers),
    ];
    for (limits, team, (allowed, why)) in rows {
        let found = with(limits.clone());
        assert_eq!(found.first(), Some(&(id(team), allowed, why)), "{limits:?}");
        assert_eq!(found.len(), 3);
    }
}

#[test]
fn a_take_over_is_followed_until_somebody_holds_the_case() {
    let said = needs("", "it", "", &[]);
    let german = || languages(&["de"]);
    let chain = [drawn(12, 2, vec![handed(german(), 13)]), drawn(13, 2, vec![handed(german(), 14)])];
    let over = Why::TakesOver(Dimension::Language);
    let ends = |last: Drawn| chain.iter().cloned().chain([last]).collect::<Vec<_>>();
    let point = point(&said, NOON);
    let (closed, open) = (drawn(14, 2, vec![handed(german(), 12)]), drawn(14, 2, vec![]));
    assert_eq!(proposed(ends(open.clone()), &point), [(id(13), false, over), (id(14), true, over)]);
    assert_eq!(proposed(ends(closed), &point), [(id(13), false, over), (id(14), false, over)]);
    let held = Point { holder: Some(receiver(13)), ..point };
    assert_eq!(proposed(ends(open), &held), [(id(14), true, over)]);
}

#[test]
fn a_proposal_says_when_with_what_and_how_fast() {
    let said = needs("", "it", "", &["network", "optics"]);
    let boundaries = vec![drawn(12, 2, vec![handed(languages(&["de"]), 13)]), drawn(13, 2, vec![])];
    let load = |_| Carried { concurrent: 4, in_period: 9 };
    let checked = register(boundaries).check(&point(&said, "2026-03-04T20:00:00Z"), receiver(12), &load);
    let [proposal] = &checked.proposals[..] else { panic!("{checked:?}") };
    assert_eq!(proposal.boundary, Some((id(1302), "b13".to_owned())));
    assert_eq!(proposal.next_open, Some(at("2026-03-05T07:00:00Z")));
    assert_eq!(proposal.lacking, ["optics"]);
    assert_eq!(proposal.load, load(id(1302)));
    assert_eq!(proposal.acceptance, Some(span("PT10M")));
    assert_eq!(proposal.information, ["serial number"]);
}
