//! An invented agreement of three companies and logs under it, for the tests of this folder.

use super::*;
use crate::agreements::{
    CaseDisclosure, CaseKind, Claimed, ClockMeasure, ClockRule, Handling, Named, Party, PauseReason, Phase, Pledge,
    ReopenPolicy, Stage, Team, TeamKind,
};
use crate::boundaries::Needs;
use crate::calendars::{Calendar, Interval, Week, WeekDays};
use crate::kernel::*;
use uuid::Uuid;

/// A moment as [`at`] reads it, and what happened.
pub type Happened = (&'static str, What);

pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

pub fn company(number: u128) -> CompanyId {
    id(number)
}

/// The service about which all sample cases are; it lies below service 1.
pub fn service() -> ServiceId {
    id(2)
}

/// A moment of March 2026, such as `2 09:00`; the 2nd is a Monday.
pub fn at(text: &str) -> Moment {
    let (day, time) = text.split_once(' ').unwrap();
    Moment::parse(&format!("2026-03-{day:0>2}T{time}:00Z")).unwrap()
}

pub fn span(text: &str) -> Span {
    Span::parse(text).unwrap()
}

/// Team 11 is company 1's contact point, 12 is company 2's, 13 is of companies 2 and 3.
pub fn holder(team: u128) -> Holder {
    Holder { team: id(team), company: company(team - 10) }
}

pub fn weekdays(zone: &str, hours: &str) -> Calendar {
    let hours: Vec<Interval> = vec![Interval::parse(hours).unwrap()];
    let days = WeekDays {
        mon: hours.clone(),
        tue: hours.clone(),
        wed: hours.clone(),
        thu: hours.clone(),
        fri: hours,
        ..WeekDays::default()
    };
    let hours = Week::Days(days);
    Calendar { zone: Zone::parse(zone).unwrap(), hours, ..Calendar::always(Zone::UTC) }
}

fn team(number: u128, calendar: &str, acceptance: &str, companies: &[u128]) -> Team {
    let line = u8::try_from(number - 10).unwrap();
    Team {
        id: id(number),
        code: format!("team-{number}"),
        name: format!("Team {number}"),
        kind: if line == 1 { TeamKind::ContactPoint } else { TeamKind::Resolution },
        line,
        discipline: None,
        skills: Vec::new(),
        calendar: calendar.to_owned(),
        acceptance: span(acceptance),
        services: Vec::new(),
        pledges: companies.iter().map(|it| Pledge { company: company(*it), staff: Decimal::ONE }).collect(),
        members: Vec::new(),
    }
}

pub fn rule(code: &str, measure: ClockMeasure, target: &str) -> ClockRule {
    ClockRule {
        code: code.to_owned(),
        measure,
        commitment: None,
        company: None,
        calendar: "office".to_owned(),
        kinds: Vec::new(),
        priorities: Vec::new(),
        packages: Vec::new(),
        services: Vec::new(),
        target: span(target),
        warning: Decimal::parse("0.75").unwrap(),
        reopen: ReopenPolicy::Continue,
    }
}

/// A rule for one priority.
pub fn rule_for(priority: &str, measure: ClockMeasure, target: &str) -> ClockRule {
    let priorities = vec![priority.to_owned()];
    ClockRule { priorities, ..rule(&format!("{}-{priority}", measure.name()), measure, target) }
}

/// A company's own rule.
pub fn own_rule(number: u128, calendar: &str, target: &str) -> ClockRule {
    let calendar = calendar.to_owned();
    let company = Some(company(number));
    ClockRule { company, calendar, ..rule(&format!("own-{number}"), ClockMeasure::Resolution, target) }
}

fn reason(code: &str, cap: Option<&str>, consent: bool) -> PauseReason {
    PauseReason {
        code: code.to_owned(),
        name: code.to_owned(),
        against: Claimed::Customer,
        cap: cap.map(span),
        consent,
    }
}

fn named(code: &str) -> Named {
    Named { code: code.to_owned(), name: code.to_owned() }
}

/// Office hours are 08:00 to 18:00, early ones 06:00 to 14:00, both on weekdays in UTC; the calendar `kolkata` is 09:30 to
/// 18:30 there, 04:00 to 13:00 in UTC.
pub fn setting() -> Setting {
    let stage = |code: &str, phase| Stage { code: code.to_owned(), name: code.to_owned(), phase };
    let handling = Handling {
        calendar: "office".to_owned(),
        priorities: vec![named("high"), named("low")],
        packages: vec![named("gold")],
        stages: vec![stage("new", Phase::Open), stage("repair", Phase::Open), stage("done", Phase::Resolved)],
        pause_reasons: vec![
            reason("customer", None, false),
            reason("capped", Some("PT2H"), false),
            reason("vendor", None, true),
        ],
        clocks: Vec::new(),
        dispute_window: span("P7D"),
        recovery: span("P3D"),
        disclosure: CaseDisclosure::Open,
        customer_sees_companies: false,
    };
    let party = |number| Party {
        company: company(number),
        bound_through: None,
        joins: "2026-01-01".parse().unwrap(),
        leaves: None,
    };
    Setting {
        zone: Zone::UTC,
        handling,
        calendars: vec![
            ("always".to_owned(), Calendar::always(Zone::UTC)),
            ("office".to_owned(), weekdays("UTC", "08:00-18:00")),
            ("early".to_owned(), weekdays("UTC", "06:00-14:00")),
            ("kolkata".to_owned(), weekdays("Asia/Kolkata", "09:30-18:30")),
        ],
        teams: vec![
            team(11, "office", "PT1H", &[1]),
            team(12, "early", "PT2H", &[2]),
            team(13, "kolkata", "PT0S", &[2, 3]),
        ],
        services: vec![(id(1), None), (id(2), Some(id(1)))],
        parties: (1..=3).map(party).collect(),
    }
}

/// The setting with these clocks.
pub fn rulebook(clocks: &[ClockRule]) -> Rulebook {
    let mut setting = setting();
    setting.handling.clocks = clocks.to_vec();
    Rulebook::new(setting).unwrap()
}

pub fn rulebooks(clocks: &[ClockRule]) -> Rulebooks {
    Rulebooks::always(rulebook(clocks))
}

pub fn opened(kind: CaseKind) -> What {
    What::Opened {
        kind,
        title: "It does not print".to_owned(),
        priority: "high".to_owned(),
        package: None,
        service: service(),
        customer: None,
        needs: Needs::default(),
    }
}

pub fn offered(team: u128) -> What {
    What::Offered { to: holder(team), reason: None, outside: None }
}

pub fn accepted(team: u128) -> What {
    What::Accepted { by: holder(team) }
}

pub fn refused() -> What {
    What::Refused { reason: "not ours".to_owned(), boundary: None }
}

pub fn paused(reason: &str) -> What {
    What::Paused { reason: reason.to_owned(), against: None, note: None }
}

pub fn told() -> What {
    What::Updated { stage: None, note: Some("We are on it".to_owned()), told: true }
}

pub fn staged(stage: &str) -> What {
    What::Updated { stage: Some(stage.to_owned()), note: None, told: false }
}

pub fn resolved() -> What {
    What::Resolved { note: None }
}

pub fn reopened() -> What {
    What::Reopened { reason: None }
}

pub fn cancelled() -> What {
    What::Cancelled { reason: None }
}

pub fn raised(priority: &str) -> What {
    What::Reprioritised { priority: priority.to_owned(), package: None }
}

pub fn rated(points: u8) -> What {
    What::Rated { points, words: None }
}

pub fn disputed(from: &str, until: &str) -> What {
    What::Disputed { from: at(from), until: at(until), reason: "not us".to_owned() }
}

pub fn decided(dispute: i64, attribution: Attribution) -> What {
    What::Decided { dispute, attribution: Some(attribution), reason: "so agreed".to_owned() }
}

pub fn swarmed(shares: &[(u128, u32)]) -> What {
    let share = |(number, weight): &(u128, u32)| Share { company: company(*number), weight: *weight };
    What::Swarmed { shares: shares.iter().map(share).collect() }
}

/// An event that happened here.
pub fn event(number: i64, at: Moment, what: What) -> CaseEvent {
    CaseEvent { at, number, what, person: None, company: None, source: None }
}

/// Events that happened here, numbered from 1.
pub fn log(events: &[(&str, What)]) -> Vec<CaseEvent> {
    (1..).zip(events).map(|(number, (when, what))| event(number, at(when), what.clone())).collect()
}

/// The same events from another system.
pub fn imported(events: &[(&str, What)]) -> Vec<CaseEvent> {
    log(events).into_iter().map(|event| CaseEvent { source: Some("desk".to_owned()), ..event }).collect()
}

/// The case of a log in which everything applies.
pub fn case(events: &[(&str, What)], rulebooks: &Rulebooks) -> Case {
    let replayed = Case::replay(id(1), &log(events), rulebooks);
    assert_eq!(replayed.oddities, []);
    replayed.case.unwrap()
}
