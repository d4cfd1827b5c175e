//! An invented boundary and its people, for the tests of this noun.

use crate::boundaries::*;
use crate::kernel::{Verdict, *};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use uuid::Uuid;

pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    items.into_iter().collect()
}

/// The person `person` of the company `company`.
pub fn by(company: u128, person: u128) -> By {
    By { person: id(person), company: id(company), at: Moment::parse("2026-03-02T08:00:00Z").unwrap() }
}

pub fn today() -> NaiveDate {
    day("2026-03-02")
}

/// Beyond a limit, the team `team` of the company `company` takes over.
pub fn to(company: u128, team: u128) -> Beyond {
    let take_over = TakeOver { company: id(company), team: id(team), information: vec![], acceptance: None };
    Beyond { note: None, take_over: Some(take_over) }
}

pub fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// Company 1's team 11 answers by day, in German and English; company 2's team 12 takes over at night.
pub fn content() -> Content {
    Content {
        title: "Network, by day".into(),
        team: id(11),
        responsibility: Responsibility::Accountable,
        included: vec!["Switches".into(), "Routers".into()],
        excluded: vec!["Phones".into()],
        limits: vec![
            Limit { within: Within::Hours("office".into()), beyond: to(2, 12) },
            Limit { within: Within::Language(words("de en")), beyond: Beyond::default() },
        ],
        evidence: vec![Link { title: "Contract".into(), url: "https://example.org/contract".into() }],
    }
}

pub fn titled(title: &str) -> Content {
    Content { title: title.into(), ..content() }
}

/// A first draft of company 1.
pub fn draft() -> Boundary {
    Boundary::draw((id(90), id(7)), "network-day", (id(30), id(1)), content(), by(1, 10)).unwrap()
}

/// The same before companies 2 and 3, from 1 April on.
pub fn proposed() -> Boundary {
    draft().propose(by(1, 10), day("2026-04-01"), today(), set([id(2), id(3)])).unwrap()
}

pub fn approved() -> Boundary {
    proposed().approve(by(2, 20), today()).unwrap().approve(by(3, 30), today()).unwrap()
}

/// Company names `c1`, team names `t11`.
pub struct Numbers;

impl Names for Numbers {
    fn company(&self, id: CompanyId) -> String {
        format!("c{}", id.0.as_u128())
    }

    fn team(&self, id: TeamId) -> String {
        format!("t{}", id.0.as_u128())
    }
}

/// The codes of a refusal, in order.
pub fn codes<T: std::fmt::Debug>(verdict: Verdict<T>) -> Vec<String> {
    verdict.unwrap_err().0.into_iter().map(|refusal| refusal.code.into_owned()).collect()
}

/// The codes and fields of a refusal, in order.
pub fn faults<T: std::fmt::Debug>(verdict: Verdict<T>) -> Vec<String> {
    let told = |it: Refusal| format!("{} {}", it.code.trim_start_matches("BOUNDARY_"), it.field.unwrap_or_default());
    verdict.unwrap_err().0.into_iter().map(told).collect()
}
