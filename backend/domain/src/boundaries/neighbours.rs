//! Whom a boundary concerns: whoever takes over from it, hands over to it, or works on the same.

use super::{Content, Dimension, Drawn, Element};
use crate::kernel::{CompanyId, ServiceId};
use std::collections::{BTreeMap, BTreeSet};

/// The other companies that a boundary concerns: those that take over beyond one of its limits, those whose boundary
/// for the same element, a part of it or the whole it is part of hands over to its team, and those that work on the
/// same while both hold. Hours are not looked at: who covers the night is a neighbour of who covers the day.
#[must_use]
pub fn neighbours(drawn: &Drawn, others: &[Drawn], services: &[Element]) -> BTreeSet<CompanyId> {
    let parents: BTreeMap<ServiceId, ServiceId> =
        services.iter().filter_map(|element| Some((element.id, element.parent?))).collect();
    let related = |other: &Drawn| {
        is_within(&parents, drawn.service, other.service) || is_within(&parents, other.service, drawn.service)
    };
    let concerned = others.iter().filter(|other| {
        let at_once = drawn.from < other.until && other.from < drawn.until;
        at_once && related(other) && (hands_over(other, drawn) || overlaps(&drawn.content, &other.content))
    });
    let receivers = drawn.content.limits.iter().filter_map(|limit| limit.beyond.take_over.as_ref());
    let companies = concerned.map(|other| other.company).chain(receivers.map(|to| to.company));
    companies.filter(|company| *company != drawn.company).collect()
}

/// Whether an element is another one or a part of it. A tree that bites its tail ends the way up.
fn is_within(parents: &BTreeMap<ServiceId, ServiceId>, element: ServiceId, whole: ServiceId) -> bool {
    let mut at = Some(element);
    for _ in 0..=parents.len() {
        if at == Some(whole) {
            return true;
        }
        at = at.and_then(|element| parents.get(&element).copied());
    }
    false
}

fn hands_over(from: &Drawn, to: &Drawn) -> bool {
    let receivers = from.content.limits.iter().filter_map(|limit| limit.beyond.take_over.as_ref());
    receivers.into_iter().any(|it| it.company == to.company && it.team == to.content.team)
}

/// Whether there is a region, language, product and skill that both work on.
fn overlaps(one: &Content, other: &Content) -> bool {
    let shared = |dimension: Dimension| {
        let names = |content: &Content| content.limit(dimension).and_then(|limit| limit.within.names().cloned());
        match (names(one), names(other)) {
            (Some(one), Some(other)) => !one.is_disjoint(&other),
            _ => true,
        }
    };
    let named = [Dimension::Region, Dimension::Language, Dimension::Product, Dimension::Skill];
    one.responsibility.works() && other.responsibility.works() && named.into_iter().all(shared)
}

#[cfg(test)]
#[path = "neighbours_tests.rs"]
mod tests;
