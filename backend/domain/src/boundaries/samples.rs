//! Boundaries, demands and grounds for tests.

use super::*;
use crate::calendars::{Calendar, Interval, Timetable, Week, WeekDays};
use crate::kernel::{BoundaryId, CompanyId, Moment, ServiceId, Span, TeamId, Zone};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

pub fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub fn id(kind: u8, number: u8) -> Uuid {
    Uuid::from_u128(u128::from(kind) << 64 | u128::from(number))
}

pub fn service(number: u8) -> ServiceId {
    ServiceId(id(1, number))
}

pub fn company(number: u8) -> CompanyId {
    CompanyId(id(2, number))
}

/// The team of a company.
pub fn team(number: u8) -> TeamId {
    TeamId(id(3, number))
}

pub fn boundary(number: u8) -> BoundaryId {
    BoundaryId(id(4, number))
}

pub fn names(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The same hours from Monday to Friday, and others at the weekend.
pub fn calendar(zone: &str, week: &[&str], weekend: &[&str]) -> Calendar {
    let read = |texts: &[&str]| -> Vec<Interval> { texts.iter().map(|it| Interval::parse(it).unwrap()).collect() };
    let [mon, tue, wed, thu, fri] = std::array::from_fn(|_| read(week));
    let hours = Week::Days(WeekDays { mon, tue, wed, thu, fri, sat: read(weekend), sun: read(weekend) });
    Calendar { zone: Zone::parse(zone).unwrap(), hours, exceptions: BTreeMap::new(), holidays: BTreeMap::new() }
}

/// Service 1 alone, calendars `always` and those given, and six companies with a team each.
pub fn ground(calendars: Vec<(&str, Calendar)>) -> Ground {
    let always = ("always", Calendar::always(Zone::UTC));
    let ready = |(code, calendar): (&str, Calendar)| (code.to_owned(), Arc::new(Timetable::new(calendar)));
    let one = |number: u8| GroundTeam {
        companies: [company(number)].into(),
        calendar: "always".to_owned(),
        skills: BTreeSet::new(),
        line: 2,
        acceptance: Span::from_seconds(900),
        contact_point: false,
    };
    Ground {
        zone: Zone::parse("Europe/Zurich").unwrap(),
        services: vec![Element { id: service(1), parent: None }],
        calendars: calendars.into_iter().chain([always]).map(ready).collect(),
        teams: (1..=6).map(|number| (team(number), one(number))).collect(),
        demands: Vec::new(),
        boundaries: Vec::new(),
        loads: BTreeMap::new(),
    }
}

/// A demand for service 1, whatever it is, in the open time of a calendar.
pub fn demand(code: &str, calendar: &str) -> Demand {
    Demand {
        code: code.to_owned(),
        service: service(1),
        calendar: calendar.to_owned(),
        regions: BTreeSet::new(),
        languages: BTreeSet::new(),
        products: BTreeSet::new(),
        skills: BTreeSet::new(),
        forecast: None,
    }
}

/// A limit with nobody beyond it.
pub fn limit(within: Within) -> Limit {
    Limit { within, beyond: Beyond::default() }
}

/// A limit beyond which a company's team takes over.
pub fn limit_to(within: Within, next: u8) -> Limit {
    let take_over = TakeOver { company: company(next), team: team(next), information: Vec::new(), acceptance: None };
    Limit { within, beyond: Beyond { note: None, take_over: Some(take_over) } }
}

pub fn hours(calendar: &str) -> Within {
    Within::Hours(calendar.to_owned())
}

/// The boundary of a company, with the company's number, for service 1 and for ever.
pub fn drawn(number: u8, responsibility: Responsibility, limits: Vec<Limit>) -> Drawn {
    let content = Content {
        title: format!("what company {number} does"),
        team: team(number),
        responsibility,
        included: Vec::new(),
        excluded: Vec::new(),
        limits,
        evidence: Vec::new(),
    };
    Drawn {
        id: boundary(number),
        code: format!("b{number}"),
        service: service(1),
        company: company(number),
        content: Arc::new(content),
        from: Moment::MIN,
        until: Moment::MAX,
    }
}
