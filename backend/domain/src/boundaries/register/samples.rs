//! Boundaries of four companies around a small tree of services, for the tests of this folder.

use super::*;
use crate::boundaries::{Beyond, Content, Element, Limit, Responsibility, TakeOver, Volume};
use crate::calendars::samples::{at, daily, span, weekdays};
use crate::kernel::{PeriodKind, Zone};
use uuid::Uuid;

pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

/// Team 11 is company 1's, 12 company 2's, and so on.
pub fn receiver(team: u128) -> Receiver {
    (id(team), id(team - 10))
}

pub fn limit(within: Within) -> Limit {
    Limit { within, beyond: Beyond::default() }
}

/// A limit beyond which a team takes over.
pub fn handed(within: Within, team: u128) -> Limit {
    let (team, company) = receiver(team);
    let information = vec!["serial number".to_owned()];
    let take_over = TakeOver { company, team, information, acceptance: Some(span("PT10M")) };
    Limit { within, beyond: Beyond { note: None, take_over: Some(take_over) } }
}

pub fn hours(calendar: &str) -> Within {
    Within::Hours(calendar.to_owned())
}

pub fn languages(names: &[&str]) -> Within {
    Within::Language(names.iter().map(|name| (*name).to_owned()).collect())
}

pub fn monthly(cases: u32) -> Within {
    Within::Volume(Volume { cases, per: PeriodKind::Month })
}

/// The boundary of a team for a service; its code is `b` and the team's number, or what its service adds.
pub fn drawn(team: u128, service: u128, limits: Vec<Limit>) -> Drawn {
    let (number, company) = receiver(team);
    let code = if service == 2 { format!("b{team}") } else { format!("b{team}-{service}") };
    let content = Content {
        title: code.clone(),
        team: number,
        responsibility: Responsibility::Responsible,
        included: Vec::new(),
        excluded: Vec::new(),
        limits,
        evidence: Vec::new(),
    };
    let content = Arc::new(content);
    let (from, until) = (Moment::MIN, Moment::MAX);
    Drawn { id: id(team * 100 + service), code, service: id(service), company, content, from, until }
}

/// Who is asked, but does not work on it.
pub fn consulted(drawn: &Drawn) -> Drawn {
    let content = Content { responsibility: Responsibility::Consulted, ..(*drawn.content).clone() };
    Drawn { content: Arc::new(content), ..drawn.clone() }
}

/// Service 1 stands above 2 and 3. Team 14 is always open, the others in office hours; team 13 can do `network`.
pub fn ground(boundaries: Vec<Drawn>) -> Ground {
    let calendars = [
        ("always", crate::calendars::Calendar::always(Zone::UTC)),
        ("office", weekdays("Europe/Zurich", &["08:00-18:00"])),
        ("night", daily("Europe/Zurich", &["02:30-05:00"])),
    ];
    let team = |number: u128| {
        let calendar = if number == 14 { "always" } else { "office" };
        let team = GroundTeam {
            companies: [id(number - 10)].into(),
            calendar: calendar.to_owned(),
            skills: if number == 13 { ["network".to_owned()].into() } else { [].into() },
            line: u8::try_from(number - 10).unwrap().min(3),
            acceptance: span("PT30M"),
            contact_point: number == 11,
        };
        (id(number), team)
    };
    let element = |number, parent: Option<u128>| Element { id: id(number), parent: parent.map(id) };
    Ground {
        zone: Zone::UTC,
        services: vec![element(1, None), element(2, Some(1)), element(3, Some(1))],
        calendars: calendars.map(|(code, calendar)| (code.to_owned(), Arc::new(Timetable::new(calendar)))).into(),
        teams: (11..=14).map(team).collect(),
        demands: Vec::new(),
        boundaries,
        loads: BTreeMap::new(),
    }
}

pub fn register(boundaries: Vec<Drawn>) -> Register {
    Register::new(&ground(boundaries))
}

/// What a case needs: region, language, product and skills, each empty where it does not say.
pub fn needs(region: &str, language: &str, product: &str, skills: &[&str]) -> Needs {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let skills = skills.iter().map(|skill| (*skill).to_owned()).collect();
    Needs { region: some(region), language: some(language), product: some(product), skills }
}

/// Service 2 at a moment such as `2026-03-04T12:00:00Z`, a Wednesday.
pub fn point<'a>(needs: &'a Needs, when: &str) -> Point<'a> {
    Point { service: id(2), needs, at: at(when), response: None, holder: None }
}

pub fn idle(_: BoundaryId) -> Carried {
    Carried::default()
}
