//! What a case needs, hand-overs outside a boundary, what a refusal cites, and what all of it comes to.

use super::samples::*;
use super::*;
use crate::agreements::CaseKind::Incident;
use crate::boundaries::{
    Beyond, Carried, Content, Dimension, Drawn, Element, Ground, GroundTeam, Limit, Needs, Register, Responsibility,
    Within,
};
use crate::kernel::{Moment, Refusal, Zone};
use std::collections::BTreeMap;
use std::sync::Arc;

fn needs(region: &str, language: &str) -> Needs {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Needs { region: some(region), language: some(language), ..Needs::default() }
}

fn opened_with(needs: Needs) -> What {
    match opened(Incident) {
        What::Opened { kind, title, priority, package, service, customer, .. } => {
            What::Opened { kind, title, priority, package, service, customer, needs }
        }
        other => other,
    }
}

fn offered_outside(team: u128) -> What {
    let outside = Outside { boundary: None, dimensions: vec![Dimension::Language], reason: "they know it".to_owned() };
    What::Offered { to: holder(team), reason: None, outside: Some(outside) }
}

/// Company 2 answers with team 12 for German, with team 13 it is only asked.
fn register() -> Register {
    let drawn = |number: u128, team: u128, responsibility, limits| Drawn {
        id: id(number),
        code: format!("edge-{number}"),
        service: service(),
        company: company(2),
        content: Arc::new(Content {
            title: "Edge".to_owned(),
            team: id(team),
            responsibility,
            included: Vec::new(),
            excluded: Vec::new(),
            limits,
            evidence: Vec::new(),
        }),
        from: Moment::MIN,
        until: Moment::MAX,
    };
    let german = Limit { within: Within::Language(["de".to_owned()].into()), beyond: Beyond::default() };
    let team = GroundTeam {
        companies: [company(2)].into(),
        calendar: "always".to_owned(),
        skills: [].into(),
        line: 2,
        acceptance: span("PT1H"),
        contact_point: false,
    };
    Register::new(&Ground {
        zone: Zone::UTC,
        services: vec![Element { id: service(), parent: None }],
        calendars: BTreeMap::new(),
        teams: [(id(12), team)].into(),
        demands: Vec::new(),
        boundaries: vec![
            drawn(1, 12, Responsibility::Accountable, vec![german]),
            drawn(2, 13, Responsibility::Consulted, Vec::new()),
        ],
        loads: BTreeMap::new(),
    })
}

fn open(needs: Needs) -> Case {
    case(&[("2 09:00", opened_with(needs)), ("2 09:00", accepted(11))], &rulebooks(&[]))
}

/// What is recorded of a hand-over to a team for a reason.
fn recorded(case: &Case, team: u128, reason: Option<&str>) -> Result<Option<Outside>, Refusal> {
    let rulebooks = rulebooks(&[]);
    let to = holder(team);
    let point = case.point(&rulebooks, at("2 10:00"));
    let checked = register().check(&point, (to.team, to.company), &|_| Carried::default());
    Case::outside(&checked, rulebooks.at(at("2 10:00")), reason).map_err(|why| why.0[0].clone())
}

#[test]
fn what_a_case_needs_is_what_was_said_last() {
    let events = [
        ("2 09:00", opened_with(needs("ch", "de"))),
        ("2 09:00", accepted(11)),
        ("2 10:00", What::Specified { needs: needs("", "fr") }),
    ];
    assert_eq!(case(&events[..2], &rulebooks(&[])).needs, needs("ch", "de"));
    assert_eq!(case(&events, &rulebooks(&[])).needs, needs("", "fr"));
    for unfit in ["", " ", "a;b", "a\nb", &"x".repeat(101)] {
        let region = Some(unfit.to_owned());
        assert!(Needs { region, ..Needs::default() }.flaw().is_some(), "{unfit:?}");
    }
    let odd = [("2 09:00", opened_with(needs("a;b", "")))];
    let told = Case::replay(id(1), &log(&odd), &rulebooks(&[]));
    assert_eq!((told.case, told.oddities[0].code.as_ref()), (None, "CASE_NEEDS"));
}

