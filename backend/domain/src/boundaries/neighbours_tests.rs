//! Who is a neighbour of whom.

use super::super::life::fixtures::*;
use super::super::{Beyond, Limit, Responsibility, Within};
use super::*;
use crate::kernel::Moment;
use std::sync::Arc;

const SERVICES: [(u128, Option<u128>); 4] = [(30, None), (31, Some(30)), (32, Some(30)), (33, Some(31))];

fn services() -> Vec<Element> {
    SERVICES.iter().map(|(this, parent)| Element { id: id(*this), parent: parent.map(id) }).collect()
}

/// The boundary of company `company`, team 10 + `company`, for a service.
fn drawn(company: u128, service: u128, limits: Vec<Limit>) -> Drawn {
    let content = Content { limits, team: id(10 + company), ..content() };
    Drawn {
        id: id(90 + company),
        code: format!("b{company}"),
        service: id(service),
        company: id(company),
        content: Arc::new(content),
        from: Moment::MIN,
        until: Moment::MAX,
    }
}

fn only(within: Within) -> Vec<Limit> {
    vec![Limit { within, beyond: Beyond::default() }]
}

fn found(drawn: &Drawn, others: &[Drawn]) -> Vec<u128> {
    neighbours(drawn, others, &services()).into_iter().map(|company| company.0.as_u128()).collect()
}

fn as_a(responsibility: Responsibility, drawn: Drawn) -> Drawn {
    Drawn { content: Arc::new(Content { responsibility, ..(*drawn.content).clone() }), ..drawn }
}

#[test]
fn whoever_takes_over_is_a_neighbour_even_without_a_boundary() {
    let night = Limit { within: Within::Hours("office".into()), beyond: to(2, 12) };
    let own = Limit { within: Within::Concurrent(3), beyond: to(1, 19) };
    assert_eq!(found(&drawn(1, 31, vec![night, own]), &[]), [2]);
}

#[test]
fn whoever_hands_over_to_its_team_on_the_same_branch_is_a_neighbour() {
    let mine = as_a(Responsibility::Consulted, drawn(1, 31, vec![]));
    let full = |team| vec![Limit { within: Within::Concurrent(3), beyond: to(1, team) }];
    assert_eq!(found(&mine, &[drawn(2, 31, full(11)), drawn(3, 30, full(11)), drawn(4, 33, full(11))]), [2, 3, 4]);
    assert_eq!(found(&mine, &[drawn(2, 32, full(11)), drawn(3, 31, full(12))]), [0; 0], "elsewhere, to another team");
}

#[test]
fn whoever_works_on_the_same_is_a_neighbour() {
    let german = || only(Within::Language(words("de")));
    let mine = drawn(1, 31, german());
    let cases = [
        (drawn(2, 31, vec![]), true),
        (drawn(2, 30, only(Within::Language(words("en de")))), true),
        (drawn(2, 33, only(Within::Region(words("eu")))), true),
        (drawn(2, 31, only(Within::Hours("night".into()))), true),
        (drawn(2, 31, only(Within::Language(words("en")))), false),
        (drawn(2, 32, vec![]), false),
        (as_a(Responsibility::Informed, drawn(2, 31, vec![])), false),
        (drawn(1, 31, vec![]), false),
        (Drawn { until: Moment::EPOCH, ..drawn(2, 31, vec![]) }, true),
    ];
    for (other, expected) in cases {
        assert_eq!(!found(&mine, std::slice::from_ref(&other)).is_empty(), expected, "{other:?}");
        assert_eq!(!found(&other, std::slice::from_ref(&mine)).is_empty(), expected, "the other way round: {other:?}");
    }
    let later = Drawn { from: Moment::EPOCH, ..drawn(1, 31, german()) };
    let gone = Drawn { until: Moment::EPOCH, ..drawn(2, 31, vec![]) };
    assert_eq!(found(&later, &[gone]), [0; 0], "one ends where the other begins");
}
