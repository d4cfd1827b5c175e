//! What can be said, and every fault by its path.

use super::super::life::fixtures::*;
use super::super::{TakeOver, Volume};
use super::*;
use crate::kernel::PeriodKind;

fn known() -> Known {
    let teams = [(id(11), set([id(1)])), (id(12), set([id(2)])), (id(13), set([id(1), id(2)]))];
    Known { calendars: words("office"), teams: teams.into(), parties: set([id(1), id(2)]) }
}

fn checked(content: Content) -> Verdict<Content> {
    content.checked(id(1), &known())
}

fn limited(within: Within) -> Content {
    Content { limits: vec![Limit { within, beyond: Beyond::default() }], ..content() }
}

fn beyond(beyond: Beyond) -> Content {
    Content { limits: vec![Limit { within: Within::Concurrent(3), beyond }], ..content() }
}

#[test]
fn what_can_be_said_comes_back_without_spaces_around_it() {
    assert_eq!(checked(content()), Ok(content()));
    let spaced = Content { included: vec![" Switches\n".into(), "Routers".into()], ..titled("  Network, by day ") };
    assert_eq!(checked(spaced), Ok(content()));
    let regions = |names: &[&str]| limited(Within::Region(names.iter().map(|&name| name.into()).collect()));
    assert_eq!(checked(regions(&[" eu", "us "])), Ok(regions(&["eu", "us"])));
    for within in [
        Within::Product(words("a")),
        Within::Skill(words("b")),
        Within::Volume(Volume { cases: 1, per: PeriodKind::Day }),
        Within::Response(Span::from_seconds(1)),
    ] {
        assert_eq!(checked(limited(within.clone())), Ok(limited(within)));
    }
}

#[test]
fn every_fault_has_its_code_and_path() {
    let link = |url: &str| Content { evidence: vec![Link { title: "C".into(), url: url.into() }], ..content() };
    let over = |company, team| beyond(to(company, team));
    let span = |seconds| TakeOver {
        company: id(2),
        team: id(12),
        information: vec![String::new()],
        acceptance: Some(Span::from_seconds(seconds)),
    };
    let acceptance = |seconds| beyond(Beyond { note: None, take_over: Some(span(seconds)) });
    let twice = Content { limits: [content().limits, content().limits].concat(), ..content() };
    let cases: Vec<(Content, &[&str])> = vec![
        (titled(" "), &["STATEMENT title"]),
        (titled(&"x".repeat(201)), &["STATEMENT title"]),
        (Content { team: id(99), ..content() }, &["NAME team"]),
        (Content { team: id(12), limits: vec![], ..content() }, &["TEAM team"]),
        (Content { included: vec!["a".into(), "\0".into()], ..content() }, &["STATEMENT included.2"]),
        (Content { excluded: vec!["a".into(); 101], ..content() }, &["MANY excluded"]),
        (twice, &["LIMIT limits.hours", "LIMIT limits.language"]),
        (limited(Within::Hours("night".into())), &["NAME limits.hours.within"]),
        (limited(Within::Skill(set([]))), &["LIMIT limits.skill.within"]),
        (limited(Within::Product(set([" ".into()]))), &["STATEMENT limits.product.within"]),
        (limited(Within::Concurrent(0)), &["LIMIT limits.concurrent.within"]),
        (limited(Within::Volume(Volume { cases: 0, per: PeriodKind::Day })), &["LIMIT limits.volume.within"]),
        (limited(Within::Response(Span::ZERO)), &["LIMIT limits.response.within"]),
        (limited(Within::Response(Span::from_seconds(3_651 * 86_400))), &["LIMIT limits.response.within"]),
        (over(1, 11), &["TAKE_OVER limits.concurrent.beyond.take_over"]),
        (over(3, 12), &["NAME limits.concurrent.beyond.take_over"]),
        (over(2, 99), &["NAME limits.concurrent.beyond.take_over"]),
        (over(2, 11), &["TEAM limits.concurrent.beyond.take_over"]),
        (
            acceptance(-1),
            &[
                "LIMIT limits.concurrent.beyond.take_over.acceptance",
                "STATEMENT limits.concurrent.beyond.take_over.information.1",
            ],
        ),
        (beyond(Beyond { note: Some(String::new()), take_over: None }), &["STATEMENT limits.concurrent.beyond.note"]),
        (link("http://example.org/"), &["LINK evidence.1"]),
        (link("https:///path"), &["LINK evidence.1"]),
        (link("https://a b"), &["LINK evidence.1"]),
        (link("https://user@example.org"), &["LINK evidence.1"]),
        (link("javascript:alert(1)"), &["LINK evidence.1"]),
    ];
    for (content, expected) in cases {
        assert_eq!(faults(checked(content.clone())), expected, "{content:?}");
    }
}

#[test]
fn a_team_of_the_same_company_or_of_both_may_take_over() {
    for (company, team) in [(1, 13), (2, 13), (2, 12)] {
        let content = beyond(to(company, team));
        assert_eq!(checked(content.clone()), Ok(content));
    }
}

#[test]
fn every_fault_is_told_at_once() {
    let content = Content { team: id(99), evidence: vec![], ..limited(Within::Concurrent(0)) };
    let content = Content { title: String::new(), ..content };
    assert_eq!(faults(checked(content)), ["NAME team", "STATEMENT title", "LIMIT limits.concurrent.within"]);
}