#[test]
fn an_old_log_reads_and_what_is_not_known_is_not_written() {
    let text = serde_json::to_string(&opened(Incident)).unwrap();
    assert!(!text.contains("needs"), "{text}");
    assert_eq!(serde_json::from_str::<What>(&text).unwrap(), opened(Incident));
    assert!(!serde_json::to_string(&offered(12)).unwrap().contains("outside"));
}

#[test]
fn a_hand_over_outside_needs_a_reason() {
    let (german, italian) = (open(needs("", "de")), open(needs("", "it")));
    assert_eq!(recorded(&german, 12, None), Ok(None));
    assert_eq!(recorded(&german, 12, Some("never mind")), Ok(None));
    let refused = recorded(&italian, 12, None).unwrap_err();
    assert_eq!((refused.code.as_ref(), refused.field.as_deref()), ("CASE_OUTSIDE_BOUNDARY", Some("outsideReason")));
    assert!(refused.message.starts_with("boundary edge-1: language it is outside de (it);"), "{}", refused.message);
    let dimensions = vec![Dimension::Language];
    let outside = Outside { boundary: Some("edge-1".to_owned()), dimensions, reason: "they know it".to_owned() };
    assert_eq!(recorded(&italian, 12, Some(" they know it ")), Ok(Some(outside)));
    assert!(recorded(&italian, 12, Some(" ")).is_err());
    let nobody = recorded(&german, 11, None).unwrap_err();
    assert!(
        nobody.message.starts_with("the receiver has no boundary for the service; offer it to team-12, or say why")
    );
    assert_eq!(recorded(&german, 11, Some("x")).unwrap().unwrap().boundary, None);
}

#[test]
fn a_refusal_cites_a_boundary_of_the_receiver() {
    let offered_to = |team: u128| {
        let events = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", offered(team))];
        case(&events, &rulebooks(&[]))
    };
    let cited = |team, code: Option<&str>| offered_to(team).check_cited(&register(), at("2 11:00"), code);
    assert_eq!(cited(12, Some("edge-1")), Ok(()));
    assert_eq!(cited(12, Some("edge-2")), Ok(()));
    for code in [None, Some("edge-3")] {
        let refused = cited(12, code).unwrap_err();
        assert_eq!(refused.code, "CASE_REFUSAL_BOUNDARY");
        assert!(refused.message.ends_with("edge-1, edge-2"), "{}", refused.message);
    }
    assert_eq!(cited(13, None), Ok(()), "company 3 has drawn no boundary for team 13");
}

#[test]
fn a_journey_counts_what_went_outside_and_who_helped() {
    let begin = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11))];
    let counts = |events: &[(&str, What)]| {
        let events = [&begin[..], events].concat();
        let journey = case(&events, &rulebooks(&[])).journey;
        let helped: Vec<u128> = journey.asked().iter().filter_map(|it| it.helped).map(|it| it.0.as_u128()).collect();
        (journey.asked().len(), journey.outside(), journey.helped_outside(), helped)
    };
    assert_eq!(counts(&[("2 10:00", offered(12)), ("2 11:00", accepted(12))]), (1, 0, 0, vec![]));
    assert_eq!(counts(&[("2 10:00", offered_outside(12))]), (1, 1, 0, vec![]));
    assert_eq!(counts(&[("2 10:00", offered_outside(12)), ("2 11:00", refused())]), (1, 1, 0, vec![]));
    assert_eq!(counts(&[("2 10:00", offered_outside(12)), ("2 11:00", accepted(12))]), (1, 1, 1, vec![2]));
    let twice = [
        ("2 10:00", offered_outside(12)),
        ("2 11:00", accepted(12)),
        ("2 12:00", offered(11)),
        ("2 13:00", accepted(11)),
        ("2 14:00", offered_outside(12)),
        ("2 15:00", accepted(12)),
    ];
    assert_eq!(counts(&twice), (3, 2, 2, vec![2, 2]));
    let imported = Case::replay(id(1), &imported(&[&begin[..], &twice].concat()), &rulebooks(&[])).case.unwrap();
    assert_eq!(imported.journey.asked(), []);
}
